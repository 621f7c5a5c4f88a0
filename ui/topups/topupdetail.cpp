#include "ui/topups/topupdetail.h"

#include "ui/kit/actionbutton.h"
#include "ui/kit/countdown.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/fonts.h"
#include "ui/kit/herocode.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pill.h"
#include "ui/topups/topupfacts.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QLabel *makeLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TopUpDetail::TopUpDetail(const TopUpsActions &actions, QWidget *parent)
    : QWidget(parent),
      m_title(new ElidedLabel),
      m_status(new PillLabel),
      m_caption(makeLabel(u"totalCaption"_s)),
      m_total(new HeroCode(tr("Total to pay"))),
      m_explanation(makeLabel(u"totalExplanation"_s)),
      m_ring(new CountdownRing),
      m_place(new ElidedLabel),
      m_paying(new QWidget),
      m_again(new QWidget)
{
    m_total->setObjectName(u"totalToPay"_s);
    m_title->setFont(fonts::scaled(font(), 1.15, QFont::DemiBold));
    m_place->setMuted(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::Small);
    head->addWidget(m_title, 1);
    head->addWidget(m_status);

    auto *what = new QVBoxLayout;
    what->setSpacing(metrics::Small);
    what->addLayout(head);
    what->addWidget(m_caption);
    what->addWidget(m_total);
    what->addWidget(m_explanation);
    what->addStretch();

    auto *time = new QHBoxLayout;
    time->setSpacing(metrics::Medium);
    time->addWidget(m_ring);
    time->addWidget(m_place, 1);
    auto *buttons = new FlowLayout;
    buttons->addWidget(new ActionButton(*actions.copyAmount, tr("Copy amount to pay")));
    buttons->addWidget(new ActionButton(*actions.openPage, tr("Open payment page")));
    buttons->addWidget(new ActionButton(*actions.copyLink, tr("Copy link")));
    auto *paying = new QVBoxLayout(m_paying);
    paying->setContentsMargins(0, 0, 0, 0);
    paying->setSpacing(metrics::Small);
    paying->addLayout(time);
    paying->addLayout(buttons);

    auto *again = new QHBoxLayout(m_again);
    again->setContentsMargins(0, 0, 0, 0);
    again->addWidget(new ActionButton(*actions.createAgain, tr("Create a new invoice")));
    again->addStretch();

    auto *how = new QVBoxLayout;
    how->setSpacing(metrics::Small);
    how->addWidget(m_paying);
    how->addWidget(m_again);
    how->addStretch();

    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::Medium);
    m_layout->addLayout(what);
    m_layout->addLayout(how);
    m_layout->addStretch();
}

void TopUpDetail::showTopUp(const TopUpFacts &facts)
{
    m_title->setText(facts.title);
    m_status->setPill(pillFor(facts.status));
    m_caption->setText(facts.status == TopUpStatus::Paid ? tr("Total paid") : tr("Total to pay"));
    m_caption->setVisible(!facts.total.isEmpty());
    m_total->setCode(facts.total, facts.shownTotal);
    m_total->setPlaceholder(facts.noTotal);
    m_explanation->setText(facts.explanation);
    m_ring->setVisible(facts.lifetime.count() > 0);
    if (facts.lifetime.count() > 0)
        m_ring->setTime(facts.left, facts.lifetime);
    m_place->setText(facts.place.isEmpty() ? QString() : tr("Pay at %1").arg(facts.place));
    m_paying->setVisible(facts.status == TopUpStatus::Pending);
    m_again->setVisible(!isLive(facts.status) && facts.status != TopUpStatus::Paid);
    keepHeight();
}

void TopUpDetail::setFlat(bool flat)
{
    m_layout->setDirection(flat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setStretch(0, flat ? 3 : 0);
    m_layout->setStretch(1, flat ? 2 : 0);
    m_layout->setStretch(2, flat ? 0 : 1);
    m_layout->setSpacing(flat ? metrics::Large : metrics::Medium);
    keepHeight();
}

void TopUpDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepHeight();
}

/// A splitter does not ask how high something gets that narrow, and would cut off the last row of buttons.
void TopUpDetail::keepHeight()
{
    setMinimumHeight(m_layout->minimumHeightForWidth(width()));
}

} // namespace otpdesk
