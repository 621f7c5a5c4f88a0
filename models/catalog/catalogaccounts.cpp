#include "models/catalog/catalogaccounts.h"

#include "models/accounts/accountlist.h"
#include "models/catalog/catalog.h"
#include "models/catalog/catalogloader.h"
#include "providers/registry.h"

namespace otpdesk {

CatalogAccounts::CatalogAccounts(AccountList &accounts, Catalog &catalog, CatalogLoader &loader,
                                 QObject *parent)
    : QObject(parent), m_accounts(accounts), m_catalog(catalog), m_loader(loader)
{
    connect(&m_accounts, &AccountList::added, this, &CatalogAccounts::take);
    connect(&m_accounts, &AccountList::changed, this, &CatalogAccounts::take);
    connect(&m_accounts, &AccountList::removed, this, [this](const QString &accountId) {
        m_loader.cancel(accountId);
        m_catalog.removeAccount(accountId);
    });
    connect(&m_accounts, &AccountList::providerReady, this, [this](const QString &accountId) {
        if (m_loads)
            m_loader.load(accountId);
    });
    for (int row = 0; row < m_accounts.count(); ++row)
        take(row);
}

void CatalogAccounts::loadAll()
{
    m_loads = true;
    for (int row = 0; row < m_accounts.count(); ++row) {
        const QString &accountId = m_accounts.at(row).account.id;
        if (m_accounts.provider(accountId) && !m_loader.isLoadingAll(accountId))
            m_loader.load(accountId);
    }
}

void CatalogAccounts::take(int row)
{
    const Account &account = m_accounts.at(row).account;
    const ProviderEntry *provider = findProvider(account.providerId);
    m_catalog.setAccount({account.id, account.providerId, account.label,
                          provider ? provider->info().name : account.providerId});
}

} // namespace otpdesk
