#include "tests/gui/tabstand.h"
#include "ui/orders/unconfirmedpanel.h"
#include "ui/rentals/rentalscontroller.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextEdit>
#include <QToolButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// The Rentals tab on a provider whose answers the test gives.
class RentalsTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_stand = std::make_unique<TabStand>(u"otpget"_s); }
    void cleanup()
    {
        m_controller.reset();
        m_stand.reset();
    }

    void everyAgreedNameIsThere();
    void onlyRentalsAreShown();
    void rowsTellWhatARentalIs();
    void endedRentalsAreFoundBehindManyNumbers();
    void aRentalThatEndsSoonNeedsAttention();
    void theBestIsCopiedWithTheKeyboard_data();
    void theBestIsCopiedWithTheKeyboard();
    void aNumberIsCopiedInEachForm();
    void permissionsDecideAboutRenewing();
    void checkingNowAsksTheProvider();
    void aMessageOfTheTableIsReadAndItsCodeCopied();
    void theTimelineIsBehindTheMessages();
    void readingTheListIsBusyUntilItEnds();
    void aListThatFailsIsSaid();
    void anUnconfirmedRentalIsAdoptedByItsId();
    void aRenewalIsARowUntilItIsKnown();
    void aRenewalThatWasNotChargedLeavesItsRental();
    void aRenewalThatWasChargedProlongsTheRental();
    void anEmptyTabLeadsToTheCatalog();

private:
    bool open(const QList<Order> &orders)
    {
        if (!m_stand->start(orders))
            return false;
        m_controller = std::make_unique<RentalsController>(m_stand->desk(), m_stand->accounts);
        return m_stand->show(*m_controller);
    }
    QDateTime now() const { return m_stand->now(); }
    int rows()
    {
        return m_stand->table(u"rentals"_s) ? m_stand->table(u"rentals"_s)->model()->rowCount() : 0;
    }
    QString cell(int row, const QString &header) { return m_stand->cell(u"rentals"_s, row, header); }
    Order withCode() const
    {
        return sample::with(sample::rental(now()),
                            {u"740279"_s, u"Your code is 740-279"_s, u"WhatsApp"_s, now()});
    }

    std::unique_ptr<TabStand> m_stand;
    std::unique_ptr<RentalsController> m_controller;
};

void RentalsTabTest::everyAgreedNameIsThere()
{
    QVERIFY(open({withCode()}));
    const QStringList seen = m_stand->seen();
    for (const QString &name :
         {u"Table Rentals"_s, u"Table Rental messages"_s, u"Button Renew rental"_s, u"Button Copy code"_s,
          u"ButtonMenu Copy number"_s, u"Button Check now"_s, u"Button Read provider's list"_s,
          u"EditableText Search rentals"_s, u"ComboBox Rental filter"_s, u"StaticText Current code"_s,
          u"PageTab Messages"_s, u"PageTab Timeline"_s})
        QVERIFY2(seen.contains(name), qPrintable(name + u" in\n"_s + seen.join(u'\n')));
    for (const QString &line : seen)
        QVERIFY2(line != u"Button " && line != u"EditableText ", qPrintable(seen.join(u'\n')));
}

void RentalsTabTest::onlyRentalsAreShown()
{
    Order number = sample::rental(now(), 1, u"+6281234567"_s);
    number.offer.kind = OfferKind::Number;
    QVERIFY(open({number, sample::rental(now()), sample::inbox(now())}));
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, u"Number"_s), u"+1 343 433 7545"_s);
}

void RentalsTabTest::rowsTellWhatARentalIs()
{
    Order takenOver = sample::rental(now(), 100, u"2025550143"_s);
    takenOver.createdAt = takenOver.boughtAt = {};
    QVERIFY(open({sample::ended(sample::rental(now(), -5, u"4155550123"_s), OrderStatus::Expired, now()),
                  takenOver, sample::rental(now(), 500)}));
    QCOMPARE(rows(), 3);
    QCOMPARE(cell(0, u"Country"_s), u"United States"_s);
    QCOMPARE(cell(0, u"Server"_s), u"Server 2"_s);
    QCOMPARE(cell(0, u"Time left"_s), u"20 days"_s);
    QCOMPARE(cell(0, u"Status"_s), u"Active"_s);
    QCOMPARE(cell(1, u"Bought"_s), u"—"_s);
    QCOMPARE(cell(1, u"Time left"_s), u"4 days 4 h"_s);
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(cell(2, u"Status"_s), u"Ended"_s);
}

