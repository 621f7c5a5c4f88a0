#include "ui/window/mainwindow.h"

#include "models/accounts/accountlist.h"
#include "models/catalog/catalog.h"
#include "models/orders/orderengine.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "ui/kit/messagebar.h"
#include "ui/purchase/purchasecontroller.h"

// The way of a purchase from the dialogs to the engine, and what comes back at once.

namespace otpdesk {

const ProviderInfo *MainWindow::providerOf(const QString &accountId) const
{
    const AccountEntry *account = m_workspace.accounts.find(accountId);
    const ProviderEntry *entry = account ? findProvider(account->account.providerId) : nullptr;
    return entry ? &entry->info() : nullptr;
}

void MainWindow::buildPurchases()
{
    AccountList &accounts = m_workspace.accounts;
    PurchaseDesk desk;
    desk.shop = [&accounts](const QString &id, OfferKind kind) {
        Provider *provider = accounts.provider(id);
        return provider ? provider->shop(kind) : nullptr;
    };
    desk.provider = [this](const QString &id) { return providerOf(id); };
    desk.title = [&accounts](const QString &id) {
        const AccountEntry *account = accounts.find(id);
        if (!account || !account->account.label.isEmpty())
            return account ? account->account.label : QString();
        const ProviderEntry *entry = findProvider(account->account.providerId);
        return entry ? entry->info().name : QString();
    };
    desk.balance = [&accounts](const QString &id) -> std::optional<Money> {
        const AccountEntry *account = accounts.find(id);
        return account && account->balance ? std::optional<Money>(account->balance->amount) : std::nullopt;
    };
    desk.limits = [&accounts](const QString &id) {
        const AccountEntry *account = accounts.find(id);
        return account ? account->account.limits : SpendLimits();
    };
    desk.spentToday = [&engine = m_workspace.engine](const QString &id) { return engine.spentToday(id); };
    m_purchases = new PurchaseController(desk, *this, this);
    connect(m_purchases, &PurchaseController::purchaseConfirmed, this, &MainWindow::buy);
    connect(m_purchases, &PurchaseController::renewalConfirmed, this, &MainWindow::renew);
    connect(&accounts, &AccountList::changed, m_purchases,
            [this, &accounts](int row) { m_purchases->noteBalance(accounts.at(row).account.id); });
}

/// The order is shown as soon as it is written down, before the provider has answered.
void MainWindow::buy(const QString &accountId, const Offer &offer, const PurchaseOptions &options,
                     Consent consent)
{
    follow(
        m_workspace.engine.buy(accountId, offer, options, consent), accountId,
        [](qint64 order) { return order; },
        [this, accountId, offer, options] { m_purchases->confirm(accountId, offer, options); });
}

void MainWindow::renew(qint64 rental, const Offer &offer, Consent consent)
{
    const Order *rented = m_workspace.engine.order(rental);
    follow(
        m_workspace.engine.renew(rental, offer, consent), rented ? rented->accountId : QString(),
        [rental](qint64) { return rental; }, [this, rental] { openRenewal(rental); });
}

/// `askAgain` opens the dialog once more, where another purchase has spent meanwhile what was left of a
/// limit: now it asks for a yes.
void MainWindow::follow(const Async<qint64> &purchase, const QString &accountId,
                        std::function<qint64(qint64)> orderToShow, std::function<void()> askAgain)
{
    whenReady(purchase, this,
              [this, accountId, orderToShow = std::move(orderToShow),
               askAgain = std::move(askAgain)](const Result<qint64> &key) {
                  if (key) {
                      showOrder(orderToShow(key.value()));
                      return;
                  }
                  const ApiError &error = key.error();
                  if (error.kind == ErrorKind::StorageFailed)
                      return; // announced by the engine
                  const ProviderInfo *provider = providerOf(accountId);
                  MessageBar::Message message{MessageBar::Mood::Error,
                                              format::error(error, provider ? provider->name : QString()),
                                              error.detail,
                                              {}};
                  if (error.kind == ErrorKind::NeedsConsent) {
                      message.mood = MessageBar::Mood::Warning;
                      message.actions.append({tr("&Look again"), askAgain});
                  }
                  m_notices->post(message);
              });
}

/// An inbox for a site that the catalog need not list.
void MainWindow::openNewInbox()
{
    QStringList ids;
    for (int row = 0; row < m_workspace.accounts.count(); ++row)
        ids.append(m_workspace.accounts.at(row).account.id);
    m_purchases->chooseInbox(
        ids, [this](const QString &accountId) { return m_workspace.catalog.sitesOf(accountId); });
}

void MainWindow::openRenewal(qint64 key)
{
    if (const Order *rental = m_workspace.engine.order(key))
        m_purchases->confirmRenewal(*rental);
}

} // namespace otpdesk
