#include "models/orders/ordermodel.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "providers/types/phonenumber.h"

#include <algorithm>

namespace otpdesk {

namespace {

constexpr std::chrono::seconds Soon = std::chrono::hours(48);
constexpr qsizetype HeadlineLength = 120;

QVariant moneySort(const std::optional<Money> &amount)
{
    return amount ? QVariant(amount->units()) : QVariant();
}

QVariant alignmentOf(OrderModel::Column column)
{
    return QVariant(Qt::AlignVCenter |
                    (column == OrderModel::Column::Price ? Qt::AlignRight : Qt::AlignLeft));
}

/// An address is itself; a number is read the way its country writes it.
QString shownNumber(const Order &order)
{
    if (order.offer.kind == OfferKind::Email || order.number.isEmpty())
        return order.number;
    return readPhoneNumber(order.number, order.offer.countryIso).display;
}

/// What came last, where it brought no code: an SMS without one is an event of the timeline, but a message to
/// an inbox is what the inbox was bought for.
QString headlineOf(const Order &order)
{
    if (order.offer.kind == OfferKind::Number || !order.code.isEmpty() || order.messages.isEmpty())
        return {};
    const Message &newest = order.messages.last();
    return (newest.subject.isEmpty() ? newest.text.left(HeadlineLength) : newest.subject).simplified();
}

QString dash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString folded(const QString &text)
{
    QString out;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    out.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!c.isMark())
            out += c.toCaseFolded();
    }
    return out;
}

} // namespace

OrderModel::OrderModel(OrderEngine &engine, AccountList &accounts, Clock &clock, QObject *parent)
    : QAbstractTableModel(parent),
      m_engine(engine),
      m_accounts(accounts),
      m_clock(clock),
      m_tick(clock.alarm([this] { tick(); }))
{
    for (const auto &[key, order] : engine.orders())
        m_keys.push_back(key);
    std::reverse(m_keys.begin(), m_keys.end());
    connect(&engine, &OrderEngine::added, this, &OrderModel::insert);
    connect(&engine, &OrderEngine::changed, this, &OrderModel::refresh);
    connect(&accounts, &AccountList::changed, this, [this] { refreshColumn(Column::Provider); });
    connect(&accounts, &AccountList::removed, this, [this] { refreshColumn(Column::Provider); });
    tick();
}

OrderModel::~OrderModel() = default;

int OrderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int OrderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

qint64 OrderModel::keyAt(int row) const
{
    return m_keys[static_cast<size_t>(row)];
}

int OrderModel::rowOf(qint64 key) const
{
    const auto found = std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, std::greater<>());
    return found != m_keys.cend() && *found == key ? static_cast<int>(found - m_keys.cbegin()) : -1;
}

void OrderModel::insert(qint64 key)
{
    const auto place = std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, std::greater<>());
    const int row = static_cast<int>(place - m_keys.cbegin());
    beginInsertRows({}, row, row);
    m_keys.insert(place, key);
    endInsertRows();
    hurryTick(key);
}

void OrderModel::refresh(qint64 key)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    Q_EMIT dataChanged(index(row, 0), index(row, static_cast<int>(Column::Count) - 1));
    hurryTick(key);
}

void OrderModel::refreshColumn(Column column)
{
    if (!m_keys.empty())
        Q_EMIT dataChanged(index(0, static_cast<int>(column)),
                           index(rowCount() - 1, static_cast<int>(column)));
}

/// Countdowns move as often as their words change: each second of the last hour, each hour of a rental's
/// months. Without any, nothing ticks.
void OrderModel::tick()
{
    const int column = static_cast<int>(Column::TimeLeft);
    std::optional<std::chrono::milliseconds> next;
    int first = -1;
    // A rental counts down among hundreds that ended after it was bought: only what moves is told.
    for (int row = 0; row <= rowCount(); ++row) {
        const auto pace = row < rowCount() ? paceOf(keyAt(row)) : std::nullopt;
        if (pace)
            next = std::min(next.value_or(*pace), *pace);
        if (pace && first < 0)
            first = row;
        if (pace || first < 0)
            continue;
        Q_EMIT dataChanged(index(first, column), index(row - 1, column), {Qt::DisplayRole, SortRole});
        first = -1;
    }
    if (!next)
        return;
    m_pace = *next;
    m_tick->start(*next);
}

/// How soon the words for an order's time left change; nothing where it does not count down.
std::optional<std::chrono::milliseconds> OrderModel::paceOf(qint64 key) const
{
    const QDateTime expires = m_engine.expiry(*m_engine.order(key));
    if (!expires.isValid())
        return std::nullopt;
    return format::timeLeftChangesIn(std::chrono::milliseconds(m_clock.utc().msecsTo(expires)));
}

/// An order that is new, or changed, may count down faster than all the others.
void OrderModel::hurryTick(qint64 key)
{
    const auto pace = paceOf(key);
    if (!pace || (m_tick->isActive() && m_pace <= *pace))
        return;
    m_pace = *pace;
    m_tick->start(*pace);
}

