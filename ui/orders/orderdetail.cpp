#include "ui/orders/orderdetail.h"

#include "models/orders/ordermodel.h"
#include "providers/types/clock.h"
#include "ui/kit/actionbutton.h"
#include "ui/kit/countdown.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/fonts.h"
#include "ui/kit/herocode.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pill.h"
#include "ui/orders/messagespanel.h"
#include "ui/orders/timelineview.h"
#include "ui/orders/unconfirmedpanel.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

namespace {

constexpr double NumberScale = 1.5;

QString cell(const QModelIndex &order, Column column)
{
    return order.siblingAtColumn(static_cast<int>(column)).data(Qt::DisplayRole).toString();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    parts.removeAll(u"—"_s);
    return parts.join(u" · "_s);
}

/// What was bought, and where; of a renewal: that it is one.
QString titleOf(const QModelIndex &order, OfferKind kind)
{
    if (order.data(OrderModel::RenewsRole).toLongLong() != 0)
        return cell(order, Column::Number);
    QStringList parts{cell(order, Column::Service), cell(order, Column::Country)};
    if (kind == OfferKind::Rental) // an address shows its domain itself
        parts.append(order.data(OrderModel::VariantRole).toString());
    const QString title = joined(parts);
    return title.isEmpty() && kind == OfferKind::Rental ? OrderDetail::tr("Rented number") : title;
}

/// What stands where a code is still missing.
QString withoutCode(OrderStatus status, OfferKind kind)
{
    const bool sms = kind == OfferKind::Number;
    switch (status) {
    case OrderStatus::Buying:
        return sms ? OrderDetail::tr("Buying the number…") : OrderDetail::tr("Buying…");
    case OrderStatus::Unconfirmed:
        return OrderDetail::tr("Not confirmed yet");
    case OrderStatus::Waiting:
        return sms ? OrderDetail::tr("Waiting for the SMS…") : OrderDetail::tr("Waiting for a message…");
    case OrderStatus::CodeReceived:
        return sms ? OrderDetail::tr("No code recognised: read the SMS")
                   : OrderDetail::tr("No code recognised: read the message");
    case OrderStatus::Finished:
    case OrderStatus::Refunded:
    case OrderStatus::Expired:
        return OrderDetail::tr("No code came");
    case OrderStatus::NotBought:
        return OrderDetail::tr("Not bought");
    }
    return {};
}

ActionButton *makeButton(const OrdersActions::Button &wanted)
{
    auto *button = new ActionButton(*wanted.action, wanted.name);
    if (wanted.menu.isEmpty())
        return button;
    auto *menu = new QMenu(button);
    menu->addActions(wanted.menu);
    button->setMenu(menu);
    button->setPopupMode(wanted.onlyMenu ? QToolButton::InstantPopup : QToolButton::MenuButtonPopup);
    return button;
}

} // namespace

OrderDetail::OrderDetail(const OrderTab &tab, const OrdersActions &actions, const Clock &clock,
                         QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_title(new ElidedLabel),
      m_status(new PillLabel),
      m_number(new HeroCode(tab.number, NumberScale)),
      m_code(new HeroCode(tr("Current code"))),
      m_ring(new CountdownRing),
      m_terms(new ElidedLabel),
      m_remark(new ElidedLabel),
      m_unconfirmed(new UnconfirmedPanel(tab.question)),
      m_confirmed(new QWidget),
      m_timeline(new TimelineView(clock))
{
    if (tab.messages)
        m_messages = new MessagesPanel(*tab.messages, tab.showsSubjects, *m_timeline);
    m_number->setObjectName(u"currentNumber"_s);
    m_code->setObjectName(u"currentCode"_s);
    m_title->setFont(fonts::scaled(font(), 1.15, QFont::DemiBold));
    m_terms->setMuted(true);
    m_remark->setObjectName(u"orderRemark"_s);
    m_remark->setMuted(true);
    m_remark->hide();

    auto *time = new QHBoxLayout;
    time->setSpacing(metrics::Medium);
    time->addWidget(m_ring);
    time->addWidget(m_terms, 1);
    for (const OrdersActions::Button &wanted : actions.order) {
        if (wanted.onlyMenu) // what happens in time: beside the time, where it costs no row
            time->addWidget(makeButton(wanted));
    }

    auto *confirmed = new QVBoxLayout(m_confirmed);
    confirmed->setContentsMargins(0, 0, 0, 0);
    confirmed->setSpacing(metrics::Small);
    confirmed->addWidget(m_number);
    confirmed->addWidget(m_code);
    confirmed->addLayout(time);
    confirmed->addWidget(makeButtons(actions));
    confirmed->addWidget(m_remark);

    auto *order = new QVBoxLayout;
    order->setSpacing(metrics::Small);
    order->addWidget(makeHead());
    order->addWidget(m_confirmed);
    order->addWidget(m_unconfirmed);
    order->addStretch();

    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::Medium);
    m_layout->addLayout(order);
    m_layout->addWidget(m_messages ? m_messages : makeTimeline(), 1);
    m_unconfirmed->hide();
}

