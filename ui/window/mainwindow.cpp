#include "ui/window/mainwindow.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/orders/ordermodel.h"
#include "models/text/format.h"
#include "models/topups/topupengine.h"
#include "providers/registry.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/kit/accessiblecombo.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/kit/searchedit.h"
#include "ui/orders/ordersview.h"
#include "ui/orders/ordertabcontroller.h"
#include "ui/preferences.h"
#include "ui/purchase/purchasecontroller.h"
#include "ui/watches/watchcontroller.h"
#include "ui/window/balancebar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace otpdesk {

namespace {

MainWindow::Tab tabOf(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Number:
        break;
    case OfferKind::Rental:
        return MainWindow::Tab::Rentals;
    case OfferKind::Email:
        return MainWindow::Tab::Inboxes;
    }
    return MainWindow::Tab::Orders;
}

} // namespace

MainWindow::MainWindow(const Workspace &workspace, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace)
{
    nameComboBoxes();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(workspace.isDemo ? tr("OTP Desk (demo)") : tr("OTP Desk"));
    setWindowIcon(appIcon());
    setMinimumSize(720, 480);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (workspace.isDemo)
        column->addWidget(buildDemoBanner());
    m_notices = new MessageBar(content);
    m_notices->hide();
    column->addWidget(m_notices);
    m_stack = new QStackedWidget(content);
    column->addWidget(m_stack, 1);
    setCentralWidget(content);

    buildPurchases();
    buildWatches();
    buildToolBar(); // before the tabs: Tab goes from the top to the bottom
    buildTabs();
    m_firstRun = buildFirstRun();
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_firstRun);
    buildMenus();

    connect(&workspace.accounts, &AccountList::added, this, &MainWindow::updateFirstRun);
    connect(&workspace.accounts, &AccountList::removed, this, &MainWindow::updateFirstRun);
    connect(&workspace.orders, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateFirstRun);
    connect(&workspace.engine, &OrderEngine::storageFailed, this, &MainWindow::sayStorageFailed);
    connect(&workspace.engine, &OrderEngine::storageRecovered, m_notices, &MessageBar::dismiss);
    connect(&workspace.topUpEngine, &TopUpEngine::storageFailed, this, &MainWindow::sayStorageFailed);
    connect(&workspace.topUpEngine, &TopUpEngine::storageRecovered, m_notices, &MessageBar::dismiss);
    updateFirstRun();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::sayStorageFailed(const ApiError &error)
{
    m_notices->post(
        {MessageBar::Mood::Error,
         tr("The journal cannot be written. Nothing can be bought until it can; what is shown is kept "
            "in memory and written later. Make room on the disk, or check the folder's permissions."),
         error.detail,
         {}});
}

QWidget *MainWindow::buildDemoBanner()
{
    auto *banner = new QLabel(tr("Demo, no real money: everything happens on this computer."), this);
    banner->setObjectName(QStringLiteral("demoBanner"));
    banner->setTextFormat(Qt::PlainText);
    banner->setAlignment(Qt::AlignCenter);
    banner->setContentsMargins(metrics::Medium, metrics::Tight, metrics::Medium, metrics::Tight);
    banner->setAutoFillBackground(true);
    m_demoBanner = banner;
    colorDemoBanner();
    return banner;
}

void MainWindow::colorDemoBanner()
{
    const ToneColors tone = colors::of(Tone::Attention, palette());
    QPalette look = palette();
    look.setColor(QPalette::Window, tone.fill);
    look.setColor(QPalette::WindowText, tone.text);
    m_demoBanner->setPalette(look);
}

/// The desktop may change between light and dark while we run.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_demoBanner)
        colorDemoBanner();
}

QWidget *MainWindow::buildFirstRun()
{
    auto *page = new EmptyState(this);
    page->setContent(
        Icon::Phone, tr("One window for all your number providers"),
        tr("Add an account at %1 with its API key, or look around in the demo, where nothing costs money.")
            .arg(providerNames()));
    page->setPrimary(tr("&Add account"));
    page->setSecondary(tr("&Try the demo"));
    page->primaryButton()->setAccessibleName(tr("Add account"));
    page->secondaryButton()->setAccessibleName(tr("Try the demo"));
    connect(page, &EmptyState::primaryClicked, this, [this] { openAccounts()->addAccount(); });
    connect(page, &EmptyState::secondaryClicked, this, &MainWindow::demoRequested);
    return page;
}

QString MainWindow::providerNames()
{
    QStringList names;
    for (const ProviderEntry &entry : providerRegistry())
        names << entry.info().name;
    return QLocale().createSeparatedList(names);
}

