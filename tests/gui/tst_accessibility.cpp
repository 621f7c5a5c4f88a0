#include "tests/gui/desk.h"
#include "tests/support/sampleorders.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QListView>
#include <QMenuBar>
#include <QTabBar>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Role = QAccessible::Role;

/// Something assistive technology sees.
struct Seen
{
    QAccessibleInterface *face;
    Role role;
    QString name;
};

bool isInteractive(const Seen &one)
{
    static const QList<Role> roles{Role::Button,   Role::ButtonMenu,   Role::ButtonDropDown, Role::CheckBox,
                                   Role::ComboBox, Role::EditableText, Role::Table,          Role::List,
                                   Role::Tree,     Role::PageTab,      Role::Link,           Role::SpinBox};
    return roles.contains(one.role) || one.face->state().focusable;
}

void collect(QAccessibleInterface *face, QList<Seen> &all)
{
    if (!face || face->state().invisible)
        return;
    all.append({face, face->role(), face->text(QAccessible::Name)});
    // Cells and entries are the business of their list.
    if (face->tableInterface() || face->role() == Role::ComboBox)
        return;
    for (int i = 0; i < face->childCount(); ++i)
        collect(face->child(i), all);
}

QList<Seen> seenIn(QWidget *window)
{
    QList<Seen> all;
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(window);
    for (int i = 0; i < face->childCount(); ++i) {
        // Dialogs are windows of their own.
        if (face->child(i)->role() != Role::Dialog)
            collect(face->child(i), all);
    }
    return all;
}

QAccessibleInterface *faceOf(QWidget *window, Role role, const QString &name)
{
    for (const Seen &one : seenIn(window)) {
        if (one.role == role && one.name == name)
            return one.face;
    }
    return nullptr;
}

QString describe(const Seen &one)
{
    const QObject *object = one.face->object();
    return u"%1 “%2” (%3 %4)"_s.arg(QString::fromLatin1(QMetaEnum::fromType<Role>().valueToKey(one.role)),
                                    one.name,
                                    object ? QString::fromLatin1(object->metaObject()->className()) : u"-"_s,
                                    object ? object->objectName() : QString());
}

/// The names of where the focus goes with this key, until it is back where it started.
QStringList focusTour(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QStringList stops;
    QWidget *start = QApplication::focusWidget();
    for (QWidget *now = start; now && stops.size() < 60;) {
        stops.append(now->objectName());
        QTest::keyClick(now, key, modifiers);
        now = QApplication::focusWidget();
        if (now == start)
            break;
    }
    return stops;
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_desk = std::make_unique<Desk>(Script::everyCodeAfter(20s)); }
    void cleanup() { m_desk.reset(); }

    void everyAgreedNameIsThereWithItsRole_data();
    void everyAgreedNameIsThereWithItsRole();
    void everythingInteractiveHasANameOfItsOwn_data() { places(); }
    void everythingInteractiveHasANameOfItsOwn();
    void mnemonicsOfAWindowDiffer_data() { places(); }
    void mnemonicsOfAWindowDiffer();
    void tabReachesEverythingInReadingOrder_data();
    void tabReachesEverythingInReadingOrder();
    void comboBoxesSayTheirNameAndTheirChoice();
    void anEntrySelectedFromOutsideIsTheChoice();
    void tablesTellTheirRowsColumnsAndTexts();
    void aRowSelectedFromOutsideIsTheOneThatIsBought();
    void currentCodeTellsTheCode();
    void messagesAreAlerts();

