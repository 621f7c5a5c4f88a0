#include "tests/support/wirerow.h"

#include "providers/registry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <initializer_list>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

const char Folder[] = OTPDESK_TEST_DATA "/wire/";

QString text(const QJsonObject &table, QLatin1StringView name)
{
    return table.value(name).toString();
}

/// Reads one provider's file. A mistake in it must not pass for a test that has nothing to say.
class RowReader
{
public:
    RowReader(const QJsonObject &file, QStringList &problems)
        : m_file(file), m_providerId(text(file, "provider"_L1)), m_problems(problems)
    {}

    QList<WireRow> rows();

private:
    void only(const QJsonObject &table, std::initializer_list<QLatin1StringView> known);
    WireRow row(const QJsonObject &table);
    WireRequest request(const QJsonObject &table);
    WireExchange exchange(const QJsonObject &table);
    ServerReply reply(const QJsonObject &table);
    QByteArray bodyOf(const QJsonObject &table);
    WireCase answer(const QJsonObject &table);
    WireCase error(const QJsonObject &table, WireDelivery delivery, const QJsonObject &forgiven);
    WireCase caseOf(const QJsonObject &table);
    Digest expectationIn(const QJsonObject &table);
    void addErrors(WireRow &row, const QJsonObject &table);
    WireRehearsal rehearsal(const QJsonObject &table);
    void complain(const QString &what) { m_problems += m_at + u": "_s + what; }

    QJsonObject m_file;
    QString m_providerId;
    QStringList &m_problems;
    QString m_at;
};

QList<WireRow> RowReader::rows()
{
    m_at = m_providerId;
    only(m_file, {"provider"_L1, "key"_L1, "base"_L1, "date"_L1, "errors"_L1, "rows"_L1});
    if (!findProvider(m_providerId))
        complain(u"no such provider"_s);
    QList<WireRow> all;
    for (const QJsonValue item : m_file.value("rows"_L1).toArray())
        all += row(item.toObject());
    return all;
}

void RowReader::only(const QJsonObject &table, std::initializer_list<QLatin1StringView> known)
{
    for (const QString &name : table.keys()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            complain(u"what is \"%1\"?"_s.arg(name));
    }
}

WireRow RowReader::row(const QJsonObject &table)
{
    m_at = text(table, "id"_L1);
    only(table, {"id"_L1, "endpoint"_L1, "call"_L1, "request"_L1, "delivery"_L1, "asides"_L1, "answers"_L1,
                 "errors"_L1, "sets"_L1, "except"_L1, "forgives"_L1, "simulator"_L1});
    const ProviderEntry *entry = findProvider(m_providerId);
    WireRow row;
    row.id = m_at;
    row.endpoint = table.contains("endpoint"_L1) ? text(table, "endpoint"_L1) : row.id;
    row.providerId = m_providerId;
    row.key = text(m_file, "key"_L1);
    row.basePath = text(m_file, "base"_L1);
    row.keyInQuery = entry && entry->info().keyInQuery;
    row.call = wireCallFrom(table.value("call"_L1).toObject(), entry ? entry->info().currency : Currency());
    row.request = request(table.value("request"_L1).toObject());
    row.rehearsal = rehearsal(table.value("simulator"_L1).toObject());

    static const QMap<QString, WireDelivery> deliveries = {{u"repeatable"_s, WireDelivery::Repeatable},
                                                           {u"keyed"_s, WireDelivery::Keyed},
                                                           {u"once"_s, WireDelivery::Once}};
    if (!deliveries.contains(text(table, "delivery"_L1)))
        complain(u"how is it delivered?"_s);
    row.delivery = deliveries.value(text(table, "delivery"_L1));
    if (row.request.keyed != (row.delivery == WireDelivery::Keyed))
        complain(u"keyed, or not?"_s);

    for (const QJsonValue item : table.value("asides"_L1).toArray())
        row.asides += exchange(item.toObject());
    for (const QJsonValue item : table.value("answers"_L1).toArray())
        row.cases += answer(item.toObject());
    addErrors(row, table);
    return row;
}

