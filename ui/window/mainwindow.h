#pragma once

#include "models/orders/spendguard.h"
#include "providers/types/order.h"
#include "providers/types/result.h"
#include "ui/window/workspace.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QMenu;
class QStackedWidget;
class QTabWidget;

namespace otpdesk {

class AccountsDialog;
class BalanceBar;
class CatalogController;
class CatalogView;
class MessageBar;
class PurchaseController;
class OrderTabController;
class WatchController;
struct OrderDesk;
enum class Icon;
struct ApiError;
struct Market;
struct ProviderInfo;

/// The application's window: toolbar with balances, the five tabs, and the first-run page while there is
/// neither an account nor an order.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Tab { Catalog, Orders, Rentals, Inboxes, TopUps };
    static constexpr int TabCount = 5;

    explicit MainWindow(const Workspace &workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showTab(Tab tab);
    /// Brings the window to the front and selects the order.
    void showOrder(qint64 key);
    /// The same for what is on offer in a market.
    void showMarket(const Market &market);
    /// Shows, restores and raises it.
    void present();
    /// True: closing hides the window and the session goes on.
    void setClosesToTray(bool toTray) { m_closesToTray = toTray; }

Q_SIGNALS:
    void demoRequested();
    void quitRequested();
    /// The window was closed into the tray.
    void hiddenToTray();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildMenus();
    void buildRefundMenu(QMenu &view);
    void buildToolBar();
    QWidget *buildDemoBanner();
    void colorDemoBanner();
    QWidget *buildFirstRun();
    static QString nameOf(Tab tab);
    static Icon iconOf(Tab tab);
    void buildTabs();
    QWidget *buildPage(Tab tab);
    QWidget *buildCatalog();
    void equipCatalog(CatalogController &controller, CatalogView &view);
    QWidget *buildOrders();
    QWidget *buildRentals();
    QWidget *buildInboxes();
    OrderDesk orderDesk();
    QWidget *adopt(OrderTabController *controller, Tab tab);
    QWidget *buildTopUps();
    void ensureBuilt(int tab);
    void updateFirstRun();
    void sayStorageFailed(const ApiError &error);
    void focusPage();
    AccountsDialog *openAccounts();
    void buildPurchases();
    void buildWatches();
    void buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options, Consent consent);
    void renew(qint64 rental, const Offer &offer, Consent consent);
    void follow(const Async<qint64> &purchase, const QString &accountId,
                std::function<qint64(qint64 key)> orderToShow, std::function<void()> askAgain);
    QList<Currency> currencies() const;
    const ProviderInfo *providerOf(const QString &accountId) const;
    void openNewInbox();
    void openRenewal(qint64 rental);
    void openCatalog(OfferKind kind);
    static QString providerNames();
    void restoreLayout();
    void saveLayout();

    Workspace m_workspace;
    QStackedWidget *m_stack;
    QWidget *m_firstRun;
    QTabWidget *m_tabs;
    MessageBar *m_notices;
    QWidget *m_demoBanner = nullptr; ///< in the demo only
    std::array<bool, TabCount> m_built{};
    PurchaseController *m_purchases = nullptr;
    CatalogController *m_catalog = nullptr; ///< null until the tab is built
    WatchController *m_watches = nullptr;
    std::array<OrderTabController *, TabCount> m_orderTabs{}; ///< null until the tab is built, and for others
    bool m_closesToTray = false;
};

} // namespace otpdesk
