#include "models/store/watchrows.h"

#include "models/store/rowreader.h"
#include "models/store/words.h"

namespace otpdesk::watchrows {

using namespace Qt::StringLiterals;

namespace {

QVariantList limitOf(const Watch &watch)
{
    QVariantList values;
    cell::appendMoney(values, watch.limit);
    return values;
}

} // namespace

qint64 insert(Transaction &transaction, const Watch &watch)
{
    const Market &market = watch.market;
    const QVariantList key{wordOf(market.kind), cell::text(market.serviceKey), cell::text(market.countryKey)};
    transaction.execute(
        u"INSERT INTO watches (kind, service_key, country_key, service, country, price_limit,"
        " price_limit_currency, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, service_key, country_key) DO UPDATE SET price_limit = excluded.price_limit,"
        " price_limit_currency = excluded.price_limit_currency"_s,
        key + QVariantList{cell::text(market.service), cell::text(market.country)} + limitOf(watch) +
            QVariantList{cell::time(watch.createdAt)});
    QSqlQuery query = transaction.execute(
        u"SELECT id FROM watches WHERE kind = ? AND service_key = ? AND country_key = ?"_s, key);
    return transaction.next(query) ? RowReader(query).integer() : 0;
}

void update(Transaction &transaction, const Watch &watch)
{
    const QSqlQuery query =
        transaction.execute(u"UPDATE watches SET price_limit = ?, price_limit_currency = ? WHERE id = ?"_s,
                            limitOf(watch) << watch.id);
    if (!transaction.failure() && query.numRowsAffected() != 1)
        transaction.fail(storageError(u"no watch %1 in the journal"_s.arg(watch.id)));
}

void remove(Transaction &transaction, qint64 id)
{
    transaction.execute(u"DELETE FROM watches WHERE id = ?"_s, {id});
}

QList<Watch> all(Transaction &transaction)
{
    QList<Watch> watches;
    QSqlQuery query = transaction.execute(
        u"SELECT id, kind, service_key, country_key, service, country, price_limit, price_limit_currency,"
        " created_at FROM watches ORDER BY id"_s);
    while (transaction.next(query)) {
        RowReader row(query);
        Watch watch;
        watch.id = row.integer();
        watch.market.kind = offerKindOf(row.text(), OfferKind::Number);
        watch.market.serviceKey = row.text();
        watch.market.countryKey = row.text();
        watch.market.service = row.text();
        watch.market.country = row.text();
        watch.limit = row.money();
        watch.createdAt = row.time();
        watches.append(watch);
    }
    return watches;
}

} // namespace otpdesk::watchrows
