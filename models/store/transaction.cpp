#include "models/store/transaction.h"

#include <QSqlError>

namespace otpdesk {

using namespace Qt::StringLiterals;

ApiError storageError(const QString &words)
{
    ApiError error;
    error.kind = ErrorKind::StorageFailed;
    error.detail = words;
    return error;
}

ApiError storageError(const QSqlError &error)
{
    return storageError(error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
}

Transaction::Transaction(const QSqlDatabase &database, Mode mode) : m_database(database)
{
    execute(mode == Mode::Writing ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = !m_failure;
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

QSqlQuery Transaction::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    if (m_failure)
        return query;
    query.setForwardOnly(true);
    bool done = false;
    if (values.isEmpty()) {
        done = query.exec(sql);
    } else if (query.prepare(sql)) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = query.exec();
    }
    if (!done)
        fail(storageError(query.lastError()));
    return query;
}

bool Transaction::next(QSqlQuery &query)
{
    if (m_failure || !query.isActive())
        return false;
    if (query.next())
        return true;
    if (query.lastError().isValid())
        fail(storageError(query.lastError()));
    return false;
}

void Transaction::fail(const ApiError &error)
{
    if (!m_failure)
        m_failure = error;
}

Result<Done> Transaction::commit()
{
    execute(u"COMMIT"_s);
    if (m_failure)
        return *m_failure;
    m_open = false;
    return Done{};
}

} // namespace otpdesk
