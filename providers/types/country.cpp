#include "providers/types/country.h"

#include "providers/types/countrytable.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace otpdesk {

namespace {

constexpr qsizetype LongestLabel = 200;

/// Currencies that providers have been seen to write for a country. Only ever the whole text.
constexpr struct
{
    QStringView code;
    QStringView iso;
} currencyCodes[] = {
    {u"pkr", u"PK"}, {u"inr", u"IN"}, {u"ngn", u"NG"}, {u"idr", u"ID"}, {u"usd", u"US"}, {u"gbp", u"GB"},
    {u"php", u"PH"}, {u"vnd", u"VN"}, {u"thb", u"TH"}, {u"myr", u"MY"}, {u"bdt", u"BD"}, {u"kes", u"KE"},
    {u"brl", u"BR"}, {u"rub", u"RU"}, {u"uah", u"UA"}, {u"try", u"TR"}, {u"cad", u"CA"}, {u"aud", u"AU"},
    {u"egp", u"EG"}, {u"zar", u"ZA"}, {u"aed", u"AE"}, {u"sar", u"SA"}, {u"kzt", u"KZ"}, {u"lkr", u"LK"},
    {u"npr", u"NP"}, {u"ghs", u"GH"}, {u"mxn", u"MX"}, {u"pln", u"PL"}, {u"ron", u"RO"}, {u"cny", u"CN"},
};

/// Lower case words without accents, one space between them: "Côte d’Ivoire" → "cote d ivoire".
QString folded(QStringView text)
{
    QString out;
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD);
    for (const QChar c : plain) {
        if (c.isMark())
            continue;
        if (c == u'ı')
            out += u'i';
        else if (c.isLetterOrNumber())
            out += c.toLower();
        else if (c == u'&')
            out += QStringLiteral(" and ");
        else
            out += u' ';
    }
    QStringList words = out.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (word == u"st")
            word = QStringLiteral("saint");
    }
    return words.join(u' ');
}

struct Index
{
    QList<Country> countries;
    QHash<QString, int> names;
    QHash<QString, int> codes; ///< lower case
    qsizetype longestName = 1; ///< in words

    Index()
    {
        for (const CountryRow &row : countryRows) {
            const int at = int(countries.size());
            countries.append({row.iso.toString(), row.name.toString(), row.dialCode.toString()});
            codes.insert(row.iso.toString().toLower(), at);
            codes.insert(row.iso3.toString().toLower(), at);
            addName(folded(row.name), at);
            const auto aliases = row.aliases.split(u'|', Qt::SkipEmptyParts);
            for (const QStringView alias : aliases)
                addName(folded(alias), at);
        }
        for (const auto &currency : currencyCodes) {
            const int at = codes.value(currency.iso.toString().toLower());
            if (!codes.contains(currency.code.toString()))
                codes.insert(currency.code.toString(), at);
        }
    }

    void addName(const QString &name, int at)
    {
        names.insert(name, at);
        longestName = std::max(longestName, name.count(u' ') + 1);
    }

    /// The one country named among these words; -1 for none or several. A longer name hides those within it.
    int namedIn(const QStringList &words) const
    {
        int found = -1;
        for (qsizetype i = 0; i < words.size();) {
            qsizetype taken = 1;
            for (qsizetype n = std::min(longestName, words.size() - i); n > 0; --n) {
                const auto at = names.constFind(words.mid(i, n).join(u' '));
                if (at == names.constEnd())
                    continue;
                if (found >= 0 && found != *at)
                    return -1;
                found = *at;
                taken = n;
                break;
            }
            i += taken;
        }
        return found;
    }

    /// "PK - Server 2", "Server 1 (US)": capitals at the start or alone in brackets. Elsewhere two letters
    /// are more often a word.
    int codedIn(QStringView label) const
    {
        for (qsizetype i = 0; i < label.size(); ++i) {
            if (i > 0 && label[i - 1] != u'(' && label[i - 1] != u'[')
                continue;
            qsizetype end = i;
            while (end < label.size() && label[end] >= u'A' && label[end] <= u'Z')
                ++end;
            const bool ends = end == label.size() || (i == 0 ? !label[end].isLetterOrNumber()
                                                             : label[end] == u')' || label[end] == u']');
            if (ends && (end - i == 2 || end - i == 3)) {
                if (const auto at = codes.constFind(label.sliced(i, end - i).toString().toLower());
                    at != codes.constEnd())
                    return *at;
            }
        }
        return -1;
    }
};

const Index &index()
{
    static const Index made;
    return made;
}

} // namespace

const QList<Country> &allCountries()
{
    return index().countries;
}

const Country *findCountry(QStringView nameOrCode)
{
    const QStringView label = nameOrCode.trimmed().first(std::min(nameOrCode.trimmed().size(), LongestLabel));
    const QString key = folded(label);
    if (key.isEmpty())
        return nullptr;
    const Index &all = index();
    int at = all.codes.value(key, -1);
    if (at < 0)
        at = all.names.value(key, -1);
    if (at < 0)
        at = all.namedIn(key.split(u' '));
    if (at < 0)
        at = all.codedIn(label);
    return at < 0 ? nullptr : &all.countries[at];
}

} // namespace otpdesk
