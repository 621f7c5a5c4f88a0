#include "ui/orders/unconfirmedpanel.h"

#include "ui/kit/flowlayout.h"
#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QLabel *plainLabel(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *makeValue(const QString &objectName, const QString &name)
{
    QLabel *label = plainLabel();
    label->setObjectName(objectName);
    label->setAccessibleDescription(name);
    label->setFont(fonts::scaled(label->font(), 1.0, QFont::DemiBold));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *makeButton(const QString &objectName, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

UnconfirmedPanel::UnconfirmedPanel(const OrderTab::Question &question, QWidget *parent)
    : QWidget(parent),
      m_headline(plainLabel(tr("Was this purchase charged?"))),
      m_asked(makeValue(u"unconfirmedTime"_s, tr("Asked"))),
      m_price(makeValue(u"unconfirmedPrice"_s, tr("Price"))),
      m_before(makeValue(u"unconfirmedBefore"_s, tr("Balance before"))),
      m_after(makeValue(u"unconfirmedAfter"_s, tr("Balance now"))),
      m_reminder(plainLabel())
{
    m_headline->setFont(fonts::scaled(font(), 1.15, QFont::DemiBold));
    QLabel *sentence =
        plainLabel(tr("The provider did not answer. Look the order up on its website, then say "
                      "what you found. Nothing is bought again."));
    sentence->setWordWrap(true);
    m_reminder->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Medium, metrics::Medium, metrics::Medium, metrics::Medium);
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_headline);
    layout->addWidget(sentence);
    layout->addWidget(makeFacts());
    layout->addWidget(makeAnswers(question));
    layout->addWidget(makeIdRow(question));
    layout->addWidget(m_reminder);
}

QWidget *UnconfirmedPanel::makeFacts()
{
    auto *facts = new QWidget;
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::Large);
    grid->setVerticalSpacing(metrics::Tight);
    const auto add = [grid](int row, int column, const QString &name, QLabel *value) {
        grid->addWidget(plainLabel(name), row, column);
        grid->addWidget(value, row, column + 1);
    };
    add(0, 0, tr("Asked"), m_asked);
    add(1, 0, tr("Price"), m_price);
    add(0, 2, tr("Balance before"), m_before);
    add(1, 2, tr("Balance now"), m_after);
    grid->setColumnStretch(4, 1);
    return facts;
}

QWidget *UnconfirmedPanel::makeAnswers(const OrderTab::Question &question)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    m_enter = makeButton(u"enterOrderId"_s, question.button, question.name);
    m_renewed = makeButton(u"wasRenewed"_s, tr("It was re&newed"), tr("It was renewed"));
    m_renewed->hide();
    QPushButton *notCharged =
        makeButton(u"notCharged"_s, tr("It was not char&ged"), tr("It was not charged"));
    QPushButton *later = makeButton(u"remindLater"_s, tr("Remind me late&r"), tr("Remind me later"));
    m_answers = {m_enter, m_renewed, notCharged, later};
    for (QPushButton *button : m_answers)
        flow->addWidget(button);
    connect(m_renewed, &QPushButton::clicked, this, &UnconfirmedPanel::renewedChosen);
    connect(m_enter, &QPushButton::clicked, this, [this] {
        m_idRow->show();
        m_id->setFocus();
    });
    connect(notCharged, &QPushButton::clicked, this, &UnconfirmedPanel::notChargedChosen);
    connect(later, &QPushButton::clicked, this, &UnconfirmedPanel::remindLaterChosen);
    return row;
}

QWidget *UnconfirmedPanel::makeIdRow(const OrderTab::Question &question)
{
    m_idRow = new QWidget;
    m_id = new QLineEdit;
    m_id->setObjectName(u"orderId"_s);
    m_id->setAccessibleName(question.field);
    m_id->setMaxLength(2000); // several, separated by commas
    m_check = makeButton(u"checkOrderId"_s, tr("Loo&k it up"), tr("Look it up"));
    m_check->setEnabled(false);
    QLabel *label = plainLabel(question.label);
    label->setBuddy(m_id);
    auto *row = new QHBoxLayout(m_idRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Small);
    row->addWidget(label);
    row->addWidget(m_id, 1);
    row->addWidget(m_check);
    m_idRow->hide();
    connect(m_id, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_check->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_id, &QLineEdit::returnPressed, this, &UnconfirmedPanel::submitId);
    connect(m_check, &QPushButton::clicked, this, &UnconfirmedPanel::submitId);
    return m_idRow;
}

void UnconfirmedPanel::submitId()
{
    const QString id = m_id->text().trimmed();
    if (!id.isEmpty())
        Q_EMIT orderIdEntered(id);
}

void UnconfirmedPanel::setFacts(const UnconfirmedFacts &facts)
{
    m_headline->setText(facts.isRenewal ? tr("Was this renewal charged?") : tr("Was this purchase charged?"));
    m_enter->setVisible(!facts.isRenewal);
    m_renewed->setVisible(facts.isRenewal);
    const QString several =
        facts.quantity > 1 ? tr("Order ids, up to %1, separated by commas").arg(facts.quantity) : QString();
    m_id->setPlaceholderText(several);
    m_id->setAccessibleDescription(several);
    m_asked->setText(facts.asked);
    m_asked->setToolTip(facts.askedAt);
    m_price->setText(facts.price);
    m_before->setText(facts.balanceBefore);
    m_after->setText(facts.balanceAfter);
    m_reminder->setVisible(!facts.remindAt.isEmpty());
    //: %1 is a time such as 14:32
    m_reminder->setText(tr("You will be reminded at %1.").arg(facts.remindAt));
}

void UnconfirmedPanel::setBusy(bool busy)
{
    for (QPushButton *button : m_answers)
        button->setEnabled(!busy);
    m_idRow->setEnabled(!busy);
}

void UnconfirmedPanel::reset()
{
    m_id->clear();
    m_idRow->hide();
    setBusy(false);
}

void UnconfirmedPanel::paintEvent(QPaintEvent *)
{
    // A quiet panel with the attention colour at its leading edge: calm, and not to be missed.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors::quiet(palette()));
    painter.drawRoundedRect(rect(), metrics::Radius, metrics::Radius);
    painter.setBrush(colors::of(Tone::Attention, palette()).mark);
    const QRect edge(0, metrics::Small, 3, height() - 2 * metrics::Small);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), edge), 1.5, 1.5);
}

} // namespace otpdesk
