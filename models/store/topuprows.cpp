#include "models/store/topuprows.h"

#include "models/store/rowreader.h"
#include "models/store/words.h"

namespace otpdesk::topuprows {

using namespace Qt::StringLiterals;

namespace {

// The next three functions name the same columns in the same order.

const QStringList &columns()
{
    static const QStringList names{
        u"account_id"_s,  u"provider_id"_s,     u"idempotency_key"_s, u"provider_topup_id"_s,
        u"amount"_s,      u"amount_currency"_s, u"total"_s,           u"total_currency"_s,
        u"payment_url"_s, u"status"_s,          u"status_word"_s,     u"error"_s,
        u"created_at"_s,  u"expires_at"_s,      u"paid_at"_s,         u"ended_at"_s};
    return names;
}

QVariantList valuesOf(const TopUp &topUp)
{
    QVariantList values;
    values << cell::text(topUp.accountId) << cell::text(topUp.providerId) << cell::text(topUp.idempotencyKey)
           << cell::text(topUp.id);
    cell::appendMoney(values, topUp.amount);
    cell::appendMoney(values, topUp.totalAmount);
    values << cell::text(topUp.paymentUrl.toString(QUrl::FullyEncoded)) << wordOf(topUp.status)
           << cell::text(topUp.statusWord) << cell::text(topUp.error) << cell::time(topUp.createdAt)
           << cell::time(topUp.expiresAt) << cell::time(topUp.paidAt) << cell::time(topUp.endedAt);
    return values;
}

/// Reads the key, then the columns.
TopUp topUpOf(RowReader row)
{
    TopUp topUp;
    topUp.key = row.integer();
    topUp.accountId = row.text();
    topUp.providerId = row.text();
    topUp.idempotencyKey = row.text();
    topUp.id = row.text();
    topUp.amount = row.money().value_or(Money());
    topUp.totalAmount = row.money();
    topUp.paymentUrl = QUrl(row.text());
    // A word nobody knows must not hide an invoice that may be paid.
    topUp.status = topUpStatusOf(row.text(), TopUpStatus::Pending);
    topUp.statusWord = row.text();
    topUp.error = row.text();
    topUp.createdAt = row.time();
    topUp.expiresAt = row.time();
    topUp.paidAt = row.time();
    topUp.endedAt = row.time();
    return topUp;
}

} // namespace

qint64 insert(Transaction &transaction, const TopUp &topUp)
{
    const QStringList marks(columns().size(), u"?"_s);
    const QSqlQuery query = transaction.execute(
        u"INSERT INTO topups (%1) VALUES (%2)"_s.arg(columns().join(u", "_s), marks.join(u", "_s)),
        valuesOf(topUp));
    return transaction.failure() ? 0 : query.lastInsertId().toLongLong();
}

void update(Transaction &transaction, const TopUp &topUp)
{
    const QSqlQuery query =
        transaction.execute(u"UPDATE topups SET %1 = ? WHERE key = ?"_s.arg(columns().join(u" = ?, "_s)),
                            valuesOf(topUp) << topUp.key);
    if (!transaction.failure() && query.numRowsAffected() != 1)
        transaction.fail(storageError(u"no top-up %1 in the journal"_s.arg(topUp.key)));
}

QList<TopUp> recent(Transaction &transaction, int most)
{
    QList<TopUp> topUps;
    QSqlQuery query = transaction.execute(
        u"SELECT key, %1 FROM topups ORDER BY status IN ('creating', 'unconfirmed', 'pending') DESC, key DESC"
        " LIMIT ?"_s.arg(columns().join(u", "_s)),
        {most});
    while (transaction.next(query))
        topUps.append(topUpOf(RowReader(query)));
    return topUps;
}

} // namespace otpdesk::topuprows
