#include "providers/otpget/otpgetjson.h"

#include "providers/otpget/otpgetwords.h"
#include "providers/wire/orders.h"
#include "providers/wire/phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;

namespace {

/// The number that a `status` stands for; 0 for a word nobody knows.
int codeOf(const QString &word)
{
    static constexpr std::pair<QLatin1StringView, int> words[] = {
        {"success"_L1, 200}, {"ok"_L1, 200},      {"true"_L1, 200},      {"1"_L1, 200},
        {"waiting"_L1, 202}, {"pending"_L1, 202}, {"cancelled"_L1, 300}, {"canceled"_L1, 300},
    };
    for (const auto &[known, code] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return code;
    }
    return word.toInt();
}

bool isRefusalWord(const QString &word)
{
    static constexpr QLatin1StringView words[] = {"error"_L1,   "fail"_L1,  "failed"_L1,
                                                  "failure"_L1, "false"_L1, "0"_L1};
    return std::any_of(std::begin(words), std::end(words), [&word](QLatin1StringView known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    });
}

QString statusOf(const JsonView &data)
{
    const QJsonValue status = data.value({"status"_L1});
    if (status.isBool())
        return status.toBool() ? u"true"_s : u"false"_s;
    return data.line({"status"_L1});
}

/// "No pricing found", "No stock available", "No email available", "Service not available"; of what a
/// supplier said, whatever means the same.
bool saysNothingToSell(int code, const QString &message)
{
    static const QRegularExpression ours(
        uR"(^(no (pricing|stock|emails?|numbers?)|service not available)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (code == 502)
        return kindOfPhrase(message.section(u':', 1)) == ErrorKind::NoStock;
    return (code == 404 || code == 500) && ours.match(message).hasMatch();
}

/// The argument that a 400 complains of.
QString fieldOf(const QString &message)
{
    static constexpr QLatin1StringView arguments[] = {
        "country_code"_L1, "duration_hours"_L1, "provider"_L1, "order_id"_L1, "rental_id"_L1,
        "service_id"_L1,   "email_id"_L1,       "domain"_L1,   "site"_L1,     "action"_L1,
    };
    // "Server 2 only supports monthly durations…"
    if (message.contains("durations"_L1, Qt::CaseInsensitive))
        return u"duration_hours"_s;
    for (const QLatin1StringView argument : arguments) {
        if (message.contains(argument, Qt::CaseInsensitive))
            return argument;
    }
    return {};
}

ApiError refusalOf(const HttpReply &reply, int code, const QString &message)
{
    HttpReply meant = reply;
    meant.status = code;
    ApiError error = errorOfStatus(meant, message);
    error.httpStatus = reply.status;
    if (code == 400)
        error.field = fieldOf(message);
    if (code == 503)
        error.field = u"server"_s;
    if (code == 502)
        error.kind = ErrorKind::UpstreamRefused;
    if (saysNothingToSell(code, message))
        error.kind = ErrorKind::NoStock;
    // A proxy may write a JSON object with a status of its own, but not these with the API's `message`.
    if (!message.isEmpty() && (code == 500 || code == 502 || code == 503))
        error.outcome = Outcome::Definite;
    return error;
}

/// A refusal that no number says, by one of the other handlers' words: BAD_KEY.
std::optional<ApiError> refusalByMember(const HttpReply &reply)
{
    const Result<Words> words = readWords(reply);
    return words ? refusalByWord(reply, *words) : std::nullopt;
}

/// A refusal in the API's own envelope, but without a number.
ApiError refusalInWords(const HttpReply &reply, const QString &message)
{
    ApiError error = refusal(reply, message);
    error.kind = kindOfPhrase(message).value_or(error.kind);
    error.outcome = Outcome::Definite;
    return error;
}

} // namespace

HttpRequest jsonRequest(const QString &handler, const QString &action,
                        std::initializer_list<std::pair<QLatin1StringView, QString>> arguments)
{
    HttpRequest request;
    request.path = handler;
    request.query.addQueryItem(u"action"_s, action);
    for (const auto &[name, value] : arguments)
        request.query.addQueryItem(name, value);
    return request;
}

HttpRequest onceRequest(HttpRequest request, bool spends)
{
    request.delivery = Delivery::Once;
    request.spends = spends;
    return request;
}

Result<Answer> openAnswer(const HttpReply &reply)
{
    if (const auto page = pageInsteadOfData(reply))
        return *page;
    const Result<QJsonValue> json = jsonOf(reply);
    if (!json || !json->isObject()) {
        const Result<Words> words = readWords(reply);
        return words ? unexpectedWords(reply, *words) : words.error();
    }
    Answer answer;
    answer.data = JsonView(*json);
    answer.word = statusOf(answer.data);
    answer.code = codeOf(answer.word);
    const QString message = answer.data.line({"message"_L1, "error"_L1, "msg"_L1});

    if (answer.code >= 400)
        return refusalOf(reply, answer.code, message);
    if (answer.code != 0)
        return answer;
    if (const auto refused = refusalByMember(reply))
        return *refused;
    if (isRefusalWord(answer.word) || answer.data.flag({"success"_L1}) == false)
        return refusalInWords(reply, message);
    // Without a status it is the HTTP status that counts.
    if (reply.status < 200 || reply.status >= 300 || answer.data.has({"error"_L1}))
        return refusal(reply, message);
    if (answer.word.isEmpty())
        answer.code = 200;
    return answer;
}

Result<JsonView> openData(const HttpReply &reply)
{
    const Result<Answer> answer = openAnswer(reply);
    if (!answer)
        return answer.error();
    if (answer->code >= 200 && answer->code < 300)
        return answer->data;
    ApiError error = malformed(reply, u"status"_s);
    error.detail = answer->word;
    return error;
}

bool isSwitchedOff(const ApiError &error)
{
    return error.kind == ErrorKind::ServiceDown && error.field == u"server";
}

Result<QJsonArray> openCatalog(const HttpReply &reply, QLatin1StringView name)
{
    const Result<JsonView> data = openData(reply);
    if (!data) {
        if (data.error().kind == ErrorKind::NoStock)
            return QJsonArray();
        return data.error();
    }
    if (const auto list = listIn(data->object(), {name}))
        return *list;
    return malformed(reply, name);
}

void takeMessages(OrderReport &report, QList<Message> messages)
{
    const bool dated = std::all_of(messages.cbegin(), messages.cend(),
                                   [](const Message &m) { return m.receivedAt.isValid(); });
    if (dated && messages.size() > 1) {
        if (messages.first().receivedAt > messages.last().receivedAt)
            std::reverse(messages.begin(), messages.end()); // so that those of one second stay in order
        std::stable_sort(messages.begin(), messages.end(),
                         [](const Message &a, const Message &b) { return a.receivedAt < b.receivedAt; });
    }
    report.messages.emplace();
    for (const Message &message : std::as_const(messages))
        addMessage(report, message);
}

} // namespace otpdesk::otpget
