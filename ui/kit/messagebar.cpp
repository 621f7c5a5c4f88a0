#include "ui/kit/messagebar.h"

#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *bar = qobject_cast<MessageBar *>(object);
    return bar ? new QAccessibleWidget(bar, QAccessible::AlertMessage) : nullptr;
}

Tone toneOf(MessageBar::Mood mood)
{
    switch (mood) {
    case MessageBar::Mood::Info:
        return Tone::Waiting;
    case MessageBar::Mood::Success:
        return Tone::Received;
    case MessageBar::Mood::Warning:
        return Tone::Attention;
    case MessageBar::Mood::Error:
        return Tone::Failed;
    }
    return Tone::Waiting;
}

Icon symbolOf(MessageBar::Mood mood)
{
    switch (mood) {
    case MessageBar::Mood::Info:
        return Icon::Info;
    case MessageBar::Mood::Success:
        return Icon::Check;
    case MessageBar::Mood::Warning:
        return Icon::Warning;
    case MessageBar::Mood::Error:
        return Icon::Error;
    }
    return Icon::Info;
}

QLabel *makeLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent),
      m_symbol(new QLabel),
      m_text(makeLabel()),
      m_detailsToggle(new QToolButton),
      m_details(makeLabel()),
      m_close(new QToolButton)
{
    QAccessible::installFactory(makeAccessible); // a second time does nothing
    setObjectName(u"messageBar"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_text->setObjectName(u"messageText"_s);
    m_details->setObjectName(u"messageDetails"_s);
    m_details->setAccessibleName(tr("Details"));
    m_detailsToggle->setObjectName(u"messageDetailsToggle"_s);
    m_detailsToggle->setText(tr("Details"));
    m_detailsToggle->setCheckable(true);
    m_detailsToggle->setAutoRaise(true);
    connect(m_detailsToggle, &QToolButton::toggled, m_details, &QWidget::setVisible);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::Small);
    line->addWidget(m_symbol, 0, Qt::AlignVCenter);
    line->addWidget(m_text, 1);
    line->addWidget(m_detailsToggle, 0, Qt::AlignVCenter);
    for (int i = 0; i < 2; ++i) {
        auto *button = new QPushButton;
        button->setObjectName(u"messageAction%1"_s.arg(i + 1));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { run(i); });
        line->addWidget(button, 0, Qt::AlignVCenter);
        m_buttons.append(button);
    }
    line->addWidget(m_close, 0, Qt::AlignVCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Medium, metrics::Small, metrics::Small, metrics::Small);
    layout->setSpacing(metrics::Tight);
    layout->addLayout(line);
    layout->addWidget(m_details);
    m_details->setContentsMargins(metrics::IconSmall + metrics::Small, 0, 0, 0);
    hide();
}

void MessageBar::post(const Message &message)
{
    m_message = message;
    m_text->setText(message.text);
    setAccessibleName(message.text);
    m_details->setText(message.details);
    m_detailsToggle->setChecked(false);
    m_details->hide();
    m_detailsToggle->setVisible(!message.details.isEmpty());
    for (int i = 0; i < m_buttons.size(); ++i) {
        const bool used = i < message.actions.size();
        m_buttons[i]->setVisible(used);
        m_buttons[i]->setText(used ? message.actions[i].text : QString());
    }
    applyColors();
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return m_message.text;
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void MessageBar::run(int action)
{
    const auto work = m_message.actions.value(action).run;
    dismiss();
    if (work)
        work();
}

void MessageBar::applyColors()
{
    const ToneColors tone = colors::of(toneOf(m_message.mood), palette());
    m_symbol->setPixmap(
        iconPixmap(symbolOf(m_message.mood), tone.text, metrics::IconSmall, devicePixelRatioF()));
    for (QWidget *label : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_details),
                           static_cast<QWidget *>(m_detailsToggle)}) {
        QPalette words = palette();
        words.setColor(QPalette::WindowText, tone.text);
        words.setColor(QPalette::ButtonText, tone.text);
        label->setPalette(words);
    }
    m_close->setIcon(icon(Icon::Cancel, tone.text));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const ToneColors tone = colors::of(toneOf(m_message.mood), palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.fill);
    painter.drawRoundedRect(rect(), metrics::Radius, metrics::Radius);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace otpdesk
