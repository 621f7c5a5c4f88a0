#include "models/store/journalworker.h"

#include "models/store/eventrows.h"
#include "models/store/marketrows.h"
#include "models/store/orderrows.h"
#include "models/store/outcomerows.h"
#include "models/store/rowreader.h"
#include "models/store/schema.h"
#include "models/store/topuprows.h"
#include "models/store/watchrows.h"
#include "models/store/words.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// More than a person scrolls through.
constexpr int RecentTopUps = 500;
constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Creates the file before SQLite does, which would let everybody read it. SQLite gives the files beside it
/// (-wal, -shm) the permissions this one has.
Result<Done> createPrivately(const QString &path)
{
    QFile file(path);
    if (file.exists() || file.open(QFile::WriteOnly | QFile::NewOnly, OwnerOnly))
        return Done{};
    return storageError(u"%1: %2"_s.arg(path, file.errorString()));
}

/// For files that were there before, and whatever the umask or a copy made of them.
void keepPrivate(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString name = path + suffix;
        if (QFile::exists(name) &&
            (QFile::permissions(name) & ~(OwnerOnly | QFile::ReadUser | QFile::WriteUser)))
            QFile::setPermissions(name, OwnerOnly);
    }
}

} // namespace

Journal::Worker::Worker(QString file) : m_file(std::move(file)), m_notOpen(storageError(u"not opened"_s)) {}

Result<JournalStart> Journal::Worker::open()
{
    close();
    const Result<Done> opened = openFile();
    if (!opened) {
        close();
        m_notOpen = opened.error();
        return opened.error();
    }
    m_notOpen.reset();
    return readStart();
}

void Journal::Worker::close()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
    m_notOpen = storageError(u"closed"_s);
}

Result<Done> Journal::Worker::openFile()
{
    if (const auto created = createPrivately(m_file); !created)
        return created;
    // A connection's name is known to the whole process: two journals must not share one.
    m_connection = u"journal-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        database.setDatabaseName(m_file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!database.open())
            return storageError(database.lastError());
    }
    keepPrivate(m_file);
    const Result<Done> prepared = prepare();
    keepPrivate(m_file);
    return prepared;
}

Result<Done> Journal::Worker::prepare()
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s}) {
        QSqlQuery query(database);
        if (!query.exec(pragma))
            return storageError(query.lastError());
    }
    if (const auto migrated = migrate(database, journalSchema()); !migrated)
        return migrated;
    // A file that can only be read opens and even begins a transaction: only a write tells, before anything
    // is bought. It is rolled back.
    Transaction trial(database, Transaction::Mode::Writing);
    trial.execute(u"PRAGMA user_version = %1"_s.arg(journalSchema().size()));
    if (trial.failure())
        return *trial.failure();
    return Done{};
}

Result<JournalStart> Journal::Worker::readStart()
{
    const auto transaction = begin(Transaction::Mode::Reading);
    JournalStart start;
    QSqlQuery query = transaction->execute(
        u"SELECT id, provider_id, label, base_url, key_home, daily_limit, daily_limit_currency, ask_above,"
        " ask_above_currency FROM accounts ORDER BY rowid"_s);
    while (transaction->next(query)) {
        RowReader row(query);
        Account account;
        account.id = row.text();
        account.providerId = row.text();
        account.label = row.text();
        account.baseUrl = QUrl(row.text());
        account.keyHome = secretHomeOf(row.text(), SecretHome::Session);
        account.limits.perDay = row.money();
        account.limits.askAbove = row.money();
        start.accounts.append(account);
    }
    query.finish();
    start.liveOrders = orderrows::live(*transaction);
    start.topUps = topuprows::recent(*transaction, RecentTopUps);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return start;
}

std::unique_ptr<Transaction> Journal::Worker::begin(Transaction::Mode mode)
{
    return m_notOpen ? std::make_unique<Transaction>(*m_notOpen)
                     : std::make_unique<Transaction>(QSqlDatabase::database(m_connection, false), mode);
}

Result<qint64> Journal::Worker::addOrder(const Order &order, const QList<OrderEvent> &events,
                                         const std::optional<SpendCap> &cap)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    if (cap && order.price) {
        const Money spent =
            orderrows::spent(*transaction, order.accountId, cap->sinceUtc, cap->most.currency());
        if (spent + *order.price > cap->most)
            transaction->fail(
                {.kind = ErrorKind::NeedsConsent, .detail = {}, .field = u"daily_limit"_s, .retryAfter = {}});
    }
    const qint64 key = orderrows::insert(*transaction, order);
    for (OrderEvent event : events) {
        if (event.orderKey == 0)
            event.orderKey = key;
        eventrows::insert(*transaction, event);
    }
    if (const auto written = transaction->commit(); !written)
        return written.error();
    return key;
}

Result<Done> Journal::Worker::saveOrders(const QList<Order> &orders, const QList<OrderEvent> &events)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    for (const Order &order : orders)
        orderrows::update(*transaction, order);
    for (const OrderEvent &event : events)
        eventrows::insert(*transaction, event);
    return transaction->commit();
}

