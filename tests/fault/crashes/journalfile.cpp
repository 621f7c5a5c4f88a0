#include "tests/fault/crashes/journalfile.h"

#include "models/store/orderrows.h"
#include "models/store/schema.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>

#include <limits>

namespace otpdesk::journalfile {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Name{"/journal.sqlite"};
constexpr QLatin1StringView Beside[] = {QLatin1StringView{"-wal"}, QLatin1StringView{"-shm"},
                                        QLatin1StringView{"-journal"}};

/// A connection of its own to a file, for as long as it lives.
class Opened
{
public:
    explicit Opened(const QString &file) : m_name(u"look"_s)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(file);
        m_isOpen = database.open();
    }
    ~Opened() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(Opened)

    bool isOpen() const { return m_isOpen; }
    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    /// The first column of each row; the error alone when there is one.
    QStringList list(const QString &sql) const
    {
        QSqlQuery query(database());
        QStringList values;
        if (!query.exec(sql))
            return {query.lastError().text()};
        while (query.next())
            values.append(query.value(0).toString());
        return query.lastError().isValid() ? QStringList{query.lastError().text()} : values;
    }

private:
    QString m_name;
    bool m_isOpen = false;
};

QString damageOf(const Opened &journal)
{
    if (!journal.isOpen())
        return u"cannot be opened"_s;
    const QStringList integrity = journal.list(u"PRAGMA integrity_check"_s);
    if (integrity != QStringList{u"ok"_s})
        return integrity.join(u"; "_s);
    if (const QStringList strays = journal.list(u"PRAGMA foreign_key_check"_s); !strays.isEmpty())
        return u"rows without what they refer to: "_s + strays.join(u", "_s);
    return {};
}

} // namespace

JournalLook look(const QString &profile)
{
    const QTemporaryDir dir;
    const QString copy = dir.path() + Name;
    // Not the -shm: it is made anew from the others.
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-journal"_s})
        QFile::copy(profile + Name + suffix, copy + suffix);

    JournalLook look;
    const Opened journal(copy);
    look.damage = damageOf(journal);
    if (!look.damage.isEmpty())
        return look;
    if (const auto migrated = migrate(journal.database(), journalSchema()); !migrated) {
        look.damage = migrated.error().detail;
        return look;
    }
    Transaction reading(journal.database(), Transaction::Mode::Reading);
    look.orders = orderrows::live(reading);
    for (const OfferKind kind : AllOfferKinds)
        look.orders += orderrows::ended(reading, kind, 0, std::numeric_limits<int>::max());
    if (const auto read = reading.commit(); !read)
        look.damage = read.error().detail;
    return look;
}

QString makeOlder(const QString &profile, int version)
{
    const QString newer = profile + Name;
    const QString older = profile + "/older.sqlite"_L1;
    {
        // None, where the making of the journal was cut short.
        const QStringList filled =
            Opened(newer).list(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s);
        const Opened file(older);
        if (!file.isOpen() || !migrate(file.database(), journalSchema().first(version)))
            return u"the older journal cannot be made"_s;
        QStringList copying{u"PRAGMA journal_mode = WAL"_s, u"ATTACH '%1' AS newer"_s.arg(newer)};
        for (const QString &table :
             file.list(u"SELECT name FROM main.sqlite_master WHERE type = 'table'"_s)) {
            if (!filled.contains(table))
                continue;
            const QString columns =
                file.list(u"SELECT name FROM pragma_table_info('%1', 'main')"_s.arg(table)).join(u", "_s);
            copying.append(u"INSERT INTO main.%1 (%2) SELECT %2 FROM newer.%1"_s.arg(table, columns));
        }
        for (const QString &statement : copying) {
            QSqlQuery query(file.database());
            if (!query.exec(statement))
                return query.lastError().text();
        }
    }
    for (const QLatin1StringView suffix : Beside)
        QFile::remove(newer + suffix);
    return QFile::remove(newer) && QFile::rename(older, newer) ? QString() : u"cannot be put in place"_s;
}

} // namespace otpdesk::journalfile
