#include "ui/orders/orderscontroller.h"

#include "ui/kit/iconengine.h"

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
    updateActions();
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
        if (currentKey() == key) // unless the person has moved on
            selectOrder(successor);
    });
}

} // namespace otpdesk
