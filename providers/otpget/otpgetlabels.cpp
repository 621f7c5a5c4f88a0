#include "providers/otpget/otpgetlabels.h"

#include "providers/wire/json.h"
#include "providers/wire/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpdesk::otpget {

using namespace Qt::StringLiterals;

namespace {

QString lettersAndDigits(QStringView text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            kept += c.toCaseFolded();
    }
    return kept;
}

Entry entryOf(const QString &key, const QJsonValue &value)
{
    const JsonView view(value);
    const bool isObject = value.isObject();
    Entry entry;
    entry.id = isObject && view.has({"id"_L1}) ? view.id({"id"_L1}) : cleanLine(key);
    entry.label = readLabel(isObject ? view.line({"name"_L1}) : scalarText(value));
    if (isObject && !entry.label.price)
        entry.label.price = readPrice(view.line({"price"_L1, "cost"_L1}));
    return entry;
}

} // namespace

Currency pkr()
{
    return Currency::fromCode(u"PKR");
}

std::optional<Money> readPrice(const QString &text)
{
    static const QRegularExpression shape(uR"(^(?:₨|rs\.?|pkr)?\s*([\d,]+(?:\.\d+)?)\s*(?:₨|rs\.?|pkr)?$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(text.trimmed());
    return match.hasMatch() ? Money::fromText(match.capturedView(1), pkr()) : std::nullopt;
}

Label readLabel(const QString &text)
{
    const QString line = cleanLine(text);
    qsizetype at = -1;
    for (const QStringView separator : {u" - ", u" — ", u" – "})
        at = std::max(at, line.lastIndexOf(separator));
    if (at > 0) {
        if (const auto price = readPrice(line.sliced(at + 3)))
            return {line.first(at).trimmed(), price};
    }
    return {line, std::nullopt};
}

QList<Entry> entriesOf(const QJsonValue &value)
{
    QList<Entry> entries;
    const auto take = [&entries](const Entry &entry) {
        if (!entry.id.isEmpty() && !entry.label.name.isEmpty())
            entries.append(entry);
    };
    if (value.isArray()) {
        for (const QJsonValue item : value.toArray()) {
            if (item.isObject())
                take(entryOf({}, item));
        }
        return entries;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        take(entryOf(it.key(), *it));
    return entries;
}

bool isSameName(QStringView a, QStringView b)
{
    return lettersAndDigits(a) == lettersAndDigits(b);
}

} // namespace otpdesk::otpget
