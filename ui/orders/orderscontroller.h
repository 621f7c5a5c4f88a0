#pragma once

#include "ui/orders/ordertabcontroller.h"

namespace otpdesk {

/// The Orders tab: numbers for one SMS code.
class OrdersController : public OrderTabController
{
    Q_OBJECT

public:
    explicit OrdersController(const OrderDesk &desk, QObject *parent = nullptr);

    /// The tab's columns and words.
    static OrderTab tab();

private:
    void replace(qint64 key);
};

} // namespace otpdesk
