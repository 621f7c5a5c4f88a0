#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>

namespace otpdesk {

class Alarm;
class Clock;

/// What the person wants to be reminded of, in ten minutes. Not kept when the application ends: then it asks
/// again by itself.
class Reminders : public QObject
{
    Q_OBJECT

public:
    explicit Reminders(Clock &clock, QObject *parent = nullptr);
    ~Reminders() override;

    void remindOf(qint64 key);
    void forget(qint64 key) { m_at.remove(key); }
    /// UTC; invalid: there is none.
    QDateTime timeOf(qint64 key) const { return m_at.value(key); }

Q_SIGNALS:
    void due(qint64 key);

private:
    void look();

    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    QHash<qint64, QDateTime> m_at; // UTC
};

} // namespace otpdesk