void RentalsTabTest::endedRentalsAreFoundBehindManyNumbers()
{
    QList<Order> orders{sample::rental(now()), sample::ended(sample::rental(now(), -5, u"4155550123"_s),
                                                             OrderStatus::Expired, now())};
    Order number = sample::ended(sample::rental(now(), 1, u"+6281234567"_s), OrderStatus::Finished, now());
    number.offer.kind = OfferKind::Number;
    while (orders.size() < 330)
        orders.append(number);
    QVERIFY(open(orders));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(m_stand->model.rowCount(), 2); // nothing was loaded in vain
}

void RentalsTabTest::aRentalThatEndsSoonNeedsAttention()
{
    QVERIFY(open({sample::rental(now(), 47), sample::rental(now(), 49, u"2025550143"_s)}));
    m_stand->find<QComboBox>(u"rentalFilter"_s)->setCurrentIndex(int(OrderFilter::NeedsAttention));
    QCOMPARE(rows(), 1);
    const QModelIndex row = m_stand->table(u"rentals"_s)->model()->index(0, 0);
    QVERIFY(row.data(OrderModel::SoonRole).toBool());
    QCOMPARE(cell(0, u"Number"_s), u"+1 343 433 7545"_s);
}

void RentalsTabTest::theBestIsCopiedWithTheKeyboard_data()
{
    QTest::addColumn<bool>("hasCode");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("Enter, code") << true << int(Qt::Key_Return) << u"740279"_s;
    QTest::newRow("Ctrl+C, code") << true << int(Qt::Key_C) << u"740279"_s;
    QTest::newRow("Enter, number") << false << int(Qt::Key_Return) << u"+13434337545"_s;
}

void RentalsTabTest::theBestIsCopiedWithTheKeyboard()
{
    QFETCH(bool, hasCode);
    QFETCH(int, key);
    QVERIFY(open({hasCode ? withCode() : sample::rental(now())}));
    QGuiApplication::clipboard()->setText(u"mine"_s);
    QTableView *table = m_stand->table(u"rentals"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key(key), key == Qt::Key_C ? Qt::ControlModifier : Qt::NoModifier);
    QTEST(copied(), "text");
}

void RentalsTabTest::aNumberIsCopiedInEachForm()
{
    QVERIFY(open({sample::rental(now())}));
    QVERIFY(m_stand->press(u"copyNumberButton"_s));
    QCOMPARE(copied(), u"+13434337545"_s);
    auto *button = m_stand->find<QToolButton>(u"copyNumberButton"_s);
    QCOMPARE(button->menu()->actions().size(), 3);
    button->menu()->actions().at(2)->trigger();
    QCOMPARE(copied(), u"3434337545"_s);
}

