#include "ui/purchase/purchasecontroller.h"

#include "providers/types/phonenumber.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/newinboxdialog.h"

namespace otpdesk {

PurchaseController::PurchaseController(PurchaseDesk desk, QWidget &window, QObject *parent)
    : QObject(parent), m_desk(std::move(desk)), m_window(window)
{}

void PurchaseController::confirm(const QString &accountId, const Offer &offer, const PurchaseOptions &options)
{
    ConfirmPurchaseDialog *dialog = open(accountId, offer);
    if (!dialog)
        return;
    dialog->setOptions(options);
    connect(dialog, &ConfirmPurchaseDialog::purchaseConfirmed, this, &PurchaseController::purchaseConfirmed);
}

void PurchaseController::confirmRenewal(const Order &rental)
{
    ConfirmPurchaseDialog *dialog = open(rental.accountId, rental.offer);
    if (!dialog)
        return;
    dialog->setRenewal(readPhoneNumber(rental.number, rental.offer.countryIso).display, rental.expiresAt);
    connect(dialog, &ConfirmPurchaseDialog::purchaseConfirmed, this,
            [this, key = rental.key](const QString &, const Offer &offer, const PurchaseOptions &,
                                     Consent consent) { Q_EMIT renewalConfirmed(key, offer, consent); });
}

ConfirmPurchaseDialog *PurchaseController::open(const QString &accountId, const Offer &offer)
{
    const ProviderInfo *provider = m_desk.provider(accountId);
    if (m_dialog || !provider)
        return nullptr;
    m_dialog = new ConfirmPurchaseDialog(accountId, m_desk.title(accountId), *provider, offer, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setBalance(m_desk.balance(accountId));
    m_dialog->setLimits(m_desk.limits(accountId));
    connect(m_dialog, &ConfirmPurchaseDialog::checkRequested, this, &PurchaseController::checkOffer);
    connect(m_dialog, &QDialog::finished, this,
            [this] { m_dialog.clear(); }); // it lives on until it is deleted
    m_dialog->open();
    checkOffer();
    return m_dialog;
}

void PurchaseController::checkOffer()
{
    const quint64 generation = ++m_checkGeneration;
    m_dialog->showChecking();
    whenReady(m_desk.spentToday(m_dialog->accountId()), m_dialog,
              [dialog = m_dialog.get()](const Result<Money> &spent) {
                  if (spent)
                      dialog->setSpentToday(spent.value());
              });
    Shop *shop = m_desk.shop(m_dialog->accountId(), m_dialog->seenOffer().kind);
    if (!shop) {
        ApiError error;
        error.kind = ErrorKind::KeyMissing;
        m_dialog->showFailure(error);
        return;
    }
    Offer asked = m_dialog->seenOffer();
    if (m_dialog->isRenewal())
        asked.duration = {}; // it may be renewed for longer or shorter than it was rented
    whenEnded(shop->refresh(asked), m_dialog,
              [this, generation](const std::optional<Result<QList<Offer>>> &answer) {
                  if (!m_dialog || generation != m_checkGeneration)
                      return;
                  if (answer) {
                      takeCheck(*answer);
                      return;
                  }
                  // The provider is gone: the account got another key, say. Asking again is answered by the
                  // new one.
                  ApiError error;
                  error.kind = ErrorKind::Canceled;
                  m_dialog->showFailure(error);
              });
}

void PurchaseController::takeCheck(const Result<QList<Offer>> &answer)
{
    if (!answer.ok()) {
        m_dialog->showFailure(answer.error());
        return;
    }
    for (const Offer &offer : answer.value())
        Q_EMIT offerSeen(m_dialog->accountId(), offer);
    m_dialog->showOffers(answer.value());
}

void PurchaseController::chooseInbox(const QStringList &accountIds,
                                     std::function<QStringList(const QString &accountId)> sitesOf)
{
    if (m_dialog || m_chooser)
        return;
    QList<NewInboxDialog::Account> accounts;
    for (const QString &id : accountIds) {
        const ProviderInfo *provider = m_desk.provider(id);
        if (provider && m_desk.shop(id, OfferKind::Email))
            accounts.append({id, m_desk.title(id), *provider});
    }
    m_chooser = new NewInboxDialog(
        accounts, [this](const QString &id) { return m_desk.shop(id, OfferKind::Email); }, std::move(sitesOf),
        &m_window);
    m_chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_chooser, &NewInboxDialog::chosen, this, &PurchaseController::confirm);
    m_chooser->open();
}

void PurchaseController::noteBalance(const QString &accountId)
{
    if (m_dialog && m_dialog->accountId() == accountId)
        m_dialog->setBalance(m_desk.balance(accountId));
}

} // namespace otpdesk
