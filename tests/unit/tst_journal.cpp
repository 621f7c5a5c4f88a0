#include "models/store/journal.h"
#include "models/store/schema.h"
#include "models/store/transaction.h"
#include "models/store/words.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

/// Waits in the test, where nothing else has to go on.
template <typename V>
V answer(QFuture<V> future)
{
    future.waitForFinished();
    return future.result();
}

/// Values of all sorts, the same ones in each run with the same seed.
class Arbitrary
{
public:
    explicit Arbitrary(quint32 seed) : m_random(seed) {}

    int below(int bound) { return m_random.bounded(bound); }
    bool coin() { return below(2) == 0; }
    QString text()
    {
        static const QStringList samples{u""_s,
                                         QString(),
                                         u"WhatsApp"_s,
                                         u"'; DROP TABLE orders; --"_s,
                                         u"کوڈ 847293"_s,
                                         u"🇵🇰 Pakistan"_s,
                                         u"two\nlines\twith \"quotes\""_s,
                                         QString(20000, u'x'),
                                         u"%1 ? :name"_s,
                                         u"a\0b"_s};
        return samples[below(int(samples.size()))];
    }
    QDateTime time()
    {
        return coin() ? QDateTime()
                      : QDateTime::fromMSecsSinceEpoch(1700000000000 + m_random.bounded(1 << 30), Qt::UTC);
    }
    std::optional<Money> money()
    {
        static const QStringList codes{u"IDR"_s, u"USD"_s, u"NGN"_s, u""_s};
        if (coin())
            return std::nullopt;
        return Money::fromUnits(m_random.generate64() % 1000000000000000 - 500000000000000,
                                Currency::fromCode(codes[below(4)]));
    }
    std::optional<int> number() { return coin() ? std::nullopt : std::optional(below(1000) - 1); }

    Message message() { return {text(), text(), text(), time(), text(), text()}; }
    Offer offer()
    {
        Offer offer;
        offer.kind = OfferKind(below(3));
        for (QString *field : {&offer.line, &offer.service, &offer.country, &offer.countryIso, &offer.variant,
                               &offer.serviceId, &offer.countryId, &offer.variantId, &offer.productId})
            *field = text();
        offer.duration = std::chrono::hours(below(8641));
        offer.cancelFee = money();
        offer.price = money();
        offer.stock = number();
        offer.successRate = number();
        offer.available = coin();
        return offer;
    }
    Order order(OrderStatus status)
    {
        Order order;
        order.status = status;
        order.offer = offer();
        for (QString *field : {&order.accountId, &order.providerId, &order.idempotencyKey, &order.id,
                               &order.number, &order.statusWord, &order.code})
            *field = text();
        for (std::optional<Money> *field :
             {&order.price, &order.refunded, &order.balanceBefore, &order.balanceAfter})
            *field = money();
        for (QDateTime *field :
             {&order.createdAt, &order.boughtAt, &order.expiresAt, &order.endedAt, &order.resendLockedUntil})
            *field = time();
        for (int i = below(4); i > 0; --i)
            order.messages << message();
        order.resendCount = below(9);
        order.resendPending = coin();
        order.replacedBy = below(3);
        order.replaces = below(3);
        order.renews = below(3);
        return order;
    }
    OrderEvent event(EventKind kind, qint64 orderKey)
    {
        OrderEvent event;
        event.orderKey = orderKey;
        event.at = time();
        event.kind = kind;
        event.text = text();
        event.code = text();
        event.amount = money();
        event.other = below(5);
        if (coin())
            event.error = error(ErrorKind(below(int(ErrorKind::KeyMissing) + 1)));
        return event;
    }
    ApiError error(ErrorKind kind)
    {
        ApiError error;
        error.kind = kind;
        error.outcome = coin() ? Outcome::Definite : Outcome::Unknown;
        error.detail = text();
        error.field = text();
        error.httpStatus = below(600);
        if (coin())
            error.retryAfter = std::chrono::seconds(below(100000));
        return error;
    }

private:
    QRandomGenerator m_random;
};