QWidget *OrderDetail::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Small);
    row->addWidget(m_title, 1);
    row->addWidget(m_status);
    return head;
}

QWidget *OrderDetail::makeButtons(const OrdersActions &actions)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    for (const OrdersActions::Button &wanted : actions.order) {
        if (!wanted.onlyMenu)
            flow->addWidget(makeButton(wanted));
    }
    return row;
}

QWidget *OrderDetail::makeTimeline()
{
    auto *panel = new QWidget;
    auto *label = new QLabel(tr("&Timeline"));
    label->setTextFormat(Qt::PlainText);
    label->setFont(fonts::scaled(font(), 1.0, QFont::DemiBold));
    label->setBuddy(m_timeline);
    label->setMinimumHeight(m_status->sizeHint().height()); // in line with the title beside it
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Tight);
    layout->addWidget(label);
    layout->addWidget(m_timeline, 1);
    return panel;
}

void OrderDetail::setModels(QAbstractItemModel *timeline, QAbstractItemModel *messages)
{
    m_timeline->setModel(timeline);
    if (m_messages)
        m_messages->setModel(messages);
}

void OrderDetail::setRemark(const QString &remark)
{
    if (remark == m_remark->text())
        return;
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    keepHeight();
}

void OrderDetail::showOrder(const QModelIndex &order)
{
    const auto status = static_cast<OrderStatus>(order.data(OrderModel::StatusRole).toInt());
    const auto kind = static_cast<OfferKind>(order.data(OrderModel::KindRole).toInt());
    m_title->setText(titleOf(order, kind));
    m_status->setPill(pillFor(status, kind, order.data(OrderModel::SoonRole).toBool()));
    m_number->setCode(order.data(OrderModel::NumberRole).toString(), cell(order, Column::Number));
    m_number->setPlaceholder(kind == OfferKind::Email ? tr("No address") : tr("No number"));
    m_code->setCode(order.data(OrderModel::CodeRole).toString(), cell(order, Column::Code));
    m_code->setPlaceholder(withoutCode(status, kind));
    m_terms->setText(
        joined({cell(order, Column::Provider), cell(order, Column::Price), cell(order, Column::Bought)}));
    showTime(order);
    m_confirmed->setVisible(status != OrderStatus::Unconfirmed);
    m_unconfirmed->setVisible(status == OrderStatus::Unconfirmed);
    if (m_messages)
        m_messages->setConfirmed(status != OrderStatus::Unconfirmed);
    m_timeline->viewport()->update(); // its times are relative
    keepHeight();
}

void OrderDetail::showTime(const QModelIndex &order)
{
    const QDateTime expires = order.data(OrderModel::ExpiresRole).toDateTime();
    m_ring->setVisible(expires.isValid());
    if (expires.isValid()) {
        m_ring->setTime(std::chrono::milliseconds(m_clock.utc().msecsTo(expires)),
                        std::chrono::milliseconds(order.data(OrderModel::LifetimeRole).toLongLong()));
    }
}

void OrderDetail::setFlat(bool flat)
{
    m_layout->setDirection(flat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setStretch(0, flat ? 1 : 0);
    m_layout->setSpacing(flat ? metrics::Large : metrics::Medium);
    keepHeight();
}

void OrderDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepHeight();
}

/// A splitter does not ask how high something gets that narrow, and would cut off the last row of buttons.
void OrderDetail::keepHeight()
{
    setMinimumHeight(m_layout->minimumHeightForWidth(width()));
}

} // namespace otpdesk
