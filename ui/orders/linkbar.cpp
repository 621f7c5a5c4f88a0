#include "ui/orders/linkbar.h"

#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace otpdesk {

LinkBar::LinkBar(QWidget *parent)
    : QFrame(parent),
      m_words(new QLabel),
      m_address(new QLineEdit),
      m_open(new QPushButton(icon(Icon::Globe), tr("&Open link"))),
      m_copy(new QPushButton(icon(Icon::Copy), tr("Cop&y link")))
{
    setObjectName(u"linkBar"_s);
    m_words->setObjectName(u"linkHost"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_address->setObjectName(u"linkAddress"_s);
    m_address->setAccessibleName(tr("Link address"));
    m_address->setReadOnly(true);
    m_open->setObjectName(u"openLink"_s);
    m_open->setAccessibleName(tr("Open link"));
    m_open->setAutoDefault(false);
    m_copy->setObjectName(u"copyLink"_s);
    m_copy->setAccessibleName(tr("Copy link"));
    m_copy->setAutoDefault(false);
    auto *close = new QToolButton;
    close->setObjectName(u"closeLink"_s);
    close->setIcon(icon(Icon::Cancel));
    close->setAccessibleName(tr("Close link"));
    close->setToolTip(tr("Close link"));
    close->setAutoRaise(true);
    connect(m_open, &QPushButton::clicked, this, &LinkBar::open);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { Q_EMIT copyRequested(QString::fromLatin1(m_link.toEncoded())); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::Small);
    top->addWidget(m_words, 1);
    top->addWidget(m_open);
    top->addWidget(m_copy);
    top->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Medium, metrics::Small, metrics::Small, metrics::Small);
    layout->setSpacing(metrics::Tight);
    layout->addLayout(top);
    layout->addWidget(m_address);
    hide();
}

void LinkBar::showLink(const QUrl &link)
{
    m_link = link;
    const QString host = link.host(QUrl::FullyEncoded);
    const bool usable = link.scheme() == "https"_L1 && !host.isEmpty();
    m_words->setText(usable ? tr("This link leads to %1").arg(host)
                            : tr("This link is not opened: only encrypted web addresses (https) are."));
    setAccessibleName(m_words->text());
    m_address->setText(QString::fromLatin1(link.toEncoded()));
    m_address->setCursorPosition(0);
    m_open->setVisible(usable);
    m_copy->setVisible(usable);
    show();
    (usable ? static_cast<QWidget *>(m_open) : m_address)->setFocus(Qt::OtherFocusReason);
}

void LinkBar::open()
{
    if (m_link.scheme() == "https"_L1)
        QDesktopServices::openUrl(m_link);
    hide();
}

void LinkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors::of(Tone::Waiting, palette()).fill);
    painter.drawRoundedRect(rect(), metrics::Radius, metrics::Radius);
}

} // namespace otpdesk
