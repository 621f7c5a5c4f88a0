#pragma once

#include <QString>

#include <vector>

namespace otpdesk {

/// A half-open range of positions in a MessageText.
struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;
};

/// A message in the one form the extractor looks at: compatibility forms and accents folded, digits of every
/// script as ASCII digits, dashes as '-', invisible characters gone, and addresses of the web and of e-mail
/// known.
class MessageText
{
public:
    explicit MessageText(const QString &message);

    /// Folds text the same way, without case: for keyword tables.
    static QString foldedLower(QStringView text);

    qsizetype size() const { return m_text.size(); }
    QStringView text() const { return m_text; }
    QStringView lower() const { return m_lower; }
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(); }
    bool isAddress(qsizetype i) const { return m_address[size_t(i)]; }
    const std::vector<Span> &urls() const { return m_urls; }

    /// A sentence or a line ends at `i`.
    bool isSentenceEnd(qsizetype i) const { return m_sentenceEnd[size_t(i)]; }
    /// The sentence, and the line, around a range.
    Span sentenceAround(Span range) const;

private:
    void findAddresses();
    void findSentences();
    void mark(Span span);

    QString m_text;
    QString m_lower;
    std::vector<bool> m_address;
    std::vector<bool> m_sentenceEnd;
    std::vector<Span> m_urls;
};

bool isAsciiDigit(QChar c);
bool isAsciiLetter(QChar c);
bool isAsciiAlnum(QChar c);
/// A letter, a vowel sign or a mark: part of a word in any script.
bool isWordChar(QChar c);
/// Written without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese).
bool isUnspacedScript(QChar c);

} // namespace otpdesk
