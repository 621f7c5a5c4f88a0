#include "providers/registry.h"
#include "providers/simulator/injection.h"
#include "tests/gui/tabstand.h"
#include "ui/inboxes/inboxescontroller.h"
#include "ui/kit/elidedlabel.h"

#include <QLocale>
#include <QSignalSpy>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a tab says about how often its orders are checked.
class PollPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { m_stand = std::make_unique<TabStand>(u"otpzap"_s); }
    void cleanup()
    {
        m_controller.reset();
        m_stand.reset();
    }

    void manyOrdersSayThatTheyShareALimit()
    {
        QVERIFY(open(45));
        QTRY_COMPARE(said(), u"Orders at Mine are checked every 15 s instead of 5 s: 45 of them share its "
                             "limit of 300 requests a minute."_s);
        QCOMPARE(m_stand->find(u"pollPace"_s)->accessibleName(), said());
    }

    void fewOrdersSayNothing()
    {
        QVERIFY(open(10));
        QTRY_COMPARE(m_stand->engine.polledOrders(u"acc"_s), 10);
        QCOMPARE(said(), QString());
    }

    void itFollowsTheNumberOfOrders()
    {
        QVERIFY(open(45));
        QTRY_VERIFY(said().contains(u": 45 of them"));
        m_stand->clock.skip(1s);
        QTRY_VERIFY(m_stand->provider->waiting(u"check"_s) > 0);
        OrderReport finished;
        finished.status = OrderStatus::Finished;
        QVERIFY(m_stand->provider->settle(u"check"_s, finished));
        QTRY_VERIFY(said().contains(u": 44 of them"));
    }

    void anOrderThatIsOverSaysNothing()
    {
        QVERIFY(open(45, true));
        QTRY_VERIFY(said().contains(u": 45 of them"));
        QTRY_VERIFY(m_stand->engine.order(1)); // history comes a little later
        m_controller->selectOrder(1);
        QCOMPARE(m_controller->currentKey(), 1);
        QCOMPARE(said(), QString());
    }

    void aPauseIsToldUntilTheFirstCheckAfterIt()
    {
        QVERIFY(open(10));
        QTRY_COMPARE(m_stand->engine.polledOrders(u"acc"_s), 10);
        Q_EMIT m_stand->provider->throttled(2s); // the limit is used up: that is no pause
        QCOMPARE(said(), QString());
        const QString until = m_stand->now().addSecs(40).toLocalTime().toString(u"HH:mm:ss"_s);
        Q_EMIT m_stand->provider->throttled(40s);
        QCOMPARE(said(), u"Mine asks for a pause: its orders are checked again from %1 on."_s.arg(until));
        m_stand->clock.skip(41s);
        QTRY_VERIFY(m_stand->provider->waiting(u"check"_s) > 0);
        QVERIFY(!said().isEmpty()); // nothing ticks: the answer tells
        OrderReport waiting;
        waiting.status = OrderStatus::Waiting;
        QVERIFY(m_stand->provider->settle(u"check"_s, waiting));
        QTRY_COMPARE(said(), QString());
    }

    void everyProviderTellsOfAPause()
    {
        HttpServer server([](const ServerRequest &) { return canned::tooManyRequests(40); });
        QVERIFY(server.listen());
        for (const ProviderEntry &entry : providerRegistry()) {
            Connection connection;
            connection.baseUrl = QUrl(u"http://127.0.0.1:%1/api"_s.arg(server.port()));
            connection.key = u"key"_s;
            connection.clock = &m_stand->clock;
            const auto provider = entry.make(connection);
            QSignalSpy throttled(provider.get(), &Provider::throttled);
            const auto asked = provider->balance(Priority::User);
            QTRY_VERIFY2(!throttled.isEmpty(), qPrintable(entry.info().id));
            QCOMPARE(throttled.first().first().value<std::chrono::milliseconds>(),
                     std::chrono::milliseconds(40s));
        }
    }

private:
    bool open(int count, bool withOneEnded = false)
    {
        QList<Order> orders;
        if (withOneEnded)
            orders.append(sample::ended(sample::inbox(m_stand->now(), u"old@gmail.com"_s),
                                        OrderStatus::Refunded, m_stand->now()));
        for (int i = 0; i < count; ++i)
            orders.append(sample::inbox(m_stand->now(), u"box%1@gmail.com"_s.arg(i)));
        if (!m_stand->start(orders))
            return false;
        m_controller = std::make_unique<InboxesController>(m_stand->desk());
        return m_stand->show(*m_controller);
    }
    QString said()
    {
        auto *line = m_stand->find<ElidedLabel>(u"pollPace"_s);
        return line ? line->text() : QString();
    }

    std::unique_ptr<TabStand> m_stand;
    std::unique_ptr<InboxesController> m_controller;
};

QTEST_MAIN(PollPaceTest)
#include "tst_pollpace.moc"
