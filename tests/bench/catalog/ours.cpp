#include "tests/bench/catalog/ours.h"

#include "models/catalog/catalogloader.h"
#include "models/catalog/catalogmodel.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "ui/catalog/catalogcontroller.h"
#include "ui/catalog/catalogview.h"

#include <QLineEdit>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

CatalogModel::Column columnOf(SortBy by)
{
    switch (by) {
    case SortBy::Service:
        return CatalogModel::Column::Service;
    case SortBy::Country:
        return CatalogModel::Column::Country;
    case SortBy::Price:
        return CatalogModel::Column::Price;
    }
    return CatalogModel::Column::Service;
}

Shelf shelfAt(const QString &path)
{
    Shelf shelf;
    shelf.path = path;
    return shelf;
}

} // namespace

struct Ours::Parts
{
    SystemClock clock;
    std::unique_ptr<Provider> provider;
    Catalog catalog;
    CatalogLoader loader{catalog, [this](const QString &, OfferKind kind) -> Shop * {
                             return kind == OfferKind::Number && provider ? provider->shop(kind) : nullptr;
                         }};
    std::unique_ptr<CatalogModel> bare = std::make_unique<CatalogModel>(catalog); // while there is no window
    std::unique_ptr<CatalogView> view;
    std::unique_ptr<CatalogController> controller;

    QTableView &table() { return *view->findChild<QTableView *>(u"offersTable"_s); }
    CatalogModel &model() { return bare ? *bare : *qobject_cast<CatalogModel *>(table().model()); }
};

Ours::Ours() : d(std::make_unique<Parts>())
{
    for (const CatalogAccount &account : SyntheticCatalog::accounts())
        d->catalog.setAccount(account);
}

Ours::~Ours() = default;

void Ours::addShelf(const SyntheticShelf &shelf)
{
    d->bare.reset(); // it would follow, which is measured by refresh() and load()
    d->catalog.putShelf(shelf.accountId, shelfAt(shelf.path), shelf.offers);
}

void Ours::finishFilling()
{
    d->bare = std::make_unique<CatalogModel>(d->catalog);
}

void Ours::filter(const QString &typed)
{
    if (d->view) {
        d->view->findChild<QLineEdit *>(u"searchOffers"_s)->setText(typed);
        return;
    }
    CatalogFilter filter;
    filter.text = typed;
    d->bare->setFilter(filter);
}

void Ours::sort(SortBy by)
{
    d->model().sort(static_cast<int>(columnOf(by)));
}

int Ours::count()
{
    return d->model().rowCount();
}

QList<qint64> Ours::firstAmounts(int rows)
{
    QList<qint64> amounts;
    for (int row = 0; row < std::min(rows, count()); ++row) {
        const std::optional<Money> price = d->model().offerAt(row).price;
        amounts.append(price ? price->units() : std::numeric_limits<qint64>::max());
    }
    return amounts;
}

void Ours::open(QSize size)
{
    d->bare.reset();
    d->view = std::make_unique<CatalogView>();
    d->controller = std::make_unique<CatalogController>(d->catalog, d->loader, *d->view);
    d->view->resize(size);
    d->view->show();
}

QTableView &Ours::table()
{
    return d->table();
}

void Ours::refresh(int, const SyntheticShelf &later)
{
    d->catalog.putShelf(later.accountId, shelfAt(later.path), later.offers);
}

void Ours::load(const QUrl &server, std::function<void(const QString &problem)> done)
{
    Connection connection;
    connection.baseUrl = server;
    connection.key = u"otpzap_live_0123456789abcdef"_s;
    connection.clock = &d->clock;
    d->provider = findProvider(u"otpzap"_s)->make(connection);
    QObject::connect(&d->loader, &CatalogLoader::finished, d->view.get(), [done] { done({}); });
    QObject::connect(&d->loader, &CatalogLoader::failed, d->view.get(),
                     [done](const QString &, const ApiError &error) {
                         done(format::error(error, u"OTPZap"_s) + u' ' + error.detail);
                     });
    d->loader.load(SyntheticCatalog::accounts().first().id);
}

} // namespace otpdesk
