#include "ui/orders/orderscontroller.h"

#include "providers/types/clock.h"
#include "ui/kit/iconengine.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

OrdersController::OrdersController(const OrderDesk &desk, QObject *parent)
    : OrderTabController(desk, tab(), parent)
{
    addCopyCode();
    addCopyNumber();
    addCommand(u"resend"_s, {tr("Resend SMS"), tr("Re&send SMS"), tr("Ask for another SMS to this number")},
               Icon::Resend, &OrderActions::resend, [this](qint64 key) { resend(key); });
    addCommand(u"replace"_s,
               {tr("Replace number"), tr("Re&place number"), tr("Give this number back for another one")},
               Icon::Swap, &OrderActions::replace, [this](qint64 key) { replace(key); });
    addCommand(u"finish"_s,
               {tr("Finish order"), tr("F&inish order"), tr("Tell the provider that you have what you need")},
               Icon::Check, &OrderActions::finish, [this](qint64 key) { finish(key); });
    addCommand(u"cancel"_s,
               {tr("Cancel order"), tr("Cance&l order"), tr("Give the number back for the refund")},
               Icon::Cancel, &OrderActions::cancel, [this](qint64 key) { cancel(key); });
    addCancelAutomatically();
    updateActions();
}

void OrdersController::addCancelAutomatically()
{
    const auto choice = [this](const QString &objectName, const QString &text,
                               const std::function<void()> &run) {
        auto *action = new QAction(text, this);
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_notAutomatic =
        choice(u"cancelNever"_s, tr("&Not for this order"), [this] { setCancelAt(QDateTime()); });
    m_choices = {m_notAutomatic};
    for (const int minutes : {2, 5, 10}) {
        m_choices.append(choice(u"cancelIn%1"_s.arg(minutes), tr("In %1 minutes from now").arg(minutes),
                                [this, minutes] { setCancelAt(clock().utc().addSecs(minutes * 60)); }));
    }
    m_automatic = addMenu(u"cancelAutomatically"_s,
                          {tr("Cancel automatically"), tr("Cancel a&utomatically"),
                           tr("Give the number back for the refund when no SMS has come in time")},
                          Icon::Clock, m_choices);
}

void OrdersController::setCancelAt(const QDateTime &whenUtc)
{
    const qint64 key = currentKey();
    if (const auto error = engine().setCancelAt(key, whenUtc))
        showError(key, *error);
}

/// When a number is given back by itself: not before the provider takes it. Invalid: it is not.
QDateTime OrdersController::cancelTime(const Order &order) const
{
    const bool waits = order.status == OrderStatus::Waiting && order.messages.isEmpty();
    if (!waits || !order.cancelAt.isValid())
        return {};
    const Permission may = engine().actions(order.key).cancel;
    return may.state == Permission::State::From ? std::max(order.cancelAt, may.from) : order.cancelAt;
}

QString OrdersController::remark(const Order &order) const
{
    const QDateTime at = cancelTime(order);
    if (!at.isValid())
        return {};
    const QString time = QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
    //: %1 is a time such as 14:32
    return at > clock().utc() ? tr("Cancelled for the refund at %1 if no SMS has come.").arg(time)
                              : tr("No SMS came by %1: it is being cancelled for the refund.").arg(time);
}

void OrdersController::updateOthers(const Order *order)
{
    const bool waits = order && order->status == OrderStatus::Waiting && order->messages.isEmpty();
    m_automatic->setEnabled(waits && engine().actions(order->key).cancel.state != Permission::State::Never);
    for (QAction *choice : std::as_const(m_choices))
        choice->setEnabled(m_automatic->isEnabled());
    m_notAutomatic->setEnabled(m_automatic->isEnabled() && order->cancelAt.isValid());
}

OrderTab OrdersController::tab()
{
    OrderTab tab;
    tab.kind = OfferKind::Number;
    tab.symbol = Icon::Message;
    tab.table = {u"orders"_s, tr("Orders")};
    tab.search = {u"searchOrders"_s, tr("Search orders")};
    tab.filter = {u"orderFilter"_s, tr("Order filter")};
    tab.number = tr("Current number");
    tab.columns = {{Column::Number, 22},   {Column::Service, 18},  {Column::Country, 17, 2},
                   {Column::Provider, 13}, {Column::Code, 18},     {Column::Status, 21},
                   {Column::TimeLeft, 15}, {Column::Price, 15, 1}, {Column::Bought, 18, 3}};
    tab.wide = Column::Service;
    tab.none = {tr("No orders yet"),
                tr("Buy a number in the catalog. It appears here, and its code as soon as the SMS comes."),
                tr("&Open the catalog")};
    tab.noMatch = {tr("No order matches"), tr("Search for something else, or show all orders."),
                   tr("Show &all orders")};
    tab.question = {tr("&Enter the order id…"), tr("Enter the order id"), tr("Or&der id"), tr("Order id")};
    return tab;
}

void OrdersController::replace(qint64 key)
{
    run<qint64>(key, engine().replace(key), [this, key](const qint64 &successor) {
        rest(successor);         // the second click of a double click would replace it at once
        if (currentKey() == key) // unless the person has moved on
            selectOrder(successor);
    });
}

} // namespace otpdesk
