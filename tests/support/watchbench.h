#pragma once

#include "models/accounts/accountlist.h"
#include "models/catalog/catalog.h"
#include "models/catalog/catalogaccounts.h"
#include "models/catalog/catalogloader.h"
#include "models/search/servicenames.h"
#include "models/watches/marketwatcher.h"
#include "models/store/journal.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "tests/support/drawer.h"
#include "tests/support/fakeprovider.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

namespace otpdesk {

using namespace Qt::StringLiterals;

/// A provider with shelves that the test fills.
class ShelfProvider : public FakeProvider
{
public:
    /// What stands where, and when it was asked for: these outlive the provider.
    struct Shelves
    {
        QHash<QString, ShelfPage> pages; ///< by path
        QHash<QString, ApiError> failures;
        QStringList asked;
        QList<std::chrono::milliseconds> askedAt;
        bool holdsBack = false; ///< keeps its answers until answerNext()
        std::vector<std::pair<QString, std::shared_ptr<QPromise<Result<ShelfPage>>>>> waiting;

        void answerNext()
        {
            auto [path, promise] = waiting.front();
            waiting.erase(waiting.begin());
            if (failures.contains(path))
                promise->addResult(failures.value(path));
            else
                promise->addResult(pages.value(path));
            promise->finish();
        }
    };

    ShelfProvider(const ProviderInfo &info, Shelves &shelves, const Clock &clock)
        : FakeProvider(info), m_shelves(shelves), m_clock(clock)
    {}
    Async<ShelfPage> browse(const Shelf &shelf, Priority priority) override
    {
        Q_ASSERT(priority == Priority::Catalog);
        m_shelves.asked.append(shelf.path);
        m_shelves.askedAt.append(m_clock.steady());
        auto promise = std::make_shared<QPromise<Result<ShelfPage>>>();
        promise->start();
        m_shelves.waiting.emplace_back(shelf.path, promise);
        const auto future = promise->future();
        if (!m_shelves.holdsBack)
            m_shelves.answerNext();
        return future;
    }

private:
    Shelves &m_shelves;
    const Clock &m_clock;
};

/// What outlives a restart.
struct WatchFloor
{
    WatchFloor()
    {
        info = findProvider(u"otpzap"_s)->info();
        info.requestsPerMinute = 60;
        info.currency = Currency::fromCode(u"INR");
        info.shops = {{OfferKind::Number, info.terms(OfferKind::Number)}};
    }
    QString journalFile() const { return dir.filePath(u"journal.sqlite"_s); }

    QTemporaryDir dir;
    SteerableClock clock{SteerableClock::Mode::Frozen};
    Drawer drawer;
    ProviderInfo info;
    ShelfProvider::Shelves one;
    ShelfProvider::Shelves two;
};

/// The catalog, with a watcher, of the accounts "one" and "two" whose shelves the test fills.
class WatchBench
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit WatchBench(WatchFloor &below)
        : floor(below),
          journal(floor.journalFile()),
          accounts(journal, {&floor.drawer}, floor.clock, networkOf(floor)),
          loader(catalog,
                 [this](const QString &accountId, OfferKind kind) -> Shop * {
                     Provider *provider = accounts.provider(accountId);
                     return provider ? provider->shop(kind) : nullptr;
                 }),
          catalogAccounts(accounts, catalog, loader),
          watcher(journal, accounts, catalog, loader, floor.clock)
    {}

    /// Opens the journal; the watches are there when this returns.
    bool open()
    {
        const auto opened = journal.open();
        if (!QTest::qWaitFor([&] { return opened.isFinished(); }) || !opened.result().ok())
            return false;
        accounts.start(opened.result()->accounts);
        watcher.start();
        return written();
    }
    /// Adds an account, with its key.
    bool add(const QString &id)
    {
        Account account;
        account.id = id;
        account.providerId = u"otpzap"_s;
        account.label = id == u"one" ? u"ZapOTP"_s : u"OTPGet"_s;
        account.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(id == u"one" ? 1 : 2));
        account.keyHome = SecretHome::Session;
        const auto saved = accounts.save(account, u"key"_s);
        return QTest::qWaitFor([&] { return saved.isFinished() && accounts.provider(id); });
    }
    /// Everything asked of the journal before is written, and answered.
    bool written()
    {
        const auto last = journal.fact(u"last"_s);
        const bool ended = QTest::qWaitFor([&] { return last.isFinished(); });
        settle();
        return ended;
    }
    /// Answers that are there are taken.
    static void settle()
    {
        for (int i = 0; i < 30; ++i)
            QCoreApplication::processEvents();
    }
    /// Lets time pass, a second at a time.
    void pass(std::chrono::seconds span)
    {
        for (auto second = std::chrono::seconds(0); second < span; ++second) {
            floor.clock.skip(std::chrono::seconds(1));
            settle();
        }
    }
    bool watch(const Market &market, const std::optional<Money> &limit = {})
    {
        watcher.watch(market, limit);
        return written() && watcher.find(market);
    }

    static Money inr(const char *amount)
    {
        return Money::fromText(QString::fromLatin1(amount), Currency::fromCode(u"INR")).value();
    }
    static Market market(const QString &service = u"Telegram"_s)
    {
        return {OfferKind::Number, serviceKeyOf(service), u"PK"_s, service, u"Pakistan"_s};
    }
    static Offer offer(const char *price, std::optional<int> stock = 5,
                       const QString &service = u"Telegram"_s)
    {
        Offer offer;
        offer.service = service;
        offer.country = u"Pakistan"_s;
        offer.countryIso = u"PK"_s;
        if (price)
            offer.price = inr(price);
        offer.stock = stock;
        return offer;
    }
    /// The page of one country, as a root lists it.
    static Shelf shelf(const QString &path = u"pk"_s)
    {
        Shelf shelf;
        shelf.path = path;
        shelf.title = path;
        shelf.countryIso = u"PK"_s;
        return shelf;
    }

    WatchFloor &floor;
    Journal journal;
    AccountList accounts;
    Catalog catalog;
    CatalogLoader loader;
    CatalogAccounts catalogAccounts;
    MarketWatcher watcher;

private:
    static NetworkSetup networkOf(WatchFloor &floor)
    {
        NetworkSetup setup;
        setup.make = [&floor](const QString &, const Connection &connection) {
            auto &shelves = connection.baseUrl.port() == 1 ? floor.one : floor.two;
            auto made = std::make_unique<ShelfProvider>(floor.info, shelves, floor.clock);
            made->balanceNow = Money::fromUnits(0, floor.info.currency);
            return made;
        };
        return setup;
    }
};

} // namespace otpdesk
