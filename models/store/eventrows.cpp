#include "models/store/eventrows.h"

#include "models/store/rowreader.h"
#include "models/store/words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace otpdesk::eventrows {

using namespace Qt::StringLiterals;

namespace {

QVariant errorCell(const std::optional<ApiError> &error)
{
    if (!error)
        return {};
    QJsonObject json{{u"kind"_s, wordOf(error->kind)}};
    if (error->outcome == Outcome::Unknown)
        json.insert(u"outcome"_s, u"unknown"_s);
    if (!error->detail.isEmpty())
        json.insert(u"detail"_s, error->detail);
    if (!error->field.isEmpty())
        json.insert(u"field"_s, error->field);
    if (error->httpStatus != 0)
        json.insert(u"http"_s, error->httpStatus);
    if (error->retryAfter)
        json.insert(u"retry_after_s"_s, qint64(error->retryAfter->count()));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ApiError> errorOf(const QString &cell)
{
    if (cell.isEmpty())
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(cell.toUtf8()).object();
    ApiError error;
    error.kind = errorKindOf(json.value(u"kind"_s).toString(), ErrorKind::Refused);
    if (json.value(u"outcome"_s).toString() == "unknown"_L1)
        error.outcome = Outcome::Unknown;
    error.detail = json.value(u"detail"_s).toString();
    error.field = json.value(u"field"_s).toString();
    error.httpStatus = json.value(u"http"_s).toInt();
    if (const QJsonValue wait = json.value(u"retry_after_s"_s); wait.isDouble())
        error.retryAfter = std::chrono::seconds(wait.toInteger());
    return error;
}

OrderEvent eventOf(RowReader row)
{
    OrderEvent event;
    event.id = row.integer();
    event.orderKey = row.integer();
    event.at = row.time();
    event.kind = eventKindOf(row.text(), EventKind::StatusWord);
    event.text = row.text();
    event.code = row.text();
    event.amount = row.money();
    event.error = errorOf(row.text());
    event.other = row.integer();
    return event;
}

} // namespace

void insert(Transaction &transaction, const OrderEvent &event)
{
    QVariantList values{event.orderKey, cell::time(event.at), wordOf(event.kind), cell::text(event.text),
                        cell::text(event.code)};
    cell::appendMoney(values, event.amount);
    values << errorCell(event.error) << cell::key(event.other);
    transaction.execute(
        u"INSERT INTO events (order_key, at, kind, text, code, amount, currency, error, other)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values);
}

QList<OrderEvent> ofOrder(Transaction &transaction, qint64 orderKey)
{
    QSqlQuery query = transaction.execute(
        u"SELECT id, order_key, at, kind, text, code, amount, currency, error, other FROM events"
        " WHERE order_key = ? ORDER BY id"_s,
        {orderKey});
    QList<OrderEvent> events;
    while (transaction.next(query))
        events.append(eventOf(RowReader(query)));
    return events;
}

} // namespace otpdesk::eventrows
