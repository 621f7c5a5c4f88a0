#include "models/catalog/namepool.h"

#include "models/search/searchfold.h"

#include <algorithm>

namespace otpdesk {

namespace {

constexpr quint32 NumberMark = 0x80000000u;

/// Only a number that reads back as the very same text: "007" is not 7.
bool isPlainNumber(const QString &code)
{
    if (code.isEmpty() || code.size() > 9 || (code.size() > 1 && code.front() == u'0'))
        return false;
    return std::all_of(code.cbegin(), code.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

NamePool::NamePool()
{
    id(QString());
}

quint32 NamePool::id(const QString &text)
{
    const auto known = m_ids.constFind(text);
    if (known != m_ids.cend())
        return known.value();
    const quint32 id = size();
    m_texts.push_back(text);
    m_folded.push_back(searchFolded(text));
    m_ids.insert(text, id);
    return id;
}

CodePool::CodePool() : m_texts{QString()}, m_ids{{QString(), 0}} {}

quint32 CodePool::id(const QString &code)
{
    if (isPlainNumber(code))
        return NumberMark | code.toUInt();
    const auto known = m_ids.constFind(code);
    if (known != m_ids.cend())
        return known.value();
    const auto id = static_cast<quint32>(m_texts.size());
    m_texts.push_back(code);
    m_ids.insert(code, id);
    return id;
}

QString CodePool::text(quint32 id) const
{
    return (id & NumberMark) ? QString::number(id & ~NumberMark) : m_texts[id];
}

} // namespace otpdesk
