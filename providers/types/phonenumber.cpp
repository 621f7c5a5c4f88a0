#include "providers/types/phonenumber.h"

#include "providers/types/country.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <array>

namespace otpdesk {

namespace {

// ITU-T E.164: at most 15 digits, country code included. Shorter ones than this are short codes.
constexpr qsizetype MostDigits = 15;
constexpr qsizetype FewestDigits = 7;
constexpr qsizetype NanpDigits = 11; ///< 1, area, number

/// Area codes of the numbering plan "1" outside the United States.
constexpr struct
{
    QStringView iso;
    QStringView areas;
} nanpAreas[] = {
    {u"CA", u"204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 "
            u"460 468 474 "
            u"506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 "
            u"825 867 873 "
            u"879 902 905 942"},
    {u"AS", u"684"},
    {u"AI", u"264"},
    {u"AG", u"268"},
    {u"BS", u"242"},
    {u"BB", u"246"},
    {u"BM", u"441"},
    {u"KY", u"345"},
    {u"DM", u"767"},
    {u"DO", u"809 829 849"},
    {u"GD", u"473"},
    {u"GU", u"671"},
    {u"JM", u"658 876"},
    {u"MS", u"664"},
    {u"MP", u"670"},
    {u"PR", u"787 939"},
    {u"KN", u"869"},
    {u"LC", u"758"},
    {u"VC", u"784"},
    {u"SX", u"721"},
    {u"TT", u"868"},
    {u"TC", u"649"},
    {u"VG", u"284"},
    {u"VI", u"340"},
};

/// Countries that others share their code with, and who it is by default.
constexpr struct
{
    QStringView dialCode;
    QStringView iso;
} mainCountries[] = {{u"1", u"US"},   {u"7", u"RU"},   {u"44", u"GB"},  {u"39", u"IT"},  {u"47", u"NO"},
                     {u"61", u"AU"},  {u"64", u"NZ"},  {u"212", u"MA"}, {u"262", u"RE"}, {u"358", u"FI"},
                     {u"500", u"FK"}, {u"590", u"GP"}, {u"599", u"CW"}, {u"672", u"NF"}};

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits += QChar(u'0' + value);
    }
    return digits;
}

const QHash<QString, QString> &countryByDialCode()
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> made;
        for (const Country &country : allCountries()) {
            if (!country.dialCode.isEmpty())
                made.insert(country.dialCode, country.iso);
        }
        for (const auto &main : mainCountries)
            made.insert(main.dialCode.toString(), main.iso.toString());
        return made;
    }();
    return codes;
}

/// The code that international digits begin with; empty when nobody has it. No code begins with another one.
QString dialCodeOf(const QString &digits)
{
    for (qsizetype n = std::min<qsizetype>(3, digits.size()); n > 0; --n) {
        if (countryByDialCode().contains(digits.first(n)))
            return digits.first(n);
    }
    return {};
}

/// The country of an international number; empty where the code does not tell.
QString countryOf(const QString &digits, const QString &dialCode)
{
    if (dialCode == u"1") {
        if (digits.size() != NanpDigits)
            return {};
        const QString area = digits.sliced(1, 3);
        for (const auto &country : nanpAreas) {
            const auto areas = country.areas.split(u' ');
            if (areas.contains(area))
                return country.iso.toString();
        }
        // 800, 833 … and 900 belong to no country.
        const bool shared = area == u"900" || (area[0] == u'8' && area[1] == area[2] && area != u"811");
        return shared || area[0] < u'2' ? QString() : QStringLiteral("US");
    }
    if (dialCode == u"7")
        return digits.size() > 1 && (digits[1] == u'6' || digits[1] == u'7') ? QStringLiteral("KZ")
                                                                             : QStringLiteral("RU");
    return countryByDialCode().value(dialCode);
}

/// "300 1234567": three digits apart, or 3-3-4 in the plan "1".
QString grouped(const QString &national, const QString &dialCode)
{
    if (dialCode == u"1" && national.size() == 10)
        return national.first(3) + u' ' + national.sliced(3, 3) + u' ' + national.sliced(6);
    if (national.size() < 7)
        return national;
    return national.first(3) + u' ' + national.sliced(3);
}

PhoneNumber international(const QString &digits, const QString &dialCode, const QString &iso)
{
    PhoneNumber number;
    number.digits = digits;
    number.e164 = u'+' + digits;
    number.countryIso = iso;
    if (dialCode.isEmpty()) {
        number.display = number.e164;
        return number;
    }
    number.national = digits.sliced(dialCode.size());
    number.display = u'+' + dialCode + u' ' + grouped(number.national, dialCode);
    return number;
}

/// Whether digits without '+' hold the country's code already. A national number may begin with the same
/// digits by chance; then it is too short to hold both.
bool holdsDialCode(const QString &digits, const QString &dialCode)
{
    if (dialCode.isEmpty() || !digits.startsWith(dialCode))
        return false;
    if (dialCode == u"1")
        return digits.size() == NanpDigits;
    // Ten digits are a full national number almost everywhere with a code of one or two digits.
    return digits.size() >= 11 || (dialCode.size() == 3 && digits.size() >= 10);
}

} // namespace

PhoneNumber readPhoneNumber(const QString &raw, const QString &countryIso)
{
    PhoneNumber unknown;
    unknown.display = raw.trimmed();
    const QString trimmed = raw.trimmed();
    QString digits = digitsOf(trimmed);
    const bool hasLetters = std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isLetter(); });
    if (digits.isEmpty() || hasLetters || digits.size() > MostDigits + 2)
        return unknown;

    const Country *given = countryIso.isEmpty() ? nullptr : findCountry(countryIso);
    const bool zeros = digits.startsWith(u"00");
    if (trimmed.startsWith(u'+') || zeros) {
        if (zeros)
            digits = digits.sliced(2);
        const QString dialCode = dialCodeOf(digits);
        if (digits.size() < FewestDigits || digits.size() > MostDigits) {
            unknown.digits = digits;
            return unknown;
        }
        // A shared code says less than the country that was bought.
        const bool agrees = given && given->dialCode == dialCode && !dialCode.isEmpty();
        const QString told = countryOf(digits, dialCode);
        return international(digits, dialCode,
                             agrees && (told.isEmpty() || dialCode != u"1") ? given->iso : told);
    }

    unknown.digits = digits;
    if (!given || given->dialCode.isEmpty() || digits.size() > MostDigits)
        return unknown;
    if (holdsDialCode(digits, given->dialCode))
        return international(digits, given->dialCode, given->iso);

    // National. A trunk 0 is not part of the number abroad, except in Italy.
    if (digits.startsWith(u'0') && given->dialCode != u"39")
        digits = digits.sliced(1);
    if (given->dialCode.size() + digits.size() > MostDigits || digits.size() < 4)
        return unknown;
    return international(given->dialCode + digits, given->dialCode, given->iso);
}

} // namespace otpdesk
