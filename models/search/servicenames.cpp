#include "models/search/servicenames.h"

#include "models/search/searchfold.h"
#include "models/search/servicetable.h"
#include "providers/types/country.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// Longer ones are ids made by a machine: nobody types them, and their parts would be found by chance.
constexpr qsizetype LongestCode = 12;

/// Letters and digits only.
QString squeezed(QStringView name)
{
    QString out;
    const QList<uint> folded = searchFolded(name).toUcs4();
    for (const uint c : folded) {
        if (QChar::isLetterOrNumber(c))
            out += QChar::fromUcs4(c);
    }
    return out;
}

/// By squeezed name: the row of the table.
QHash<QString, const ServiceRow *> rowsByName()
{
    QHash<QString, const ServiceRow *> rows;
    for (const ServiceRow &row : serviceRows) {
        rows.insert(row.key.toString(), &row);
        rows.insert(squeezed(row.title), &row);
        const auto aliases = row.aliases.split(u'|', Qt::SkipEmptyParts);
        for (const QStringView alias : aliases)
            rows.insert(squeezed(alias), &row);
    }
    for (const ServiceRow &row : serviceRows) {
        if (const QString code = row.code.toString(); !code.isEmpty() && !rows.contains(code))
            rows.insert(code, &row);
    }
    return rows;
}

/// "Google/YouTube/Gmail": several names, all of the same service.
const ServiceRow *rowOfEachPart(const QString &name, const QHash<QString, const ServiceRow *> &rows)
{
    static const QRegularExpression between(u"[/,;|&+()\\[\\]]|\\b(?:and|or)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const ServiceRow *common = nullptr;
    const QStringList parts = name.split(between, Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return nullptr;
    for (const QString &part : parts) {
        const QString key = squeezed(part);
        if (key.isEmpty())
            continue;
        const ServiceRow *row = rows.value(key);
        if (!row || (common && row != common))
            return nullptr;
        common = row;
    }
    return common;
}

const ServiceRow *rowOf(const QString &name)
{
    static const QHash<QString, const ServiceRow *> rows = rowsByName();
    const ServiceRow *row = rows.value(squeezed(name));
    return row ? row : rowOfEachPart(name, rows);
}

/// "uk" is rather the country than the service that has it for a code.
bool isCountryCode(const QString &code)
{
    return code.size() <= 3 && findCountry(code);
}

bool isTypedCode(const QString &code)
{
    return code.size() <= LongestCode && !isCountryCode(code) &&
           std::any_of(code.cbegin(), code.cend(), [](QChar c) { return c.isLetter(); });
}

/// Not the "ru" of "ok.ru" or the "in" of "linked in": they would be found for the country.
bool endsInShortWords(QStringView folded)
{
    const auto words = folded.split(u' ', Qt::SkipEmptyParts);
    return folded.contains(u'.') ||
           std::any_of(words.cbegin() + std::min<qsizetype>(1, words.size()), words.cend(),
                       [](QStringView word) { return word.size() <= 2; });
}

QString keyOf(const ServiceRow *row, const QString &name)
{
    if (row)
        return row->key.toString();
    const QString own = squeezed(name);
    return own.isEmpty() ? searchFolded(name).simplified() : own;
}

} // namespace

QString serviceKeyOf(const QString &name)
{
    return keyOf(rowOf(name), name);
}

QString serviceTitleOf(const QString &name)
{
    const ServiceRow *row = rowOf(name);
    return row ? row->title.toString() : name;
}

QString serviceSearchText(const QString &name, const QString &code)
{
    const ServiceRow *row = rowOf(name);
    QStringList texts{searchFolded(name), keyOf(row, name)};
    if (isTypedCode(code))
        texts.append(searchFolded(code));
    if (row) {
        if (isTypedCode(row->code.toString()))
            texts.append(row->code.toString());
        QStringList others{searchFolded(row->title)};
        const auto aliases = row->aliases.split(u'|', Qt::SkipEmptyParts);
        for (const QStringView alias : aliases)
            others.append(searchFolded(alias));
        std::remove_copy_if(others.cbegin(), others.cend(), std::back_inserter(texts), endsInShortWords);
    }
    texts.removeAll({});
    texts.removeDuplicates();
    return texts.join(u'\n');
}

} // namespace otpdesk
