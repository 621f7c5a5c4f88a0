#include "tests/gui/desk.h"

#include "models/accounts/accountmodel.h"
#include "models/orders/ordermodel.h"
#include "providers/types/money.h"
#include "tests/support/sampleorders.h"
#include "ui/kit/messagebar.h"
#include "ui/preferences.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QTcpServer>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The real window on the simulated providers, used as a person uses it.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(Script::everyCodeAfter(20s)); }
    void cleanup() { m_desk.reset(); }

    void typingInANewWindowSearchesTheCatalog();
    void anAccountIsAddedWithKeysAlone();
    void whatCannotBeSavedIsSaidInOneSentence_data();
    void whatCannotBeSavedIsSaidInOneSentence();
    void aWrongKeyIsSaidWithTheProvidersWords();
    void aServerThatIsNotThereIsSaid();
    void aBareHostGetsTheProvidersPath();
    void anEmptyKeyLeavesTheKeptOne();
    void ordersOutliveTheirAccount();
    void confirmingShowsThePriceAndTheBalanceAfter();
    void tooLittleMoneyCannotBeSpent();
    void aDoubleClickBuysOnce();
    void enterHeldDownBuysOnce();
    void anArrivingCodeIsShownAndCopied_data();
    void anArrivingCodeIsShownAndCopied();
    void cancelCountsDownAndRefunds();
    void anotherSmsIsAskedFor();
    void aReplacementTakesThePlaceOfTheNumber();
    void anUnconfirmedPurchaseIsAdopted();
    void anUnconfirmedPurchaseWasNotCharged();
    void anUnconfirmedPurchaseIsRemindedOf();
    void aRestartGoesOnWhereTheLastOneEnded();
    void eachKindOfOrderIsShownInItsTab();

private:
    /// A session with accounts, and testers on all models that can be seen.
    bool openWith(const QStringList &providers);
    void watchModels();
    bool openEditor();
    void type(const QString &field, const QString &text);
    QString message(const QString &dialog);
    QString details(const QString &dialog);
    int charges() const;
    bool chooseProvider(const QString &name);
    bool leaveUnconfirmed();
    bool waitForCode();
    const Order &order() const { return m_desk->newest(); }

    std::unique_ptr<Desk> m_desk;
};

bool MainWindowTest::openWith(const QStringList &providers)
{
    if (!m_desk->open())
        return false;
    for (const QString &id : providers)
        m_desk->addAccount(id, id);
    watchModels();
    // The balance is there: the confirmation can say what will be left.
    return QTest::qWaitFor([&] {
        bool known = m_desk->session->accounts().count() == providers.size();
        for (int i = 0; i < m_desk->session->accounts().count(); ++i)
            known &= m_desk->session->accounts().at(i).balance.has_value();
        return m_desk->passing(known, 100ms);
    });
}

void MainWindowTest::watchModels()
{
    m_desk->window().showTab(MainWindow::Tab::Orders);
    m_desk->window().showTab(MainWindow::Tab::Catalog);
    for (const QAbstractItemView *view : m_desk->window().findChildren<QAbstractItemView *>()) {
        QAbstractItemModel *model = view->model();
        // Not the entries of combo boxes, and not a catalog of thousands.
        if (!model || !QByteArrayView(model->metaObject()->className()).startsWith("otpdesk::"))
            continue;
        if (model->rowCount() < 1000)
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         model);
    }
}

bool MainWindowTest::openEditor()
{
    return m_desk->open() && m_desk->press(u"emptyPrimary"_s) && m_desk->find(u"accountEditor"_s);
}

