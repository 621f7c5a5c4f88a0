#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace otpdesk {

/// Gives each distinct pair of a name and the code its provider wants to hear a small integer. 0 is the pair
/// of empty texts. Pairs stay for the pool's life.
class CodedNames
{
public:
    CodedNames();

    quint32 id(const QString &name, const QString &code);
    const QString &name(quint32 id) const { return m_entries[id].name; }
    const QString &code(quint32 id) const { return m_entries[id].code; }
    quint32 size() const { return static_cast<quint32>(m_entries.size()); }

private:
    struct Entry
    {
        QString name;
        QString code;
    };
    std::vector<Entry> m_entries;
    QHash<std::pair<QString, QString>, quint32> m_ids;
};

} // namespace otpdesk
