#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace otpdesk {

class PillLabel;

/// Tells whether a signature that came with a webhook is right. Everything stays in these fields.
class SignatureCheck : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureCheck(QWidget *parent = nullptr);
    /// Empties all fields.
    void wipe();

private:
    void check();

    QPlainTextEdit *m_payload;
    QLineEdit *m_secret;
    QLineEdit *m_signature;
    PillLabel *m_verdict;
};

} // namespace otpdesk