/// A look at a file without the journal, under a connection of its own.
class Raw
{
public:
    explicit Raw(const QString &file) : m_name(file + u"-raw"_s)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(file));
    }
    ~Raw() { QSqlDatabase::removeDatabase(m_name); }
    QSqlDatabase database() const { return QSqlDatabase::database(m_name); }
    bool execute(const QString &sql) { return QSqlQuery(database()).exec(sql); }
    QVariant value(const QString &sql)
    {
        QSqlQuery query(database());
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
};

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.emplace().isValid()); }
    void cleanup() { m_dir.reset(); }

    void everyFieldOfAnOrderComesBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyFieldOfAnOrderComesBack()
    {
        QFETCH(quint32, seed);
        Arbitrary any(seed);
        QList<Order> live, ended;
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            for (int status = 0; status <= int(OrderStatus::NotBought); ++status) {
                // Written as one order, saved over as another: both statements must carry every column.
                Order order = any.order(OrderStatus::Buying);
                const QList<Message> first = order.messages;
                const auto key = answer(journal.addOrder(order, {}));
                QVERIFY(key);
                order = any.order(OrderStatus(status));
                order.key = *key;
                order.messages = first + order.messages;
                QVERIFY(answer(journal.saveOrder(order, {})));
                (isLive(order.status) ? live : ended) << order;
            }
        }
        Journal journal(file());
        const auto start = answer(journal.open());
        QVERIFY(start);
        QCOMPARE(start->liveOrders.size(), live.size());
        for (int i = 0; i < live.size(); ++i)
            QVERIFY(start->liveOrders[i] == live[i]);
        std::reverse(ended.begin(), ended.end());
        for (const OfferKind kind : AllOfferKinds) {
            QList<Order> ofKind;
            std::copy_if(ended.cbegin(), ended.cend(), std::back_inserter(ofKind),
                         [kind](const Order &order) { return order.offer.kind == kind; });
            const auto history = answer(journal.history(kind, 0, 100));
            QVERIFY(history);
            QVERIFY(*history == ofKind);
        }
    }

    void everyFieldOfAnEventComesBack()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Arbitrary any(7);
        const auto key = answer(journal.addOrder(any.order(OrderStatus::Waiting), {}));
        QVERIFY(key);
        Order order = any.order(OrderStatus::Waiting);
        order.key = *key;
        QList<OrderEvent> events;
        for (int round = 0; round < 5; ++round) {
            for (int kind = 0; kind <= int(EventKind::CheckRecovered); ++kind)
                events << any.event(EventKind(kind), *key);
        }
        QVERIFY(answer(journal.saveOrder(order, events)));
        auto read = answer(journal.events(*key));
        QVERIFY(read);
        QCOMPARE(read->size(), events.size());
        for (int i = 0; i < events.size(); ++i) {
            QVERIFY(read.value()[i].id > 0);
            read.value()[i].id = 0;
            QVERIFY2(read.value()[i] == events[i], qPrintable(wordOf(events[i].kind)));
        }
        QVERIFY(answer(journal.events(*key + 1))->isEmpty());
    }

    void everyErrorComesBackInAnEvent()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Arbitrary any(3);
        QList<OrderEvent> events;
        for (int kind = 0; kind <= int(ErrorKind::KeyMissing); ++kind) {
            events << any.event(EventKind::CheckFailed, 0);
            events.last().error = any.error(ErrorKind(kind));
        }
        const auto key = answer(journal.addOrder(any.order(OrderStatus::Waiting), events));
        QVERIFY(key);
        const auto read = answer(journal.events(*key));
        QCOMPARE(read->size(), events.size());
        for (int i = 0; i < events.size(); ++i) {
            QCOMPARE(read.value()[i].orderKey, *key);
            QVERIFY2(read.value()[i].error == events[i].error, qPrintable(wordOf(events[i].error->kind)));
        }
    }

    void noTwoEnumeratorsShareAWord()
    {
        const auto check = [](auto last) {
            QSet<QString> words;
            for (int i = 0; i <= int(last); ++i) {
                const QString word = wordOf(decltype(last)(i));
                QVERIFY(!word.isEmpty());
                QVERIFY2(!words.contains(word), qPrintable(word));
                words << word;
            }
        };
        check(OfferKind::Email);
        check(OrderStatus::NotBought);
        check(EventKind::CheckRecovered);
        check(ErrorKind::KeyMissing);
        check(SecretHome::Session);
        check(MarketMark::Recent);
    }

    void aMessageOnceWrittenStays()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        const Message first{u"1111"_s, u"Your code is 1111"_s, u"ACME"_s, {}};
        const Message second{u"2222"_s, u"Your code is 2222"_s, u"ACME"_s, {}};
        const Message third{u"3333"_s, {}, {}, {}};
        Order order;
        order.status = OrderStatus::CodeReceived;
        order.messages = {first, second};
        order.key = answer(journal.addOrder(order, {})).value();

        for (const QList<Message> &said :
             {QList<Message>{}, {second}, {second, third}, {third, first, second}}) {
            order.messages = said;
            QVERIFY(answer(journal.saveOrder(order, {})));
        }
        const QList<Message> expected{first, second, third};
        QVERIFY(answer(journal.open())->liveOrders.first().messages == expected);
    }

    void theSameTextSentTwiceIsTwoMessages()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        const Message message{u"1111"_s, u"Your code is 1111"_s, {}, {}};
        Order order;
        order.status = OrderStatus::CodeReceived;
        order.messages = {message};
        order.key = answer(journal.addOrder(order, {})).value();
        order.messages = {message, message};
        QVERIFY(answer(journal.saveOrder(order, {})));
        QVERIFY(answer(journal.saveOrder(order, {})));
        QCOMPARE(answer(journal.open())->liveOrders.first().messages.size(), 2);
    }

    void textThatIsNotUnicodeIsKeptOnce()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Order order;
        order.status = OrderStatus::CodeReceived;
        order.messages = {{u"1111"_s, u"half "_s + QChar(0xd83d) + u" pair"_s, {}, {}}};
        order.key = answer(journal.addOrder(order, {})).value();
        QVERIFY(answer(journal.saveOrder(order, {})));
        const auto start = answer(journal.open());
        QCOMPARE(start->liveOrders.first().messages.size(), 1);
        QVERIFY(start->liveOrders.first().messages.first().text.endsWith(u" pair"_s));
    }

    void onlyLiveOrdersAreReadAtStart()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        QList<qint64> live, ended;
        for (int i = 0; i < 64; ++i) {
            Order order;
            order.status = OrderStatus(i % 8);
            order.messages = {{QString::number(i), {}, {}, {}}};
            const qint64 key = answer(journal.addOrder(order, {})).value();
            (isLive(order.status) ? live : ended).append(key);
        }
        const auto start = answer(journal.open());
        QCOMPARE(start->liveOrders.size(), live.size());
        for (int i = 0; i < live.size(); ++i) {
            QCOMPARE(start->liveOrders[i].key, live[i]);
            QCOMPARE(start->liveOrders[i].messages.size(), 1);
        }
        // By pages, newest first, and each order once.
        QList<qint64> seen;
        for (;;) {
            const auto page =
                answer(journal.history(OfferKind::Number, seen.isEmpty() ? 0 : seen.last(), 10));
            QVERIFY(page);
            for (const Order &order : *page) {
                seen << order.key;
                QCOMPARE(order.messages.first().code, QString::number(order.key - 1));
            }
            if (page->size() < 10)
                break;
        }
        std::reverse(ended.begin(), ended.end());
        QCOMPARE(seen, ended);
    }

    void startUsesTheIndexOfLiveOrders()
    {
        QVERIFY(answer(Journal(file()).open()));
        Raw raw(file());
        QSqlQuery plan(raw.database());
        QVERIFY(plan.exec(u"EXPLAIN QUERY PLAN SELECT * FROM orders INDEXED BY live_orders WHERE status IN"
                          " ('buying', 'unconfirmed', 'waiting', 'code_received') ORDER BY key"_s));
        QVERIFY(plan.next());
        QVERIFY2(plan.value(3).toString().contains("live_orders"_L1), qPrintable(plan.value(3).toString()));
    }

    void aSaveIsAllOrNothing()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Order old, fresh;
        old.status = fresh.status = OrderStatus::Waiting;
        old.key = answer(journal.addOrder(old, {})).value();
        fresh.key = 4711;
        old.replacedBy = fresh.key;
        old.status = OrderStatus::Refunded;
        const auto saved = answer(journal.saveOrders({old, fresh}, {}));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(answer(journal.open())->liveOrders.size(), 1);
    }

    void aRefusedWriteSaysWhyAndChangesNothing()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Raw raw(file());
        QVERIFY(raw.execute(u"CREATE TRIGGER full BEFORE INSERT ON events BEGIN"
                            " SELECT RAISE(FAIL, 'database or disk is full'); END"_s));
        const auto refused = answer(journal.addOrder(Order(), {OrderEvent()}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(refused.error().outcome, Outcome::Definite);
        QCOMPARE(refused.error().detail, u"database or disk is full"_s);
        QCOMPARE(raw.value(u"SELECT count(*) FROM orders"_s).toInt(), 0);

        QVERIFY(raw.execute(u"DROP TRIGGER full"_s));
        QVERIFY(answer(journal.addOrder(Order(), {OrderEvent()})));
    }

    void accountsComeBackInTheOrderTheyWereAdded()
    {
        const Account first{u"id-b"_s, u"otpzap"_s, u"Work"_s, QUrl(u"https://example.org/api/v1?x=%20y"_s),
                            SecretHome::Keyring};
        const Account second{u"id-a"_s, u"otpget"_s, u"Üöä"_s, QUrl(u"http://127.0.0.1:8080"_s),
                             SecretHome::File};
        Account renamed = first;
        renamed.label = u"Home"_s;
        renamed.keyHome = SecretHome::Session;
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            for (const Account &account : {first, second, renamed})
                QVERIFY(answer(journal.saveAccount(account)));
            const QList<Account> expected{renamed, second};
            QVERIFY(answer(journal.open())->accounts == expected);
            QVERIFY(answer(journal.removeAccount(second.id)));
        }
        Journal journal(file());
        const QList<Account> expected{renamed};
        QVERIFY(answer(journal.open())->accounts == expected);
    }

    void everyFieldOfAWatchComesBack_data() { everyFieldOfAnOrderComesBack_data(); }
    void everyFieldOfAWatchComesBack()
    {
        QFETCH(quint32, seed);
        Arbitrary any(seed);
        QList<Watch> kept;
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            for (const OfferKind kind : AllOfferKinds) {
                // Written with one limit, saved over with another.
                Watch watch{
                    0, {kind, any.text(), any.text(), any.text(), any.text()}, any.money(), any.time()};
                const auto id = answer(journal.addWatch(watch));
                QVERIFY(id);
                watch.id = *id;
                watch.limit = any.money();
                QVERIFY(answer(journal.saveWatch(watch)));
                kept << watch;
            }
        }
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        const auto watches = answer(journal.watches());
        QVERIFY(watches);
        QVERIFY(*watches == kept);
        QVERIFY(answer(journal.removeWatch(kept.takeFirst().id)));
        QVERIFY(*answer(journal.watches()) == kept);
    }

    void aMarketIsWatchedOnce()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Watch watch{0, {OfferKind::Number, u"telegram"_s, u"PK"_s, u"Telegram"_s, u"Pakistan"_s}, {}, {}};
        const auto id = answer(journal.addWatch(watch));
        watch.limit = Money::fromUnits(5, Currency::fromCode(u"USD"));
        const auto again = answer(journal.addWatch(watch));
        QVERIFY(id && again);
        QCOMPARE(*again, *id);
        watch.id = *id;
        QVERIFY(*answer(journal.watches()) == QList<Watch>{watch});
        watch.id = 99;
        QVERIFY(!answer(journal.saveWatch(watch)));
    }

    void factsAreKeptByName()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        QCOMPARE(*answer(journal.fact(u"country"_s)), QString());
        QVERIFY(answer(journal.setFact(u"country"_s, u"PK"_s)));
        QVERIFY(answer(journal.setFact(u"country"_s, u"ID"_s)));
        QCOMPARE(*answer(journal.fact(u"country"_s)), u"ID"_s);
    }

    void whatWasAskedForIsWrittenBeforeTheJournalGoes()
    {
        QList<Async<qint64>> asked;
        {
            Journal journal(file());
            journal.open();
            for (int i = 0; i < 200; ++i)
                asked << journal.addOrder(Order(), {OrderEvent()});
        }
        for (const Async<qint64> &future : asked) {
            QVERIFY(future.isFinished());
            QVERIFY(future.result());
        }
        Raw raw(file());
        QCOMPARE(raw.value(u"SELECT count(*) FROM events"_s).toInt(), 200);
    }

    void commitsReachTheDisk()
    {
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        Raw raw(file());
        QCOMPARE(raw.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    }

    void twoJournalsOfOneProcessDoNotMix()
    {
        Journal one(m_dir->filePath(u"one.db"_s)), two(m_dir->filePath(u"two.db"_s));
        QVERIFY(answer(one.open()));
        QVERIFY(answer(two.open()));
        QVERIFY(answer(one.setFact(u"who"_s, u"one"_s)));
        QCOMPARE(*answer(two.fact(u"who"_s)), QString());
    }

    void onlyTheOwnerCanReadTheFiles_data()
    {
        QTest::addColumn<bool>("wasOpenToAll");
        QTest::newRow("new") << false;
        QTest::newRow("was there, readable by all") << true;
    }
    void onlyTheOwnerCanReadTheFiles()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no such bits; the profile folder is the user's own");
#endif
        QFETCH(bool, wasOpenToAll);
        if (wasOpenToAll) {
            QVERIFY(answer(Journal(file()).open()));
            QVERIFY(QFile::setPermissions(file(), QFile::Permissions(0x6644)));
        }
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        QVERIFY(answer(journal.addOrder(Order(), {})));
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY2(QFile::exists(file() + suffix), qPrintable(suffix));
            const QFile::Permissions others(0x0077);
            QCOMPARE(int(QFile::permissions(file() + suffix) & others), 0);
        }
    }

    void aFileThatCannotBeUsedIsAnErrorOfEveryCall_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such folder") << u"folder"_s << u"No such file or directory"_s;
        QTest::newRow("not a database") << u"garbage"_s << u"file is not a database"_s;
        QTest::newRow("damaged") << u"damaged"_s << u"malformed"_s;
        QTest::newRow("newer version") << u"newer"_s << u"made by a newer version"_s;
        QTest::newRow("read-only") << u"readonly"_s << u"readonly"_s;
    }
    void aFileThatCannotBeUsedIsAnErrorOfEveryCall()
    {
        QFETCH(QString, how);
        QFETCH(QString, words);
        QString path = file();
        if (how == "folder"_L1) {
            path = m_dir->filePath(u"missing/journal.db"_s);
        } else if (how == "garbage"_L1) {
            QFile garbage(path);
            QVERIFY(garbage.open(QFile::WriteOnly));
            garbage.write(QByteArray(8192, 'x'));
        } else {
            Journal journal(path);
            QVERIFY(answer(journal.open()));
            QVERIFY(answer(journal.addOrder(Order(), {})));
        }
        if (how == "damaged"_L1) {
            QFile damaged(path);
            QVERIFY(damaged.open(QFile::ReadWrite));
            for (qint64 page = 4096; page < damaged.size(); page += 4096) {
                damaged.seek(page);
                damaged.write(QByteArray(4096, 'x'));
            }
        } else if (how == "newer"_L1) {
            QVERIFY(Raw(path).execute(u"PRAGMA user_version = 99"_s));
        } else if (how == "readonly"_L1) {
            QFile::setPermissions(path, QFile::ReadOwner);
            if (QFile(path).open(QFile::ReadWrite))
                QSKIP("this user may write everything");
        }

        Journal journal(path);
        const auto opened = answer(journal.open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::StorageFailed);
        QVERIFY2(opened.error().detail.contains(words), qPrintable(opened.error().detail));
        if (how == "damaged"_L1)
            return; // parts of it may still work
        const auto added = answer(journal.addOrder(Order(), {}));
        QVERIFY(!added);
        QVERIFY(added.error() == opened.error());
        QVERIFY(!answer(journal.events(1)));
        if (how == "newer"_L1)
            QCOMPARE(Raw(path).value(u"PRAGMA user_version"_s).toInt(), 99);
    }

    void aCallBeforeOpenIsAnError()
    {
        QVERIFY(!answer(Journal(file()).addOrder(Order(), {})));
    }

    void stepsThatWereNotSeenAreTaken()
    {
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            QVERIFY(answer(journal.setFact(u"country"_s, u"PK"_s)));
        }
        Raw raw(file());
        const int version = raw.value(u"PRAGMA user_version"_s).toInt();
        QCOMPARE(version, int(journalSchema().size()));
        const QList<SchemaStep> steps = journalSchema()
                                        << SchemaStep{u"ALTER TABLE facts ADD COLUMN at INTEGER"_s,
                                                      u"UPDATE facts SET at = 5"_s}
                                        << SchemaStep{u"CREATE TABLE rentals (key INTEGER PRIMARY KEY)"_s};
        QVERIFY(migrate(raw.database(), steps));
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), version + 2);
        QCOMPARE(raw.value(u"SELECT value || at FROM facts"_s).toString(), u"PK5"_s);
        QVERIFY(migrate(raw.database(), steps)); // none is taken twice
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), version + 2);
        QVERIFY(!answer(Journal(file()).open())); // this version does not know them
    }

    /// A journal as the version before markets could be marked left it.
    void aJournalOfVersionThreeIsTakenOverWithAllThatIsInIt()
    {
        {
            Raw raw(file());
            QVERIFY(migrate(raw.database(), journalSchema().first(3)));
            const QStringList rows{
                u"INSERT INTO accounts VALUES ('acc', 'otpzap', 'Mine', 'https://otpzap.example', 'keyring',"
                " 500000, 'IDR', NULL, NULL)"_s,
                u"INSERT INTO facts VALUES ('country', 'PK')"_s,
                orderRow(1, u"waiting"_s),
                orderRow(2, u"finished"_s),
                u"INSERT INTO messages VALUES (2, 0, '847293', 'Your code is 847-293', 'WhatsApp',"
                " 1700000030000, '', '')"_s,
                u"INSERT INTO events (order_key, at, kind, text, code) VALUES (2, 1700000030000,"
                " 'message_received', 'Your code is 847-293', '847293')"_s};
            for (const QString &row : rows)
                QVERIFY2(raw.execute(row), qPrintable(row));
        }
        Journal journal(file());
        const auto start = answer(journal.open());
        QVERIFY(start);
        QCOMPARE(Raw(file()).value(u"PRAGMA user_version"_s).toInt(), int(journalSchema().size()));
        QCOMPARE(start->accounts.size(), 1);
        QCOMPARE(start->accounts.first().limits.perDay, Money::fromUnits(500000, Currency::fromCode(u"IDR")));
        QCOMPARE(start->liveOrders.size(), 1);
        QCOMPARE(start->liveOrders.first().offer.service, u"WhatsApp"_s);
        const auto history = answer(journal.history(OfferKind::Number, 0, 10));
        QVERIFY(history);
        QCOMPARE(history->size(), 1);
        QCOMPARE(history->first().messages.size(), 1);
        QCOMPARE(answer(journal.events(2))->size(), 1);
        QCOMPARE(*answer(journal.fact(u"country"_s)), u"PK"_s);

        const auto records = answer(journal.trackRecords(0, 10, {}));
        QVERIFY(records);
        const TrackRecord expected{1, 1, std::chrono::seconds(30)};
        QCOMPARE(records->tally.keys().size(), 1);
        QCOMPARE(*records->tally.find(records->tally.keys().first()), expected);
        QVERIFY(answer(journal.markedMarkets())->isEmpty());
        const MarkedMarket marked{MarketMark::Recent,
                                  {OfferKind::Number, u"whatsapp"_s, u"PK"_s, u"WhatsApp"_s, u"Pakistan"_s},
                                  QDateTime::fromMSecsSinceEpoch(1700000040000, Qt::UTC)};
        QVERIFY(answer(journal.saveMarkedMarkets(MarketMark::Recent, {marked})));
        QCOMPARE(*answer(journal.markedMarkets()), QList{marked});
    }

    void everyFieldOfAMarkedMarketComesBack()
    {
        QList<MarkedMarket> markets;
        Arbitrary any(11);
        for (int i = 0; i < 50; ++i) {
            // Words of all sorts, and something that tells one from the other.
            const Market market{OfferKind(any.below(3)), any.text() + QString::number(i), any.text(),
                                any.text(), any.text()};
            markets << MarkedMarket{MarketMark::Favourite, market,
                                    QDateTime::fromMSecsSinceEpoch(1700000000000 - i, Qt::UTC)};
        }
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            QVERIFY(answer(journal.saveMarkedMarkets(MarketMark::Recent, markets.first(9))));
            QVERIFY(answer(journal.saveMarkedMarkets(MarketMark::Favourite, markets)));
            QVERIFY(answer(journal.saveMarkedMarkets(MarketMark::Recent, {}))); // in place of what was
        }
        Journal journal(file());
        QVERIFY(answer(journal.open()));
        const auto read = answer(journal.markedMarkets());
        QVERIFY(read);
        QCOMPARE(read->size(), markets.size());
        for (int i = 0; i < markets.size(); ++i) {
            QVERIFY(read.value()[i] == markets[i]);
            QCOMPARE(read.value()[i].market.service, markets[i].market.service);
            QCOMPARE(read.value()[i].market.country, markets[i].market.country);
        }
    }

    void aStepThatFailsChangesNothing()
    {
        Raw raw(file());
        QVERIFY(migrate(raw.database(), journalSchema()));
        const int version = raw.value(u"PRAGMA user_version"_s).toInt();
        const auto failed =
            migrate(raw.database(),
                    journalSchema() << SchemaStep{u"CREATE TABLE rentals (key INTEGER)"_s, u"NONSENSE"_s});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(raw.value(u"PRAGMA user_version"_s).toInt(), version);
        QCOMPARE(raw.value(u"SELECT count(*) FROM sqlite_master WHERE name = 'rentals'"_s).toInt(), 0);
    }

    void startWithALongHistory()
    {
        constexpr int All = 100000, LiveEvery = 100;
        QVERIFY(answer(Journal(file()).open()));
        {
            Raw raw(file());
            fill(raw.database(), All, LiveEvery);
        }
        QBENCHMARK
        {
            Journal journal(file());
            const auto start = answer(journal.open());
            QVERIFY(start);
            QCOMPARE(start->liveOrders.size(), All / LiveEvery);
        }
    }

