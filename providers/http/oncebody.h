#pragma once

#include <QByteArray>
#include <QIODevice>

namespace otpdesk {

/// The body of a request that must reach the server at most once.
///
/// Qt sends a request again by itself when the connection breaks before an answer, and for that it rewinds
/// the body. This one cannot be rewound: it is sequential and refuses reset() and seek(), also while it is
/// still empty. Qt then gives up with ContentReSendError instead.
class OnceBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray content, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_position == m_content.size(); }
    qint64 size() const override { return m_content.size(); }
    qint64 bytesAvailable() const override;

    /// Whether Qt has taken anything of it, to send it.
    bool wasTaken() const { return m_position > 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qsizetype m_position = 0;
};

} // namespace otpdesk
