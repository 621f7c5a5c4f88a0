#pragma once

#include <QListView>

namespace otpdesk {

class Clock;

/// The list of an order's events. Follows new ones as long as its end is in sight.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    explicit TimelineView(const Clock &clock, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {320, 160}; }
    QSize minimumSizeHint() const override { return {240, 96}; }

private:
    bool m_atEnd = true;
};

} // namespace otpdesk
