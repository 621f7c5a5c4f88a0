#include "tests/bench/catalog/sqlitepeer.h"

#include "models/search/searchfold.h"
#include "tests/bench/catalog/peeroffer.h"
#include "tests/bench/catalog/peerwindow.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QUuid>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QString likePattern(QString word)
{
    word.replace(u"\\"_s, u"\\\\"_s).replace(u"%"_s, u"\\%"_s).replace(u"_"_s, u"\\_"_s);
    return u'%' + word + u'%';
}

QString orderOf(SortBy by)
{
    switch (by) {
    case SortBy::Service:
        return u"service COLLATE NOCASE, price"_s;
    case SortBy::Country:
        return u"country COLLATE NOCASE, price"_s;
    case SortBy::Price:
        return u"price"_s;
    }
    return {};
}

void run(QSqlQuery &query)
{
    if (!query.exec())
        qFatal("SQLite: %s", qPrintable(query.lastError().text()));
}

} // namespace

struct SqlitePeer::Parts
{
    QString connection = QUuid::createUuid().toString();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    std::unique_ptr<QSqlQuery> insertion;
    QSqlQueryModel model;
    QStringList words;
    SortBy by = SortBy::Service;
    int rows = 0;
    std::vector<int> shelfStarts;
    QNetworkAccessManager network;
    std::unique_ptr<PeerWindow> window;

    void run(const QString &statement)
    {
        QSqlQuery query(database);
        query.prepare(statement);
        otpdesk::run(query);
    }

    /// Along an index, row by row, is the best way to the first ones of many, and ten times slower than to
    /// look through the table and sort where there are few. SQLite cannot know; one letter finds many.
    bool findsFew() const
    {
        return std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return word.size() > 1; });
    }

    QSqlQuery matching(const QString &what, const QString &order)
    {
        QString statement = u"SELECT %1 FROM offers"_s.arg(what);
        for (qsizetype i = 0; i < words.size(); ++i)
            statement += (i == 0 ? u" WHERE "_s : u" AND "_s) + u"search LIKE ? ESCAPE '\\'"_s;
        if (!order.isEmpty())
            statement += u" ORDER BY "_s + (findsFew() ? u"+"_s : u""_s) + order;
        QSqlQuery query(database);
        query.prepare(statement);
        for (const QString &word : std::as_const(words))
            query.addBindValue(likePattern(word));
        otpdesk::run(query);
        return query;
    }

    void requery()
    {
        model.setQuery(
            matching(u"service, country, provider, variant, price / 10000.0, stock, rate"_s, orderOf(by)));
        for (int column = 0; column < PeerColumns; ++column)
            model.setHeaderData(column, Qt::Horizontal, peerTitle(column));
    }

    void insert(const PeerOffer &offer)
    {
        ++rows;
        insertion->addBindValue(rows);
        for (const QString &text : {offer.service, offer.country, offer.provider, offer.variant})
            insertion->addBindValue(text);
        insertion->addBindValue(offer.price);
        insertion->addBindValue(offer.stock);
        insertion->addBindValue(offer.rate);
        insertion->addBindValue(offer.available);
        insertion->addBindValue(offer.search);
        otpdesk::run(*insertion);
    }
};

SqlitePeer::SqlitePeer() : d(std::make_unique<Parts>())
{
    d->database.setDatabaseName(u":memory:"_s);
    if (!d->database.open())
        qFatal("SQLite cannot be used");
    d->run(u"PRAGMA synchronous = OFF"_s);
    d->run(u"PRAGMA case_sensitive_like = ON"_s);
    d->run(u"CREATE TABLE offers (id INTEGER PRIMARY KEY, service TEXT, country TEXT, provider TEXT, variant "
           u"TEXT, price INTEGER, stock INTEGER, rate INTEGER, available INTEGER, search TEXT)"_s);
    d->insertion = std::make_unique<QSqlQuery>(d->database);
    d->insertion->prepare(u"INSERT INTO offers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
}

SqlitePeer::~SqlitePeer()
{
    const QString connection = d->connection;
    d.reset();
    QSqlDatabase::removeDatabase(connection);
}

void SqlitePeer::addShelf(const SyntheticShelf &shelf)
{
    const CatalogAccount &account = peerAccount(shelf.accountId);
    d->shelfStarts.push_back(d->rows + 1);
    d->database.transaction();
    for (const Offer &offer : shelf.offers)
        d->insert(peerOffer(offer, account));
    d->database.commit();
}

void SqlitePeer::finishFilling()
{
    for (const auto &[name, by] :
         {std::pair(u"by_service"_s, SortBy::Service), std::pair(u"by_country"_s, SortBy::Country),
          std::pair(u"by_price"_s, SortBy::Price)})
        d->run(u"CREATE INDEX %1 ON offers (%2)"_s.arg(name, orderOf(by)));
    d->requery();
}

void SqlitePeer::filter(const QString &typed)
{
    if (d->window) {
        d->window->search().setText(typed);
        return;
    }
    d->words = searchWords(typed);
    d->requery();
}

void SqlitePeer::sort(SortBy by)
{
    d->by = by;
    d->requery();
}

int SqlitePeer::count()
{
    QSqlQuery query = d->matching(u"COUNT(*)"_s, {});
    query.next();
    return query.value(0).toInt();
}

QList<qint64> SqlitePeer::firstAmounts(int rows)
{
    QSqlQuery query = d->matching(u"price"_s, orderOf(d->by) + u" LIMIT %1"_s.arg(rows));
    QList<qint64> amounts;
    while (query.next())
        amounts.append(query.value(0).toLongLong());
    return amounts;
}

void SqlitePeer::open(QSize size)
{
    d->window = std::make_unique<PeerWindow>(d->model);
    QObject::connect(&d->window->search(), &QLineEdit::textChanged, &d->model, [this](const QString &typed) {
        d->words = searchWords(typed);
        d->requery();
    });
    d->window->resize(size);
    d->window->show();
}

QTableView &SqlitePeer::table()
{
    return d->window->table();
}

/// It is told which offers changed; ours has to find that out by itself.
void SqlitePeer::refresh(int shelf, const SyntheticShelf &later)
{
    QSqlQuery update(d->database);
    update.prepare(u"UPDATE offers SET price = ?, stock = ?, available = ? WHERE id = ?"_s);
    const CatalogAccount &account = peerAccount(later.accountId);
    d->database.transaction();
    for (const int place : later.changed) {
        const PeerOffer offer = peerOffer(later.offers[place], account);
        update.addBindValue(offer.price);
        update.addBindValue(offer.stock);
        update.addBindValue(offer.available);
        update.addBindValue(d->shelfStarts[static_cast<size_t>(shelf)] + place);
        run(update);
    }
    d->database.commit();
    d->requery();
}

void SqlitePeer::load(const QUrl &server, std::function<void(const QString &problem)> done)
{
    fetchWhole(d->network, priceListUrl(server), [this, done = std::move(done)](const QByteArray &body) {
        const QList<PeerOffer> offers = peerOffersIn(body);
        d->database.transaction();
        for (const PeerOffer &offer : offers)
            d->insert(offer);
        d->database.commit();
        d->requery();
        done(offers.isEmpty() ? u"nothing came"_s : QString());
    });
}

} // namespace otpdesk
