#include "models/orders/spendguard.h"
#include "tests/support/bench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Currency rupiah()
{
    return Currency::fromCode(u"IDR");
}

Money rp(int amount)
{
    return Money::fromUnits(qint64(amount) * Money::UnitsPerMain, rupiah());
}

Offer offerAt(const std::optional<Money> &price)
{
    Offer offer;
    offer.service = u"WhatsApp"_s;
    offer.serviceId = u"wa"_s;
    offer.price = price;
    return offer;
}

} // namespace

/// What an account may spend without an explicit yes.
class TestSpendGuard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Bench> m_bench;

    Bench &bench(const SpendLimits &limits)
    {
        m_bench.reset();
        m_bench = std::make_unique<Bench>(m_dir->filePath(u"journal.sqlite"_s), u"otpzap"_s);
        m_bench->account.limits = limits;
        m_bench->start();
        return *m_bench;
    }
    /// What the click ended in; nothing: the intent was written.
    std::optional<ApiError> click(int amount, Consent consent = Consent::Unasked)
    {
        Bench &b = *m_bench;
        const auto key = b.engine.buy(b.account.id, offerAt(rp(amount)), {}, consent);
        if (!b.ended(key))
            return apiError(ErrorKind::TimedOut);
        return key.result().ok() ? std::nullopt : std::optional(key.result().error());
    }
    Money spent()
    {
        const auto today = m_bench->engine.spentToday(m_bench->account.id);
        return m_bench->ended(today) && today.result().ok() ? today.result().value() : rp(-1);
    }
    /// The order of the last purchase, answered.
    qint64 answered(const FakeProvider::Report &answer)
    {
        Bench &b = *m_bench;
        if (!b.soon([&b] { return b.provider->waiting(u"buy"_s) > 0; }))
            return 0;
        b.provider->settle(u"buy"_s, answer);
        const qint64 key = b.engine.orders().rbegin()->first;
        return b.soon([&] { return b.status(key) != OrderStatus::Buying; }) ? key : 0;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_bench.reset();
        m_dir.reset();
    }

    void whatIsAskedAbout_data()
    {
        QTest::addColumn<SpendLimits>("limits");
        QTest::addColumn<std::optional<Money>>("cost");
        QTest::addColumn<std::optional<Money>>("spent");
        QTest::addColumn<SpendConcern>("concern");
        const std::optional<Money> none;
        const SpendLimits both{.perDay = rp(100), .askAbove = rp(40)};
        const Money dollars = Money::fromUnits(1, Currency::fromCode(u"USD"));
        QTest::newRow("no limits") << SpendLimits{} << std::optional(rp(1000)) << none << SpendConcern::None;
        QTest::newRow("no limits, no price") << SpendLimits{} << none << none << SpendConcern::None;
        QTest::newRow("within") << both << std::optional(rp(30)) << std::optional(rp(60))
                                << SpendConcern::None;
        QTest::newRow("the threshold itself")
            << both << std::optional(rp(40)) << std::optional(rp(0)) << SpendConcern::None;
        QTest::newRow("above the threshold")
            << both << std::optional(rp(41)) << std::optional(rp(0)) << SpendConcern::AskAbove;
        QTest::newRow("the day's last rupiah")
            << both << std::optional(rp(40)) << std::optional(rp(60)) << SpendConcern::None;
        QTest::newRow("beyond the day")
            << both << std::optional(rp(40)) << std::optional(rp(61)) << SpendConcern::DailyLimit;
        QTest::newRow("the day is not known yet")
            << both << std::optional(rp(40)) << none << SpendConcern::None;
        QTest::newRow("price unknown") << both << none << std::optional(rp(0)) << SpendConcern::PriceUnknown;
        QTest::newRow("price in another currency")
            << both << std::optional(dollars) << std::optional(rp(0)) << SpendConcern::AskAbove;
        QTest::newRow("other currency, daily limit only")
            << SpendLimits{.perDay = rp(100), .askAbove = {}} << std::optional(dollars)
            << std::optional(rp(0)) << SpendConcern::DailyLimit;
    }
    void whatIsAskedAbout()
    {
        QFETCH(SpendLimits, limits);
        QFETCH(std::optional<Money>, cost);
        QFETCH(std::optional<Money>, spent);
        QFETCH(SpendConcern, concern);
        QCOMPARE(concernOf(limits, cost, spent), concern);
    }

    void nothingIsWrittenOrSentWithoutAYes()
    {
        Bench &b = bench({.perDay = rp(250), .askAbove = rp(150)});
        QSignalSpy storage(&b.engine, &OrderEngine::storageFailed);
        QCOMPARE(click(151)->kind, ErrorKind::NeedsConsent);
        QCOMPARE(click(151)->field, u"ask_above"_s);
        QVERIFY(!click(100));
        QVERIFY(!click(150));
        QCOMPARE(click(1)->field, u"daily_limit"_s);
        QCOMPARE(b.engine.orders().size(), size_t(2));
        QTRY_COMPARE(b.provider->calls.value(u"buy"_s), 2);
        QVERIFY(!click(1000, Consent::Given));
        QTRY_COMPARE(b.provider->calls.value(u"buy"_s), 3);
        QCOMPARE(storage.count(), 0); // the disk is all right
    }

    void unknownPriceNeedsAYes()
    {
        Bench &b = bench({.perDay = rp(250), .askAbove = {}});
        const auto key = b.engine.buy(b.account.id, offerAt({}));
        QVERIFY(b.ended(key));
        QCOMPARE(key.result().error().field, u"price"_s);
        QCOMPARE(b.provider->calls.value(u"buy"_s), 0);
    }

    void twoClicksAtOnceDoNotBothSlipThrough()
    {
        Bench &b = bench({.perDay = rp(100), .askAbove = {}});
        const auto first = b.engine.buy(b.account.id, offerAt(rp(60)));
        const auto second = b.engine.buy(b.account.id, offerAt(rp(60)));
        QVERIFY(b.ended(first) && b.ended(second));
        QVERIFY(first.result().ok());
        QCOMPARE(second.result().error().kind, ErrorKind::NeedsConsent);
    }

    void whatComesBackIsNotSpent()
    {
        Bench &b = bench({.perDay = rp(100), .askAbove = {}});
        b.provider->answer(u"check"_s, OrderReport());
        QVERIFY(!click(60));
        QVERIFY(answered(apiError(ErrorKind::NoStock)) != 0); // refused: nothing spent
        QTRY_COMPARE(spent(), rp(0));
        QVERIFY(!click(60));
        const qint64 key = answered(boughtReport());
        QVERIFY(key != 0);
        QTRY_COMPARE(spent(), rp(60));
        QVERIFY(click(60));

        OrderReport refunded = reportWith(OrderStatus::Refunded);
        b.provider->answer(u"cancel"_s, refunded);
        const auto cancelled = b.engine.cancel(key);
        QVERIFY(b.ended(cancelled) && cancelled.result().ok());
        QTRY_COMPARE(spent(), rp(0));
        QVERIFY(!click(60));
        QVERIFY(answered(apiError(ErrorKind::TimedOut, Outcome::Unknown)) != 0);
        QTRY_COMPARE(spent(), rp(60)); // nobody knows: it counts
    }

    void yesterdayDoesNotCountAndARestartDoes()
    {
        const SpendLimits limits{.perDay = rp(100), .askAbove = {}};
        bench(limits);
        QVERIFY(!click(60));
        QVERIFY(answered(boughtReport()) != 0);
        Bench &b = bench(limits);
        QTRY_COMPARE(spent(), rp(60));
        QCOMPARE(click(60)->field, u"daily_limit"_s);
        b.clock.skip(24h);
        QTRY_COMPARE(spent(), rp(0));
        QVERIFY(!click(60));
    }

    void renewalsCountToo()
    {
        Bench &b = bench({.perDay = rp(100), .askAbove = {}});
        QVERIFY(!click(60));
        OrderReport bought = boughtReport();
        bought.expiresAt = b.clock.utc().addDays(3);
        const qint64 key = answered(bought);
        const auto renewed = b.engine.renew(key, offerAt(rp(60)));
        QVERIFY(b.ended(renewed));
        QCOMPARE(renewed.result().error().kind, ErrorKind::NeedsConsent);
        QCOMPARE(b.provider->calls.value(u"renew"_s), 0);
        const auto meant = b.engine.renew(key, offerAt(rp(60)), Consent::Given);
        QVERIFY(b.ended(meant) && meant.result().ok());
        QTRY_COMPARE(b.provider->calls.value(u"renew"_s), 1);
    }

    void replacementsDoNot()
    {
        Bench &b = bench({.perDay = rp(100), .askAbove = {}});
        QVERIFY(!click(100));
        const qint64 key = answered(boughtReport());
        b.provider->answer(u"check"_s, reportWith(OrderStatus::Waiting));
        const auto replaced = b.engine.replace(key);
        QVERIFY(b.soon([&b] { return b.provider->waiting(u"replace"_s) > 0; }));
        b.provider->settle(u"replace"_s, boughtReport(u"66"_s));
        QVERIFY(b.ended(replaced) && replaced.result().ok());
        QVERIFY(b.becomes(key, OrderStatus::Refunded));
        QTRY_COMPARE(spent(), rp(100));
    }

    void limitsSurviveARestart()
    {
        const SpendLimits limits{.perDay = rp(1000), .askAbove = rp(7)};
        bench(limits);
        m_bench.reset();
        Bench b(m_dir->filePath(u"journal.sqlite"_s), u"otpzap"_s);
        QVERIFY(b.open());
        QCOMPARE(b.accounts.at(0).account.limits, limits);
    }
};

QTEST_GUILESS_MAIN(TestSpendGuard)
#include "tst_spendguard.moc"
