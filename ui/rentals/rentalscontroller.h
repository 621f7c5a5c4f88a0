#pragma once

#include "ui/orders/ordertabcontroller.h"

namespace otpdesk {

class AccountList;

/// The Rentals tab: numbers rented for days or months, and what comes to them.
class RentalsController : public OrderTabController
{
    Q_OBJECT

public:
    RentalsController(const OrderDesk &desk, const AccountList &accounts, QObject *parent = nullptr);

    /// The tab's columns and words.
    static OrderTab tab();

Q_SIGNALS:
    /// More time is wanted for this rental; what it costs is still to be asked.
    void renewRequested(qint64 key);

protected:
    void updateOthers(const Order *order) override;

private:
    void readLists();
    void listEnded(const QString &accountId);
    bool keepsList(const QString &accountId) const;

    const AccountList &m_accounts;
    QAction *m_checkNow;
    QAction *m_readList;
    QSet<QString> m_reading; ///< accounts whose lists are being read for a click
};

} // namespace otpdesk
