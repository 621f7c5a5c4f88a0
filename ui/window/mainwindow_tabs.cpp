#include "ui/window/mainwindow.h"

#include "models/accounts/accountlist.h"
#include "models/catalog/catalogaccounts.h"
#include "models/rates/ratebook.h"
#include "models/text/format.h"
#include "models/topups/topupmodel.h"
#include "models/watches/marketwatcher.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/catalog/catalogcontroller.h"
#include "ui/catalog/catalogview.h"
#include "ui/catalog/marketscontroller.h"
#include "ui/catalog/ratescontroller.h"
#include "ui/inboxes/inboxescontroller.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/orders/orderscontroller.h"
#include "ui/orders/ordersview.h"
#include "ui/preferences.h"
#include "ui/purchase/purchasecontroller.h"
#include "ui/rentals/rentalscontroller.h"
#include "ui/topups/topupscontroller.h"
#include "ui/topups/topupsview.h"
#include "ui/watches/watchcontroller.h"

#include <QTabWidget>
#include <QVBoxLayout>

// The tabs, each built when it is first shown.

namespace otpdesk {

QString MainWindow::nameOf(Tab tab)
{
    switch (tab) {
    case Tab::Catalog:
        return tr("Catalog");
    case Tab::Orders:
        return tr("Orders");
    case Tab::Rentals:
        return tr("Rentals");
    case Tab::Inboxes:
        return tr("Inboxes");
    case Tab::TopUps:
        return tr("Top-ups");
    }
    return {};
}

Icon MainWindow::iconOf(Tab tab)
{
    switch (tab) {
    case Tab::Catalog:
        return Icon::Tag;
    case Tab::Orders:
        return Icon::List;
    case Tab::Rentals:
        return Icon::Home;
    case Tab::Inboxes:
        return Icon::Mail;
    case Tab::TopUps:
        return Icon::Wallet;
    }
    return Icon::Info;
}

void MainWindow::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setAccessibleName(tr("Sections"));
    m_tabs->setDocumentMode(true);
    for (int i = 0; i < TabCount; ++i) {
        // A tab's content is made when it is first looked at: the window appears sooner.
        auto *frame = new QWidget(m_tabs);
        frame->setObjectName(QStringLiteral("tabPage%1").arg(i));
        auto *layout = new QVBoxLayout(frame);
        layout->setContentsMargins(0, 0, 0, 0);
        m_tabs->addTab(frame, icon(iconOf(static_cast<Tab>(i))), nameOf(static_cast<Tab>(i)));
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::ensureBuilt);
}

void MainWindow::ensureBuilt(int tab)
{
    if (tab < 0 || std::exchange(m_built[static_cast<size_t>(tab)], true))
        return;
    QWidget *page = buildPage(static_cast<Tab>(tab));
    m_tabs->widget(tab)->layout()->addWidget(page);
    page->show(); // the layout would show it only later, and what is not seen cannot take the focus
}

QWidget *MainWindow::buildPage(Tab tab)
{
    switch (tab) {
    case Tab::Catalog:
        return buildCatalog();
    case Tab::Orders:
        return buildOrders();
    case Tab::Rentals:
        return buildRentals();
    case Tab::Inboxes:
        return buildInboxes();
    case Tab::TopUps:
        return buildTopUps();
    }
    return nullptr;
}

QWidget *MainWindow::buildCatalog()
{
    auto *view = new CatalogView(this);
    auto *controller = new CatalogController(m_workspace.catalog, m_workspace.loader, *view, view);
    m_catalog = controller;
    equipCatalog(*controller, *view);
    connect(controller, &CatalogController::addAccountRequested, this,
            [this] { openAccounts()->addAccount(); });
    connect(controller, &CatalogController::buyRequested, m_purchases,
            [this](const QString &accountId, const Offer &offer) { m_purchases->confirm(accountId, offer); });
    connect(m_purchases, &PurchaseController::offerSeen, controller,
            [this](const QString &accountId, const Offer &offer) {
                m_workspace.catalog.noteOffer(accountId, offer);
            });
    m_workspace.catalogAccounts.loadAll();
    return view;
}