void MainWindowTest::type(const QString &field, const QString &text)
{
    auto *edit = m_desk->find<QLineEdit>(field);
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QString MainWindowTest::message(const QString &dialog)
{
    QWidget *window = m_desk->find(dialog);
    auto *bar = window ? window->findChild<MessageBar *>() : nullptr;
    return bar && bar->isVisible() ? bar->text() : QString();
}

QString MainWindowTest::details(const QString &dialog)
{
    return m_desk->find(dialog)->findChild<QLabel *>(u"messageDetails"_s)->text();
}

int MainWindowTest::charges() const
{
    int count = 0;
    for (const LedgerEntry &entry : m_desk->simulator.ledger())
        count += entry.kind == LedgerEntry::Kind::Charge;
    return count;
}

bool MainWindowTest::chooseProvider(const QString &name)
{
    auto *filter = m_desk->find<QComboBox>(u"providerFilter"_s);
    filter->setCurrentIndex(filter->findText(name));
    return filter->currentIndex() > 0;
}

bool MainWindowTest::leaveUnconfirmed()
{
    m_desk->simulator.inject({.providerId = u"whichotp"_s, .call = u"buy"_s, .fault = Fault::Close});
    return openWith({u"whichotp"_s}) && m_desk->buy(u"whatsapp"_s) &&
           order().status == OrderStatus::Unconfirmed;
}

bool MainWindowTest::waitForCode()
{
    return QTest::qWaitFor([&] { return m_desk->passing(!order().code.isEmpty()); });
}

void MainWindowTest::typingInANewWindowSearchesTheCatalog()
{
    QVERIFY(m_desk->open());
    m_desk->addAccount(u"otpzap"_s, u"OTPZap"_s);
    QTRY_VERIFY(QApplication::focusWidget());
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Search offers"_s);
}

void MainWindowTest::anAccountIsAddedWithKeysAlone()
{
    QVERIFY(m_desk->open());
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&m_desk->window()));
    QTest::keyClick(&m_desk->window(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(m_desk->find(u"accountEditor"_s));
    QWidget *editor = m_desk->find(u"accountEditor"_s);
    QTRY_COMPARE(QApplication::activeWindow(), editor);

    const auto focused = [] { return QApplication::focusWidget(); };
    QTest::keyClick(editor, Qt::Key_P, Qt::AltModifier);
    QTest::keyClick(focused(), Qt::Key_Down);
    QCOMPARE(m_desk->find<QComboBox>(u"provider"_s)->currentText(), u"ZapOTP"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"label"_s)->text(), u"ZapOTP"_s);
    QTest::keyClick(focused(), Qt::Key_K, Qt::AltModifier);
    QTest::keyClicks(focused(), m_desk->simulator.key(u"zapotp"_s));
    QTest::keyClick(focused(), Qt::Key_A, Qt::AltModifier);
    QTest::keyClick(focused(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(focused(), m_desk->simulator.baseUrl(u"zapotp"_s).toString());
    QTest::keyClick(focused(), Qt::Key_Return);

    QTRY_VERIFY(!m_desk->find(u"accountEditor"_s));
    QTRY_VERIFY2(message(u"accountsDialog"_s).startsWith(u"Connected to ZapOTP"),
                 qPrintable(message(u"accountsDialog"_s)));
    QTest::keyClick(m_desk->find(u"accountsDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(m_desk->find(u"offersTable"_s));
    QCOMPARE(m_desk->session->accounts().at(0).account.label, u"ZapOTP"_s);
}

void MainWindowTest::whatCannotBeSavedIsSaidInOneSentence_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("focus");
    const QString address = u"This address cannot be used."_s;
    QTest::newRow("no key") << QString() << QString() << u"Enter the API key."_s << u"apiKey"_s;
    QTest::newRow("blanks for a key") << QString() << u"   "_s << u"Enter the API key."_s << u"apiKey"_s;
    QTest::newRow("not encrypted") << u"http://example.com"_s << u"k"_s << address << u"serverAddress"_s;
    QTest::newRow("no address") << u"not a url"_s << u"k"_s << address << u"serverAddress"_s;
    QTest::newRow("another scheme") << u"ftp://example.com"_s << u"k"_s << address << u"serverAddress"_s;
    QTest::newRow("a key in it") << u"https://me:secret@example.com"_s << u"k"_s << address
                                 << u"serverAddress"_s;
}

void MainWindowTest::whatCannotBeSavedIsSaidInOneSentence()
{
    QFETCH(QString, address);
    QFETCH(QString, key);
    QFETCH(QString, sentence);
    QFETCH(QString, focus);
    QVERIFY(openEditor());
    if (!address.isEmpty())
        type(u"serverAddress"_s, address);
    type(u"apiKey"_s, key);
    QVERIFY(m_desk->press(u"save"_s));
    QVERIFY2(message(u"accountEditor"_s).startsWith(sentence), qPrintable(message(u"accountEditor"_s)));
    QCOMPARE(m_desk->find(u"accountEditor"_s)->focusWidget()->objectName(), focus);
    QCOMPARE(m_desk->session->accounts().count(), 0);
}

void MainWindowTest::aWrongKeyIsSaidWithTheProvidersWords()
{
    QVERIFY(openEditor());
    type(u"apiKey"_s, u"otpzap_live_wrong"_s);
    type(u"serverAddress"_s, m_desk->simulator.baseUrl(u"otpzap"_s).toString());
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_VERIFY(message(u"accountsDialog"_s).contains(u"key"));
    QTRY_VERIFY2(!details(u"accountsDialog"_s).isEmpty(), qPrintable(message(u"accountsDialog"_s)));
    QVERIFY(!message(u"accountsDialog"_s).contains(u"otpzap_live"));
}

void MainWindowTest::aServerThatIsNotThereIsSaid()
{
    QVERIFY(openEditor());
    type(u"apiKey"_s, m_desk->simulator.key(u"otpzap"_s));
    QTcpServer taken; // a port that is nobody's once it is closed
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const quint16 port = taken.serverPort();
    taken.close();
    type(u"serverAddress"_s, u"http://127.0.0.1:%1"_s.arg(port));
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_VERIFY(!m_desk->find(u"accountEditor"_s));
    QTRY_VERIFY2(m_desk->passing(message(u"accountsDialog"_s).contains(u"reach")),
                 qPrintable(message(u"accountsDialog"_s)));
}

void MainWindowTest::aBareHostGetsTheProvidersPath()
{
    QVERIFY(openEditor());
    type(u"apiKey"_s, u"otpzap_live_0123456789"_s);
    type(u"serverAddress"_s, u"OTPZap.example/"_s);
    type(u"label"_s, u" "_s);
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_COMPARE(m_desk->session->accounts().count(), 1);
    const Account account = m_desk->session->accounts().at(0).account;
    QCOMPARE(account.baseUrl, QUrl(u"https://otpzap.example/api/v1"_s));
    QCOMPARE(account.label, u"OTPZap"_s);
}

void MainWindowTest::anEmptyKeyLeavesTheKeptOne()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QTest::keyClick(&m_desk->window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_desk->press(u"editAccount"_s));
    type(u"label"_s, u"Private"_s);
    QVERIFY(m_desk->find<QLineEdit>(u"apiKey"_s)->text().isEmpty());
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_VERIFY2(message(u"accountsDialog"_s).startsWith(u"Connected"),
                 qPrintable(message(u"accountsDialog"_s)));
    QCOMPARE(m_desk->session->accounts().at(0).account.label, u"Private"_s);
}

void MainWindowTest::ordersOutliveTheirAccount()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->buy(u"whatsapp"_s));
    QTest::keyClick(&m_desk->window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_desk->press(u"removeAccount"_s));
    auto *question = m_desk->window().findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_desk->session->accounts().count(), 0);
    QCOMPARE(m_desk->find<QTableView>(u"orders"_s)->model()->rowCount(), 1);
}

