#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace otpdesk {

/// A text as a search compares it: without case and diacritics, letter by letter ("Côte d’Ivoire" is "cote
/// d'ivoire", "Straße" is "strasse").
QString searchFolded(QStringView text);

/// The folded words of what a person typed; a row matches when it contains each of them, as SearchWord says.
QStringList searchWords(QStringView typed);

/// A folded text made ready to have many words looked for in it. Most texts are ruled out by their letters
/// alone, which costs a nanosecond.
struct SearchText
{
    QString folded;
    quint64 letters = 0;      ///< a bit for each of its characters, modulo 64
    quint64 firstLetters = 0; ///< the same for those that words begin with

    SearchText() = default;
    explicit SearchText(const QString &folded);
};

/// A folded word made ready to be looked for in many texts.
///
/// One or two letters or digits stand at the beginning of a word only: "wa" is in "Walmart", and not in
/// "Taiwan". The ending of a site is no word. Longer words stand anywhere; so do short ones of scripts whose
/// words are not set apart by spaces or grow at their beginning (Chinese, Thai, Arabic…).
class SearchWord
{
public:
    explicit SearchWord(const QString &folded);

    bool isIn(const SearchText &text) const
    {
        return (text.letters & m_letters) == m_letters &&
               (text.firstLetters & m_firstLetters) == m_firstLetters && isIn(QStringView(text.folded));
    }
    bool isIn(QStringView folded) const { return indexIn(folded) >= 0; }
    /// Where it stands first from `from` on; -1: nowhere. The empty word stands at `from`.
    qsizetype indexIn(QStringView folded, qsizetype from = 0) const;
    qsizetype length() const { return m_word.size(); }

private:
    QString m_word;
    quint64 m_letters = 0;
    quint64 m_firstLetters = 0;
    bool m_beginsWords = false;
};

/// A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Where these folded words stand in a text as it is written: whole characters with their accents, in order,
/// those that touch as one.
QList<TextRange> matchRanges(QStringView text, const QStringList &foldedWords);

} // namespace otpdesk