private:
    static void places()
    {
        QTest::addColumn<QString>("place");
        for (const char *place :
             {"first run", "accounts", "editor", "catalog", "confirm", "orders", "code", "unconfirmed",
              "no orders", "rentals", "inboxes", "top-ups", "rental", "inbox"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    QWidget *go(const QString &place);
    QWidget *goToOrder(const Order &order);

    std::unique_ptr<Desk> m_desk;
};

/// Opens the application on an order with a message, which has a code and words in HTML.
QWidget *AccessibilityTest::goToOrder(const Order &order)
{
    const Message message{u"482913"_s, {}, u"a@b.org"_s, order.createdAt, u"Code"_s, u"<p>482913</p>"_s};
    if (!m_desk->keep({sample::with(order, message)}) || !m_desk->open())
        return nullptr;
    m_desk->addAccount(u"otpzap"_s, u"Work"_s);
    m_desk->addAccount(u"whichotp"_s, u"Spare"_s);
    m_desk->window().showOrder(1);
    return &m_desk->window();
}

/// Opens the application and goes to a place in it. Null: it cannot be reached.
QWidget *AccessibilityTest::go(const QString &place)
{
    if (place == u"rental" || place == u"inbox")
        return goToOrder(place == u"rental" ? sample::rental(m_desk->clock.utc())
                                            : sample::inbox(m_desk->clock.utc()));
    if (!m_desk->open())
        return nullptr;
    MainWindow *window = &m_desk->window();
    if (place == u"first run")
        return window;
    if (place == u"editor") {
        m_desk->press(u"emptyPrimary"_s);
        return m_desk->find(u"accountEditor"_s);
    }
    m_desk->addAccount(u"otpzap"_s, u"Work"_s);
    m_desk->addAccount(u"whichotp"_s, u"Spare"_s);
    if (!QTest::qWaitFor([&] { return m_desk->find(u"catalogView"_s) != nullptr; }))
        return nullptr;
    if (place == u"accounts") {
        QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        return m_desk->find(u"accountsDialog"_s);
    }
    if (place == u"catalog") {
        const bool loaded = m_desk->comesTrue([&] {
            auto *table = window->findChild<QTableView *>(u"offersTable"_s);
            return table->isVisible() && !m_desk->find(u"stopLoading"_s);
        });
        if (loaded)
            window->findChild<QTableView *>(u"offersTable"_s)->selectRow(0);
        return loaded ? window : nullptr;
    }
    if (place == u"confirm")
        return m_desk->openConfirmation(u"whatsapp"_s) ? m_desk->find(u"confirmPurchase"_s) : nullptr;
    if (place == u"orders")
        return m_desk->buy(u"whatsapp"_s) ? window : nullptr;
    if (place == u"code") {
        const bool came =
            m_desk->buy(u"whatsapp"_s) && m_desk->comesTrue([&] { return !m_desk->newest().code.isEmpty(); });
        return came ? window : nullptr;
    }
    if (place == u"unconfirmed") {
        m_desk->simulator.inject({.providerId = u"whichotp"_s, .call = u"buy"_s, .fault = Fault::Close});
        auto *filter = m_desk->find<QComboBox>(u"providerFilter"_s);
        // The second account is kept a moment after the first one shows the catalog.
        const bool listed = QTest::qWaitFor([&] { return filter->findText(u"WhichOtp"_s) > 0; });
        filter->setCurrentIndex(filter->findText(u"WhichOtp"_s));
        const bool bought = listed && m_desk->buy(u"whatsapp"_s);
        return bought && m_desk->newest().status == OrderStatus::Unconfirmed &&
                       m_desk->press(u"enterOrderId"_s)
                   ? window
                   : nullptr;
    }
    static const QHash<QString, MainWindow::Tab> tabs{{u"no orders"_s, MainWindow::Tab::Orders},
                                                      {u"rentals"_s, MainWindow::Tab::Rentals},
                                                      {u"inboxes"_s, MainWindow::Tab::Inboxes},
                                                      {u"top-ups"_s, MainWindow::Tab::TopUps}};
    window->showTab(tabs.value(place));
    return window;
}

void AccessibilityTest::everyAgreedNameIsThereWithItsRole_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QList<std::pair<Role, QString>>>("names");
    using Names = QList<std::pair<Role, QString>>;
    const auto button = [](const QString &name) { return std::pair(Role::Button, name); };
    QTest::newRow("first run") << u"first run"_s
                               << Names{button(u"Add account"_s), button(u"Try the demo"_s)};
    QTest::newRow("accounts") << u"accounts"_s
                              << Names{{Role::List, u"Accounts"_s},
                                       button(u"Add account"_s),
                                       button(u"Remove account"_s),
                                       button(u"Test connection"_s),
                                       button(u"Webhook"_s)};
    QTest::newRow("editor") << u"editor"_s
                            << Names{{Role::ComboBox, u"Provider"_s},
                                     {Role::EditableText, u"Label"_s},
                                     {Role::EditableText, u"API key"_s},
                                     {Role::EditableText, u"Server address"_s},
                                     {Role::EditableText, u"Ask above"_s},
                                     {Role::EditableText, u"Daily limit"_s},
                                     button(u"Save"_s)};
    QTest::newRow("catalog") << u"catalog"_s
                             << Names{{Role::PageTab, u"Catalog"_s},
                                      {Role::PageTab, u"Orders"_s},
                                      {Role::PageTab, u"Rentals"_s},
                                      {Role::PageTab, u"Inboxes"_s},
                                      {Role::PageTab, u"Top-ups"_s},
                                      {Role::EditableText, u"Search offers"_s},
                                      {Role::ComboBox, u"Kind"_s},
                                      {Role::ComboBox, u"Country"_s},
                                      {Role::ComboBox, u"Provider filter"_s},
                                      {Role::Table, u"Offers"_s},
                                      button(u"Buy"_s),
                                      button(u"Refresh offers"_s)};
    QTest::newRow("confirm") << u"confirm"_s << Names{button(u"Buy now"_s), button(u"Cancel"_s)};
    QTest::newRow("orders") << u"orders"_s
                            << Names{{Role::EditableText, u"Search orders"_s},
                                     {Role::ComboBox, u"Order filter"_s},
                                     {Role::Table, u"Orders"_s},
                                     {Role::List, u"Timeline"_s},
                                     {Role::StaticText, u"Current code"_s},
                                     button(u"Copy code"_s),
                                     {Role::ButtonMenu, u"Copy number"_s},
                                     button(u"Resend SMS"_s),
                                     button(u"Replace number"_s),
                                     button(u"Cancel order"_s),
                                     {Role::ButtonMenu, u"Cancel automatically"_s},
                                     button(u"Finish order"_s)};
    QTest::newRow("rental") << u"rental"_s
                            << Names{{Role::EditableText, u"Search rentals"_s},
                                     {Role::ComboBox, u"Rental filter"_s},
                                     {Role::Table, u"Rentals"_s},
                                     {Role::Table, u"Rental messages"_s},
                                     button(u"Renew rental"_s),
                                     button(u"Copy code"_s),
                                     {Role::ButtonMenu, u"Copy number"_s}};
    QTest::newRow("inbox") << u"inbox"_s
                           << Names{{Role::EditableText, u"Search inboxes"_s},
                                    {Role::ComboBox, u"Inbox filter"_s},
                                    {Role::Table, u"Inboxes"_s},
                                    {Role::Table, u"Messages"_s},
                                    button(u"Copy address"_s),
                                    button(u"Copy code"_s),
                                    button(u"Request new message"_s),
                                    button(u"Cancel inbox"_s),
                                    button(u"Finish inbox"_s)};
    QTest::newRow("top-ups") << u"top-ups"_s
                             << Names{{Role::ComboBox, u"Account"_s},
                                      {Role::EditableText, u"Amount"_s},
                                      button(u"Create invoice"_s)};
    QTest::newRow("unconfirmed") << u"unconfirmed"_s
                                 << Names{button(u"Enter the order id"_s),
                                          button(u"It was not charged"_s),
                                          button(u"Remind me later"_s),
                                          {Role::EditableText, u"Order id"_s}};
}

void AccessibilityTest::everyAgreedNameIsThereWithItsRole()
{
    QFETCH(QString, place);
    using Names = QList<std::pair<Role, QString>>;
    QFETCH(Names, names);
    static const QHash<QString, QString> titles{
        {u"accounts"_s, u"Accounts"_s}, {u"editor"_s, u"Account"_s}, {u"confirm"_s, u"Confirm purchase"_s}};
    QWidget *window = go(place);
    QVERIFY(window);
    QCOMPARE(QAccessible::queryAccessibleInterface(window)->text(QAccessible::Name),
             titles.value(place, u"OTP Desk"_s));
    const QList<Seen> all = seenIn(window);
    for (const auto &wanted : names) { // Clang 14 captures no structured bindings
        const bool found = std::any_of(all.begin(), all.end(), [&wanted](const Seen &one) {
            return one.role == wanted.first && one.name == wanted.second;
        });
        QVERIFY2(found, qPrintable(wanted.second));
    }
}

void AccessibilityTest::everythingInteractiveHasANameOfItsOwn()
{
    QFETCH(QString, place);
    QWidget *window = go(place);
    QVERIFY(window);
    QSet<std::pair<int, QString>> taken;
    int count = 0;
    for (const Seen &one : seenIn(window)) {
        if (!isInteractive(one))
            continue;
        ++count;
        QVERIFY2(!one.name.isEmpty(), qPrintable(describe(one)));
        const std::pair<int, QString> key(one.role, one.name);
        QVERIFY2(!taken.contains(key), qPrintable(describe(one)));
        taken.insert(key);
    }
    QVERIFY(count >= 2);
}

void AccessibilityTest::mnemonicsOfAWindowDiffer()
{
    QFETCH(QString, place);
    QWidget *window = go(place);
    QVERIFY(window);
    QHash<QString, QString> owners;
    const auto take = [&owners](const QString &text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        const QString owner = key.isEmpty() ? QString() : owners.value(key);
        owners.insert(key, text);
        return owner.isEmpty() ? QString() : u"%1: “%2” and “%3”"_s.arg(key, owner, text);
    };
    QStringList clashes;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        if (auto *button = qobject_cast<QAbstractButton *>(widget))
            clashes << take(button->text());
        else if (auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            clashes << take(label->text());
        else if (auto *menus = qobject_cast<QMenuBar *>(widget))
            for (QAction *menu : menus->actions())
                clashes << take(menu->text());
        else if (auto *tabs = qobject_cast<QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                clashes << take(tabs->tabText(i));
    }
    clashes.removeAll(QString());
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u", ")));
    QVERIFY(owners.size() > 1);
}

