#include "models/orders/orderchange.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 5, 19), QTime(3, 30), Qt::UTC);

Order waitingOrder()
{
    Order order;
    order.key = 7;
    order.id = u"65"_s;
    order.number = u"+628123"_s;
    order.status = OrderStatus::Waiting;
    order.price = Money::fromText(u"5000", Currency::fromCode(u"IDR"));
    order.boughtAt = Now.addSecs(-60);
    return order;
}

Message message(const QString &code, const QString &text = {})
{
    return {code, text, {}, {}};
}

QList<EventKind> kinds(const OrderChange &change)
{
    QList<EventKind> list;
    for (const OrderEvent &event : change.events)
        list.append(event.kind);
    return list;
}

} // namespace

class TestOrderChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaidChangesNothing()
    {
        const Order order = waitingOrder();
        const OrderChange change = applyReport(order, {}, Now);
        QCOMPARE(change.order, order);
        QVERIFY(change.events.isEmpty());
    }

    void firstMessageMakesItReceived()
    {
        OrderReport report;
        report.status = OrderStatus::Waiting; // some providers are slower with the status than with the code
        report.messages = QList<Message>{message(u"111111"_s)};
        const OrderChange change = applyReport(waitingOrder(), report, Now);
        QCOMPARE(change.order.status, OrderStatus::CodeReceived);
        QCOMPARE(change.order.code, u"111111"_s);
        QCOMPARE(change.newMessages.size(), 1);
        QCOMPARE(kinds(change), QList<EventKind>{EventKind::MessageReceived});
    }

    void newestCodeIsCurrent()
    {
        OrderReport report;
        report.messages = QList<Message>{message(u"111111"_s)};
        Order order = applyReport(waitingOrder(), report, Now).order;
        order.resendPending = true;
        report.messages = QList<Message>{message(u"111111"_s), message(u"222222"_s)};
        report.code = u"222222"_s;
        const OrderChange change = applyReport(order, report, Now);
        QCOMPARE(change.newMessages.size(), 1);
        QCOMPARE(change.order.code, u"222222"_s);
        QCOMPARE(change.order.messages.size(), 2);
        QVERIFY(!change.order.resendPending);
    }

    void sameCodeTwiceIsTwoMessages()
    {
        OrderReport report;
        report.messages = QList<Message>{message(u"1"_s)};
        const Order once = applyReport(waitingOrder(), report, Now).order;
        report.messages = QList<Message>{message(u"1"_s), message(u"1"_s)};
        QCOMPARE(applyReport(once, report, Now).newMessages.size(), 1);
    }

    void forgottenMessagesStay()
    {
        OrderReport report;
        report.messages = QList<Message>{message(u"1"_s), message(u"2"_s)};
        const Order both = applyReport(waitingOrder(), report, Now).order;
        report.messages = QList<Message>{};
        const OrderChange change = applyReport(both, report, Now);
        QCOMPARE(change.order.messages.size(), 2);
        QVERIFY(change.newMessages.isEmpty());
    }

    void codeWithoutListIsOneMessage()
    {
        OrderReport report;
        report.status = OrderStatus::Finished;
        report.code = u"593821"_s;
        OrderChange change = applyReport(waitingOrder(), report, Now);
        QCOMPARE(change.order.messages.size(), 1);
        QCOMPARE(change.order.status, OrderStatus::Finished);
        change = applyReport(change.order, report, Now);
        QVERIFY(change.newMessages.isEmpty());
    }

    void textAfterCodeIsNoSecondMessage()
    {
        OrderReport report;
        report.code = u"593821"_s;
        const Order order = applyReport(waitingOrder(), report, Now).order;
        report.messages = QList<Message>{message(u"593821"_s, u"Your code is 593821"_s)};
        QVERIFY(applyReport(order, report, Now).newMessages.isEmpty());
    }

    void codeLeftOutLaterIsNoSecondMessage()
    {
        OrderReport report;
        report.messages = QList<Message>{message(u"482913"_s, u"Your code, in a picture"_s)};
        const Order order = applyReport(waitingOrder(), report, Now).order;
        report.messages = QList<Message>{message({}, u"Your code, in a picture"_s)};
        const OrderChange change = applyReport(order, report, Now);
        QVERIFY(change.newMessages.isEmpty());
        QCOMPARE(change.order.messages.size(), 1);
        QCOMPARE(change.order.code, u"482913"_s);
    }

    void codeThatComesLaterIsNewsOnce()
    {
        OrderReport report;
        report.messages = QList<Message>{message({}, u"Your code, in a picture"_s)};
        Order order = applyReport(waitingOrder(), report, Now).order;
        QVERIFY(order.code.isEmpty());
        report.messages = QList<Message>{message(u"482913"_s, u"Your code, in a picture"_s)};
        OrderChange change = applyReport(order, report, Now);
        QCOMPARE(change.newMessages.size(), 1);
        QCOMPARE(change.order.code, u"482913"_s);
        QCOMPARE(change.order.messages.size(), 1);
        change = applyReport(change.order, report, Now);
        QVERIFY(change.newMessages.isEmpty());
    }

    void mailsWithoutTextAreToldApartByTheirSubject()
    {
        Message first = message({}, {});
        first.subject = u"Welcome"_s;
        Message second = message({}, {});
        second.subject = u"Confirm your address"_s;
        OrderReport report;
        report.messages = QList<Message>{first};
        const Order order = applyReport(waitingOrder(), report, Now).order;
        report.messages = QList<Message>{first, second};
        QCOMPARE(applyReport(order, report, Now).newMessages.size(), 1);
    }

    void unknownWordKeepsItAlive()
    {
        OrderReport report;
        report.statusWord = u"on_hold"_s;
        OrderChange change = applyReport(waitingOrder(), report, Now);
        QCOMPARE(change.order.status, OrderStatus::Waiting);
        QCOMPARE(kinds(change), QList<EventKind>{EventKind::StatusWord});
        change = applyReport(change.order, report, Now);
        QVERIFY(change.events.isEmpty());
    }

    void endedOrderStaysEnded()
    {
        OrderReport refund;
        refund.status = OrderStatus::Refunded;
        const Order ended = applyReport(waitingOrder(), refund, Now).order;
        QCOMPARE(ended.endedAt, Now);
        OrderReport late;
        late.status = OrderStatus::Waiting;
        QCOMPARE(applyReport(ended, late, Now).order.status, OrderStatus::Refunded);
    }

    void lateMessageOfAnEndedOrderIsKept()
    {
        const Order ended = expire(waitingOrder(), Now).order;
        QCOMPARE(ended.status, OrderStatus::Expired);
        OrderReport late;
        late.status = OrderStatus::Finished;
        late.code = u"4711"_s;
        const OrderChange change = applyReport(ended, late, Now);
        QCOMPARE(change.order.status, OrderStatus::Finished);
        QCOMPARE(change.order.code, u"4711"_s);
    }

    void expiryWithACodeIsFinished()
    {
        OrderReport report;
        report.code = u"1"_s;
        const Order order = applyReport(waitingOrder(), report, Now).order;
        QCOMPARE(expire(order, Now).order.status, OrderStatus::Finished);
    }

    void serverClockIsMovedToOurs()
    {
        OrderReport report;
        report.serverTime = Now.addSecs(-7200);
        report.expiresAt = report.serverTime.addSecs(900);
        QCOMPARE(applyReport(waitingOrder(), report, Now).order.expiresAt, Now.addSecs(900));
    }

    void refundIsNotInvented()
    {
        OrderReport report;
        report.status = OrderStatus::Refunded;
        QVERIFY(!applyReport(waitingOrder(), report, Now).order.refunded);
    }
};

QTEST_GUILESS_MAIN(TestOrderChange)
#include "tst_orderchange.moc"
