#include "tests/fault/matrix/bodies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <QtEndian>

#include <array>
#include <functional>

namespace otpdesk::bodies {

using namespace Qt::StringLiterals;

namespace {

/// Writes a value with one member of it written otherwise.
class Writer
{
public:
    /// What to write in place of a member: `"name": value`, or several of them.
    using Member = std::function<QByteArray(const QByteArray &name, const QJsonValue &value)>;

    Writer(QString at, Member member) : m_at(std::move(at)), m_member(std::move(member)) {}

    QByteArray written(const QJsonValue &value, const QString &path = {}) const
    {
        if (value.isArray())
            return writtenList(value.toArray(), path);
        if (!value.isObject()) {
            const QByteArray inList = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
            return inList.sliced(1, inList.size() - 2);
        }
        QByteArrayList members;
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const QString at = path + u'/' + it.key();
            const QByteArray name = written(it.key()) + ':';
            members += at == m_at ? m_member(name, *it) : name + written(*it, at);
        }
        return '{' + members.join(',') + '}';
    }

private:
    QByteArray writtenList(const QJsonArray &list, const QString &path) const
    {
        QByteArrayList items;
        for (qsizetype i = 0; i < list.size(); ++i)
            items += written(list.at(i), i == 0 ? path + u"/0"_s : u"-"_s);
        return '[' + items.join(',') + ']';
    }

    QString m_at;
    Member m_member;
};

QJsonValue valueOf(const WireCase &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.reply.body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

struct Place
{
    QString at;
    QJsonValue value;
};

void find(const QJsonValue &value, const QString &path, QList<Place> &places)
{
    if (value.isArray() && !value.toArray().isEmpty())
        find(value.toArray().first(), path + u"/0"_s, places);
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString at = path + u'/' + it.key();
        places += {at, *it};
        find(*it, at, places);
    }
}

QList<Place> membersOf(const WireCase &answer)
{
    QList<Place> places;
    find(valueOf(answer), {}, places);
    return places;
}

struct Other
{
    QJsonValue::Type type;
    QByteArray text;
};

const QList<Other> &others()
{
    static const QList<Other> all = {
        {QJsonValue::Null, "null"},         {QJsonValue::Bool, "true"},
        {QJsonValue::Double, "7"},          {QJsonValue::String, "\"odd\""},
        {QJsonValue::Array, "[[\"odd\"]]"}, {QJsonValue::Object, "{\"odd\":{\"odd\":1}}"}};
    return all;
}

/// A value of the same type that is not this one.
QByteArray decoyFor(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "false" : "true";
    case QJsonValue::Double:
        return "424242";
    case QJsonValue::Array:
        return "[]";
    case QJsonValue::Object:
        return "{}";
    default:
        return "\"424242\"";
    }
}

/// CRC-32 (RFC 1952, 8).
quint32 crcOfSpaces(qsizetype size)
{
    std::array<quint32, 256> table;
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? 0xedb88320u ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    quint32 crc = 0xffffffffu;
    for (qsizetype i = 0; i < size; ++i)
        crc = table[(crc ^ quint32(' ')) & 0xff] ^ (crc >> 8);
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray http(int status, const QByteArray &contentType, const QByteArray &body,
                const QList<QPair<QByteArray, QByteArray>> &headers)
{
    WireCase answer;
    answer.reply.status = status;
    answer.reply.contentType = contentType;
    answer.reply.headers = headers;
    return http(answer, body);
}

QByteArray http(const WireCase &answer, const QByteArray &body, std::optional<qint64> length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.reply.status) + " Spoken\r\n";
    if (!answer.reply.contentType.isEmpty())
        head += "Content-Type: " + answer.reply.contentType + "\r\n";
    for (const auto &[name, value] : answer.reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "Content-Length: " + QByteArray::number(length.value_or(body.size())) + "\r\n\r\n" + body;
}

bool isJson(const WireCase &answer)
{
    return answer.reply.body.startsWith('{') || answer.reply.body.startsWith('[');
}

QByteArray deep(const WireCase &answer, int levels)
{
    const QByteArray tower = QByteArray(levels, '[') + QByteArray(levels, ']');
    const QByteArray body = answer.reply.body.trimmed();
    if (!body.startsWith('{') || body == "{}")
        return tower;
    return "{\"tower\":" + tower + ',' + body.sliced(1);
}

QList<Changed> wrongTypes(const WireCase &answer)
{
    QList<Changed> all;
    const QJsonValue value = valueOf(answer);
    const QList<Place> places = membersOf(answer);
    for (const Place &place : places) {
        for (const Other &other : others()) {
            if (place.value.type() == other.type)
                continue;
            const Writer writer(
                place.at, [&](const QByteArray &name, const QJsonValue &) { return name + other.text; });
            all += {place.at + u" is "_s + QString::fromLatin1(other.text), writer.written(value)};
        }
    }
    return all;
}

QList<Changed> duplicates(const WireCase &answer)
{
    QList<Changed> all;
    const QJsonValue value = valueOf(answer);
    const QList<Place> places = membersOf(answer);
    const Writer plain({}, {});
    for (const Place &place : places) {
        const QByteArray decoy = decoyFor(place.value);
        const QByteArray truth = plain.written(place.value);
        const auto with = [&](const QByteArrayList &values) {
            return Writer(place.at,
                          [&](const QByteArray &name, const QJsonValue &) {
                              QByteArrayList members;
                              for (const QByteArray &each : values)
                                  members += name + each;
                              return members.join(',');
                          })
                .written(value);
        };
        all += {place.at + u" twice, the true one last"_s, with({decoy, truth}), with({truth})};
        all += {place.at + u" twice, the true one first"_s, with({truth, decoy}), with({decoy})};
    }
    return all;
}

QByteArray gzipBomb(qsizetype size)
{
    // qCompress() writes a length and a zlib stream; inside the latter is what gzip wraps in its own way.
    const QByteArray zlib = qCompress(QByteArray(size, ' '), 9);
    constexpr qsizetype Before = 4 + 2;
    constexpr qsizetype After = 4;
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) +
           zlib.sliced(Before, zlib.size() - Before - After) + littleEndian(crcOfSpaces(size)) +
           littleEndian(quint32(size));
}

} // namespace otpdesk::bodies
