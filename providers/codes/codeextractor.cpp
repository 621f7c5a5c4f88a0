#include "providers/codes/codeextractor.h"

#include "providers/codes/candidates.h"
#include "providers/codes/keywords.h"

#include <algorithm>

namespace otpdesk {

namespace {

// How sure a sign makes us, of 100. A code is named from Enough on, and only when the next best one has
// clearly less.
constexpr int Enough = 50;
constexpr int ClearLead = 12;

// How far a word can speak of a number. Farther, nobody looks: this also bounds the work.
constexpr qsizetype LongestSentence = 240;
constexpr qsizetype NearBy = 60;

bool isOneOf(WordClass kind, std::initializer_list<WordClass> kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// What stands between two places of a message.
struct Gap
{
    int words = 0;               ///< words that say nothing to us
    bool connects = true;        ///< nothing but punctuation, "is" and "number"
    bool endsConnecting = false; ///< "is", "=" or ':' comes last
    bool startsConnecting = false;
    bool linked = false; ///< an "is" or a ':' somewhere
    bool breaks = false; ///< the end of a sentence
    bool newLine = false;
    bool comma = false;
    bool number = false; ///< another number of three digits or more
};

/// What is known of a candidate before any one word is looked at.
struct Setting
{
    bool entered = false;     ///< "use …", "enter …"
    bool besideMoney = false; ///< its sentence speaks of money
    int forCodeElsewhere = 0; ///< what a keyword in another sentence is worth
    int forContextElsewhere = 0;
};

class Reader
{
public:
    explicit Reader(const QString &message)
        : m_text(message), m_words(findWords(m_text)), m_candidates(findCandidates(m_text))
    {
        dropForeignCodes();
    }

    QString code() const
    {
        if (const Candidate *alone = bareCode())
            return alone->code;
        if (m_candidates.empty())
            return hasKeyword() ? codeInAddress(m_text) : QString();

        int best = 0;
        int second = 0;
        QString code;
        bool ambiguous = false;
        for (const Candidate &candidate : m_candidates) {
            const int score = scoreOf(candidate);
            if (candidate.code == code) {
                best = std::max(best, score);
            } else if (score > best) {
                second = best;
                best = score;
                code = candidate.code;
                ambiguous = hasTwin(candidate);
            } else {
                second = std::max(second, score);
            }
        }
        return best >= Enough && best - second >= ClearLead && !ambiguous ? code : QString();
    }

private:
    /// "123456 or 654321": what is said of one is said of both.
    bool hasTwin(const Candidate &candidate) const
    {
        return std::any_of(m_candidates.begin(), m_candidates.end(), [&](const Candidate &other) {
            if (other.code == candidate.code || other.code.size() != candidate.code.size() || other.bound ||
                other.shape != candidate.shape)
                return false;
            const bool behind = other.span.start >= candidate.span.end;
            const Span between = behind ? Span{candidate.span.end, other.span.start}
                                        : Span{other.span.end, candidate.span.start};
            if (between.end - between.start > NearBy)
                return false;
            const Gap gap = gapBetween(between.start, between.end);
            const Candidate &later = behind ? other : candidate;
            return gap.words <= 1 && !gap.breaks && !gap.newLine && !gap.linked && !isLabelled(later) &&
                   !isAmount(later) && !isAmount(other);
        });
    }

    bool hasKeyword() const
    {
        return std::any_of(m_words.begin(), m_words.end(), [](const WordMatch &w) {
            return isOneOf(w.kind, {WordClass::Strong, WordClass::Code, WordClass::Context});
        });
    }

    /// "promo code", "code de suivi", "Gutscheincode": a code, but of another kind. And where goods are
    /// advertised, "code" alone does not mean a one-time code.
    void dropForeignCodes()
    {
        const auto foreign = [](const WordMatch &w) {
            return isOneOf(w.kind, {WordClass::Promo, WordClass::Thing});
        };
        bool advertises = false;
        for (size_t i = 0; i < m_words.size(); ++i) {
            WordMatch &word = m_words[i];
            advertises = advertises || word.kind == WordClass::Promo;
            if (!isOneOf(word.kind, {WordClass::Code, WordClass::Context, WordClass::Strong}))
                continue;
            const bool after =
                i > 0 && foreign(m_words[i - 1]) && touches(m_words[i - 1].span.end, word.span.start);
            const bool before = i + 1 < m_words.size() && foreign(m_words[i + 1]) &&
                                word.kind != WordClass::Strong &&
                                touches(word.span.end, m_words[i + 1].span.start);
            const WordClass other = after ? m_words[i - 1].kind : before ? m_words[i + 1].kind : word.kind;
            if ((after || before) && (word.kind != WordClass::Strong || other == WordClass::Promo))
                word.kind = other;
        }
        if (!advertises)
            return;
        for (WordMatch &word : m_words) {
            if (word.kind == WordClass::Code &&
                !sentenceHas(word.span, {WordClass::Strong, WordClass::Context}))
                word.kind = WordClass::Promo;
        }
    }

    bool touches(qsizetype from, qsizetype to) const
    {
        if (to < from || to - from > 6)
            return false;
        const QStringView gap = m_text.lower().sliced(from, to - from).trimmed();
        return gap.isEmpty() || gap == u"-" || gap == u"de" || gap == u"di" || gap == u"da" || gap == u"do" ||
               gap == u"za" || gap == u"na" || gap == u"for" || gap == u"of" || gap == u"d'";
    }

    bool sentenceHas(Span span, std::initializer_list<WordClass> kinds) const
    {
        const Span sentence = m_text.sentenceAround(span);
        return std::any_of(m_words.begin(), m_words.end(), [&](const WordMatch &w) {
            return w.span.start >= sentence.start && w.span.end <= sentence.end && isOneOf(w.kind, kinds);
        });
    }

    bool messageHas(WordClass kind) const
    {
        return std::any_of(m_words.begin(), m_words.end(),
                           [kind](const WordMatch &w) { return w.kind == kind; });
    }

    /// A message that is nothing but a code.
    const Candidate *bareCode() const
    {
        if (m_candidates.size() != 1)
            return nullptr;
        const Candidate &only = m_candidates.front();
        const auto isQuote = [](QChar c) { return c.isSpace() || QStringView(u"\"'*«»“”()[].").contains(c); };
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if ((i < only.span.start || i >= only.span.end) && !isQuote(m_text.at(i)))
                return nullptr;
        }
        const bool plain = only.shape == Candidate::Shape::Digits && only.code.size() <= 8 && !only.dotted;
        return plain || only.shape == Candidate::Shape::Upper ? &only : nullptr;
    }

    Gap gapBetween(qsizetype from, qsizetype to) const
    {
        Gap gap;
        bool first = true;
        for (qsizetype i = from; i < to;) {
            const QChar c = m_text.at(i);
            if (isWordChar(c)) {
                i = readWord(gap, first, i, to);
                first = false;
                continue;
            }
            if (isAsciiDigit(c)) {
                const qsizetype start = i;
                while (i < to && isAsciiDigit(m_text.at(i)))
                    ++i;
                gap.number = gap.number || i - start >= 3;
                while (i < to && isAsciiAlnum(m_text.at(i)))
                    ++i;
                gap.connects = gap.endsConnecting = false;
                ++gap.words;
                first = false;
                continue;
            }
            readMark(gap, first, c, i);
            ++i;
        }
        return gap;
    }

    void readMark(Gap &gap, bool first, QChar c, qsizetype at) const
    {
        static constexpr QStringView links = u":=>→—";
        if (c == u'\n')
            gap.newLine = true;
        else if (m_text.isSentenceEnd(at))
            gap.breaks = true;
        else if (links.contains(c) || (c == u'-' && m_text.at(at + 1) == u' ')) {
            gap.endsConnecting = gap.linked = true;
            gap.startsConnecting = gap.startsConnecting || first;
        } else if (c == u',' || c == u';' || c == u'،' || c == u'、' || c == u'(') {
            gap.comma = true;
            gap.startsConnecting = gap.startsConnecting || (first && c == u'(');
        }
    }

    /// Reads the word, or the known part of it, at `i`; returns where it ends.
    qsizetype readWord(Gap &gap, bool first, qsizetype i, qsizetype to) const
    {
        const auto known =
            std::lower_bound(m_words.begin(), m_words.end(), i,
                             [](const WordMatch &w, qsizetype at) { return w.span.start < at; });
        if (known != m_words.end() && known->span.start == i) {
            const bool connector = known->kind == WordClass::Connector;
            gap.connects = gap.connects && isOneOf(known->kind, {WordClass::Connector, WordClass::Filler});
            gap.endsConnecting = connector;
            gap.linked = gap.linked || connector;
            gap.startsConnecting = gap.startsConnecting || (first && connector);
            gap.words += known->kind != WordClass::Connector;
            return std::min(std::max(known->span.end, i + 1), to);
        }
        const qsizetype start = i;
        const bool unspaced = isUnspacedScript(m_text.at(i));
        const qsizetype next = known != m_words.end() ? std::min(known->span.start, to) : to;
        while (i < next && isWordChar(m_text.at(i)) && isUnspacedScript(m_text.at(i)) == unspaced)
            ++i;
        gap.connects = gap.endsConnecting = false;
        gap.words += unspaced ? int((i - start + 3) / 4) : 1;
        return i;
    }

    int scoreOf(const Candidate &candidate) const
    {
        if (isAmount(candidate) || isLabelled(candidate))
            return 0;
        int score = candidate.bound ? 100 : 0;
        const Setting setting = settingOf(candidate);
        for (const WordMatch &word : m_words) {
            const bool names = isOneOf(word.kind, {WordClass::Strong, WordClass::Code, WordClass::Context});
            if (names || (word.kind == WordClass::Action && setting.entered))
                score = std::max(score, evidence(word, candidate, setting));
        }
        const QStringView start = m_text.text().trimmed();
        if (start.startsWith(u"<#>") || start.startsWith(u"[#]"))
            score = std::max(score, 60);
        if (candidate.prefixed)
            score = std::max(score, 70);
        if (isHighlighted(candidate) && !messageHas(WordClass::Money) && !messageHas(WordClass::Promo) &&
            !messageHas(WordClass::Thing))
            score = std::max(score, 55);
        // "Request #738201": a running number, unless the text says plainly that it is the code.
        const bool numbered = m_text.at(candidate.span.start - 1) == u'#' && !candidate.bound;
        return score - doubt(candidate) - (numbered ? 40 : 0);
    }

    int evidence(const WordMatch &word, const Candidate &candidate, const Setting &setting) const
    {
        const bool context = isOneOf(word.kind, {WordClass::Context, WordClass::Action});
        const bool behind = word.span.start >= candidate.span.end;
        if (!behind && word.span.end > candidate.span.start)
            return 0;
        const int elsewhere = context ? setting.forContextElsewhere : setting.forCodeElsewhere;
        const qsizetype distance =
            behind ? word.span.start - candidate.span.end : candidate.span.start - word.span.end;
        if (distance > LongestSentence)
            return elsewhere;

        const Gap gap = behind ? gapBetween(candidate.span.end, word.span.start)
                               : gapBetween(word.span.end, candidate.span.start);
        if (gap.connects && !gap.breaks)
            return (context ? 75 : 100) - (behind ? 5 : 0);
        if (gap.breaks || gap.newLine)
            return elsewhere;

        int score = 0;
        if (behind ? gap.startsConnecting && !gap.number : gap.endsConnecting)
            score = (context ? 62 : 80) - (gap.comma ? 8 : 0);
        else if (gap.words <= (behind ? 6 : 4) && !gap.number)
            score = (context ? 35 : 60) - (gap.comma ? 5 : 0);
        else
            score = context ? 20 : 30;
        if (setting.entered)
            score = std::min(score + 25, context ? 65 : 85);
        if (score < 80 && setting.besideMoney)
            score -= 25;
        return score;
    }

    Setting settingOf(const Candidate &candidate) const
    {
        Setting setting;
        setting.entered = isEntered(candidate);
        setting.besideMoney = sentenceHas(candidate.span, {WordClass::Money});
        const Span sentence = m_text.sentenceAround(candidate.span);
        if (sentence.end - sentence.start > LongestSentence)
            return setting;
        const Gap before = gapBetween(sentence.start, candidate.span.start);
        const Gap after = gapBetween(candidate.span.end, sentence.end);
        const int words = before.words + after.words;
        if (before.connects && after.connects && words <= 1) {
            setting.forCodeElsewhere = 70;
            setting.forContextElsewhere = 40;
        } else if (!setting.besideMoney &&
                   !sentenceHas(candidate.span,
                                {WordClass::Thing, WordClass::Holder, WordClass::Promo, WordClass::Unit})) {
            setting.forCodeElsewhere = setting.entered                            ? 62
                                       : words <= 2 && candidate.code.size() >= 5 ? 50
                                                                                  : 0;
        }
        return setting;
    }

    /// "Use 5677", "Enter the number 5677".
    bool isEntered(const Candidate &candidate) const
    {
        return std::any_of(m_words.begin(), m_words.end(), [&](const WordMatch &w) {
            if (w.kind != WordClass::Enter)
                return false;
            const bool behind = w.span.start >= candidate.span.end;
            const Span between =
                behind ? Span{candidate.span.end, w.span.start} : Span{w.span.end, candidate.span.start};
            if (between.end - between.start > NearBy)
                return false;
            const Gap gap = gapBetween(between.start, between.end);
            return gap.connects && !gap.breaks && !gap.comma;
        });
    }

    bool isHighlighted(const Candidate &candidate) const
    {
        return candidate.shape == Candidate::Shape::Digits && m_text.at(candidate.span.start - 1) == u'*' &&
               m_text.at(candidate.span.end) == u'*' && !isAsciiAlnum(m_text.at(candidate.span.end + 1)) &&
               m_text.at(candidate.span.end + 1) != u'#';
    }

    /// The nearest word before it says that it is something else: "order 771332", "account no. 4821".
    bool isLabelled(const Candidate &candidate) const
    {
        for (size_t i = m_words.size(); i-- > 0;) {
            const WordMatch &word = m_words[i];
            if (word.span.end > candidate.span.start)
                continue;
            if (candidate.span.start - word.span.end > NearBy)
                return false;
            if (isOneOf(word.kind,
                        {WordClass::Strong, WordClass::Code, WordClass::Context, WordClass::Promo}))
                return false;
            if (!isOneOf(word.kind,
                         {WordClass::Thing, WordClass::Holder, WordClass::Money, WordClass::NotCode}))
                continue;
            const Gap gap = gapBetween(word.span.end, candidate.span.start);
            if (gap.breaks || gap.comma || !gap.connects)
                return false;
            return !(gap.linked && isSubject(i));
        }
        return false;
    }

    /// "Your code for this order is …": the code is what "is" speaks of, not the order.
    bool isSubject(size_t label) const
    {
        for (size_t i = label; i-- > 0;) {
            if (!isOneOf(m_words[i].kind, {WordClass::Strong, WordClass::Code}))
                continue;
            if (m_words[label].span.start - m_words[i].span.end > LongestSentence)
                return false;
            const Gap gap = gapBetween(m_words[i].span.end, m_words[label].span.start);
            return !gap.breaks && !gap.comma && !gap.newLine && !gap.linked && gap.words <= 5;
        }
        return false;
    }

    /// A currency or a unit beside it.
    bool isAmount(const Candidate &candidate) const
    {
        qsizetype start = candidate.span.start;
        while (start > 0 && (m_text.at(start - 1) == u' ' || m_text.at(start - 1) == u'.'))
            --start;
        qsizetype end = candidate.span.end;
        if (QStringView(u",.").contains(m_text.at(end)) && !m_text.at(end).isNull() &&
            m_text.at(end + 1) == u'-')
            return true; // 5000,-
        while (m_text.at(end) == u' ')
            ++end;
        if (m_text.at(start - 1).category() == QChar::Symbol_Currency ||
            m_text.at(end).category() == QChar::Symbol_Currency)
            return true;
        return std::any_of(m_words.begin(), m_words.end(), [&](const WordMatch &w) {
            const bool isBefore =
                w.kind == WordClass::Currency && w.span.end >= start && w.span.end <= candidate.span.start;
            const bool isBehind =
                isOneOf(w.kind, {WordClass::Currency, WordClass::Unit}) && w.span.start == end;
            return isBefore || isBehind;
        });
    }

    /// What its own shape takes away.
    static int doubt(const Candidate &candidate)
    {
        switch (candidate.shape) {
        case Candidate::Shape::Upper:
            return 10;
        case Candidate::Shape::Lower:
        case Candidate::Shape::Mixed:
            return 25;
        case Candidate::Shape::Letters:
            return 40;
        case Candidate::Shape::Digits:
            break;
        }
        if (candidate.dotted)
            return 35;
        if (candidate.code.size() > 8)
            return 45;
        const bool year = candidate.code.size() == 4 &&
                          (candidate.code.startsWith(u"19") || candidate.code.startsWith(u"20")) &&
                          candidate.code < u"2040";
        return year ? 30 : 0;
    }

    MessageText m_text;
    std::vector<WordMatch> m_words;
    std::vector<Candidate> m_candidates;
};

} // namespace

QString extractCode(const QString &message)
{
    return Reader(message).code();
}

} // namespace otpdesk