QString OrderModel::providerLabel(const Order &order) const
{
    if (const AccountEntry *account = m_accounts.find(order.accountId))
        return account->account.label;
    const ProviderEntry *provider = findProvider(order.providerId);
    return provider ? provider->info().name : order.providerId;
}

QString OrderModel::text(const Order &order, Column column) const
{
    switch (column) {
    case Column::Number:
        //: %1 is a rented number
        return order.renews != 0 ? tr("Renewal of %1").arg(dash(shownNumber(order)))
                                 : dash(shownNumber(order));
    case Column::Service:
        return order.offer.service;
    case Column::Country:
        return dash(order.offer.country);
    case Column::Variant:
        return dash(order.offer.variant);
    case Column::Provider:
        return providerLabel(order);
    case Column::Code:
        return format::code(order.code);
    case Column::Status:
        return format::status(order.status, order.offer.kind);
    case Column::TimeLeft: {
        const QDateTime expires = m_engine.expiry(order);
        return expires.isValid() ? format::timeLeft(std::chrono::milliseconds(m_clock.utc().msecsTo(expires)))
                                 : QString();
    }
    case Column::Price:
        return format::money(order.price);
    case Column::Bought:
        return format::ago(order.createdAt, m_clock.utc());
    case Column::Count:
        break;
    }
    return {};
}

/// For a screen reader and for whoever reads the table from outside: codes and numbers without the gaps that
/// only help the eye.
QString OrderModel::spoken(const Order &order, Column column) const
{
    if (column == Column::Code)
        return order.code.isEmpty() ? headlineOf(order) : order.code;
    if (column == Column::Number && !order.number.isEmpty() && order.offer.kind != OfferKind::Email &&
        order.renews == 0) {
        const PhoneNumber number = readPhoneNumber(order.number, order.offer.countryIso);
        return number.e164.isEmpty() ? order.number : number.e164;
    }
    return text(order, column);
}

QVariant OrderModel::sortKey(const Order &order, Column column) const
{
    switch (column) {
    case Column::Status:
        return static_cast<int>(order.status);
    case Column::TimeLeft:
        return m_engine.expiry(order);
    case Column::Price:
        return moneySort(order.price);
    case Column::Bought:
        return order.createdAt;
    default:
        return text(order, column);
    }
}

bool OrderModel::endsSoon(const Order &order) const
{
    if (order.offer.kind != OfferKind::Rental || order.renews != 0)
        return false;
    const QDateTime expires = m_engine.expiry(order);
    return expires.isValid() && m_clock.utc().secsTo(expires) < Soon.count();
}

bool OrderModel::needsAttention(const Order &order) const
{
    // A message in which no code was recognised is for the person to read.
    const bool unread = order.status == OrderStatus::CodeReceived && order.code.isEmpty() &&
                        order.offer.kind != OfferKind::Rental;
    return order.status == OrderStatus::Unconfirmed || unread || endsSoon(order);
}

QVariant OrderModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Order &order = *m_engine.order(keyAt(index.row()));
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(order, column);
    case Qt::AccessibleTextRole:
        return spoken(order, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case SortRole:
        return sortKey(order, column);
    case KeyRole:
        return order.key;
    case StatusRole:
        return static_cast<int>(order.status);
    case CodeRole:
        return order.code;
    case NumberRole:
        return order.number;
    case ExpiresRole:
        return m_engine.expiry(order);
    case LifetimeRole: {
        const QDateTime expires = m_engine.expiry(order);
        const QDateTime from = order.boughtAt.isValid() ? order.boughtAt : order.createdAt;
        return expires.isValid() && from.isValid() ? from.msecsTo(expires) : qint64(0);
    }
    case ProviderIdRole:
        return order.providerId;
    case SearchRole:
        return folded(QStringList{order.number, readPhoneNumber(order.number, order.offer.countryIso).digits,
                                  order.offer.service, order.offer.country, providerLabel(order), order.code,
                                  order.id, order.offer.variant, headlineOf(order)}
                          .join(u'\n'));
    case KindRole:
        return static_cast<int>(order.offer.kind);
    case RenewsRole:
        return order.renews;
    case VariantRole:
        return order.offer.variant;
    case HeadlineRole:
        return headlineOf(order);
    case SoonRole:
        return endsSoon(order);
    case AttentionRole:
        return needsAttention(order);
    default:
        return {};
    }
}

QVariant OrderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(static_cast<Column>(section));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Column::Number:
        return tr("Number");
    case Column::Service:
        return tr("Service");
    case Column::Country:
        return tr("Country");
    case Column::Provider:
        return tr("Provider");
    case Column::Code:
        return tr("Code");
    case Column::Status:
        return tr("Status");
    case Column::TimeLeft:
        return tr("Time left");
    case Column::Price:
        return tr("Price");
    case Column::Bought:
        return tr("Bought");
    case Column::Variant:
        return tr("Server");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace otpdesk
