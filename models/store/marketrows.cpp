#include "models/store/marketrows.h"

#include "models/store/rowreader.h"
#include "models/store/words.h"

namespace otpdesk::marketrows {

using namespace Qt::StringLiterals;

QList<MarkedMarket> marked(Transaction &transaction)
{
    QList<MarkedMarket> markets;
    QSqlQuery query = transaction.execute(
        u"SELECT mark, kind, service_key, country_key, service, country, at FROM marked_markets"
        " ORDER BY at DESC"_s);
    while (transaction.next(query)) {
        RowReader row(query);
        MarkedMarket marked;
        marked.mark = marketMarkOf(row.text(), MarketMark::Recent);
        marked.market.kind = offerKindOf(row.text(), OfferKind::Number);
        marked.market.serviceKey = row.text();
        marked.market.countryKey = row.text();
        marked.market.service = row.text();
        marked.market.country = row.text();
        marked.at = row.time();
        markets.append(marked);
    }
    return markets;
}

void replace(Transaction &transaction, MarketMark mark, const QList<MarkedMarket> &markets)
{
    transaction.execute(u"DELETE FROM marked_markets WHERE mark = ?"_s, {wordOf(mark)});
    for (const MarkedMarket &marked : markets) {
        const Market &market = marked.market;
        transaction.execute(u"INSERT OR REPLACE INTO marked_markets (mark, kind, service_key, country_key, "
                            u"service, country, at)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                            {wordOf(mark), wordOf(market.kind), cell::text(market.serviceKey),
                             cell::text(market.countryKey), cell::text(market.service),
                             cell::text(market.country), cell::time(marked.at)});
    }
}

} // namespace otpdesk::marketrows
