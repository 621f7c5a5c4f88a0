#include "providers/simulator/simnumbers.h"

#include <algorithm>
#include <iterator>

namespace otpdesk {

namespace {

/// '#' is any digit, '@' one from 2 to 9.
struct Pattern
{
    char16_t iso[3];
    const char16_t *digits;
};

constexpr char16_t UnitedStates[] = u"1@1@55501##";

constexpr Pattern patterns[] = {
    // Reserved for fiction by the country's regulator.
    {u"US", UnitedStates},
    {u"CA", u"1@0455501##"},
    {u"GB", u"447700900###"},
    {u"AU", u"61491570###"},
    {u"FR", u"336399800##"},
    {u"DE", u"49176040690##"},
    {u"SE", u"46701740#@#"},
    // Plausible mobile numbers.
    {u"AE", u"97150@######"},
    {u"BD", u"88017@#######"},
    {u"BR", u"55119@#######"},
    {u"CO", u"57310@######"},
    {u"EG", u"2010@#######"},
    {u"ES", u"346@#######"},
    {u"GH", u"23324@######"},
    {u"ID", u"62812@#######"},
    {u"IN", u"9198@#######"},
    {u"KE", u"254712@#####"},
    {u"MX", u"5255@#######"},
    {u"MY", u"6012@######"},
    {u"NG", u"234803@######"},
    {u"NL", u"316@#######"},
    {u"PH", u"63917@######"},
    {u"PK", u"92300@######"},
    {u"PL", u"48501@#####"},
    {u"SA", u"96650@######"},
    {u"TH", u"6681@######"},
    {u"TR", u"90532@######"},
    {u"UA", u"38050@######"},
    {u"VN", u"8490@######"},
    {u"ZA", u"2782@######"},
};

} // namespace

QString fictionalNumber(QStringView countryIso, QRandomGenerator &random)
{
    const auto found = std::find_if(std::begin(patterns), std::end(patterns),
                                    [countryIso](const Pattern &p) { return countryIso == p.iso; });
    QString number = QString::fromUtf16(found == std::end(patterns) ? UnitedStates : found->digits);
    for (QChar &c : number) {
        if (c == u'#')
            c = QChar(char16_t(u'0' + random.bounded(10)));
        else if (c == u'@')
            c = QChar(char16_t(u'2' + random.bounded(8)));
    }
    return number;
}

} // namespace otpdesk
