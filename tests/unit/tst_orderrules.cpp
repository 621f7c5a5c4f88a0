#include "providers/wire/orders.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

using Reason = Permission::Reason;

Q_DECLARE_METATYPE(otpdesk::Permission)
Q_DECLARE_METATYPE(otpdesk::CancelRule)

namespace {

const QDateTime bought = QDateTime(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);

Order waitingOrder()
{
    Order order;
    order.id = u"ord_1"_s;
    order.status = OrderStatus::Waiting;
    order.createdAt = bought.addSecs(-3);
    order.boughtAt = bought;
    return order;
}

ShopTerms termsWith(CancelRule rule)
{
    ShopTerms terms;
    terms.cancelRule = rule;
    terms.cancelCooldown = std::chrono::minutes(2);
    return terms;
}

} // namespace

class TestOrderRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelFollowsTheRule_data();
    void cancelFollowsTheRule();
    void cooldownCountsFromTheIntentWhenThePurchaseHasNoTime();
    void finishNeedsAMessage();
    void nothingIsAllowedBeforeConfirmationOrAfterTheEnd_data();
    void nothingIsAllowedBeforeConfirmationOrAfterTheEnd();
    void onlyPlainIdsFitInAPath_data();
    void onlyPlainIdsFitInAPath();
};

void TestOrderRules::cancelFollowsTheRule_data()
{
    QTest::addColumn<CancelRule>("rule");
    QTest::addColumn<int>("secondsSince");
    QTest::addColumn<bool>("hasMessage");
    QTest::addColumn<Permission>("expected");
    const auto row = [](const char *name, CancelRule rule, int since, bool hasMessage,
                        const Permission &expected) {
        QTest::newRow(name) << rule << since << hasMessage << expected;
    };
    const Permission later = Permission::after(bought.addSecs(120));
    const Permission received = Permission::never(Reason::AlreadyHasMessage);
    row("cooldown, at once", CancelRule::AfterCooldown, 0, false, later);
    row("cooldown, last second", CancelRule::AfterCooldown, 119, false, later);
    row("cooldown over", CancelRule::AfterCooldown, 120, false, Permission::allowed());
    row("cooldown, message", CancelRule::AfterCooldown, 10, true, received);
    row("waiting", CancelRule::WhileWaiting, 0, false, Permission::allowed());
    row("waiting, message", CancelRule::WhileWaiting, 0, true, received);
    row("at expiry", CancelRule::AtExpiryOnly, 500, false, Permission::never(Reason::NotOffered));
}

void TestOrderRules::cancelFollowsTheRule()
{
    QFETCH(CancelRule, rule);
    QFETCH(int, secondsSince);
    QFETCH(bool, hasMessage);
    Order order = waitingOrder();
    if (hasMessage)
        order.messages.append(Message());
    const Permission permission = cancelPermission(order, termsWith(rule), bought.addSecs(secondsSince));
    QTEST(permission, "expected");
}

void TestOrderRules::cooldownCountsFromTheIntentWhenThePurchaseHasNoTime()
{
    Order order = waitingOrder();
    order.boughtAt = {};
    QCOMPARE(cancelPermission(order, termsWith(CancelRule::AfterCooldown), bought),
             Permission::after(order.createdAt.addSecs(120)));
    order.createdAt = {};
    QVERIFY(cancelPermission(order, termsWith(CancelRule::AfterCooldown), bought).isAllowed());
}

void TestOrderRules::finishNeedsAMessage()
{
    Order order = waitingOrder();
    QCOMPARE(finishPermission(order), Permission::never(Reason::NoMessageYet));
    order.status = OrderStatus::CodeReceived;
    QVERIFY(finishPermission(order).isAllowed());
}

void TestOrderRules::nothingIsAllowedBeforeConfirmationOrAfterTheEnd_data()
{
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<Permission::Reason>("reason");
    QTest::newRow("buying") << OrderStatus::Buying << Reason::NotConfirmed;
    QTest::newRow("unconfirmed") << OrderStatus::Unconfirmed << Reason::NotConfirmed;
    QTest::newRow("finished") << OrderStatus::Finished << Reason::Ended;
    QTest::newRow("refunded") << OrderStatus::Refunded << Reason::Ended;
    QTest::newRow("expired") << OrderStatus::Expired << Reason::Ended;
    QTest::newRow("not bought") << OrderStatus::NotBought << Reason::Ended;
}

void TestOrderRules::nothingIsAllowedBeforeConfirmationOrAfterTheEnd()
{
    QFETCH(OrderStatus, status);
    QFETCH(Permission::Reason, reason);
    Order order = waitingOrder();
    order.status = status;
    for (const bool hasMessage : {false, true}) {
        if (hasMessage)
            order.messages.append(Message());
        QCOMPARE(cancelPermission(order, termsWith(CancelRule::WhileWaiting), bought),
                 Permission::never(reason));
        QCOMPARE(finishPermission(order), Permission::never(reason));
    }
}

void TestOrderRules::onlyPlainIdsFitInAPath_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("fits");
    QTest::newRow("documented") << u"ord_89b12d3a456"_s << true;
    QTest::newRow("number") << u"123456"_s << true;
    QTest::newRow("dots inside") << u"a.b..c"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("here") << u"."_s << false;
    QTest::newRow("up") << u".."_s << false;
    QTest::newRow("elsewhere") << u"../balance"_s << false;
    QTest::newRow("backslash") << u"..\\balance"_s << false;
    QTest::newRow("query") << u"1?x=1"_s << false;
    QTest::newRow("fragment") << u"1#x"_s << false;
    QTest::newRow("encoded") << u"%2e%2e"_s << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("line break") << u"a\r\nHost: b"_s << false;
    QTest::newRow("letters of another script") << u"\u0661"_s << false;
}

void TestOrderRules::onlyPlainIdsFitInAPath()
{
    QFETCH(QString, id);
    QTEST(fitsInPath(id), "fits");
}

QTEST_GUILESS_MAIN(TestOrderRules)
#include "tst_orderrules.moc"
