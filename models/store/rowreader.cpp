#include "models/store/rowreader.h"

#include <QSqlQuery>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace cell {

QVariant text(const QString &value)
{
    if (value.isNull())
        return u""_s;
    return value.isValidUtf16() ? value : QString::fromUtf8(value.toUtf8());
}

QVariant time(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant();
}

QVariant number(const std::optional<int> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant key(qint64 value)
{
    return value ? QVariant(value) : QVariant();
}

void appendMoney(QVariantList &values, const std::optional<Money> &value)
{
    values << (value ? QVariant(value->units()) : QVariant())
           << (value ? text(value->currency().code()) : QVariant());
}

} // namespace cell

QString RowReader::text()
{
    return m_query.value(m_column++).toString();
}

QDateTime RowReader::time()
{
    const QVariant value = m_query.value(m_column++);
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

qint64 RowReader::integer()
{
    return m_query.value(m_column++).toLongLong();
}

std::optional<int> RowReader::number()
{
    const QVariant value = m_query.value(m_column++);
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

std::optional<Money> RowReader::money()
{
    const QVariant units = m_query.value(m_column++);
    const QString currency = text();
    if (units.isNull())
        return std::nullopt;
    return Money::fromUnits(units.toLongLong(), Currency::fromCode(currency));
}

} // namespace otpdesk