void MainWindowTest::confirmingShowsThePriceAndTheBalanceAfter()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->openConfirmation(u"whatsapp"_s));
    const Money before = m_desk->simulator.balance(u"otpzap"_s);
    const QString after = m_desk->text(u"balanceAfter"_s);
    QVERIFY(m_desk->press(u"buyNow"_s));
    QTRY_VERIFY(m_desk->passing(charges() == 1));
    QVERIFY(before != m_desk->simulator.balance(u"otpzap"_s));
    QTRY_VERIFY(m_desk->passing(order().status == OrderStatus::Waiting));
    auto *chip = m_desk->find<QAbstractButton>(u"balance_otpzap"_s);
    QTRY_VERIFY2(m_desk->passing(chip->accessibleName().endsWith(after)), qPrintable(chip->accessibleName()));
}

void MainWindowTest::tooLittleMoneyCannotBeSpent()
{
    const Currency rupiah = m_desk->simulator.balance(u"otpzap"_s).currency();
    m_desk->simulator.setBalance(u"otpzap"_s, Money::fromUnits(Money::UnitsPerMain, rupiah));
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->askToBuy(u"whatsapp"_s));
    QTRY_VERIFY(m_desk->passing(m_desk->find(u"confirmPurchase"_s) &&
                                m_desk->text(u"purchaseNote"_s).contains(u"too low")));
    QVERIFY(!m_desk->press(u"buyNow"_s));
    QCOMPARE(charges(), 0);
}

void MainWindowTest::aDoubleClickBuysOnce()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->openConfirmation(u"whatsapp"_s));
    auto *buy = m_desk->find<QPushButton>(u"buyNow"_s);
    QTest::mouseClick(buy, Qt::LeftButton);
    QTest::mouseDClick(buy, Qt::LeftButton);
    QTest::mouseClick(buy, Qt::LeftButton);
    QTRY_VERIFY(m_desk->passing(!m_desk->session->engine().orders().empty() &&
                                order().status == OrderStatus::Waiting));
    QCOMPARE(charges(), 1);
    QCOMPARE(m_desk->simulator.arrivals(u"otpzap"_s, u"buy"_s), 1);
}

