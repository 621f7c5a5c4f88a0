#pragma once

#include "models/catalog/namepool.h"

namespace otpdesk {

/// Gives each distinct pair of a name and the code its provider wants to hear a small integer. 0 is the pair
/// of empty texts. Many codes share a name, which is kept, searched and sorted once. Pairs stay for the
/// pool's life.
class CodedNames
{
public:
    CodedNames();

    quint32 id(const QString &name, const QString &code);
    const NamePool &names() const { return m_names; }
    quint32 nameId(quint32 id) const { return m_entries[id].name; } ///< of names()
    const QString &name(quint32 id) const { return m_names.text(m_entries[id].name); }
    const QString &code(quint32 id) const { return m_entries[id].code; }
    quint32 size() const { return static_cast<quint32>(m_entries.size()); }

private:
    struct Entry
    {
        quint32 name = 0;
        QString code;
    };
    NamePool m_names;
    std::vector<Entry> m_entries;
    QHash<std::pair<quint32, QString>, quint32> m_ids;
};

} // namespace otpdesk
