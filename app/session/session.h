#pragma once

#include "app/startup/profile.h"
#include "models/accounts/secretstore.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"

#include <QObject>

#include <memory>
#include <vector>

namespace otpdesk {

class AccountList;
class AccountModel;
class CaretRest;
class Catalog;
class CatalogAccounts;
class CatalogLoader;
class Clipboard;
class MainWindow;
class MarketMarks;
class MarketWatcher;
class OrderEngine;
class OrderModel;
class RateBook;
class Simulator;
class TopUpEngine;
class TopUpModel;
class TrackRecords;
class Tray;

/// What a session is made from.
struct SessionSetup
{
    Profile profile;
    Clock &clock;
    std::vector<std::unique_ptr<SecretStore>> secrets;
    Simulator *simulator = nullptr; ///< the demo's providers; null: the real ones
    bool opensDemoAccounts = false; ///< with a simulator: an account at each of its providers, ready to use
};

/// Everything of one running application, put together: the one place that knows all the parts.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(SessionSetup setup, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the journal and takes up where the last session ended: opened() or failed() follows.
    void open();

    /// Shows the window; minimized: stays in the tray where there is one.
    void show(bool minimized);

    MainWindow &window() { return *m_window; }
    OrderEngine &engine() { return *m_engine; }
    TopUpEngine &topUps() { return *m_topUpEngine; }
    AccountList &accounts() { return *m_accounts; }
    Clipboard &clipboard() { return *m_clipboard; }

Q_SIGNALS:
    void opened();
    void failed(const otpdesk::ApiError &error);
    void demoRequested();
    void quitRequested();

private:
    void begin(const JournalStart &start);
    void learnPrices();
    void watchMarkets();
    void buildWindow();
    void openDemoAccounts();
    void followTheNetwork();

    SessionSetup m_setup;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<AccountModel> m_accountModel;
    std::unique_ptr<OrderEngine> m_engine;
    std::unique_ptr<OrderModel> m_orders;
    std::unique_ptr<TopUpEngine> m_topUpEngine;
    std::unique_ptr<TopUpModel> m_topUps;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogLoader> m_loader;
    std::unique_ptr<CatalogAccounts> m_catalogAccounts;
    std::unique_ptr<TrackRecords> m_trackRecords;
    std::unique_ptr<MarketMarks> m_marks;
    std::unique_ptr<RateBook> m_rates;
    std::unique_ptr<MarketWatcher> m_watcher;
    std::unique_ptr<Clipboard> m_clipboard;
    std::unique_ptr<CaretRest> m_caretRest;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
};

} // namespace otpdesk
