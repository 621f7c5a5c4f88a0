#pragma once

#include "ui/orders/ordertabcontroller.h"

namespace otpdesk {

/// The Inboxes tab: e-mail addresses for a while, and what comes to them.
class InboxesController : public OrderTabController
{
    Q_OBJECT

public:
    explicit InboxesController(const OrderDesk &desk, QObject *parent = nullptr);

    /// The tab's columns and words.
    static OrderTab tab();

Q_SIGNALS:
    void newInboxRequested();

protected:
    QString remark(const Order &order) const override;
    void updateOthers(const Order *order) override;

private:
    QAction *m_cancel;
};

} // namespace otpdesk
