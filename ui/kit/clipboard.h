#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;

/// Copies text for the person. Codes and keys are marked so that clipboard managers do not keep them, and are
/// taken back after a while and at exit, if the clipboard still holds them.
class Clipboard : public QObject
{
    Q_OBJECT

public:
    explicit Clipboard(Clock &clock, QObject *parent = nullptr);
    /// Takes a secret back.
    ~Clipboard() override;

    /// How long a secret may stay; 0: until exit.
    void setClearAfter(std::chrono::seconds span) { m_clearAfter = span; }

    /// Both end in copied() or copyFailed() before they return.
    bool copySecret(const QString &text);
    bool copyPlain(const QString &text);
    /// Empties the clipboard if it still holds the secret copied last.
    void clearSecret();

Q_SIGNALS:
    /// The clipboard was read back and holds it.
    void copied(const QString &text);
    /// The system refused (Wayland without focus, a clipboard held open by another program).
    void copyFailed();

private:
    bool verify(const QString &text);

    std::unique_ptr<Alarm> m_alarm;
    std::chrono::seconds m_clearAfter{60};
    QString m_secret; // what is still to be taken back
};

} // namespace otpdesk
