#include "tests/bench/catalog/measurement.h"

#include "tests/bench/catalog/heap.h"
#include "tests/bench/catalog/heartbeat.h"
#include "tests/bench/catalog/keystrokes.h"
#include "tests/bench/catalog/ours.h"
#include "tests/bench/catalog/pricelist.h"
#include "tests/bench/catalog/proxypeer.h"
#include "tests/bench/catalog/sqlitepeer.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <numeric>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto LongestRow = 12s; ///< of one contender
constexpr QSize WindowSize(1600, 1000);
/// Beyond this many the proxy is not asked for one or two letters: it takes minutes for a single keystroke
/// that lets much through, since it takes every range of rows out of its list by itself.
constexpr int MostForShortWords = 200'000;
constexpr int ShortestForProxy = 3;

enum Row { Filter, Painted, SortPrice, SortName, SortCountry, RefreshAll, RefreshShelf, Memory, RowCount };

QList<ReportRow> emptyRows()
{
    QList<ReportRow> rows(RowCount);
    rows[Filter] = {u"filter at a keystroke"_s, u"ms"_s, {}, 8};
    rows[Painted] = {u"keystroke to painted"_s, u"ms"_s, {}, 16};
    rows[SortPrice] = {u"sort by price"_s, u"ms"_s, {}, 20};
    rows[SortName] = {u"sort by name"_s, u"ms"_s, {}, 15};
    rows[SortCountry] = {u"sort by country"_s, u"ms"_s, {}, 15};
    rows[RefreshAll] = {u"refresh, 1 % changed, all shelves"_s, u"ms"_s, {}, {}};
    rows[RefreshShelf] = {u"refresh, 1 % changed, a shelf"_s, u"ms"_s, {}, 16};
    rows[Memory] = {u"memory for an offer"_s, u"bytes"_s, {}, 64};
    return rows;
}

/// Lets the view do what it has put off, and draws it.
void paint(QTableView &table)
{
    QCoreApplication::processEvents();
    table.viewport()->repaint();
}

/// One contender, through all the rows.
class Run
{
public:
    Run(Contender &contender, bool isProxy, const SyntheticCatalog &catalog)
        : m_contender(contender), m_catalog(catalog)
    {
        if (isProxy && catalog.offerCount() > MostForShortWords)
            m_shortest = ShortestForProxy;
    }

    void go()
    {
        fill();
        m_figures[Filter] = Figure::of(type(u"filtered"_s, [this](const QString &typed) {
            m_contender.filter(typed);
            m_contender.count();
        }));
        m_contender.beginWith({});
        sort();
        m_contender.beginWith(keystrokes(m_shortest).last());
        m_contender.open(WindowSize);
        paint(m_contender.table());
        m_figures[Painted] = Figure::of(type(u"painted"_s, [this](const QString &typed) {
            m_contender.filter(typed);
            paint(m_contender.table());
        }));
        m_contender.beginWith({});
        m_contender.sort(SortBy::Price);
        paint(m_contender.table());
        refresh();
    }

    const std::array<std::optional<Figure>, RowCount> &figures() const { return m_figures; }
    QString remark() const { return m_remarks.join(u", "_s); }

private:
    void fill()
    {
        const auto before = heapInUse();
        for (int shelf = 0; shelf < m_catalog.shelfCount(); ++shelf)
            m_contender.addShelf(m_catalog.shelf(shelf));
        m_contender.finishFilling();
        const auto after = heapInUse();
        if (before && after)
            m_figures[Memory] = Figure{double(*after - *before) / m_catalog.offerCount()};
    }

    template <typename Type>
    Timings type(const QString &what, Type press)
    {
        Timings timings;
        const Patience patience(LongestRow);
        const QStringList texts = keystrokes(m_shortest);
        QString before = u"-"_s; // nothing begins with it
        for (const QString &text : texts) {
            if (timings.count() >= 3 && patience.isOver())
                break;
            // What another text begins with is a jump that nobody types.
            if (m_shortest > 0 && !text.startsWith(before) && !before.startsWith(text))
                m_contender.beginWith(text);
            else
                timings.time([&] { press(text); });
            before = text;
        }
        m_remarks += u"%1 keystrokes %2"_s.arg(timings.count()).arg(what);
        return timings;
    }