WireRequest RowReader::request(const QJsonObject &table)
{
    only(table, {"method"_L1, "path"_L1, "query"_L1, "body"_L1, "keyed"_L1});
    WireRequest request;
    request.method = table.value("method"_L1).toString(u"GET"_s).toLatin1();
    request.path = text(table, "path"_L1);
    const QJsonObject query = table.value("query"_L1).toObject();
    for (auto it = query.constBegin(); it != query.constEnd(); ++it)
        request.query.insert(it.key(), it->toString());
    if (table.contains("body"_L1))
        request.body = table.value("body"_L1).toObject();
    request.keyed = table.value("keyed"_L1).toBool();
    return request;
}

WireExchange RowReader::exchange(const QJsonObject &table)
{
    only(table, {"request"_L1, "reply"_L1});
    return {request(table.value("request"_L1).toObject()), reply(table.value("reply"_L1).toObject())};
}

QByteArray RowReader::bodyOf(const QJsonObject &table)
{
    const QJsonValue body = table.value("body"_L1);
    if (body.isObject())
        return QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    if (body.isString())
        return body.toString().toUtf8();
    if (!table.contains("file"_L1))
        return {};
    QFile file(QString::fromUtf8(Folder) + m_providerId + u'/' + text(table, "file"_L1));
    if (!file.open(QIODevice::ReadOnly))
        complain(u"no file %1"_s.arg(file.fileName()));
    return file.readAll();
}

ServerReply RowReader::reply(const QJsonObject &table)
{
    only(table, {"status"_L1, "body"_L1, "file"_L1, "headers"_L1, "fault"_L1});
    static const QMap<QString, Fault> faults = {{u"close"_s, Fault::Close},
                                                {u"reset"_s, Fault::Reset},
                                                {u"garbage"_s, Fault::Garbage},
                                                {u"silence"_s, Fault::NeverAnswer},
                                                {u"truncate"_s, Fault::Truncate}};
    ServerReply reply;
    reply.status = table.value("status"_L1).toInt(200);
    reply.body = bodyOf(table);
    const bool isJson = reply.body.startsWith('{') || reply.body.startsWith('[');
    reply.contentType = isJson ? "application/json" : "text/html; charset=UTF-8";
    if (table.contains("fault"_L1)) {
        if (!faults.contains(text(table, "fault"_L1)))
            complain(u"no such fault"_s);
        reply.fault = faults.value(text(table, "fault"_L1));
    }
    const QJsonObject headers = table.value("headers"_L1).toObject();
    for (auto it = headers.constBegin(); it != headers.constEnd(); ++it)
        reply.headers.append({it.key().toLatin1(), it->toString().toLatin1()});
    if (!headers.contains("Date"_L1))
        reply.headers.append({"Date", text(m_file, "date"_L1).toLatin1()});
    return reply;
}

Digest RowReader::expectationIn(const QJsonObject &table)
{
    Digest expectation;
    for (auto it = table.constBegin(); it != table.constEnd(); ++it) {
        if (!it->isString())
            complain(it.key() + u" is no text"_s);
        expectation.insert(it.key(), it->toString());
    }
    return expectation;
}

WireCase RowReader::caseOf(const QJsonObject &table)
{
    only(table, {"name"_L1, "mark"_L1, "reply"_L1, "asides"_L1, "expect"_L1});
    WireCase one;
    one.name = text(table, "name"_L1);
    one.reply = reply(table.value("reply"_L1).toObject());
    for (const QJsonValue item : table.value("asides"_L1).toArray())
        one.asides += exchange(item.toObject());
    one.expect = expectationIn(table.value("expect"_L1).toObject());
    if (one.name.isEmpty() || one.expect.isEmpty())
        complain(u"a case without name or expectation"_s);
    return one;
}

WireCase RowReader::answer(const QJsonObject &table)
{
    WireCase one = caseOf(table);
    one.mark = text(table, "mark"_L1);
    if (one.mark != u"doc" && one.mark != u"seen" && one.mark != u"assumed")
        complain(u"%1: who says so?"_s.arg(one.name));
    one.expect.insert(u"is"_s, u"value"_s);
    return one;
}

