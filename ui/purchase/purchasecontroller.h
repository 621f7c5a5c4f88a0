#pragma once

#include "models/orders/spendguard.h"
#include "providers/provider.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace otpdesk {

class ConfirmPurchaseDialog;
class NewInboxDialog;

/// What the way to a purchase needs to know about accounts.
struct PurchaseDesk
{
    std::function<Shop *(const QString &accountId, OfferKind kind)> shop;   ///< null while there is none
    std::function<const ProviderInfo *(const QString &accountId)> provider; ///< null for an unknown account
    std::function<QString(const QString &accountId)> title;
    std::function<std::optional<Money>(const QString &accountId)> balance;
    std::function<SpendLimits(const QString &accountId)> limits;
    std::function<Async<Money>(const QString &accountId)> spentToday;
};

/// The way from a wish to a purchase: the offer is fetched again, shown with everything there is to know, and
/// bought when the person says so. One dialog at a time.
class PurchaseController : public QObject
{
    Q_OBJECT

public:
    /// The dialogs stand above `window`.
    PurchaseController(PurchaseDesk desk, QWidget &window, QObject *parent = nullptr);

    void confirm(const QString &accountId, const Offer &offer, const PurchaseOptions &options = {});
    /// More time on a rental.
    void confirmRenewal(const Order &rental);
    /// Asks where, for which site and at which domains; then as confirm(). `sitesOf` gives the sites that an
    /// account's provider suggests.
    void chooseInbox(const QStringList &accountIds,
                     std::function<QStringList(const QString &accountId)> sitesOf);
    /// An account's balance is known, or another one.
    void noteBalance(const QString &accountId);

Q_SIGNALS:
    /// The person confirmed it: once for each click.
    void purchaseConfirmed(const QString &accountId, const otpdesk::Offer &offer,
                           const otpdesk::PurchaseOptions &options, otpdesk::Consent consent);
    void renewalConfirmed(qint64 rental, const otpdesk::Offer &offer, otpdesk::Consent consent);
    /// An offer as it is sold now.
    void offerSeen(const QString &accountId, const otpdesk::Offer &offer);

private:
    ConfirmPurchaseDialog *open(const QString &accountId, const Offer &offer);
    void checkOffer();
    void takeCheck(const Result<QList<Offer>> &answer);

    const PurchaseDesk m_desk;
    QWidget &m_window;
    QPointer<ConfirmPurchaseDialog> m_dialog;
    QPointer<NewInboxDialog> m_chooser;
    quint64 m_checkGeneration = 0;
};

} // namespace otpdesk
