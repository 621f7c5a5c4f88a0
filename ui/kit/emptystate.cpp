#include "ui/kit/emptystate.h"

#include "ui/kit/fonts.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QLabel *makeLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

QPushButton *makeButton(const QString &objectName)
{
    auto *button = new QPushButton;
    // The one thing to do on a page may be easy to hit.
    button->setMinimumSize(8 * metrics::Large, 2 * metrics::Large);
    button->setObjectName(objectName);
    button->hide();
    return button;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_symbol(makeLabel()),
      m_headline(makeLabel()),
      m_sentence(makeLabel()),
      m_primary(makeButton(u"emptyPrimary"_s)),
      m_secondary(makeButton(u"emptySecondary"_s))
{
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(280);
    m_sentence->setMaximumWidth(420);
    m_primary->setAutoDefault(true);
    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryClicked);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyState::secondaryClicked);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Small);
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();

    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_sentence, 1);
    middle->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Small);
    layout->addStretch(2);
    layout->addWidget(m_symbol);
    layout->addWidget(m_headline);
    layout->addLayout(middle);
    layout->addSpacing(metrics::Small);
    layout->addLayout(buttons);
    layout->addStretch(3); // a little above the middle looks centred
    applyLook();
}

void EmptyState::setContent(Icon symbol, const QString &headline, const QString &sentence)
{
    m_symbolName = symbol;
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
    applyLook();
}

void EmptyState::setPrimary(const QString &text)
{
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
}

void EmptyState::setSecondary(const QString &text)
{
    m_secondary->setText(text);
    m_secondary->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void EmptyState::applyLook()
{
    const QColor quiet = colors::muted(palette());
    m_symbol->setPixmap(iconPixmap(m_symbolName, quiet, metrics::IconLarge, devicePixelRatioF()));
    m_headline->setFont(fonts::scaled(font(), 1.35, QFont::DemiBold));
    QPalette words = palette();
    words.setColor(QPalette::WindowText, quiet);
    m_sentence->setPalette(words);
}

} // namespace otpdesk
