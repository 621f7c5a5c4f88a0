#include "models/catalog/shelfintake.h"

#include <QThreadPool>

namespace otpdesk {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype SliceSize = 250; // offers: half a millisecond
constexpr int MostUntold = 20;       // slices: to tell of more takes too much of a frame
constexpr auto TellEvery = 100ms;

/// A long list of offers takes longer to free than a frame may last.
void freeElsewhere(QList<Offer> offers)
{
    if (offers.size() > SliceSize)
        QThreadPool::globalInstance()->start([offers = std::move(offers)] { Q_UNUSED(offers) });
}

} // namespace

ShelfIntake::ShelfIntake(Catalog &catalog, QObject *parent) : QObject(parent), m_catalog(catalog)
{
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &ShelfIntake::work);
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &ShelfIntake::tell);
}

ShelfIntake::~ShelfIntake() = default;

Async<Done> ShelfIntake::put(const QString &accountId, const Shelf &shelf, const QList<Offer> &offers)
{
    const auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    m_deliveries.push_back({accountId, shelf, offers, promise, std::nullopt, 0});
    m_work.start();
    return promise->future();
}

void ShelfIntake::work()
{
    const bool isDone = takeSlice(m_deliveries.front());
    tellInTime();
    if (!isDone)
        return;
    Delivery done = std::move(m_deliveries.front());
    m_deliveries.pop_front();
    if (m_deliveries.empty())
        m_work.stop();
    freeElsewhere(std::move(done.offers));
    done.promise->addResult(Done{});
    done.promise->finish();
}

/// Long shelves are told of while they come: all at once would be too much for a frame.
void ShelfIntake::tellInTime()
{
    if (++m_untold >= MostUntold || !m_told.isValid() ||
        m_told.hasExpired(std::chrono::milliseconds(TellEvery).count()))
        tell();
    else if (!m_tell.isActive())
        m_tell.start(TellEvery);
}

/// True after the last.
bool ShelfIntake::takeSlice(Delivery &delivery)
{
    if (!delivery.update)
        delivery.update = m_catalog.openShelf(delivery.accountId, delivery.shelf);
    const qsizetype count = std::min(SliceSize, delivery.offers.size() - delivery.taken);
    const std::span<const Offer> all(std::as_const(delivery.offers).data(), size_t(delivery.offers.size()));
    m_catalog.putOffers(*delivery.update, all.subspan(size_t(delivery.taken), size_t(count)));
    delivery.taken += count;
    if (delivery.taken < delivery.offers.size())
        return false;
    m_catalog.closeShelf(*delivery.update);
    return true;
}

void ShelfIntake::tell()
{
    m_untold = 0;
    m_tell.stop();
    m_told.start();
    m_catalog.publish();
}

} // namespace otpdesk