void MainWindowTest::enterHeldDownBuysOnce()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->openConfirmation(u"whatsapp"_s));
    QWidget *dialog = m_desk->find(u"confirmPurchase"_s);
    const auto hold = [](QWidget *where, bool repeated) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, repeated);
        QApplication::sendEvent(where, &press);
    };
    // Still held from the table below: nothing is answered.
    for (int i = 0; i < 5; ++i)
        hold(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, true);
    QVERIFY(dialog->isVisible());
    // A fresh press buys; what repeats of it ends up in the window below.
    hold(dialog, false);
    for (int i = 0; i < 5; ++i)
        hold(QApplication::focusWidget() ? QApplication::focusWidget() : &m_desk->window(), true);
    QTRY_VERIFY(m_desk->passing(!m_desk->session->engine().orders().empty() &&
                                order().status == OrderStatus::Waiting));
    QVERIFY(!m_desk->find(u"confirmPurchase"_s));
    QCOMPARE(charges(), 1);
}

void MainWindowTest::anArrivingCodeIsShownAndCopied_data()
{
    QTest::addColumn<bool>("byItself");
    QTest::addColumn<int>("key");
    QTest::newRow("by itself") << true << 0;
    QTest::newRow("Enter") << false << int(Qt::Key_Return);
    QTest::newRow("Ctrl+C") << false << int(Qt::Key_C);
}

void MainWindowTest::anArrivingCodeIsShownAndCopied()
{
    QFETCH(bool, byItself);
    QFETCH(int, key);
    QVERIFY(openWith({u"otpzap"_s}));
    for (QAction *action : m_desk->window().findChildren<QAction *>()) {
        if (action->text() == u"&Copy codes as they arrive")
            action->setChecked(byItself);
    }
    QGuiApplication::clipboard()->setText(u"mine"_s);
    QVERIFY(m_desk->buy(u"whatsapp"_s));
    QVERIFY(waitForCode());
    auto *table = m_desk->find<QTableView>(u"orders"_s);
    QCOMPARE(table->model()->index(0, 4).data().toString().remove(u' '), order().code);
    if (!byItself) {
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
        QTest::keyClick(table, Qt::Key(key), key == Qt::Key_C ? Qt::ControlModifier : Qt::NoModifier);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), order().code);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
             QByteArray("secret"));
    m_desk->clock.skip(61s);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void MainWindowTest::cancelCountsDownAndRefunds()
{
    m_desk->simulator.planService(u"WhatsApp"_s, Plan::neverACode());
    QVERIFY(openWith({u"otpzap"_s}));
    const Money before = m_desk->simulator.balance(u"otpzap"_s);
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    auto *cancel = m_desk->find<QAbstractButton>(u"cancelButton"_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY2(cancel->text().contains(u"(1:") || cancel->text().contains(u"(2:"), qPrintable(cancel->text()));
    const QString earlier = cancel->text();
    QTRY_VERIFY(m_desk->passing(cancel->text() != earlier));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->passing(cancel->isEnabled(), 1s), 20000);
    QVERIFY(!cancel->text().contains(u'('));
    QVERIFY(m_desk->press(u"cancelButton"_s));
    QTRY_VERIFY(m_desk->passing(order().status == OrderStatus::Refunded, 100ms));
    QVERIFY(m_desk->simulator.balance(u"otpzap"_s) == before);
}

void MainWindowTest::anotherSmsIsAskedFor()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s)); // these numbers stay open after the first SMS
    QVERIFY(waitForCode());
    const QString first = order().code;
    QTRY_VERIFY(m_desk->passing(m_desk->find<QAbstractButton>(u"resendButton"_s)->isEnabled(), 100ms));
    QVERIFY(m_desk->press(u"resendButton"_s));
    QTRY_VERIFY(m_desk->passing(m_desk->simulator.orders().constFirst().resendCount == 1, 100ms));
    QTRY_VERIFY(m_desk->passing(order().code != first));
    QString shown = m_desk->find<QTableView>(u"orders"_s)->model()->index(0, 4).data().toString();
    QCOMPARE(shown.remove(u' '), order().code);
}