Result<QList<qint64>> Journal::Worker::addSiblings(const Order &first, const QList<Order> &others,
                                                   const QList<OrderEvent> &events)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    orderrows::update(*transaction, first);
    QList<qint64> keys;
    for (qsizetype i = 0; i < others.size(); ++i) {
        keys.append(orderrows::insert(*transaction, others.at(i)));
        OrderEvent event = events.at(i);
        event.orderKey = keys.last();
        eventrows::insert(*transaction, event);
    }
    if (const auto written = transaction->commit(); !written)
        return written.error();
    return keys;
}

Result<QList<OrderEvent>> Journal::Worker::events(qint64 orderKey)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QList<OrderEvent> events = eventrows::ofOrder(*transaction, orderKey);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return events;
}

Result<QList<Order>> Journal::Worker::history(OfferKind kind, qint64 beforeKey, int most)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QList<Order> orders = orderrows::ended(*transaction, kind, beforeKey, most);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return orders;
}

Result<QHash<QString, qint64>> Journal::Worker::findOrders(const QString &accountId, const QStringList &ids)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QHash<QString, qint64> keys = orderrows::keysOf(*transaction, accountId, ids);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return keys;
}

Result<TrackPage> Journal::Worker::trackRecords(qint64 afterKey, int most, const QSet<qint64> &except)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    TrackPage page = outcomerows::page(*transaction, afterKey, most, except);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return page;
}

Result<Money> Journal::Worker::spent(const QString &accountId, const QDateTime &sinceUtc, Currency currency)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    const Money spent = orderrows::spent(*transaction, accountId, sinceUtc, currency);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return spent;
}

Result<qint64> Journal::Worker::addTopUp(const TopUp &topUp)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    const qint64 key = topuprows::insert(*transaction, topUp);
    if (const auto written = transaction->commit(); !written)
        return written.error();
    return key;
}

Result<Done> Journal::Worker::saveTopUp(const TopUp &topUp)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    topuprows::update(*transaction, topUp);
    return transaction->commit();
}

Result<QList<MarkedMarket>> Journal::Worker::markedMarkets()
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QList<MarkedMarket> markets = marketrows::marked(*transaction);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return markets;
}

Result<Done> Journal::Worker::saveMarkedMarkets(MarketMark mark, const QList<MarkedMarket> &markets)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    marketrows::replace(*transaction, mark, markets);
    return transaction->commit();
}

Result<QList<Watch>> Journal::Worker::watches()
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QList<Watch> watches = watchrows::all(*transaction);
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return watches;
}

Result<qint64> Journal::Worker::addWatch(const Watch &watch)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    const qint64 id = watchrows::insert(*transaction, watch);
    if (const auto written = transaction->commit(); !written)
        return written.error();
    return id;
}

Result<Done> Journal::Worker::saveWatch(const Watch &watch)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    watchrows::update(*transaction, watch);
    return transaction->commit();
}

Result<Done> Journal::Worker::removeWatch(qint64 id)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    watchrows::remove(*transaction, id);
    return transaction->commit();
}

Result<Done> Journal::Worker::saveAccount(const Account &account)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    QVariantList values{cell::text(account.id), cell::text(account.providerId), cell::text(account.label),
                        cell::text(account.baseUrl.toString(QUrl::FullyEncoded)), wordOf(account.keyHome)};
    cell::appendMoney(values, account.limits.perDay);
    cell::appendMoney(values, account.limits.askAbove);
    transaction->execute(
        u"INSERT INTO accounts (id, provider_id, label, base_url, key_home, daily_limit, "
        u"daily_limit_currency,"
        " ask_above, ask_above_currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET provider_id = excluded.provider_id, label = excluded.label,"
        " base_url = excluded.base_url, key_home = excluded.key_home, daily_limit = excluded.daily_limit,"
        " daily_limit_currency = excluded.daily_limit_currency, ask_above = excluded.ask_above,"
        " ask_above_currency = excluded.ask_above_currency"_s,
        values);
    return transaction->commit();
}

Result<Done> Journal::Worker::removeAccount(const QString &accountId)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    transaction->execute(u"DELETE FROM accounts WHERE id = ?"_s, {cell::text(accountId)});
    return transaction->commit();
}

Result<Done> Journal::Worker::setFact(const QString &name, const QString &value)
{
    const auto transaction = begin(Transaction::Mode::Writing);
    transaction->execute(u"INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)"_s,
                         {cell::text(name), cell::text(value)});
    return transaction->commit();
}

Result<QString> Journal::Worker::fact(const QString &name)
{
    const auto transaction = begin(Transaction::Mode::Reading);
    QSqlQuery query = transaction->execute(u"SELECT value FROM facts WHERE name = ?"_s, {cell::text(name)});
    const QString value = transaction->next(query) ? RowReader(query).text() : QString();
    query.finish();
    if (const auto read = transaction->commit(); !read)
        return read.error();
    return value;
}

} // namespace otpdesk