void MainWindow::updateFirstRun()
{
    const bool empty = m_workspace.accounts.count() == 0 && m_workspace.orders.rowCount() == 0;
    QWidget *page = empty ? m_firstRun : m_tabs;
    const bool turned = m_stack->currentWidget() != page;
    m_stack->setCurrentWidget(page);
    if (empty)
        return;
    ensureBuilt(m_tabs->currentIndex());
    if (turned)
        focusPage();
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *accounts = file->addAction(icon(Icon::Key), tr("&Accounts…"), this, [this] { openAccounts(); });
    accounts->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    QAction *balances = file->addAction(icon(Icon::Refresh), tr("Refresh &balances"), this,
                                        [this] { m_workspace.accounts.refreshBalances(); });
    balances->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"), this, &MainWindow::quitRequested);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < TabCount; ++i) {
        const auto tab = static_cast<Tab>(i);
        QAction *action =
            view->addAction(icon(iconOf(tab)), nameOf(tab), this, [this, tab] { showTab(tab); });
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
    }

    view->addSeparator();
    const auto addChoice = [this, view](const QString &text, bool on, void (*set)(QSettings &, bool)) {
        QAction *choice = view->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(on);
        connect(choice, &QAction::toggled, this, [this, set](bool now) { set(m_workspace.settings, now); });
    };
    addChoice(tr("&Copy codes as they arrive"), preferences::copiesOnArrival(m_workspace.settings),
              preferences::setCopiesOnArrival);
    addChoice(tr("&Hide codes in notifications"), preferences::hidesCodes(m_workspace.settings),
              preferences::setHidesCodes);
    buildRefundMenu(*view);
    view->addSeparator();
    view->addAction(icon(Icon::Bell), tr("&Watched offers…"), m_watches, &WatchController::showList);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = help->addAction(tr("&About OTP Desk"), this, [this] {
        auto *box =
            new QMessageBox(QMessageBox::NoIcon, tr("About OTP Desk"),
                            tr("OTP Desk %1").arg(QStringLiteral(OTPDESK_VERSION)), QMessageBox::Close, this);
        box->setTextFormat(Qt::PlainText);
        box->setIconPixmap(appIcon().pixmap(64));
        box->setInformativeText(
            tr("One-time codes from all your number providers, in one window.\nMIT licence."));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    about->setMenuRole(QAction::AboutRole);
}

/// Only for what is bought from then on: an order's own time stands with the order.
void MainWindow::buildRefundMenu(QMenu &view)
{
    QMenu *menu = view.addMenu(icon(Icon::Cancel), tr("Cancel &without an SMS"));
    menu->setObjectName(QStringLiteral("refundPolicy"));
    menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(menu);
    const QString hint =
        tr("For the refund, after a last check for the SMS. Holds for numbers bought from now "
           "on, while OTP Desk runs.");
    menu->menuAction()->setStatusTip(hint);
    for (const std::chrono::minutes after : preferences::RefundChoices) {
        QAction *choice =
            menu->addAction(after.count() == 0 ? tr("&Never") : tr("After %1 minutes").arg(after.count()));
        choice->setCheckable(true);
        choice->setChecked(after == preferences::refundAfter(m_workspace.settings));
        choice->setToolTip(hint);
        choice->setStatusTip(hint);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, after] {
            preferences::setRefundAfter(m_workspace.settings, after);
            m_workspace.engine.setRefundPolicy(after);
        });
    }
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Accounts"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(metrics::IconSmall, metrics::IconSmall));
    QAction *accounts = bar->addAction(icon(Icon::Key), tr("Accounts"), this, [this] { openAccounts(); });
    QWidget *button = bar->widgetForAction(accounts);
    button->setObjectName(QStringLiteral("accountsButton"));
    button->setFocusPolicy(Qt::TabFocus); // as the balances beside it
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    auto *balances =
        new BalanceBar(m_workspace.accounts, m_workspace.accountModel, m_workspace.clock, button, bar);
    connect(balances, &BalanceBar::editRequested, this,
            [this](const QString &accountId) { openAccounts()->editAccount(accountId); });
    bar->addWidget(balances);
}

void MainWindow::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    focusPage();
}

/// Typing goes to the search of the tab that was opened, not to whatever had the focus before.
void MainWindow::focusPage()
{
    if (auto *search = m_tabs->currentWidget()->findChild<SearchEdit *>())
        search->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showOrder(qint64 key)
{
    const Order *order = m_workspace.engine.order(key);
    const Tab tab = order ? tabOf(order->offer.kind) : Tab::Orders;
    present();
    showTab(tab);
    if (OrderTabController *controller = m_orderTabs[static_cast<size_t>(tab)])
        controller->selectOrder(key);
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

/// A mnemonic that is held down counts once: its button may belong to another order by the time it repeats.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->isAutoRepeat() && key->modifiers().testFlag(Qt::AltModifier)) {
            event->accept(); // as a key that is no shortcut
            return true;
        }
    }
    return QMainWindow::event(event);
}

AccountsDialog *MainWindow::openAccounts()
{
    if (auto *open = findChild<AccountsDialog *>()) {
        open->raise();
        open->activateWindow();
        return open;
    }
    auto *dialog =
        new AccountsDialog(m_workspace.accounts, m_workspace.accountModel, m_workspace.clipboard, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    if (m_closesToTray) {
        hide();
        event->ignore();
        Q_EMIT hiddenToTray();
        return;
    }
    event->accept();
    Q_EMIT quitRequested();
}

void MainWindow::restoreLayout()
{
    resize(1180, 760);
    const QByteArray geometry = m_workspace.settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    m_tabs->setCurrentIndex(m_workspace.settings.value(QStringLiteral("window/tab"), 0).toInt());
}

void MainWindow::saveLayout()
{
    m_workspace.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_workspace.settings.setValue(QStringLiteral("window/tab"), m_tabs->currentIndex());
}

} // namespace otpdesk
