#include "providers/codes/candidates.h"

#include <algorithm>
#include <initializer_list>

namespace otpdesk {

namespace {

constexpr size_t MostCandidates = 64;

/// ASCII letters and digits without anything between them.
struct Atom
{
    Span span;
    int digits = 0;
    int upper = 0;
    int lower = 0;

    qsizetype size() const { return span.end - span.start; }
    bool isNumber() const { return digits == size(); }
};

std::vector<Atom> atomsOf(const MessageText &text)
{
    std::vector<Atom> atoms;
    for (qsizetype i = 0; i < text.size();) {
        if (!isAsciiAlnum(text.at(i)) || text.isAddress(i)) {
            ++i;
            continue;
        }
        Atom atom;
        atom.span = {i, i};
        for (; isAsciiAlnum(text.at(i)) && !text.isAddress(i); ++i) {
            const QChar c = text.at(i);
            ++(isAsciiDigit(c) ? atom.digits : c.isUpper() ? atom.upper : atom.lower);
        }
        atom.span.end = i;
        atoms.push_back(atom);
    }
    return atoms;
}

/// How many neighbouring atoms, from `first` on, are joined by one of `joiners` each.
size_t runLength(const MessageText &text, const std::vector<Atom> &atoms, size_t first, QStringView joiners,
                 bool numbersOnly)
{
    size_t last = first;
    while (last + 1 < atoms.size() && atoms[last + 1].span.start == atoms[last].span.end + 1 &&
           joiners.contains(text.at(atoms[last].span.end)) && (!numbersOnly || atoms[last + 1].isNumber()))
        ++last;
    return last - first + 1;
}

class Finder
{
public:
    explicit Finder(const MessageText &text)
        : m_text(text), m_atoms(atomsOf(text)), m_used(m_atoms.size(), false)
    {}

    std::vector<Candidate> run()
    {
        dropAppHash();
        takeBoundCode();
        dropPhones();
        for (size_t i = 0; i < m_atoms.size() && m_found.size() < MostCandidates; ++i) {
            if (!m_used[i])
                i += take(i) - 1;
        }
        std::sort(m_found.begin(), m_found.end(),
                  [](const Candidate &a, const Candidate &b) { return a.span.start < b.span.start; });
        return std::move(m_found);
    }

private:
    QChar before(size_t i) const { return m_text.at(m_atoms[i].span.start - 1); }
    QChar after(size_t i) const { return m_text.at(m_atoms[i].span.end); }
    QStringView word(size_t i) const
    {
        return m_text.text().sliced(m_atoms[i].span.start, m_atoms[i].size());
    }
    void use(size_t first, size_t count)
    {
        std::fill(m_used.begin() + qsizetype(first), m_used.begin() + qsizetype(first + count), true);
    }

    /// "<#> … FA+9qCX9VSu": eleven base64 characters end a message for Android's SMS retriever.
    void dropAppHash()
    {
        qsizetype end = m_text.size();
        while (end > 0 && m_text.at(end - 1).isSpace())
            --end;
        qsizetype start = end;
        int upper = 0;
        int lower = 0;
        for (; start > 0 && (isAsciiAlnum(m_text.at(start - 1)) || m_text.at(start - 1) == u'+' ||
                             m_text.at(start - 1) == u'/');
             --start) {
            upper += m_text.at(start - 1).isUpper();
            lower += m_text.at(start - 1).isLower();
        }
        if (end - start != 11 || (start > 0 && !m_text.at(start - 1).isSpace()))
            return;
        const bool ownLine = start > 0 && m_text.at(start - 1) == u'\n';
        const bool marked =
            m_text.text().trimmed().startsWith(u"<#>") || m_text.text().trimmed().startsWith(u"[#]");
        if (!marked && !ownLine && (upper == 0 || lower == 0))
            return;
        if (upper + lower == 0)
            return;
        for (size_t i = 0; i < m_atoms.size(); ++i) {
            if (m_atoms[i].span.start >= start)
                m_used[i] = true;
        }
    }

    /// "@example.com #123456" in a line of its own, as browsers read it.
    void takeBoundCode()
    {
        for (size_t i = 0; i < m_atoms.size(); ++i) {
            const qsizetype hash = m_atoms[i].span.start - 1;
            if (before(i) != u'#' || m_text.at(hash - 1) != u' ')
                continue;
            qsizetype start = hash - 1;
            while (start > 0 && !m_text.at(start - 1).isSpace())
                --start;
            const QStringView host = m_text.text().sliced(start, hash - 1 - start);
            if (host.size() < 4 || !host.startsWith(u'@') || !host.contains(u'.'))
                continue;
            const size_t count = runLength(m_text, m_atoms, i, u"-", false);
            takeWord(i, count);
            if (!m_found.empty())
                m_found.back().bound = true;
            use(i, count);
        }
    }