void AccessibilityTest::tabReachesEverythingInReadingOrder_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QStringList>("order");
    const QStringList bar{u"accountsButton"_s, u"balance_otpzap"_s, u"balance_whichotp"_s};
    QTest::newRow("first run") << u"first run"_s << u"emptyPrimary"_s
                               << QStringList{u"emptyPrimary"_s, u"emptySecondary"_s, u"accountsButton"_s};
    QTest::newRow("accounts") << u"accounts"_s << u"accounts"_s
                              << QStringList{u"accounts"_s,       u"addAccount"_s, u"editAccount"_s,
                                             u"testConnection"_s, u"webhook"_s,    u"removeAccount"_s,
                                             u"close"_s};
    QTest::newRow("editor") << u"editor"_s << u"provider"_s
                            << QStringList{u"provider"_s,      u"label"_s,   u"apiKey"_s,
                                           u"serverAddress"_s, u"keyHome"_s, u"askAbove"_s,
                                           u"dailyLimit"_s,    u"save"_s,    u"cancel"_s};
    QTest::newRow("catalog") << u"catalog"_s << u"searchOffers"_s
                             << QStringList{u"searchOffers"_s,     u"kindFilter"_s,
                                            u"countryFilter"_s,    u"providerFilter"_s,
                                            u"refreshOffers"_s,    u"groupOffers"_s,
                                            u"inStockFilter"_s,    u"favouriteFilter"_s,
                                            u"displayCurrency"_s,  u"savedMarkets"_s,
                                            u"offersTable"_s,      u"watchMarketButton"_s,
                                            u"starMarketButton"_s, u"buyOffer"_s} +
                                    bar + QStringList{u"qt_tabwidget_tabbar"_s};
    QTest::newRow("confirm") << u"confirm"_s << u"purchaseSummary"_s
                             << QStringList{u"purchaseSummary"_s, u"buyNow"_s, u"cancelPurchase"_s};
    QTest::newRow("code") << u"code"_s << u"searchOrders"_s
                          << QStringList{u"searchOrders"_s,     u"orderFilter"_s, u"orders"_s,
                                         u"currentNumber"_s,    u"currentCode"_s, u"copyCodeButton"_s,
                                         u"copyNumberButton"_s, u"timeline"_s} +
                                 bar + QStringList{u"qt_tabwidget_tabbar"_s};
    QTest::newRow("unconfirmed") << u"unconfirmed"_s << u"searchOrders"_s
                                 << QStringList{u"searchOrders"_s, u"orderFilter"_s,  u"messageClose"_s,
                                                u"orders"_s,       u"enterOrderId"_s, u"notCharged"_s,
                                                u"remindLater"_s,  u"orderId"_s,      u"timeline"_s} +
                                        bar + QStringList{u"qt_tabwidget_tabbar"_s};
    QTest::newRow("rentals") << u"rentals"_s << u"searchRentals"_s
                             << QStringList{u"searchRentals"_s, u"rentalFilter"_s, u"readListButton"_s,
                                            u"emptyPrimary"_s} +
                                    bar + QStringList{u"qt_tabwidget_tabbar"_s};
    QTest::newRow("inbox") << u"inbox"_s << u"searchInboxes"_s
                           << QStringList{u"searchInboxes"_s,       u"inboxFilter"_s,
                                          u"newInboxButton"_s,      u"inboxes"_s,
                                          u"currentNumber"_s,       u"currentCode"_s,
                                          u"copyAddressButton"_s,   u"copyCodeButton"_s,
                                          u"qt_tabwidget_tabbar"_s, u"messages"_s,
                                          u"showFormatting"_s,      u"messageCode"_s,
                                          u"messageBody"_s} +
                                  bar + QStringList{u"qt_tabwidget_tabbar"_s};
    QTest::newRow("inboxes") << u"inboxes"_s << u"searchInboxes"_s
                             << QStringList{u"searchInboxes"_s, u"inboxFilter"_s, u"newInboxButton"_s,
                                            u"emptyPrimary"_s} +
                                    bar + QStringList{u"qt_tabwidget_tabbar"_s};
}

