#include "tests/fuzz/seeds.h"

#include "providers/simulator/mailtexts.h"
#include "providers/wire/json.h"
#include "tests/fuzz/wirereader.h"
#include "tests/support/wirerow.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace otpdesk::fuzz {

using namespace Qt::StringLiterals;

namespace {

const char Folder[] = OTPDESK_TEST_DATA "/";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// An answer of the table or a golden file.
struct Answer
{
    int status = 200;
    QByteArray body;
    friend bool operator==(const Answer &, const Answer &) = default;
};

const WireTable &table()
{
    static const WireTable loaded = WireTable::load();
    if (!loaded.problems.isEmpty())
        qFatal("%s", qPrintable(loaded.problems.join(u'\n')));
    return loaded;
}

QStringList providers()
{
    QStringList names;
    for (const Target *target : targets()) {
        if (target->readers > 0)
            names += QString::fromLatin1(target->name);
    }
    return names;
}

QList<Answer> answersOf(const QString &provider)
{
    QList<Answer> answers;
    const auto add = [&answers](const Answer &answer) {
        if (!answers.contains(answer))
            answers += answer;
    };
    const QDir golden(QString::fromUtf8(Folder) + u"wire/"_s + provider);
    for (const QString &name : golden.entryList(QDir::Files, QDir::Name))
        add({200, contentOf(golden.filePath(name))});
    for (const WireRow &row : table().rows) {
        if (row.providerId != provider)
            continue;
        for (const WireCase &one : row.cases) {
            add({one.reply.status, one.reply.body});
            for (const WireExchange &aside : one.asides)
                add({aside.reply.status, aside.reply.body});
        }
    }
    return answers;
}

/// Every answer for every reader: what one of them was made for is a trap for the others.
QList<QByteArray> wireSeeds(const Target &target)
{
    constexpr int Variations = 8;
    QList<QByteArray> seeds;
    const QList<Answer> answers = answersOf(QString::fromLatin1(target.name));
    for (int reader = 0; reader < target.readers; ++reader) {
        for (qsizetype i = 0; i < answers.size(); ++i)
            seeds += wireHead(reader, answers[i].status, quint8(i % Variations)) + answers[i].body;
    }
    return seeds;
}

QList<QByteArray> messages()
{
    QList<QByteArray> texts;
    for (const QLatin1StringView name : {"otp_samples.jsonl"_L1, "otp_cases.jsonl"_L1}) {
        for (const QByteArray &line : contentOf(QString::fromUtf8(Folder) + name).split('\n')) {
            if (!line.isEmpty())
                texts += QJsonDocument::fromJson(line).object().value("text"_L1).toString().toUtf8();
        }
    }
    return texts;
}

void collect(const QJsonValue &value, QStringList &texts)
{
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            collect(item, texts);
    } else if (value.isObject()) {
        for (const QJsonValue item : value.toObject())
            collect(item, texts);
    } else {
        texts += scalarText(value);
    }
}

/// Every single value in the answers of all providers.
QStringList values()
{
    QStringList texts;
    for (const QString &provider : providers()) {
        for (const Answer &answer : answersOf(provider)) {
            collect(QJsonDocument::fromJson(answer.body).array(), texts);
            collect(QJsonDocument::fromJson(answer.body).object(), texts);
        }
    }
    texts.removeDuplicates();
    texts.removeAll(QString());
    return texts;
}

QList<QByteArray> moneySeeds()
{
    QList<QByteArray> seeds{"USD1,234.50|0.0125", "IDR50000|-840.00", "NGN9e14|1e-7", "pkr-0|+1.23455",
                            "usd900000000000000|900000000000000"};
    for (const QString &text : values()) {
        if (const auto amount = Money::fromText(text, Currency::fromCode(u"USD")))
            seeds += "USD" + text.toUtf8() + '|' + amount->toDecimal().toUtf8();
    }
    return seeds;
}

QList<QByteArray> timeSeeds()
{
    QStringList texts{u"Sun, 06 Nov 1994 08:49:37 GMT"_s, u"120"_s, u"1716085800"_s, u"1716085800000"_s};
    for (const QString &text : values()) {
        if (text.contains(u':') && text.size() < 60)
            texts += text;
    }
    QList<QByteArray> seeds;
    for (qsizetype i = 0; i < texts.size(); ++i)
        seeds += QByteArray(1, char(i % 6)) + texts[i].toUtf8();
    return seeds;
}

/// The documented requests as they come in, and an answer as the server sends it.
QList<QByteArray> httpSeeds()
{
    QList<QByteArray> seeds{
        "\x07https://user@api.example.org:8443/v1?x#y\n../balance?id=%41\n1&2",
        "\x03GET /1 HTTP/1.1\r\n\r\nGET /2?a=%2541 HTTP/1.0\r\nConnection: close\r\n\r\n"};
    for (const WireRow &row : table().rows) {
        const QByteArray body =
            row.request.body ? QJsonDocument(*row.request.body).toJson(QJsonDocument::Compact) : QByteArray();
        QUrlQuery query;
        for (auto it = row.request.query.cbegin(); it != row.request.query.cend(); ++it)
            query.addQueryItem(it.key(), *it);
        seeds += '\x1f' + row.request.method + ' ' + (row.basePath + row.request.path).toUtf8() + '?' +
                 query.toString(QUrl::FullyEncoded).toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                 "Authorization: Bearer " + row.key.toLatin1() +
                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    return seeds;
}

/// E-mails as the simulator writes them, and whatever pages stand in the answers.
QList<QByteArray> htmlSeeds()
{
    QList<QByteArray> seeds{
        "<h1>Hi</h1><ol><li>a<li><b>b</ol><a href='mailto:a@b.org'>x</a><p>&#x202e;&amp;&nbsp;&#65;",
        "<style>a{}</style><!-- <b> --><table><tr><td>1<td>2</table><script>x</script><a href=http://a.b>c"};
    QRandomGenerator random(7);
    const QDateTime at(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);
    for (const char *site : {"openai.com", "Instagram", "github.com", "example.org"}) {
        for (int wording = 0; wording < 8; ++wording) {
            const SimMessage mail =
                composeMail(QString::fromLatin1(site), PlannedSms::Wording(wording % 3), at, random);
            seeds += (mail.html.isEmpty() ? mail.text : mail.html).toUtf8();
        }
    }
    for (const QString &text : values()) {
        if (text.contains(u'<'))
            seeds += text.toUtf8();
    }
    return seeds;
}

QDir folderOf(const Target &target)
{
    return QDir(QString::fromUtf8(Folder) + u"fuzz/"_s + QString::fromLatin1(target.name));
}

} // namespace

QList<QByteArray> seedsOf(const Target &target)
{
    if (target.readers > 0)
        return wireSeeds(target);
    if (&target == &codesTarget)
        return messages();
    if (&target == &moneyTarget)
        return moneySeeds();
    if (&target == &timeTarget)
        return timeSeeds();
    return &target == &httpTarget ? httpSeeds() : htmlSeeds();
}

QStringList keptInputs(const Target &target)
{
    return folderOf(target).entryList(QDir::Files, QDir::Name);
}

QByteArray keptInput(const Target &target, const QString &name)
{
    return contentOf(folderOf(target).filePath(name));
}

} // namespace otpdesk::fuzz
