#pragma once

#include "providers/types/money.h"

#include <QDateTime>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <optional>

class QSqlQuery;

namespace otpdesk {

/// How values are kept: text never NULL, times as ms since 1970 UTC or NULL, money as two columns (whole
/// ten-thousandths and the currency's code, both NULL when unknown).
namespace cell {

/// Well-formed and never NULL: half a surrogate pair would not come back as it went in.
QVariant text(const QString &value);
QVariant time(const QDateTime &value);
QVariant number(const std::optional<int> &value);
/// A journal key; 0 is kept as NULL.
QVariant key(qint64 value);
void appendMoney(QVariantList &values, const std::optional<Money> &value);

} // namespace cell

/// Reads the columns of a query's current row one after the other.
class RowReader
{
public:
    explicit RowReader(const QSqlQuery &query) : m_query(query) {}

    QString text();
    QDateTime time(); ///< UTC; invalid for NULL
    qint64 integer(); ///< 0 for NULL
    bool flag() { return integer() != 0; }
    std::optional<int> number();
    std::optional<Money> money(); ///< takes two columns

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

} // namespace otpdesk