void AccessibilityTest::tabReachesEverythingInReadingOrder()
{
    QFETCH(QString, place);
    QFETCH(QString, first);
    QFETCH(QStringList, order);
    QWidget *window = go(place);
    QVERIFY(window);
    QTRY_COMPARE(QApplication::activeWindow(), window);
    // A layout shows what was put into it a moment later: the balances, say.
    QTRY_VERIFY(std::all_of(order.cbegin(), order.cend(),
                            [this](const QString &name) { return m_desk->find(name); }));
    m_desk->find(first)->setFocus();
    QCOMPARE(focusTour(Qt::Key_Tab, Qt::NoModifier).join(u' '), order.join(u' '));
    QStringList back = focusTour(Qt::Key_Backtab, Qt::ShiftModifier);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back.join(u' '), order.join(u' '));
}

void AccessibilityTest::comboBoxesSayTheirNameAndTheirChoice()
{
    QWidget *editor = go(u"editor"_s);
    QVERIFY(editor);
    QAccessibleInterface *provider = faceOf(editor, Role::ComboBox, u"Provider"_s);
    QVERIFY(provider);
    QCOMPARE(provider->text(QAccessible::Value), u"OTPZap"_s);
    m_desk->find<QComboBox>(u"provider"_s)->setCurrentIndex(1);
    QCOMPARE(provider->text(QAccessible::Value), u"ZapOTP"_s);
    QCOMPARE(provider->text(QAccessible::Name), u"Provider"_s);
}

