#pragma once

#include "models/catalog/searchfold.h"

#include <QHash>
#include <QString>

#include <vector>

namespace otpdesk {

/// Gives each distinct text a small integer. 0 is the empty text. Texts stay for the pool's life.
class NamePool
{
public:
    NamePool();

    quint32 id(const QString &text);
    const QString &text(quint32 id) const { return m_texts[id]; }
    /// As a search compares it.
    const QString &folded(quint32 id) const { return m_searched[id].folded; }
    /// What a search looks in: the folded text, unless something else was set.
    const SearchText &searched(quint32 id) const { return m_searched[id]; }
    void setSearched(quint32 id, const QString &folded) { m_searched[id] = SearchText(folded); }
    quint32 size() const { return static_cast<quint32>(m_texts.size()); }

private:
    std::vector<QString> m_texts;
    std::vector<SearchText> m_searched;
    QHash<QString, quint32> m_ids;
};

/// Like a NamePool, for the ids providers want to hear again: a plain number is kept in the integer itself,
/// since a million numbered products would otherwise be a million texts.
class CodePool
{
public:
    CodePool();

    quint32 id(const QString &code);
    QString text(quint32 id) const;

private:
    std::vector<QString> m_texts;
    QHash<QString, quint32> m_ids;
};

} // namespace otpdesk
