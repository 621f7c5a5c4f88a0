#include "models/orders/orderchange.h"

#include "models/orders/serverclock.h"

#include <algorithm>

namespace otpdesk {

namespace {

/// Whether a message the provider reports is the one we have. What it leaves out this time, code or text,
/// does not make it another.
bool isSame(const Message &known, const Message &reported)
{
    const auto agree = [](const QString &a, const QString &b) {
        return a.isEmpty() || b.isEmpty() || a == b;
    };
    const bool share = (!known.text.isEmpty() && known.text == reported.text) ||
                       (!known.code.isEmpty() && known.code == reported.code) ||
                       (known.text == reported.text && known.code == reported.code);
    return share && agree(known.text, reported.text) && agree(known.code, reported.code) &&
           agree(known.subject, reported.subject);
}

struct Compared
{
    QList<Message> fresh;    ///< messages that are not known
    QList<Message> withCode; ///< known ones whose code was not
};

/// What `reported` says that `known` does not. The same text twice is two messages.
Compared compare(const QList<Message> &known, const QList<Message> &reported)
{
    QList<Message> unmatched = known;
    Compared result;
    for (const Message &message : reported) {
        const auto found = std::find_if(unmatched.cbegin(), unmatched.cend(),
                                        [&message](const Message &k) { return isSame(k, message); });
        if (found == unmatched.cend()) {
            result.fresh.append(message);
            continue;
        }
        if (found->code.isEmpty() && !message.code.isEmpty())
            result.withCode.append(message);
        unmatched.erase(found);
    }
    return result;
}

bool mayBecome(OrderStatus now, OrderStatus next)
{
    if (now == next)
        return false;
    if (isLive(now))
        return !(now == OrderStatus::CodeReceived && next == OrderStatus::Waiting);
    // Our own clock may have ended it before the provider's word came.
    return now == OrderStatus::Expired && (next == OrderStatus::Finished || next == OrderStatus::Refunded);
}

class Applier
{
public:
    Applier(const Order &order, const OrderReport &report, const QDateTime &nowUtc)
        : m_change{order, {}, {}}, m_order(m_change.order), m_report(report), m_now(nowUtc)
    {}

    OrderChange run() &&
    {
        takeFacts();
        takeMessages();
        takeStatus();
        return std::move(m_change);
    }

private:
    OrderEvent &note(EventKind kind)
    {
        m_change.events.append(eventOf(m_order, kind, m_now));
        return m_change.events.last();
    }

    void takeFacts()
    {
        if (m_order.id.isEmpty())
            m_order.id = m_report.id;
        if (m_report.price)
            m_order.price = m_report.price;
        if (m_report.refunded)
            m_order.refunded = m_report.refunded;
        if (m_report.balanceAfter)
            m_order.balanceAfter = m_report.balanceAfter;
        if (!m_report.renewId.isEmpty())
            m_order.renewId = m_report.renewId;
        if (m_report.expiresAt.isValid())
            takeExpiry(onOurClock(m_report.expiresAt, m_report.serverTime, m_now));
        else if (!m_order.expiresAt.isValid() && m_report.lifetime.count() > 0)
            m_order.expiresAt =
                (m_order.boughtAt.isValid() ? m_order.boughtAt : m_now).addSecs(m_report.lifetime.count());
        if (m_report.resendCount)
            m_order.resendCount = *m_report.resendCount;
        m_order.resendLockedUntil = onOurClock(m_report.resendLockedUntil, m_report.serverTime, m_now);
        if (!m_report.number.isEmpty() && m_order.number != m_report.number) {
            m_order.number = m_report.number;
            note(EventKind::NumberAssigned).text = m_report.number;
        }
    }

    void takeExpiry(const QDateTime &said)
    {
        const bool isNear = m_order.expiresAt.isValid() &&
                            qAbs(m_order.expiresAt.secsTo(said)) <= m_report.expirySlack.count();
        if (m_report.expirySlack.count() == 0 || !isNear)
            m_order.expiresAt = said;
    }

    void takeMessages()
    {
        QList<Message> reported = m_report.messages.value_or(QList<Message>());
        const auto holds = [](const QList<Message> &list, const QString &code) {
            return std::any_of(list.cbegin(), list.cend(),
                               [&code](const Message &m) { return m.code == code; });
        };
        // Some providers give the newest code and no list.
        if (!m_report.code.isEmpty() && !holds(reported, m_report.code) &&
            !holds(m_order.messages, m_report.code)) {
            Message message;
            message.code = m_report.code;
            reported.append(message);
        }

        const Compared compared = compare(m_order.messages, reported);
        for (const Message &message : compared.withCode) {
            // What was read stays as it was read; its code is news all the same.
            if (m_order.code != message.code)
                m_change.newMessages.append(message);
            m_order.code = message.code;
        }
        for (Message message : compared.fresh) {
            message.receivedAt = message.receivedAt.isValid()
                                     ? onOurClock(message.receivedAt, m_report.serverTime, m_now)
                                     : m_now;
            OrderEvent &event = note(EventKind::MessageReceived);
            event.at = message.receivedAt;
            event.text = message.text;
            event.code = message.code;
            m_order.messages.append(message);
            m_change.newMessages.append(message);
            if (!message.code.isEmpty())
                m_order.code = message.code;
            m_order.resendPending = false;
        }
        // The provider's word about which code is the newest wins over the order of its list.
        if (!m_report.code.isEmpty())
            m_order.code = m_report.code;
    }

    void takeStatus()
    {
        if (!m_report.statusWord.isEmpty() && m_report.statusWord != m_order.statusWord) {
            m_order.statusWord = m_report.statusWord;
            if (!m_report.status)
                note(EventKind::StatusWord).text = m_report.statusWord;
        }
        OrderStatus next = m_report.status.value_or(m_order.status);
        if (next == OrderStatus::Waiting && !m_order.messages.isEmpty())
            next = OrderStatus::CodeReceived;
        if (!m_report.status && isLive(m_order.status) && !m_order.messages.isEmpty())
            next = OrderStatus::CodeReceived;
        if (!mayBecome(m_order.status, next))
            return;
        m_order.status = next;
        if (isLive(next))
            return;
        m_order.endedAt = m_now;
        if (next == OrderStatus::Refunded) {
            note(EventKind::Refunded).amount = m_order.refunded;
        } else {
            note(next == OrderStatus::Finished ? EventKind::Finished : EventKind::Expired);
        }
    }

    OrderChange m_change;
    Order &m_order;
    const OrderReport &m_report;
    const QDateTime &m_now;
};

} // namespace

OrderEvent eventOf(const Order &order, EventKind kind, const QDateTime &nowUtc)
{
    OrderEvent event;
    event.orderKey = order.key;
    event.at = nowUtc;
    event.kind = kind;
    return event;
}

OrderChange applyReport(const Order &order, const OrderReport &report, const QDateTime &nowUtc)
{
    return Applier(order, report, nowUtc).run();
}

OrderChange expire(const Order &order, const QDateTime &nowUtc)
{
    OrderReport report;
    report.status = order.messages.isEmpty() ? OrderStatus::Expired : OrderStatus::Finished;
    report.resendLockedUntil = order.resendLockedUntil;
    return applyReport(order, report, nowUtc);
}

} // namespace otpdesk
