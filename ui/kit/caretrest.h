#pragma once

#include <QObject>

#include <memory>

namespace otpdesk {

class Alarm;
class Clock;

/// Lets the caret of a text field stand still when nobody has touched the keyboard or the mouse for ten
/// seconds: its blinking would be all that wakes an application with nothing to do. One per application.
class CaretRest : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive it.
    explicit CaretRest(Clock &clock, QObject *parent = nullptr);
    ~CaretRest() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void blink();

    std::unique_ptr<Alarm> m_alarm;
};

} // namespace otpdesk
