#include "providers/http/oncebody.h"

#include <algorithm>

namespace otpdesk {

OnceBody::OnceBody(QByteArray content, QObject *parent) : QIODevice(parent), m_content(std::move(content))
{
    // Unbuffered: a read-ahead of QIODevice would be one more copy to rewind.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_content.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 left = m_content.size() - m_position;
    if (left == 0)
        return -1; // the end, not "nothing yet"
    const qint64 count = std::min(left, most);
    std::copy_n(m_content.constData() + m_position, count, data);
    m_position += count;
    return count;
}

} // namespace otpdesk