void MainWindowTest::aReplacementTakesThePlaceOfTheNumber()
{
    m_desk->simulator.planService(u"WhatsApp"_s, Plan::neverACode());
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    const qint64 key = order().key;
    QTRY_VERIFY_WITH_TIMEOUT(
        m_desk->passing(m_desk->find<QAbstractButton>(u"replaceButton"_s)->isEnabled(), 1s), 20000);
    QVERIFY(m_desk->press(u"replaceButton"_s));
    QTRY_VERIFY(m_desk->passing(order().key != key && order().status == OrderStatus::Waiting, 100ms));
    auto *table = m_desk->find<QTableView>(u"orders"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(table->currentIndex().row(), 0);
    QVERIFY(m_desk->session->engine().order(key)->status != OrderStatus::Waiting);
}

void MainWindowTest::anUnconfirmedPurchaseIsAdopted()
{
    QVERIFY(leaveUnconfirmed());
    QCOMPARE(charges(), 1);
    QVERIFY(m_desk->press(u"enterOrderId"_s));
    type(u"orderId"_s, u"nonsense"_s);
    QVERIFY(m_desk->press(u"checkOrderId"_s));
    QTRY_VERIFY(m_desk->passing(
        m_desk->find(u"messageText"_s) && m_desk->find(u"checkOrderId"_s)->isEnabled(), 100ms));
    QCOMPARE(order().status, OrderStatus::Unconfirmed);
    type(u"orderId"_s, m_desk->simulator.orders().constFirst().id);
    QVERIFY(m_desk->press(u"checkOrderId"_s));
    QTRY_VERIFY(m_desk->passing(order().status == OrderStatus::Waiting, 100ms));
    QVERIFY(!m_desk->find(u"enterOrderId"_s));
    QVERIFY(waitForCode());
    QCOMPARE(charges(), 1);
}

void MainWindowTest::anUnconfirmedPurchaseWasNotCharged()
{
    QVERIFY(leaveUnconfirmed());
    QVERIFY(m_desk->press(u"notCharged"_s));
    QTRY_COMPARE(order().status, OrderStatus::NotBought);
    QVERIFY(!m_desk->find(u"notCharged"_s));
}

void MainWindowTest::anUnconfirmedPurchaseIsRemindedOf()
{
    QVERIFY(leaveUnconfirmed());
    for (auto *bar : m_desk->window().findChildren<MessageBar *>())
        bar->dismiss();
    QVERIFY(m_desk->press(u"remindLater"_s));
    QVERIFY(!m_desk->find(u"messageText"_s));
    m_desk->clock.skip(10min);
    QTRY_VERIFY(m_desk->find(u"messageText"_s));
    QCOMPARE(m_desk->text(u"messageText"_s), u"A purchase is still unconfirmed."_s);
    QCOMPARE(order().status, OrderStatus::Unconfirmed);
}

void MainWindowTest::aRestartGoesOnWhereTheLastOneEnded()
{
    QVERIFY(openWith({u"otpzap"_s}));
    QVERIFY(m_desk->buy(u"whatsapp"_s));
    QVERIFY(order().code.isEmpty());
    const QString number = order().number;
    m_desk->quit();

    m_desk->clock.skip(30s); // the code comes while nobody looks
    QVERIFY(m_desk->open());
    watchModels();
    QTRY_COMPARE(m_desk->session->accounts().count(), 1);
    m_desk->window().showTab(MainWindow::Tab::Orders);
    QCOMPARE(order().number, number);
    QVERIFY(waitForCode());
    QString sent = m_desk->simulator.orders().constFirst().messages.constFirst().code;
    QCOMPARE(order().code, sent.remove(u'-'));
    auto *table = m_desk->find<QTableView>(u"orders"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(table->model()->index(0, 4).data().toString().remove(u' '), order().code);
    QCOMPARE(charges(), 1);
}

void MainWindowTest::eachKindOfOrderIsShownInItsTab()
{
    Order number = sample::rental(m_desk->clock.utc());
    number.offer.kind = OfferKind::Number;
    const Order rental = sample::rental(m_desk->clock.utc());
    const Order inbox = sample::inbox(m_desk->clock.utc());
    QVERIFY(m_desk->keep({number, rental, inbox, sample::renewal(m_desk->clock.utc(), rental, 2)}));
    QVERIFY(m_desk->open());
    const auto current = [this](const QString &table) {
        auto *view = m_desk->find<QTableView>(table);
        return view ? view->currentIndex().data(OrderModel::KeyRole).toLongLong() : 0;
    };
    const std::tuple<qint64, QString, int> places[] = {
        {1, u"orders"_s, 1}, {2, u"rentals"_s, 2}, {3, u"inboxes"_s, 1}, {4, u"rentals"_s, 2}};
    for (const auto &[key, table, rows] : places) {
        m_desk->window().showOrder(key);
        QCOMPARE(current(table), key);
        QCOMPARE(m_desk->find<QTableView>(table)->model()->rowCount(), rows);
    }
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