private:
    QString file() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }

    /// The statement that adds an order as version 3 had it.
    static QString orderRow(int key, const QString &status)
    {
        return u"INSERT INTO orders (key, account_id, provider_id, offer_kind, offer_line, offer_service,"
               " offer_country, offer_country_iso, offer_variant, offer_service_id, offer_country_id,"
               " offer_variant_id, offer_product_id, offer_duration_hours, offer_available, idempotency_key,"
               " provider_order_id, number, status, status_word, price, price_currency, created_at, "
               "bought_at,"
               " code, resend_count, resend_pending) VALUES (%1, 'acc', 'otpzap', 'number', 'sms', "
               "'WhatsApp',"
               " 'Pakistan', 'PK', '', 'wa', 'pk', '', '', 0, 1, 'idem-%1', 'ord-%1', '+923001234567', '%2', "
               "'',"
               " 450000, 'IDR', 1700000000000, 1700000000000, '', 0, 0)"_s.arg(QString::number(key), status);
    }

    /// Copies one order many times with plain SQL, which is quicker than asking for each.
    void fill(QSqlDatabase database, int all, int liveEvery)
    {
        QSqlQuery query(database);
        {
            Journal journal(file());
            QVERIFY(answer(journal.open()));
            Order order;
            order.status = OrderStatus::Finished;
            order.accountId = order.idempotencyKey = u"0c3b4e3e-6b0e-4f0c-8a57-5d5b6c8f2f11"_s;
            order.offer.service = u"WhatsApp"_s;
            order.offer.country = u"Pakistan"_s;
            order.number = u"+923001234567"_s;
            order.price = order.balanceAfter = Money::fromUnits(450000, Currency::fromCode(u"PKR"));
            order.createdAt = order.boughtAt = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
            order.messages = {{u"847293"_s, u"Your WhatsApp code is 847-293"_s, u"WhatsApp"_s, {}}};
            QVERIFY(answer(journal.addOrder(order, {})));
        }
        QStringList columns;
        QVERIFY(query.exec(
            u"SELECT name FROM pragma_table_info('orders') WHERE name NOT IN ('key', 'status')"_s));
        while (query.next())
            columns << query.value(0).toString();
        QVERIFY(query.exec(u"BEGIN"_s));
        QVERIFY(query.exec(
            u"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
            " INSERT INTO orders (key, status, %2) SELECT i, iif(i % %3 = 0, 'waiting', 'finished'), %2 FROM "
            "n, orders"
            " WHERE key = 1"_s.arg(QString::number(all), columns.join(u", "_s), QString::number(liveEvery))));
        QVERIFY(query.exec(
            u"INSERT INTO messages SELECT key, 0, '847293', 'Your WhatsApp code is 847-293', 'WhatsApp',"
            " NULL, '', '' FROM orders WHERE key > 1"_s));
        QVERIFY(query.exec(u"COMMIT"_s));
    }

    std::optional<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