void AccessibilityTest::anEntrySelectedFromOutsideIsTheChoice()
{
    QWidget *editor = go(u"editor"_s);
    QVERIFY(editor);
    QAccessibleInterface *list = faceOf(editor, Role::ComboBox, u"Provider"_s)->child(0);
    QVERIFY(list && list->tableInterface());
    QAccessibleInterface *entry = list->tableInterface()->cellAt(3, 0);
    QVERIFY(entry);
    QCOMPARE(entry->text(QAccessible::Name), u"OTPWALL"_s);
    entry->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QTRY_COMPARE(m_desk->find<QComboBox>(u"provider"_s)->currentText(), u"OTPWALL"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"label"_s)->text(), u"OTPWALL"_s);
}

void AccessibilityTest::tablesTellTheirRowsColumnsAndTexts()
{
    QWidget *window = go(u"code"_s);
    QVERIFY(window);
    QAccessibleTableInterface *orders = faceOf(window, Role::Table, u"Orders"_s)->tableInterface();
    QVERIFY(orders);
    QCOMPARE(orders->rowCount(), 1);
    QCOMPARE(orders->columnCount(), 9);
    QCOMPARE(orders->columnDescription(0), u"Number"_s);
    QCOMPARE(orders->cellAt(0, 1)->text(QAccessible::Name), u"WhatsApp"_s);
    QString code = orders->cellAt(0, 4)->text(QAccessible::Name);
    QCOMPARE(code.remove(u' '), m_desk->newest().code);
    QAccessibleInterface *timeline = faceOf(window, Role::List, u"Timeline"_s);
    QVERIFY(timeline->tableInterface()->rowCount() >= 3);
    QVERIFY(timeline->tableInterface()->cellAt(0, 0)->text(QAccessible::Name).startsWith(u"Purchase sent"));
}

