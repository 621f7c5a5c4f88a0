#include "models/catalog/codednames.h"

namespace otpdesk {

CodedNames::CodedNames()
{
    id(QString(), QString());
}

quint32 CodedNames::id(const QString &name, const QString &code)
{
    const std::pair pair(m_names.id(name), code);
    const auto known = m_ids.constFind(pair);
    if (known != m_ids.cend())
        return known.value();
    const quint32 id = size();
    m_entries.push_back({pair.first, code});
    m_ids.insert(pair, id);
    return id;
}

} // namespace otpdesk
