#include "models/orders/timelinemodel.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/store/journal.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "providers/types/phonenumber.h"

#include <QLocale>

#include <algorithm>

namespace otpdesk {

namespace {

TimelineModel::Tone toneOf(const OrderEvent &event)
{
    using Tone = TimelineModel::Tone;
    switch (event.kind) {
    case EventKind::NumberAssigned:
    case EventKind::MessageReceived:
    case EventKind::Finished:
    case EventKind::Refunded:
    case EventKind::Reconciled:
    case EventKind::CheckRecovered:
    case EventKind::Renewed:
        return Tone::Good;
    case EventKind::PurchaseAsked:
    case EventKind::ResendAsked:
    case EventKind::ReplaceAsked:
    case EventKind::CancelAsked:
    case EventKind::FinishAsked:
    case EventKind::RenewAsked:
        return Tone::Waiting;
    case EventKind::PurchaseUnclear:
    case EventKind::ReplaceUnclear:
    case EventKind::ResendRefused:
    case EventKind::CancelRefused:
    case EventKind::FinishRefused:
    case EventKind::StatusWord:
    case EventKind::CheckFailed:
    case EventKind::RenewRefused:
    case EventKind::RenewUnclear:
    case EventKind::ExpiresSoon:
    case EventKind::RefundDue:
        return Tone::Attention;
    case EventKind::PurchaseRefused:
    case EventKind::ReplaceRefused:
    case EventKind::Expired:
        return Tone::Bad;
    case EventKind::NotInProvidersList:
    case EventKind::MarkedNotCharged:
    case EventKind::ReplacedBy:
    case EventKind::Replaces:
    case EventKind::FoundInList:
        break;
    }
    return Tone::Neutral;
}

QString dateOf(const QString &iso)
{
    return QLocale().toString(QDateTime::fromString(iso, Qt::ISODate).toLocalTime(), QLocale::ShortFormat);
}

} // namespace

TimelineModel::TimelineModel(OrderEngine &engine, Journal &journal, Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_engine(engine), m_journal(journal), m_clock(clock)
{
    connect(&engine, &OrderEngine::eventAdded, this, [this](const OrderEvent &event) {
        if (event.orderKey == m_key)
            append(event);
    });
}

void TimelineModel::showOrder(qint64 key)
{
    if (key == m_key)
        return;
    beginResetModel();
    m_key = key;
    m_events.clear();
    // Reading does not wait for what the journal has still to write.
    m_early = m_engine.unwrittenEvents(key);
    m_loading = key != 0;
    endResetModel();
    if (key == 0)
        return;
    const int generation = ++m_generation;
    whenReady(m_journal.events(key), this, [this, generation](const Result<QList<OrderEvent>> &result) {
        if (generation != m_generation)
            return;
        beginResetModel();
        m_loading = false;
        if (result)
            m_events = result.value();
        // What was not written when the reading began, or happened meanwhile, may or may not be in the
        // answer.
        for (const OrderEvent &event : std::exchange(m_early, {})) {
            const bool known = std::any_of(m_events.cbegin(), m_events.cend(), [&event](const OrderEvent &e) {
                return e.kind == event.kind && e.at == event.at && e.text == event.text;
            });
            if (!known)
                m_events.append(event);
        }
        endResetModel();
    });
}

void TimelineModel::append(const OrderEvent &event)
{
    if (m_loading) {
        m_early.append(event);
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_events.append(event);
    endInsertRows();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QString TimelineModel::sentence(const OrderEvent &event) const
{
    const Order *order = m_engine.order(m_key);
    const ProviderEntry *entry = order ? findProvider(order->providerId) : nullptr;
    const QString provider = entry ? entry->info().name : tr("The provider");
    const QString why = event.error ? reason(*event.error, provider) : QString();
    const OfferKind kind = order ? order->offer.kind : OfferKind::Number;
    const bool bySms = kind == OfferKind::Number;
    switch (event.kind) {
    case EventKind::PurchaseAsked:
        return event.amount ? tr("Purchase sent to %1, price %2").arg(provider, format::money(event.amount))
                            : tr("Purchase sent to %1").arg(provider);
    case EventKind::NumberAssigned:
        if (kind == OfferKind::Email)
            return tr("Address assigned: %1").arg(event.text);
        return tr("Number assigned: %1")
            .arg(readPhoneNumber(event.text, order ? order->offer.countryIso : QString()).display);
    case EventKind::PurchaseRefused:
        return tr("Not bought. %1").arg(why);
    case EventKind::PurchaseUnclear:
        return tr("No readable answer: it may have been charged. %1").arg(why).trimmed();
    case EventKind::Reconciled:
        return tr("Found: it was bought, order %1").arg(event.text);
    case EventKind::NotInProvidersList:
        return tr("Not in %1's list of orders: it was not bought").arg(provider);
    case EventKind::MarkedNotCharged:
        return tr("Marked by you as not charged");
    case EventKind::MessageReceived:
        if (!event.code.isEmpty())
            return tr("Code received: %1").arg(format::code(event.code));
        return bySms ? tr("SMS without a code") : tr("Message without a code");
    case EventKind::ResendAsked:
        return bySms ? tr("Another SMS asked for") : tr("Another message asked for");
    case EventKind::ResendRefused:
        return bySms ? tr("No other SMS: %1").arg(why) : tr("No other message: %1").arg(why);
    case EventKind::ReplaceAsked:
        return tr("Replacement asked for");
    case EventKind::ReplacedBy:
        return tr("Replaced by a new number");
    case EventKind::Replaces:
        return tr("Takes the place of an earlier number");
    case EventKind::ReplaceRefused:
        return tr("Not replaced: %1").arg(why);
    case EventKind::ReplaceUnclear:
        return tr("No readable answer to the replacement. %1").arg(why);
    case EventKind::CancelAsked:
        return tr("Cancellation asked for");
    case EventKind::CancelRefused:
        return tr("Not cancelled: %1").arg(why);
    case EventKind::Refunded:
        return event.amount ? tr("Refunded: %1").arg(format::money(event.amount))
                            : tr("Cancelled and refunded");
    case EventKind::FinishAsked:
        return tr("Finish asked for");
    case EventKind::FinishRefused:
        return tr("Not finished: %1").arg(why);
    case EventKind::Finished:
        return tr("Finished");
    case EventKind::Expired:
        return bySms ? tr("Expired without an SMS") : tr("Expired without a message");
    case EventKind::StatusWord:
        return tr("%1 says “%2”").arg(provider, event.text);
    case EventKind::CheckFailed:
        return tr("Checking fails, and goes on. %1").arg(why);
    case EventKind::CheckRecovered:
        return tr("Checking works again");
    case EventKind::RenewAsked:
        return tr("More time asked for");
    case EventKind::Renewed:
        return event.amount
                   ? tr("Renewed for %1, until %2").arg(format::money(event.amount), dateOf(event.text))
                   : tr("Renewed until %1").arg(dateOf(event.text));
    case EventKind::RenewRefused:
        return why.isEmpty() ? tr("Not renewed") : tr("Not renewed: %1").arg(why);
    case EventKind::RenewUnclear:
        return tr("No readable answer to the renewal. %1").arg(why);
    case EventKind::FoundInList:
        return tr("Taken over from %1's list").arg(provider);
    case EventKind::ExpiresSoon:
        return tr("Expires soon: on %1").arg(dateOf(event.text));
    case EventKind::RefundDue:
        return tr("No SMS by the time you set: cancelling for the refund");
    }
    return {};
}

QString TimelineModel::reason(const ApiError &error, const QString &provider)
{
    const QString sentence = format::error(error, provider);
    return error.detail.isEmpty() ? sentence : tr("%1 (“%2”)").arg(sentence, error.detail);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const OrderEvent &event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return sentence(event);
    case Qt::AccessibleTextRole:
        return event.text.isEmpty() || event.kind != EventKind::MessageReceived
                   ? sentence(event)
                   : sentence(event) + u'\n' + event.text;
    case Qt::ToolTipRole:
        return QLocale().toString(event.at.toLocalTime(), QLocale::LongFormat);
    case EventRole:
        return QVariant::fromValue(event);
    case KindRole:
        return static_cast<int>(event.kind);
    case AtRole:
        return event.at;
    case MessageRole:
        return event.kind == EventKind::MessageReceived ? event.text : QString();
    case CodeRole:
        return event.code;
    case ToneRole:
        return static_cast<int>(toneOf(event));
    default:
        return {};
    }
}

} // namespace otpdesk