    void sort()
    {
        const std::pair<Row, SortBy> columns[] = {
            {SortPrice, SortBy::Price}, {SortName, SortBy::Service}, {SortCountry, SortBy::Country}};
        std::array<Timings, RowCount> timings;
        const Patience patience(LongestRow);
        for (int round = 0; round < 15 && (round == 0 || !patience.isOver()); ++round) {
            for (const auto &[row, by] : columns)
                timings[row].time([&, column = by] { m_contender.sort(column); });
        }
        for (const auto &[row, by] : columns)
            m_figures[row] = Figure::of(timings[row]);
        m_remarks += u"sorted %1 times"_s.arg(timings[SortPrice].count());
        m_contender.sort(SortBy::Service);
    }

    /// Shelf by shelf, as answers come in, each painted. In an order that mixes large and small ones, so that
    /// those not reached in time are like those that were.
    void refresh()
    {
        Timings timings;
        const Patience patience(LongestRow);
        const int shelves = m_catalog.shelfCount();
        int step = shelves * 5 / 8 + 1;
        while (std::gcd(step, shelves) != 1)
            ++step;
        qint64 offers = 0;
        for (int i = 0; i < shelves && !patience.isOver(); ++i) {
            const auto shelf = static_cast<int>(qint64(i) * step % shelves);
            const SyntheticShelf later = m_catalog.refreshed(shelf);
            timings.time([&] {
                m_contender.refresh(shelf, later);
                paint(m_contender.table());
            });
            offers += later.offers.size();
        }
        m_figures[RefreshShelf] = Figure::of(timings);
        const bool all = timings.count() == shelves;
        const double share = double(offers) / m_catalog.offerCount();
        m_figures[RefreshAll] = Figure{timings.sum() / share, {}, !all};
        m_remarks += u"%1 of %2 shelves refreshed"_s.arg(timings.count()).arg(shelves);
    }

    Contender &m_contender;
    const SyntheticCatalog &m_catalog;
    int m_shortest = 0;
    std::array<std::optional<Figure>, RowCount> m_figures;
    QStringList m_remarks;
};

struct Load
{
    double total = 0;
    double longestStall = 0;
    QString problem;
};

Load load(Contender &contender, const QUrl &server, int products)
{
    contender.finishFilling();
    contender.open(WindowSize);
    paint(contender.table());
    Load load;
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    const Heartbeat heart;
    contender.load(server, [&](const QString &problem) {
        load.problem = problem;
        // What it takes to show it counts as well.
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
    });
    loop.exec();
    paint(contender.table());
    load.total = double(timer.nsecsElapsed()) / 1e6 - 100;
    load.longestStall = heart.longestStall();
    if (load.problem.isEmpty() && contender.count() != products)
        load.problem = u"%1 of %2 offers arrived"_s.arg(contender.count()).arg(products);
    return load;
}

const std::array<QString, 3> Names{u"ours"_s, u"proxy"_s, u"SQLite"_s};

std::unique_ptr<Contender> made(size_t which)
{
    if (which == 0)
        return std::make_unique<Ours>();
    if (which == 1)
        return std::make_unique<ProxyPeer>();
    return std::make_unique<SqlitePeer>();
}

} // namespace

Measured measureCatalog(int offers, Who who)
{
    const SyntheticCatalog catalog(offers);
    Measured measured{emptyRows(), {}};
    for (size_t which = 0; which < (who == Who::Ours ? 1 : Names.size()); ++which) {
        const std::unique_ptr<Contender> contender = made(which);
        Run run(*contender, which == 1, catalog);
        run.go();
        for (int row = 0; row < RowCount; ++row)
            measured.rows[row].figures[which] = run.figures()[static_cast<size_t>(row)];
        measured.remarks += Names[which] + u": "_s + run.remark();
    }
    if (who == Who::All && offers > MostForShortWords)
        measured.remarks +=
            u"The proxy's keystrokes begin with the third letter: with one it takes minutes."_s;
    return measured;
}

Measured measureLoading(qsizetype bytes, Who who, QStringList &problems)
{
    const PriceListServer server(bytes);
    QList<ReportRow> rows(2);
    rows[0] = {u"longest stall of the event loop"_s, u"ms"_s, {}, 16};
    rows[1] = {u"until all is shown"_s, u"ms"_s, {}, {}};
    for (size_t which = 0; which < (who == Who::Ours ? 1 : Names.size()); ++which) {
        const std::unique_ptr<Contender> contender = made(which);
        const Load loaded = load(*contender, server.url(), server.products());
        rows[0].figures[which] = Figure{loaded.longestStall};
        rows[1].figures[which] = Figure{loaded.total};
        if (!loaded.problem.isEmpty())
            problems += u"%1 could not load the price list: %2"_s.arg(Names[which], loaded.problem);
    }
    return {rows, {u"%1 products in one answer"_s.arg(server.products())}};
}

} // namespace otpdesk
