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

protected:
    QString remark(const Order &order) const override;
    void updateOthers(const Order *order) override;

private:
    void addCancelAutomatically();
    QDateTime cancelTime(const Order &order) const;
    void setCancelAt(const QDateTime &whenUtc);
    void replace(qint64 key);

    QAction *m_automatic = nullptr;
    QAction *m_notAutomatic = nullptr;
    QList<QAction *> m_choices; ///< of m_automatic's menu
};

} // namespace otpdesk