/// Gives the catalog what the person's own choices and experience add to it.
void MainWindow::equipCatalog(CatalogController &controller, CatalogView &view)
{
    view.filters().setGrouped(preferences::comparesMarkets(m_workspace.settings));
    connect(&view.filters(), &FilterBar::groupedChanged, &controller,
            [&settings = m_workspace.settings](bool on) { preferences::setComparesMarkets(settings, on); });
    controller.model().setTrackRecords(m_workspace.trackRecords);
    new MarketsController(m_workspace.marks, controller.model(), view, &view);
    auto *rates =
        new RatesController(m_workspace.rates, m_workspace.clock, controller.model(), view.filters(), &view);
    connect(&m_workspace.accounts, &AccountList::added, rates,
            [this, rates] { rates->setCurrencies(currencies()); });
    connect(&m_workspace.accounts, &AccountList::removed, rates,
            [this, rates] { rates->setCurrencies(currencies()); });
    rates->setCurrencies(currencies());
    connect(&view, &CatalogView::watchRequested, m_watches,
            [this](int row) { m_watches->ask(m_catalog->model().marketAt(row)); });
    connect(&view.filters(), &FilterBar::watchesRequested, m_watches, &WatchController::showList);
}

/// What the person's accounts are kept in.
QList<Currency> MainWindow::currencies() const
{
    QList<Currency> all;
    for (int row = 0; row < m_workspace.accounts.count(); ++row) {
        const ProviderInfo *provider = providerOf(m_workspace.accounts.at(row).account.id);
        if (provider && !all.contains(provider->currency))
            all.append(provider->currency);
    }
    return all;
}

QWidget *MainWindow::buildOrders()
{
    return adopt(new OrdersController(orderDesk(), this), Tab::Orders);
}

QWidget *MainWindow::buildRentals()
{
    auto *controller = new RentalsController(orderDesk(), m_workspace.accounts, this);
    connect(controller, &RentalsController::renewRequested, this, &MainWindow::openRenewal);
    return adopt(controller, Tab::Rentals);
}

QWidget *MainWindow::buildInboxes()
{
    auto *controller = new InboxesController(orderDesk(), this);
    connect(controller, &InboxesController::newInboxRequested, this, &MainWindow::openNewInbox);
    return adopt(controller, Tab::Inboxes);
}

OrderDesk MainWindow::orderDesk()
{
    return {m_workspace.engine, m_workspace.orders, m_workspace.journal, m_workspace.clipboard,
            m_workspace.clock};
}

QWidget *MainWindow::adopt(OrderTabController *controller, Tab tab)
{
    connect(controller, &OrderTabController::catalogRequested, this, &MainWindow::openCatalog);
    m_orderTabs[static_cast<size_t>(tab)] = controller;
    return controller->createView(this);
}

QWidget *MainWindow::buildTopUps()
{
    auto *controller =
        new TopUpsController(m_workspace.topUpEngine, m_workspace.topUps, m_workspace.accounts,
                             m_workspace.accountModel, m_workspace.clipboard, m_workspace.clock, this);
    connect(controller, &TopUpsController::addAccountRequested, this,
            [this] { openAccounts()->addAccount(); });
    connect(controller, &TopUpsController::editAccountRequested, this,
            [this](const QString &accountId) { openAccounts()->editAccount(accountId); });
    return controller->createView(this);
}

void MainWindow::openCatalog(OfferKind kind)
{
    showTab(Tab::Catalog);
    m_catalog->showKind(kind);
}

void MainWindow::showMarket(const Market &market)
{
    present();
    showTab(Tab::Catalog);
    m_catalog->showMarket(market);
}

void MainWindow::buildWatches()
{
    const auto inCurrencies = [this] {
        QList<Currency> all = currencies();
        if (const Currency display = m_workspace.rates.rates().display(); display.isValid()) {
            all.removeOne(display);
            all.prepend(display);
        }
        return all;
    };
    m_watches =
        new WatchController(m_workspace.watcher, m_workspace.catalog, m_workspace.clock, inCurrencies, *this);
    connect(m_watches, &WatchController::showRequested, this, &MainWindow::showMarket);
    connect(m_watches, &WatchController::catalogRequested, this, [this] { showTab(Tab::Catalog); });
    connect(&m_workspace.watcher, &MarketWatcher::failed, this, [this](const ApiError &error) {
        m_notices->post({MessageBar::Mood::Error, format::error(error, {}), error.detail, {}});
    });
}

} // namespace otpdesk
