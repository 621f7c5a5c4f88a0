#pragma once

#include <QListView>

namespace otpdesk {

class Clock;

/// The list of an order's events. Scrolls to what happens.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    explicit TimelineView(const Clock &clock, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {320, 160}; }
    QSize minimumSizeHint() const override { return {240, 96}; }

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
};

} // namespace otpdesk
