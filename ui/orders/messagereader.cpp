#include "ui/orders/messagereader.h"

#include "models/orders/messagemodel.h"
#include "models/text/format.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/herocode.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/wordbutton.h"
#include "ui/orders/linkbar.h"
#include "ui/orders/messagebody.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

constexpr double CodeScale = 1.3;

} // namespace

MessageReader::MessageReader(QWidget *parent)
    : QWidget(parent),
      m_head(new QWidget),
      m_title(new ElidedLabel),
      m_origin(new ElidedLabel),
      m_formatted(new WordButton),
      m_code(new HeroCode(tr("Message code"), CodeScale)),
      m_link(new LinkBar),
      m_body(new MessageBody)
{
    m_title->setObjectName(u"messageTitle"_s);
    m_title->setFont(fonts::scaled(font(), 1.0, QFont::DemiBold));
    m_origin->setObjectName(u"messageOrigin"_s);
    m_origin->setMuted(true);
    m_formatted->setObjectName(u"showFormatting"_s);
    m_formatted->setText(tr("Show form&atting"));
    m_formatted->setAccessibleName(tr("Show formatting"));
    m_formatted->setToolTip(tr("Show paragraphs, lists and emphasis. Pictures are never loaded."));
    m_formatted->setIcon(icon(Icon::Eye));
    m_formatted->setCheckable(true);
    m_code->setObjectName(u"messageCode"_s);
    m_body->setObjectName(u"messageBody"_s);
    m_body->setAccessibleName(tr("Message"));
    connect(m_formatted, &QToolButton::toggled, this, &MessageReader::showBody);
    connect(m_code, &HeroCode::copyRequested, this, [this] { Q_EMIT codeCopyRequested(m_code->code()); });
    connect(m_body, &MessageBody::linkActivated, m_link, &LinkBar::showLink);
    connect(m_link, &LinkBar::copyRequested, this, &MessageReader::linkCopyRequested);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_origin);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(metrics::Small);
    head->addLayout(words, 1);
    head->addWidget(m_formatted, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Tight);
    layout->addWidget(m_head);
    layout->addWidget(m_code);
    layout->addWidget(m_link);
    layout->addWidget(m_body, 1);
    showMessage({});
}

void MessageReader::showMessage(const QModelIndex &message)
{
    const bool another = m_message != message || !message.isValid();
    m_message = message;
    m_head->setVisible(message.isValid());
    const QString code = message.data(MessageModel::CodeRole).toString();
    m_code->setCode(code, format::code(code));
    m_code->setVisible(!code.isEmpty());
    const QString sender = message.data(MessageModel::SenderRole).toString();
    const QString subject = message.data(MessageModel::SubjectRole).toString();
    const QDateTime at = message.data(MessageModel::AtRole).toDateTime();
    // The time itself: "2 min ago" would grow old while it is read.
    const QString when =
        at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QStringLiteral("—");
    const QString from = sender.isEmpty() ? tr("Sender not known") : tr("From %1").arg(sender);
    m_title->setText(subject.isEmpty() ? from : subject);
    m_origin->setText(subject.isEmpty() ? when : from + u" · "_s + when);
    if (at.isValid())
        m_origin->setToolTip(QLocale().toString(at.toLocalTime(), QLocale::LongFormat));
    if (!another)
        return;
    m_link->hide();
    m_formatted->setVisible(MessageBody::canFormat(message.data(MessageModel::HtmlRole).toString()));
    const QSignalBlocker quiet(m_formatted);
    m_formatted->setChecked(false); // plain text first, for each message anew
    showBody();
}

void MessageReader::showBody()
{
    if (m_formatted->isChecked())
        m_body->showFormatted(m_message.data(MessageModel::HtmlRole).toString());
    else
        m_body->showText(m_message.data(MessageModel::TextRole).toString());
}

void MessageReader::showCodeCopied()
{
    m_code->showCopied();
}

/// Links have the colour of the theme they were laid out in.
void MessageReader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showBody();
}

} // namespace otpdesk
