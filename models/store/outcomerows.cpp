#include "models/store/outcomerows.h"

#include "models/search/countrynames.h"
#include "models/search/servicenames.h"
#include "models/store/offercolumns.h"
#include "models/store/rowreader.h"
#include "models/store/words.h"

namespace otpdesk::outcomerows {

using namespace Qt::StringLiterals;

namespace {

/// Reads as much of an order as its outcome and its price depend on. Its offer is whole but for price and
/// stock.
Order orderOf(RowReader row)
{
    Order order;
    order.key = row.integer();
    order.providerId = row.text();
    order.offer = offercolumns::read(row);
    order.idempotencyKey = row.text();
    order.status = orderStatusOf(row.text(), OrderStatus::Unconfirmed);
    order.price = row.money();
    order.createdAt = row.time();
    order.boughtAt = row.time();
    order.expiresAt = row.time();
    order.replaces = row.integer();
    order.renews = row.integer();
    if (row.flag()) {
        order.messages.append(Message());
        order.messages.last().receivedAt = row.time();
    }
    return order;
}

/// Names are few and orders many: each name is folded once.
class KeyMaker
{
public:
    TrackKey keyOf(const QString &providerId, const Offer &offer)
    {
        const std::pair place(offer.country, offer.countryIso);
        auto country = m_countries.constFind(place);
        if (country == m_countries.cend())
            country = m_countries.insert(place, countryKeyOf(offer.country, offer.countryIso));
        auto service = m_services.constFind(offer.service);
        if (service == m_services.cend())
            service = m_services.insert(offer.service, serviceKeyOf(offer.service));
        return {providerId, offer.kind, offer.line, *service, *country};
    }

private:
    QHash<QString, QString> m_services;
    QHash<std::pair<QString, QString>, QString> m_countries;
};

} // namespace

TrackPage page(Transaction &transaction, qint64 afterKey, int most, const QSet<qint64> &except)
{
    TrackPage page;
    int count = 0;
    KeyMaker keys;
    QSqlQuery query = transaction.execute(
        uR"(SELECT orders.key, provider_id, %1, idempotency_key, status, price, price_currency, created_at,
                bought_at, expires_at, replaces, renews, seq IS NOT NULL, received_at
            FROM orders LEFT JOIN messages ON order_key = orders.key AND seq = 0
            WHERE orders.key > ? AND status IN ('finished', 'refunded', 'expired')
            ORDER BY orders.key LIMIT ?)"_s.arg(offercolumns::Names),
        {afterKey, most});
    while (transaction.next(query)) {
        const Order order = orderOf(RowReader(query));
        ++count;
        page.lastKey = order.key;
        if (except.contains(order.key))
            continue;
        page.tally.add(keys.keyOf(order.providerId, order.offer), outcomeOf(order));
        if (const auto paid = paidPriceOf(order))
            page.tally.learn(order.providerId, order.offer, *paid);
    }
    if (count < most)
        page.lastKey = 0;
    return page;
}

} // namespace otpdesk::outcomerows