void AccessibilityTest::aRowSelectedFromOutsideIsTheOneThatIsBought()
{
    QWidget *window = go(u"catalog"_s);
    QVERIFY(window);
    QAccessibleTableInterface *offers = faceOf(window, Role::Table, u"Offers"_s)->tableInterface();
    QVERIFY(offers->rowCount() > 100);
    const QString service = offers->cellAt(7, 0)->text(QAccessible::Name);
    const QString country = offers->cellAt(7, 1)->text(QAccessible::Name);
    QVERIFY(offers->selectRow(7));
    QCOMPARE(offers->selectedRows(), QList<int>{7});
    QVERIFY(m_desk->press(u"buyOffer"_s));
    QVERIFY(m_desk->find(u"confirmPurchase"_s));
    QCOMPARE(m_desk->text(u"purchaseService"_s), service);
    QVERIFY2(m_desk->text(u"purchaseWhere"_s).contains(country),
             qPrintable(m_desk->text(u"purchaseWhere"_s)));
}

void AccessibilityTest::currentCodeTellsTheCode()
{
    QWidget *window = go(u"code"_s);
    QVERIFY(window);
    QAccessibleInterface *code = faceOf(window, Role::StaticText, u"Current code"_s);
    QVERIFY(code && code->textInterface());
    QCOMPARE(code->text(QAccessible::Value).remove(u' '), m_desk->newest().code);
    QCOMPARE(code->textInterface()->text(0, code->textInterface()->characterCount()).remove(u' '),
             m_desk->newest().code);
}

void AccessibilityTest::messagesAreAlerts()
{
    QWidget *editor = go(u"editor"_s);
    QVERIFY(editor);
    QVERIFY(m_desk->press(u"save"_s)); // without a key
    const QList<Seen> all = seenIn(editor);
    const auto alert =
        std::find_if(all.begin(), all.end(), [](const Seen &one) { return one.role == Role::AlertMessage; });
    QVERIFY(alert != all.end());
    QVERIFY2(alert->name.startsWith(u"Enter the API key"), qPrintable(alert->name));
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
