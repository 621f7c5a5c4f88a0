#include "ui/accounts/signaturecheck.h"

#include "providers/wire/signature.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pill.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QLabel *makeNote(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// A field shows line ends in one way only, and the body may have had the other.
bool matches(const QString &payload, const QString &secret, const QString &signature)
{
    QString other = payload;
    other.replace(u'\n', u"\r\n"_s);
    return signatureMatches(payload.toUtf8(), secret, signature) ||
           signatureMatches(other.toUtf8(), secret, signature);
}

} // namespace

SignatureCheck::SignatureCheck(QWidget *parent)
    : QWidget(parent),
      m_payload(new QPlainTextEdit),
      m_secret(new QLineEdit),
      m_signature(new QLineEdit),
      m_verdict(new PillLabel)
{
    m_payload->setObjectName(u"signaturePayload"_s);
    m_payload->setAccessibleName(tr("Payload"));
    m_payload->setTabChangesFocus(true);
    m_payload->setPlaceholderText(tr("The body of the request, exactly as it came"));
    m_secret->setObjectName(u"signatureSecret"_s);
    m_secret->setAccessibleName(tr("Secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_signature->setObjectName(u"signature"_s);
    m_signature->setAccessibleName(tr("Signature"));
    m_signature->setPlaceholderText(tr("64 hexadecimal digits, with or without “sha256=” before them"));
    m_verdict->setObjectName(u"signatureVerdict"_s);
    connect(m_payload, &QPlainTextEdit::textChanged, this, &SignatureCheck::check);
    connect(m_secret, &QLineEdit::textChanged, this, &SignatureCheck::check);
    connect(m_signature, &QLineEdit::textChanged, this, &SignatureCheck::check);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::Medium);
    form->setVerticalSpacing(metrics::Small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Payload:"), m_payload);
    form->addRow(tr("S&ecret:"), m_secret);
    form->addRow(tr("Si&gnature:"), m_signature);
    form->addRow(QString(), m_verdict);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(makeNote(tr("Paste what your server received, to see whether its check agrees with "
                                  "this one: HMAC-SHA256 over the raw body, with your secret as the key.")));
    layout->addLayout(form, 1);
    layout->addWidget(makeNote(tr("Assumed, not documented: the provider names neither the header that "
                                  "carries the signature nor the way it is written. Look at the headers "
                                  "of a request that arrived.")));
    check();
}

void SignatureCheck::check()
{
    const QString payload = m_payload->toPlainText();
    if (payload.isEmpty() || m_secret->text().isEmpty() || m_signature->text().trimmed().isEmpty())
        m_verdict->setPill({Tone::Done, Icon::Info, tr("Fill in all three")});
    else if (matches(payload, m_secret->text(), m_signature->text()))
        m_verdict->setPill({Tone::Received, Icon::Check, tr("Match")});
    else
        m_verdict->setPill({Tone::Failed, Icon::Cancel, tr("No match")});
}

void SignatureCheck::wipe()
{
    m_payload->clear();
    m_secret->clear();
    m_signature->clear();
}

} // namespace otpdesk