    /// Numbers in groups that are too many, or begin with '+' or an area code in brackets.
    void dropPhones()
    {
        for (size_t i = 0; i < m_atoms.size(); ++i) {
            if (m_used[i] || !m_atoms[i].isNumber())
                continue;
            size_t last = i;
            qsizetype digits = m_atoms[i].size();
            qsizetype widest = 0;
            while (last + 1 < m_atoms.size() && m_atoms[last + 1].isNumber() && phoneGap(last)) {
                ++last;
                digits += m_atoms[last].size();
                if (last < i + 12)
                    widest = std::max(widest, m_atoms[last].size());
            }
            const size_t count = last - i + 1;
            if (isPhone(i, count, digits, widest))
                use(i, count);
            i = last;
        }
    }

    bool phoneGap(size_t i) const
    {
        const qsizetype from = m_atoms[i].span.end;
        const QStringView gap = m_text.text().sliced(from, m_atoms[i + 1].span.start - from);
        return gap == u" " || gap == u"-" || gap == u"." || gap == u") " || gap == u")" || gap == u" (" ||
               gap == u")-" || gap == u" - ";
    }

    bool isPhone(size_t i, size_t count, qsizetype digits, qsizetype widest) const
    {
        const qsizetype start = m_atoms[i].span.start;
        const QChar lead = before(i) == u'(' ? m_text.at(start - 2) : before(i);
        if (lead == u'+')
            return digits >= 5;
        if (count == 1)
            return false;
        const qsizetype first = m_atoms[i].size();
        const qsizetype end = m_atoms[i].span.end;
        if (before(i) == u'(' && m_text.at(end) == u')')
            return digits >= 7 && digits <= 15 && first <= 5;
        const bool evenThrees = count == 3 && first == 3 && widest == 3 && m_atoms[i + 1].size() == 3;
        const bool singles = first == 1 && widest == 1;
        return digits >= 9 && digits <= 16 && first <= 5 && widest <= 7 && !evenThrees && !singles;
    }

    /// Takes or passes over what begins at atom `i`; returns how many atoms that was.
    size_t take(size_t i)
    {
        if (const size_t bad = unusable(i))
            return bad;
        const size_t hyphened = runLength(m_text, m_atoms, i, u"-", false);
        if (hyphened > 1) {
            takeWord(i, hyphened);
            return hyphened;
        }
        if (m_atoms[i].isNumber()) {
            size_t spaced = runLength(m_text, m_atoms, i, u" ", true);
            if (spaced > 1) {
                // The last group may belong to the words behind it: "123 456 10 minutes".
                for (size_t n = std::min<size_t>(spaced, 8); n > 1; --n) {
                    if (unusable(i + n - 1) == 0 && joins(i, n) && !(n < spaced && singles(i, n))) {
                        takeWord(i, n);
                        return n;
                    }
                }
            }
            if (dottedThrees(i)) {
                takeWord(i, 2);
                if (!m_found.empty())
                    m_found.back().dotted = true;
                return 2;
            }
        }
        takeWord(i, 1);
        return 1;
    }

    bool singles(size_t i, size_t n) const
    {
        return m_atoms[i].size() == 1 && m_atoms[i + n - 1].size() == 1;
    }

    bool dottedThrees(size_t i) const
    {
        return runLength(m_text, m_atoms, i, u".", true) == 2 && m_atoms[i].size() == 3 &&
               m_atoms[i + 1].size() == 3;
    }

    /// Atoms glued to something that makes them no code: 12:30, 1,500.00, 12/05/2024, a_b, x@y, Base64+.
    size_t unusable(size_t i) const
    {
        size_t last = i;
        bool bad = QStringView(u"_@+&\\").contains(before(i)) && !before(i).isNull();
        while (last + 1 < m_atoms.size() && m_atoms[last + 1].span.start == m_atoms[last].span.end + 1) {
            const QChar joiner = after(last);
            const bool numbers = m_atoms[last].isNumber() && m_atoms[last + 1].isNumber();
            const bool sticks = joiner == u'_' || joiner == u'+' || joiner == u'@' || joiner == u'\\' ||
                                joiner == u'&' ||
                                (numbers && (joiner == u':' || joiner == u'/' || joiner == u'.' ||
                                             (joiner == u',' && isNumberComma(last))));
            if (sticks)
                bad = true;
            else if (joiner != u'-')
                break;
            ++last;
        }
        if (bad && last == i + 1 && dottedThrees(i))
            return 0;
        if (!bad && (isMasked(i) || after(last) == u'%' ||
                     (after(last) == u' ' && m_text.at(m_atoms[last].span.end + 1) == u'%')))
            bad = true;
        return bad ? last - i + 1 : 0;
    }

