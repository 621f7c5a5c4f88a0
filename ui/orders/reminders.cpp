#include "ui/orders/reminders.h"

#include "providers/types/clock.h"

#include <optional>

using namespace std::chrono_literals;

namespace otpdesk {

namespace {

constexpr std::chrono::milliseconds Span = 10min;

} // namespace

Reminders::Reminders(Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_alarm(clock.alarm([this] { look(); }))
{}

Reminders::~Reminders() = default;

void Reminders::remindOf(qint64 key)
{
    m_at.insert(key, m_clock.utc().addMSecs(Span.count()));
    if (!m_alarm->isActive())
        m_alarm->start(Span);
}

/// All who are due, and the time until the next who is not.
void Reminders::look()
{
    QList<qint64> dueNow;
    std::optional<QDateTime> next;
    const QDateTime now = m_clock.utc();
    for (auto it = m_at.begin(); it != m_at.end();) {
        if (it.value() > now) {
            next = next ? qMin(*next, it.value()) : it.value();
            ++it;
            continue;
        }
        dueNow.append(it.key());
        it = m_at.erase(it);
    }
    if (next)
        m_alarm->start(std::chrono::milliseconds(now.msecsTo(*next)));
    for (const qint64 key : std::as_const(dueNow))
        Q_EMIT due(key);
}

} // namespace otpdesk
