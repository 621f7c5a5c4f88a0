#include "models/markets/marketmarks.h"

#include "models/search/namecollator.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"

#include <algorithm>

namespace otpdesk {

namespace {

constexpr std::chrono::milliseconds RetryAfter = std::chrono::seconds(5);

} // namespace

MarketMarks::MarketMarks(Journal &journal, Clock &clock, QObject *parent)
    : QObject(parent), m_journal(journal), m_clock(clock), m_retry(clock.alarm([this] { flushAll(); }))
{}

MarketMarks::~MarketMarks()
{
    // Before the earlier ones are known they would be overwritten.
    for (const MarketMark mark : m_isLoaded ? m_dirty : QSet<MarketMark>())
        m_journal.saveMarkedMarkets(mark, marked(mark));
}

void MarketMarks::start()
{
    load();
}

void MarketMarks::load()
{
    whenReady(m_journal.markedMarkets(), this, [this](const Result<QList<MarkedMarket>> &markets) {
        if (!markets) {
            noteFailure(markets.error());
            return;
        }
        noteSuccess();
        take(markets.value());
    });
}

void MarketMarks::take(const QList<MarkedMarket> &markets)
{
    m_isLoaded = true;
    m_favourites.clear();
    m_recent.clear();
    m_dirty.clear();
    for (const MarkedMarket &marked : markets) {
        if (marked.mark == MarketMark::Favourite)
            m_favourites.insert(marked.market, marked.at);
        else if (m_recent.size() < MostRecent)
            m_recent.append(marked);
    }
    for (const auto &again : std::exchange(m_early, {}))
        again();
    Q_EMIT changed();
}

void MarketMarks::setFavourite(const Market &market, bool on)
{
    if (!m_isLoaded)
        m_early.append([this, market, on] { setFavourite(market, on); });
    if (isFavourite(market) == on)
        return;
    if (on)
        m_favourites.insert(market, m_clock.utc());
    else
        m_favourites.remove(market);
    write(MarketMark::Favourite);
}

void MarketMarks::noteUsed(const Market &market)
{
    if (!m_isLoaded)
        m_early.append([this, market] { noteUsed(market); });
    if (!m_recent.isEmpty() && m_recent.first().market == market)
        return;
    // Each later than the one before it, whatever the clock says: they come back in order of time.
    QDateTime at = m_clock.utc();
    if (!m_recent.isEmpty() && m_recent.first().at >= at)
        at = m_recent.first().at.addMSecs(1);
    m_recent.removeIf([&market](const MarkedMarket &recent) { return recent.market == market; });
    m_recent.prepend({MarketMark::Recent, market, at});
    if (m_recent.size() > MostRecent)
        m_recent.removeLast();
    write(MarketMark::Recent);
}

QList<Market> MarketMarks::favourites() const
{
    QList<Market> markets = m_favourites.keys();
    const QCollator collator = nameCollator();
    std::sort(markets.begin(), markets.end(), [&collator](const Market &a, const Market &b) {
        if (const int order = collator.compare(a.service, b.service); order != 0)
            return order < 0;
        if (const int order = collator.compare(a.country, b.country); order != 0)
            return order < 0;
        return a.kind < b.kind;
    });
    return markets;
}

QList<Market> MarketMarks::recent() const
{
    QList<Market> markets;
    for (const MarkedMarket &recent : m_recent)
        markets.append(recent.market);
    return markets;
}

QList<MarkedMarket> MarketMarks::marked(MarketMark mark) const
{
    if (mark == MarketMark::Recent)
        return m_recent;
    QList<MarkedMarket> markets;
    for (auto favourite = m_favourites.cbegin(); favourite != m_favourites.cend(); ++favourite)
        markets.append({mark, favourite.key(), favourite.value()});
    return markets;
}

void MarketMarks::write(MarketMark mark)
{
    m_dirty.insert(mark);
    flush(mark);
    Q_EMIT changed();
}

void MarketMarks::flush(MarketMark mark)
{
    if (!m_isLoaded || m_writing.contains(mark) || !m_dirty.remove(mark))
        return;
    m_writing.insert(mark);
    whenReady(m_journal.saveMarkedMarkets(mark, marked(mark)), this, [this, mark](const Result<Done> &done) {
        m_writing.remove(mark);
        if (!done) {
            m_dirty.insert(mark);
            noteFailure(done.error());
            return;
        }
        noteSuccess();
        flush(mark); // what came meanwhile
    });
}

void MarketMarks::flushAll()
{
    if (!m_isLoaded) {
        load();
        return;
    }
    flush(MarketMark::Favourite);
    flush(MarketMark::Recent);
}

void MarketMarks::noteFailure(const ApiError &error)
{
    if (!std::exchange(m_failing, true))
        Q_EMIT storageFailed(error);
    m_retry->start(RetryAfter);
}

void MarketMarks::noteSuccess()
{
    if (std::exchange(m_failing, false))
        Q_EMIT storageRecovered();
}

} // namespace otpdesk