    /// A comma between digits belongs to the number, unless what follows is a number of its own
    /// ("482913,5分钟").
    bool isNumberComma(size_t left) const
    {
        const qsizetype leftSize = m_atoms[left].size();
        const qsizetype rightSize = m_atoms[left + 1].size();
        if (rightSize == 3 && leftSize <= 3)
            return true;
        const QChar next = after(left + 1);
        return rightSize <= 2 && !isUnspacedScript(next) && !(leftSize >= 4 && leftSize <= 8 && next == u' ');
    }

    /// ****1234, XX1234, …1234.
    bool isMasked(size_t i) const
    {
        const qsizetype start = m_atoms[i].span.start;
        const QChar c = before(i);
        const bool closed = after(i) == u'*' || (after(i) == u'-' || after(i) == u' ');
        if (c == u'*')
            return m_text.at(start - 2) == u'*'
                       ? !(after(i) == u'*' && m_text.at(m_atoms[i].span.end + 1) == u'*')
                       : !closed || (after(i) == u'*' && isAsciiDigit(m_text.at(m_atoms[i].span.end + 1)));
        if (c == u'•' || c == u'·' || c == u'●' || c == u'x' || c == u'X' || c == u'×')
            return true;
        if (c == u'.' && m_text.at(start - 2) == u'.')
            return m_text.at(start - 3) != u'.' || m_text.at(start - 4) == u'.' ||
                   !m_text.at(start - 4).isLetter();
        if ((c == u' ' || c == u'-') && QStringView(u"*•·●").contains(m_text.at(start - 2)) &&
            !m_text.at(start - 2).isNull())
            return m_text.at(start - 3) == m_text.at(start - 2);
        if (c == u'-' && m_text.at(start - 2).toLower() == u'x' && m_text.at(start - 3).toLower() == u'x')
            return true;
        const QStringView w = word(i);
        return w.size() > 2 && w.first(2).compare(u"xx", Qt::CaseInsensitive) == 0;
    }

    /// Whether numbers in these groups are one code: equal groups, each digit for itself.
    bool joins(size_t i, size_t n) const
    {
        const qsizetype group = m_atoms[i].size();
        for (size_t k = i; k < i + n; ++k) {
            if (m_used[k] || m_atoms[k].size() != group)
                return false;
        }
        const qsizetype total = group * qsizetype(n);
        return group <= 4 && total >= (group == 1 ? 4 : 4) && total <= 9 &&
               !(group == 2 && n == 2 && looksLikeTime(i));
    }

    bool looksLikeTime(size_t i) const { return word(i).toInt() < 24 && word(i + 1).toInt() < 60; }

    bool isDate(size_t i, size_t n) const
    {
        if (n != 3)
            return false;
        const int a = word(i).toInt();
        const int b = word(i + 1).toInt();
        const int c = word(i + 2).toInt();
        const auto isDay = [](int d) { return d >= 1 && d <= 31; };
        const auto isMonth = [](int m) { return m >= 1 && m <= 12; };
        return (isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b)) || (isMonth(b) && isDay(c));
    }

    void takeWord(size_t i, size_t n)
    {
        int digits = 0;
        int upper = 0;
        int lower = 0;
        bool numbers = true;
        for (size_t k = i; k < i + n; ++k) {
            if (m_used[k])
                return;
            digits += m_atoms[k].digits;
            upper += m_atoms[k].upper;
            lower += m_atoms[k].lower;
            numbers = numbers && m_atoms[k].isNumber();
        }
        Candidate found;
        found.span = {m_atoms[i].span.start, m_atoms[i + n - 1].span.end};
        found.code = m_text.text().sliced(found.span.start, found.span.end - found.span.start).toString();
        if (n == 2 && isServicePrefix(word(i)) && m_atoms[i + 1].isNumber() && digits >= 4 && digits <= 8) {
            found.code = word(i + 1).toString();
            found.prefixed = true;
        } else if (numbers) {
            if (n > 1 && (!joins(i, n) || (n == 3 && m_atoms[i].size() == 2 && isDate(i, n))))
                return;
            if (digits < 4 || digits > 10)
                return;
            found.code.remove(u'-').remove(u' ').remove(u'.');
        } else if (!takeAlphanumeric(found, i, n, digits, upper, lower)) {
            return;
        }
        m_found.push_back(found);
    }

