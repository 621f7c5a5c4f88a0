#include "models/store/orderrows.h"

#include "models/store/offercolumns.h"
#include "models/store/rowreader.h"
#include "models/store/words.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <limits>

namespace otpdesk::orderrows {

using namespace Qt::StringLiterals;

namespace {

/// Hardly any order has options: one column of JSON for all of them, empty for none.
QString optionsText(const PurchaseOptions &options)
{
    if (options == PurchaseOptions())
        return u""_s;
    const QJsonObject object{{u"quantity"_s, options.quantity},
                             {u"domains"_s, QJsonArray::fromStringList(options.domains)},
                             {u"subject"_s, options.subject},
                             {u"regex"_s, options.regex}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PurchaseOptions optionsOf(const QString &text)
{
    PurchaseOptions options;
    if (text.isEmpty())
        return options;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    options.quantity = object.value("quantity"_L1).toInt(1);
    for (const QJsonValue &domain : object.value("domains"_L1).toArray())
        options.domains.append(domain.toString());
    options.subject = object.value("subject"_L1).toString();
    options.regex = object.value("regex"_L1).toString();
    return options;
}

// The next three functions name the same columns in the same order.

const QStringList &columns()
{
    static const QStringList names =
        u"account_id, provider_id, %1, offer_cancel_fee, offer_cancel_fee_currency, offer_price, "
        "offer_currency, offer_stock, offer_success_rate, offer_available, idempotency_key, "
        "provider_order_id, number, status, status_word, price, price_currency, refunded, refunded_currency, "
        "balance_before, balance_before_currency, balance_after, balance_after_currency, created_at, "
        "bought_at, expires_at, ended_at, code, resend_count, resend_locked_until, resend_pending, "
        "replaced_by, replaces, renews, options, renew_id, warned_at, cancel_at"_s.arg(offercolumns::Names)
            .split(u", "_s);
    return names;
}

QVariantList valuesOf(const Order &order)
{
    const Offer &offer = order.offer;
    QVariantList values;
    values << cell::text(order.accountId) << cell::text(order.providerId);
    offercolumns::append(values, offer);
    cell::appendMoney(values, offer.cancelFee);
    cell::appendMoney(values, offer.price);
    values << cell::number(offer.stock) << cell::number(offer.successRate) << offer.available
           << cell::text(order.idempotencyKey) << cell::text(order.id) << cell::text(order.number)
           << wordOf(order.status) << cell::text(order.statusWord);
    cell::appendMoney(values, order.price);
    cell::appendMoney(values, order.refunded);
    cell::appendMoney(values, order.balanceBefore);
    cell::appendMoney(values, order.balanceAfter);
    values << cell::time(order.createdAt) << cell::time(order.boughtAt) << cell::time(order.expiresAt)
           << cell::time(order.endedAt) << cell::text(order.code) << order.resendCount
           << cell::time(order.resendLockedUntil) << order.resendPending << cell::key(order.replacedBy)
           << cell::key(order.replaces) << cell::key(order.renews) << optionsText(order.options)
           << cell::text(order.renewId) << cell::time(order.warnedAt) << cell::time(order.cancelAt);
    return values;
}

/// Reads the key, then the columns.
Order orderOf(RowReader row)
{
    Order order;
    order.key = row.integer();
    order.accountId = row.text();
    order.providerId = row.text();
    order.offer = offercolumns::read(row);
    Offer &offer = order.offer;
    offer.cancelFee = row.money();
    offer.price = row.money();
    offer.stock = row.number();
    offer.successRate = row.number();
    offer.available = row.flag();
    order.idempotencyKey = row.text();
    order.id = row.text();
    order.number = row.text();
    // A word nobody knows must not hide what may have been paid for.
    order.status = orderStatusOf(row.text(), OrderStatus::Unconfirmed);
    order.statusWord = row.text();
    order.price = row.money();
    order.refunded = row.money();
    order.balanceBefore = row.money();
    order.balanceAfter = row.money();
    order.createdAt = row.time();
    order.boughtAt = row.time();
    order.expiresAt = row.time();
    order.endedAt = row.time();
    order.code = row.text();
    order.resendCount = static_cast<int>(row.integer());
    order.resendLockedUntil = row.time();
    order.resendPending = row.flag();
    order.replacedBy = row.integer();
    order.replaces = row.integer();
    order.renews = row.integer();
    order.options = optionsOf(row.text());
    order.renewId = row.text();
    order.warnedAt = row.time();
    order.cancelAt = row.time();
    return order;
}

Message messageOf(RowReader row)
{
    Message message;
    message.code = row.text();
    message.text = row.text();
    message.sender = row.text();
    message.receivedAt = row.time();
    message.subject = row.text();
    message.html = row.text();
    return message;
}

/// As it will be read back, to compare it with what is there.
Message asKept(const Message &message)
{
    return {cell::text(message.code).toString(),    cell::text(message.text).toString(),
            cell::text(message.sender).toString(),  message.receivedAt,
            cell::text(message.subject).toString(), cell::text(message.html).toString()};
}

/// Adds the messages that are not there yet. The same text may truly come twice, so each row answers for one
/// message of the list.
void addMessages(Transaction &transaction, qint64 key, const QList<Message> &messages)
{
    if (messages.isEmpty())
        return;
    QSqlQuery query = transaction.execute(
        u"SELECT code, text, sender, received_at, subject, html FROM messages WHERE order_key = ? ORDER BY seq"_s,
        {key});
    QList<Message> there;
    while (transaction.next(query))
        there.append(messageOf(RowReader(query)));
    query.finish();

    qsizetype seq = there.size();
    for (const Message &message : messages) {
        if (there.removeOne(asKept(message)))
            continue;
        transaction.execute(
            u"INSERT INTO messages (order_key, seq, code, text, sender, received_at, subject, html)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {key, seq++, cell::text(message.code), cell::text(message.text), cell::text(message.sender),
             cell::time(message.receivedAt), cell::text(message.subject), cell::text(message.html)});
    }
}

/// The orders that `rest` (from WHERE on) selects, with their messages.
QList<Order> select(Transaction &transaction, const QString &rest, const QVariantList &values)
{
    QList<Order> orders;
    QHash<qint64, qsizetype> positions;
    QSqlQuery query =
        transaction.execute(u"SELECT key, %1 FROM orders %2"_s.arg(columns().join(u", "_s), rest), values);
    while (transaction.next(query)) {
        orders.append(orderOf(RowReader(query)));
        positions.insert(orders.last().key, orders.size() - 1);
    }
    query = transaction.execute(
        u"SELECT code, text, sender, received_at, subject, html, order_key FROM messages"
        " WHERE order_key IN (SELECT key FROM orders %1) ORDER BY order_key, seq"_s.arg(rest),
        values);
    while (transaction.next(query)) {
        const qsizetype position = positions.value(query.value(6).toLongLong(), -1);
        if (position >= 0)
            orders[position].messages.append(messageOf(RowReader(query)));
    }
    return orders;
}

/// The condition of the index of live orders, word for word: SQLite compares the two.
QString isLiveCondition()
{
    return u"status IN ('buying', 'unconfirmed', 'waiting', 'code_received')"_s;
}

} // namespace

qint64 insert(Transaction &transaction, const Order &order)
{
    const QStringList marks(columns().size(), u"?"_s);
    const QSqlQuery query = transaction.execute(
        u"INSERT INTO orders (%1) VALUES (%2)"_s.arg(columns().join(u", "_s), marks.join(u", "_s)),
        valuesOf(order));
    if (transaction.failure())
        return 0;
    const qint64 key = query.lastInsertId().toLongLong();
    addMessages(transaction, key, order.messages);
    return key;
}

void update(Transaction &transaction, const Order &order)
{
    const QSqlQuery query =
        transaction.execute(u"UPDATE orders SET %1 = ? WHERE key = ?"_s.arg(columns().join(u" = ?, "_s)),
                            valuesOf(order) << order.key);
    if (!transaction.failure() && query.numRowsAffected() != 1)
        transaction.fail(storageError(u"no order %1 in the journal"_s.arg(order.key)));
    addMessages(transaction, order.key, order.messages);
}

QList<Order> live(Transaction &transaction)
{
    return select(transaction, u"INDEXED BY live_orders WHERE %1 ORDER BY key"_s.arg(isLiveCondition()), {});
}

QList<Order> ended(Transaction &transaction, OfferKind kind, qint64 beforeKey, int most)
{
    const qint64 below = beforeKey > 0 ? beforeKey : std::numeric_limits<qint64>::max();
    return select(
        transaction,
        u"WHERE NOT (%1) AND offer_kind = ? AND key < ? ORDER BY key DESC LIMIT ?"_s.arg(isLiveCondition()),
        {wordOf(kind), below, qMax(most, 0)});
}

QHash<QString, qint64> keysOf(Transaction &transaction, const QString &accountId, const QStringList &ids)
{
    QHash<QString, qint64> keys;
    for (const QString &id : ids) {
        QSqlQuery query = transaction.execute(
            u"SELECT key FROM orders WHERE account_id = ? AND provider_order_id = ? AND renews IS NULL"_s,
            {cell::text(accountId), cell::text(id)});
        if (transaction.next(query))
            keys.insert(id, query.value(0).toLongLong());
        query.finish();
    }
    return keys;
}

Money spent(Transaction &transaction, const QString &accountId, const QDateTime &sinceUtc, Currency currency)
{
    // A refund without an amount is a full one.
    QSqlQuery query =
        transaction.execute(uR"(SELECT SUM(price - CASE WHEN refunded_currency = price_currency THEN refunded
                                    WHEN status = 'refunded' THEN price ELSE 0 END)
            FROM orders WHERE account_id = ? AND created_at >= ? AND idempotency_key <> ''
                AND status <> 'not_bought' AND price_currency = ?)"_s,
                            {cell::text(accountId), cell::time(sinceUtc), currency.code()});
    const qint64 units = transaction.next(query) ? query.value(0).toLongLong() : 0;
    return Money::fromUnits(units, currency);
}

} // namespace otpdesk::orderrows