/// In a call that makes do without this request, no error of it is one: `forgiven` is what it comes to then.
/// An outcome that is "open" is unknown where the request may have changed something. One that is not said is
/// definite, and a wait that is not said is none.
WireCase RowReader::error(const QJsonObject &table, WireDelivery delivery, const QJsonObject &forgiven)
{
    WireCase one = caseOf(table);
    one.isError = true;
    if (!forgiven.isEmpty()) {
        one.expect = expectationIn(forgiven);
        one.expect.insert(u"is"_s, u"value"_s);
        return one;
    }
    one.expect.insert(u"is"_s, u"error"_s);
    if (!one.expect.contains(u"kind"_s))
        complain(u"%1: which kind?"_s.arg(one.name));
    if (!one.expect.contains(u"retryAfter"_s))
        one.expect.insert(u"retryAfter"_s, {});
    const QString outcome = one.expect.value(u"outcome"_s, u"definite"_s);
    const bool isRead = delivery == WireDelivery::Repeatable;
    one.expect.insert(u"outcome"_s, outcome != u"open" ? outcome : isRead ? u"definite"_s : u"unknown"_s);
    return one;
}

void RowReader::addErrors(WireRow &row, const QJsonObject &table)
{
    const QJsonObject forgiven = table.value("forgives"_L1).toObject();
    const QJsonObject except = table.value("except"_L1).toObject();
    QStringList unused = except.keys();
    const auto add = [&](const QJsonArray &errors, bool isCommon) {
        for (const QJsonValue item : errors) {
            if (unused.removeOne(text(item.toObject(), "name"_L1)))
                continue;
            row.cases += error(item.toObject(), row.delivery, forgiven);
            row.cases.last().isCommon = isCommon;
        }
    };
    const QJsonObject sets = m_file.value("errors"_L1).toObject();
    for (const QJsonValue name : table.value("sets"_L1).toArray()) {
        if (!sets.value(name.toString()).isArray())
            complain(u"no errors named %1"_s.arg(name.toString()));
        add(sets.value(name.toString()).toArray(), name == u"common"_s);
    }
    if (!unused.isEmpty())
        complain(u"no errors to leave out: "_s + unused.join(u' '));
    add(table.value("errors"_L1).toArray(), false);
}

WireRehearsal RowReader::rehearsal(const QJsonObject &table)
{
    only(table, {"shelf"_L1, "message"_L1, "seconds"_L1});
    return {text(table, "shelf"_L1), text(table, "message"_L1), table.value("seconds"_L1).toInt()};
}

QJsonObject fileAt(const QString &name, QStringList &problems)
{
    QFile file(QString::fromUtf8(Folder) + u"rows/"_s + name);
    QJsonParseError problem;
    if (!file.open(QIODevice::ReadOnly)) {
        problems += u"no file "_s + name;
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError)
        problems += u"%1 at %2: %3"_s.arg(name, QString::number(problem.offset), problem.errorString());
    return document.object();
}

} // namespace

QMap<QString, QString> queryOf(const WireRow &row, const ServerRequest &came)
{
    QMap<QString, QString> query;
    const auto items = came.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        query.insert(query.contains(name) ? name + u"(again)"_s : name, value);
    if (row.keyInQuery)
        query.remove(u"api_key"_s);
    return query;
}

bool isIt(const WireRow &row, const WireRequest &documented, const ServerRequest &came)
{
    return documented.method == came.method && row.basePath + documented.path == came.path &&
           documented.query == queryOf(row, came);
}

WireTable WireTable::load()
{
    WireTable table;
    const QJsonObject list = fileAt(u"endpoints.json"_s, table.problems);
    for (const QJsonValue item : list.value("endpoints"_L1).toArray()) {
        const QJsonObject endpoint = item.toObject();
        table.endpoints += {text(endpoint, "id"_L1), text(endpoint, "answer"_L1),
                            endpoint.value("errors"_L1).toBool(), text(endpoint, "notCalled"_L1)};
    }
    for (const ProviderEntry &entry : providerRegistry()) {
        const QString name = entry.info().id + u".json"_s;
        table.rows += RowReader(fileAt(name, table.problems), table.problems).rows();
    }
    return table;
}

} // namespace otpdesk