    static bool isServicePrefix(QStringView word)
    {
        return word == u"G" || word == u"g" || word == u"FB" || word == u"fb" || word == u"IG";
    }

    bool takeAlphanumeric(Candidate &found, size_t i, size_t n, int digits, int upper, int lower) const
    {
        const int size = digits + upper + lower;
        if (size < 4 || size > 12 || n > 4)
            return false;
        if (digits == 0) {
            found.shape = Candidate::Shape::Letters;
            return n == 2 && lower == 0 && m_atoms[i].size() == m_atoms[i + 1].size() &&
                   m_atoms[i].size() >= 3;
        }
        if (n > 1 &&
            (lower > 0 || std::any_of(m_atoms.begin() + qsizetype(i), m_atoms.begin() + qsizetype(i + n),
                                      [](const Atom &a) { return a.size() < 2 || a.size() > 6; })))
            return false;
        if (n == 1 && (isMeasure(i) || (lower > 0 && digits < 2)))
            return false;
        found.shape = lower == 0   ? Candidate::Shape::Upper
                      : upper == 0 ? Candidate::Shape::Lower
                                   : Candidate::Shape::Mixed;
        return true;
    }

    /// 5min, 2nd, 1500mAh, Rs500, USD20: a number with its unit or currency.
    bool isMeasure(size_t i) const
    {
        const QString w = word(i).toString().toLower();
        qsizetype lead = 0;
        while (lead < w.size() && isAsciiDigit(w[lead]))
            ++lead;
        qsizetype tail = w.size();
        while (tail > 0 && isAsciiDigit(w[tail - 1]))
            --tail;
        static constexpr QStringView units[] = {
            u"min", u"mins", u"minutes", u"sec", u"secs", u"hr",  u"hrs", u"hours", u"day", u"days", u"st",
            u"nd",  u"rd",   u"th",      u"km",  u"kg",   u"gb",  u"mb",  u"kb",    u"mah", u"kwh",  u"pts",
            u"pm",  u"am",   u"h",       u"usd", u"eur",  u"gbp", u"inr", u"ngn",   u"pkr", u"idr",  u"kes",
            u"tl",  u"rub",  u"kc",      u"zl",  u"ft",   u"lei", u"rs",  u"k",     u"kr",  u"p",    u"px"};
        static constexpr QStringView currencies[] = {u"rs",  u"inr", u"usd", u"eur", u"gbp", u"ngn", u"pkr",
                                                     u"idr", u"rp",  u"ksh", u"kes", u"tsh", u"ugx", u"ghs",
                                                     u"aed", u"sar", u"rm",  u"php", u"tk",  u"bdt", u"r",
                                                     u"us",  u"zar", u"npr", u"lkr"};
        const QStringView unit = QStringView(w).sliced(lead);
        if (lead > 0 && std::find(std::begin(units), std::end(units), unit) != std::end(units))
            return true;
        const QStringView currency = QStringView(w).first(tail);
        return tail < w.size() &&
               std::find(std::begin(currencies), std::end(currencies), currency) != std::end(currencies);
    }

    const MessageText &m_text;
    std::vector<Atom> m_atoms;
    std::vector<bool> m_used;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<Candidate> findCandidates(const MessageText &text)
{
    return Finder(text).run();
}

QString codeInAddress(const MessageText &text)
{
    QString found;
    for (const Span &url : text.urls()) {
        const QStringView address = text.lower().sliced(url.start, url.end - url.start);
        for (const QStringView name : {QStringView(u"code="), QStringView(u"otp="), QStringView(u"pin=")}) {
            const qsizetype at = address.indexOf(name);
            if (at <= 0)
                continue;
            qsizetype end = at + name.size();
            while (end < address.size() && isAsciiDigit(address[end]))
                ++end;
            const QStringView value = address.sliced(at + name.size(), end - at - name.size());
            if (value.size() < 4 || value.size() > 8 || (end < address.size() && isAsciiLetter(address[end])))
                continue;
            if (!found.isEmpty() && found != value)
                return {};
            found = value.toString();
        }
    }
    return found;
}

} // namespace otpdesk
