#pragma once

#include "providers/types/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <optional>

class QSqlError;

namespace otpdesk {

/// A StorageFailed with the database's own words.
ApiError storageError(const QSqlError &error);
ApiError storageError(const QString &words);

/// One transaction on the journal, rolled back unless commit() succeeds. After the first failure nothing more
/// is executed, so that a run of statements needs one check: the one of commit().
class Transaction
{
public:
    /// Writing takes the write lock at once, so that no statement in its midst waits for it.
    enum class Mode { Reading, Writing };
    Transaction(const QSqlDatabase &database, Mode mode);
    /// One that has failed before it began.
    explicit Transaction(const ApiError &failure) : m_failure(failure) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Executes one statement. The query has no rows when it, or one before it, failed.
    QSqlQuery execute(const QString &sql, const QVariantList &values = {});
    /// Steps to a query's next row; false at the end, and when the row cannot be read.
    bool next(QSqlQuery &query);
    void fail(const ApiError &error);

    const std::optional<ApiError> &failure() const { return m_failure; }
    Result<Done> commit();

private:
    QSqlDatabase m_database;
    std::optional<ApiError> m_failure;
    bool m_open = false;
};

} // namespace otpdesk