void RentalsTabTest::permissionsDecideAboutRenewing()
{
    QVERIFY(m_stand->start({sample::rental(now()), sample::rental(now(), 300, u"2025550143"_s)}));
    m_stand->provider->allowed = [](const Order &order, const QDateTime &) {
        OrderActions may;
        may.renew = order.number.startsWith(u'3') ? Permission::allowed()
                                                  : Permission::never(Permission::Reason::NotOffered);
        return may;
    };
    m_controller = std::make_unique<RentalsController>(m_stand->desk(), m_stand->accounts);
    QSignalSpy wanted(m_controller.get(), &RentalsController::renewRequested);
    QVERIFY(m_stand->show(*m_controller));
    QVERIFY(!m_stand->button(u"renewButton"_s)->isEnabled());
    QCOMPARE(m_stand->button(u"renewButton"_s)->toolTip(), u"The provider does not offer this."_s);
    m_controller->selectOrder(1);
    QVERIFY(m_stand->press(u"renewButton"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toLongLong(), 1);
    QCOMPARE(m_stand->provider->calls.value(u"renew"_s), 0);
}

void RentalsTabTest::checkingNowAsksTheProvider()
{
    QVERIFY(open({sample::rental(now())}));
    m_stand->pace = 50ms;
    QVERIFY(m_stand->soon([this] { return m_stand->provider->waiting(u"check"_s) == 1; }));
    OrderReport quiet;
    quiet.status = OrderStatus::Waiting;
    QVERIFY(m_stand->provider->settle(u"check"_s, quiet));
    const int before = m_stand->provider->calls.value(u"check"_s);
    QVERIFY(m_stand->press(u"checkNowButton"_s));
    m_stand->pace = 1ms; // sooner than by itself
    QVERIFY(m_stand->soon([&] { return m_stand->provider->calls.value(u"check"_s) > before; }));
}

void RentalsTabTest::aMessageOfTheTableIsReadAndItsCodeCopied()
{
    const Order order = sample::with(withCode(), {{}, u"Thanks <b>a lot</b>"_s, u"22395"_s, now()});
    QVERIFY(open({order}));
    QTableView *messages = m_stand->table(u"rentalMessages"_s);
    QCOMPARE(messages->model()->rowCount(), 2);
    auto *body = m_stand->find<QTextEdit>(u"messageBody"_s);
    QCOMPARE(body->toPlainText(), u"Thanks <b>a lot</b>"_s);
    QVERIFY(!m_stand->find(u"messageCode"_s));
    QVERIFY(messages->isColumnHidden(int(MessageModel::Column::Subject)));

    messages->setFocus();
    QTest::keyClick(messages, Qt::Key_Down);
    QCOMPARE(body->toPlainText(), u"Your code is 740-279"_s);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    QTest::keyClick(m_stand->find(u"messageCode"_s), Qt::Key_Return);
    QCOMPARE(copied(), u"740279"_s);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    QTest::keyClick(messages, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(), u"740279"_s);
}

void RentalsTabTest::theTimelineIsBehindTheMessages()
{
    QVERIFY(open({withCode()}));
    QVERIFY(!m_stand->find(u"timeline"_s));
    m_stand->find<QTabWidget>(u"orderPages"_s)->setCurrentIndex(1);
    auto *timeline = m_stand->find<QAbstractItemView>(u"timeline"_s);
    QVERIFY(timeline);
    QTRY_COMPARE(timeline->model()->rowCount(), 3);
    QVERIFY(m_stand->seen().contains(u"List Timeline"_s));
}

void RentalsTabTest::readingTheListIsBusyUntilItEnds()
{
    QSignalSpy read(&m_stand->engine, &OrderEngine::listRead);
    QVERIFY(open({sample::rental(now())}));
    QTRY_VERIFY(!read.isEmpty()); // by itself, when the account was ready
    OrderReport found;
    found.id = u"R-9"_s;
    found.number = u"2025550199"_s;
    found.status = OrderStatus::Waiting;
    found.expiresAt = now().addDays(9);
    m_stand->provider->listed = {found};
    QVERIFY(m_stand->press(u"readListButton"_s));
    QVERIFY(!m_stand->button(u"readListButton"_s)->isEnabled());
    QCOMPARE(m_stand->button(u"readListButton"_s)->accessibleName(), u"Read provider's list"_s);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(m_stand->button(u"readListButton"_s)->isEnabled());
    QCOMPARE(cell(0, u"Bought"_s), u"—"_s);
}

void RentalsTabTest::aListThatFailsIsSaid()
{
    QVERIFY(open({sample::rental(now())}));
    QVERIFY(m_stand->press(u"readListButton"_s));
    ApiError down;
    down.kind = ErrorKind::ServiceDown;
    Q_EMIT m_stand->engine.listFailed(u"another account"_s, down);
    QCOMPARE(m_stand->said(), QString());
    Q_EMIT m_stand->engine.listFailed(m_stand->account.id, down);
    QVERIFY2(m_stand->said().startsWith(u"Mine is out of order"), qPrintable(m_stand->said()));
    QVERIFY(m_stand->button(u"readListButton"_s)->isEnabled());
}

void RentalsTabTest::anUnconfirmedRentalIsAdoptedByItsId()
{
    Order open1 = sample::rental(now(), 720);
    open1.id.clear();
    open1.number.clear();
    open1.status = OrderStatus::Unconfirmed;
    QVERIFY(open({open1}));
    QVERIFY(m_stand->find<UnconfirmedPanel>({}));
    QVERIFY(!m_stand->find(u"rentalMessages"_s)); // nothing can have come
    QVERIFY(m_stand->press(u"enterOrderId"_s));
    auto *id = m_stand->find<QLineEdit>(u"orderId"_s);
    QCOMPARE(id->accessibleName(), u"Rental's order id"_s);
    QTest::keyClicks(id, u"R-77"_s);
    QTest::keyClick(id, Qt::Key_Return);
    OrderReport report;
    report.number = u"3434337545"_s;
    report.status = OrderStatus::Waiting;
    QTRY_VERIFY(m_stand->provider->waiting(u"check"_s) > 0);
    QVERIFY(m_stand->provider->settle(u"check"_s, report));
    QTRY_COMPARE(m_stand->status(1), OrderStatus::Waiting);
    QCOMPARE(m_stand->engine.order(1)->id, u"R-77"_s);
    QVERIFY(m_stand->find(u"rentalMessages"_s));
}

void RentalsTabTest::aRenewalIsARowUntilItIsKnown()
{
    const Order rental = sample::rental(now());
    QVERIFY(open({rental, sample::renewal(now(), rental, 1)}));
    QCOMPARE(rows(), 2);
    QCOMPARE(cell(0, u"Number"_s), u"Renewal of +1 343 433 7545"_s);
    QCOMPARE(cell(0, u"Status"_s), u"Unconfirmed"_s);
    QVERIFY(!m_stand->find(u"enterOrderId"_s));
    QVERIFY(m_stand->find(u"wasRenewed"_s));
    QVERIFY(m_stand->press(u"remindLater"_s));
    m_stand->clock.skip(10min);
    QTRY_COMPARE(m_stand->said(), u"A purchase is still unconfirmed."_s);
}

void RentalsTabTest::aRenewalThatWasNotChargedLeavesItsRental()
{
    const Order rental = sample::rental(now());
    QVERIFY(open({rental, sample::renewal(now(), rental, 1)}));
    QVERIFY(m_stand->press(u"notCharged"_s));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(m_stand->status(2), OrderStatus::NotBought);
    m_controller->selectOrder(2); // from a notification, say: its rental is what there is to see
    QCOMPARE(m_controller->currentKey(), 1);
}

void RentalsTabTest::aRenewalThatWasChargedProlongsTheRental()
{
    const Order rental = sample::rental(now());
    QVERIFY(open({rental, sample::renewal(now(), rental, 1)}));
    OrderReport report;
    report.status = OrderStatus::Waiting;
    report.expiresAt = rental.expiresAt.addDays(30);
    m_stand->provider->answer(u"check"_s, report);
    QVERIFY(m_stand->press(u"wasRenewed"_s));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(m_stand->engine.order(1)->expiresAt, rental.expiresAt.addDays(30));
    QCOMPARE(m_stand->status(2), OrderStatus::Finished);
}

void RentalsTabTest::anEmptyTabLeadsToTheCatalog()
{
    QVERIFY(open({}));
    QSignalSpy wanted(m_controller.get(), &OrderTabController::catalogRequested);
    QVERIFY(m_stand->press(u"emptyPrimary"_s));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<OfferKind>(), OfferKind::Rental);
    QVERIFY(m_stand->seen().join(u'\n').contains(u"No rentals yet"));
}

QTEST_MAIN(RentalsTabTest)
#include "tst_rentalstab.moc"
