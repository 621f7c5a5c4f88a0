#include "app/session/session.h"

#include "app/session/demorates.h"
#include "models/accounts/accountlist.h"
#include "models/accounts/accountmodel.h"
#include "models/catalog/catalog.h"
#include "models/catalog/catalogaccounts.h"
#include "models/catalog/catalogloader.h"
#include "models/markets/marketmarks.h"
#include "models/markets/trackrecords.h"
#include "models/orders/orderengine.h"
#include "models/orders/ordermodel.h"
#include "models/rates/ratebook.h"
#include "models/topups/topupengine.h"
#include "models/topups/topupmodel.h"
#include "models/watches/marketwatcher.h"
#include "providers/registry.h"
#include "providers/simulator/simulator.h"
#include "ui/kit/caretrest.h"
#include "ui/kit/clipboard.h"
#include "ui/preferences.h"
#include "ui/tray/tray.h"
#include "ui/window/mainwindow.h"

#include <QNetworkInformation>

namespace otpdesk {

Session::Session(SessionSetup setup, QObject *parent)
    : QObject(parent),
      m_setup(std::move(setup)),
      m_settings(m_setup.profile.settings()),
      m_journal(std::make_unique<Journal>(m_setup.profile.journalFile()))
{
    std::vector<SecretStore *> stores;
    for (const auto &store : m_setup.secrets)
        stores.push_back(store.get());
    Clock &clock = m_setup.clock;
    m_accounts = std::make_unique<AccountList>(*m_journal, stores, clock);
    m_accountModel = std::make_unique<AccountModel>(*m_accounts);
    m_engine = std::make_unique<OrderEngine>(*m_journal, *m_accounts, clock);
    m_orders = std::make_unique<OrderModel>(*m_engine, *m_accounts, clock);
    m_topUpEngine = std::make_unique<TopUpEngine>(*m_journal, *m_accounts, clock);
    m_topUps = std::make_unique<TopUpModel>(*m_topUpEngine, *m_accounts, clock);
    m_catalog = std::make_unique<Catalog>();
    m_loader = std::make_unique<CatalogLoader>(*m_catalog,
                                               [this](const QString &accountId, OfferKind kind) -> Shop * {
                                                   Provider *provider = m_accounts->provider(accountId);
                                                   return provider ? provider->shop(kind) : nullptr;
                                               });
    m_catalogAccounts = std::make_unique<CatalogAccounts>(*m_accounts, *m_catalog, *m_loader);
    m_trackRecords = std::make_unique<TrackRecords>(*m_engine, *m_journal);
    m_marks = std::make_unique<MarketMarks>(*m_journal, clock);
    m_rates = std::make_unique<RateBook>(*m_settings);
    learnPrices();
    m_watcher = std::make_unique<MarketWatcher>(*m_journal, *m_accounts, *m_catalog, *m_loader, clock);
    m_clipboard = std::make_unique<Clipboard>(clock);
    m_caretRest = std::make_unique<CaretRest>(clock);
}

Session::~Session() = default;

void Session::open()
{
    whenReady(m_journal->open(), this, [this](const Result<JournalStart> &start) {
        if (start)
            begin(start.value());
        else
            Q_EMIT failed(start.error());
    });
}

void Session::begin(const JournalStart &start)
{
    m_engine->setRefundPolicy(preferences::refundAfter(*m_settings));
    // Orders before accounts: a key may be there at once, and polling begins with it.
    m_engine->start(start.liveOrders);
    m_topUpEngine->start(start.topUps);
    m_trackRecords->start();
    m_marks->start();
    if (m_setup.simulator && m_rates->rates().rates().isEmpty())
        m_rates->setRates(demoRates(m_setup.clock.utc().toLocalTime().date()));
    buildWindow();
    watchMarkets();
    m_accounts->start(start.accounts);
    if (m_setup.opensDemoAccounts)
        openDemoAccounts();
    followTheNetwork();
    Q_EMIT opened();
}

/// What providers without prices ask for is known from earlier purchases.
void Session::learnPrices()
{
    m_catalog->setLastPaid([this](const QString &providerId, const Offer &offer) {
        const auto paid = m_trackRecords->lastPaid(providerId, offer);
        return paid ? std::optional(paid->price) : std::nullopt;
    });
    connect(m_trackRecords.get(), &TrackRecords::priceLearned, m_catalog.get(), &Catalog::learnPrice);
    connect(m_trackRecords.get(), &TrackRecords::loaded, m_catalog.get(), &Catalog::learnPrices);
}

void Session::buildWindow()
{
    m_window = std::make_unique<MainWindow>(
        Workspace{m_setup.clock, *m_journal, *m_accounts, *m_accountModel, *m_engine, *m_orders, *m_catalog,
                  *m_loader, *m_catalogAccounts, *m_trackRecords, *m_marks, *m_rates, *m_watcher,
                  *m_topUpEngine, *m_topUps, *m_clipboard, *m_settings, m_setup.simulator != nullptr});
    m_tray = std::make_unique<Tray>(*m_engine, *m_clipboard, *m_settings);
    m_window->setClosesToTray(m_tray->isShown());
    connect(m_window.get(), &MainWindow::demoRequested, this, &Session::demoRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Session::quitRequested);
    connect(m_window.get(), &MainWindow::hiddenToTray, m_tray.get(), &Tray::sayGoesOn);
    connect(m_tray.get(), &Tray::showRequested, m_window.get(), &MainWindow::present);
    connect(m_tray.get(), &Tray::orderRequested, m_window.get(), &MainWindow::showOrder);
    connect(m_topUpEngine.get(), &TopUpEngine::paid, m_tray.get(), [this](qint64 key) {
        const int row = m_topUps->rowOf(key);
        const int account = static_cast<int>(TopUpModel::Column::Account);
        m_tray->sayPaid(m_topUps->index(row, account).data().toString(), m_topUpEngine->topUp(key)->amount);
    });
    connect(m_tray.get(), &Tray::quitRequested, this, &Session::quitRequested);
}

void Session::watchMarkets()
{
    const auto convert = [this] {
        m_watcher->setConvert([rates = m_rates->rates()](const Money &price, const Currency &to) {
            return rates.convert(price, to);
        });
    };
    convert();
    connect(m_rates.get(), &RateBook::changed, m_watcher.get(), convert);
    connect(m_watcher.get(), &MarketWatcher::met, m_tray.get(),
            [this](const Watch &watch, const WatchFinding &finding) {
                const CatalogAccount *account = m_catalog->account(finding.accountId);
                m_tray->sayFound(watch, finding, account ? account->title() : QString());
            });
    connect(m_tray.get(), &Tray::marketRequested, m_window.get(), &MainWindow::showMarket);
    m_watcher->start();
}

void Session::show(bool minimized)
{
    if (!minimized)
        m_window->show();
    else if (!m_tray->isShown())
        m_window->showMinimized();
}

/// The simulator listens on another port each time, so the accounts are written anew.
void Session::openDemoAccounts()
{
    for (const ProviderEntry &entry : providerRegistry()) {
        const ProviderInfo &info = entry.info();
        Account account;
        account.id = QStringLiteral("demo-") + info.id;
        account.providerId = info.id;
        account.label = info.name;
        account.baseUrl = m_setup.simulator->baseUrl(info.id);
        account.keyHome = SecretHome::Session;
        m_accounts->save(account, m_setup.simulator->key(info.id));
    }
}

void Session::followTheNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // polling finds out by itself, only later
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online) {
                    m_engine->pollAllNow();
                    m_topUpEngine->askAllNow();
                }
            });
}

} // namespace otpdesk
