#pragma once

#include <QObject>

namespace otpdesk {

class AccountList;
class Catalog;
class CatalogLoader;

/// Keeps the catalog's accounts in step with the person's, and loads what a new or changed one sells.
class CatalogAccounts : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Nothing is loaded before loadAll().
    CatalogAccounts(AccountList &accounts, Catalog &catalog, CatalogLoader &loader,
                    QObject *parent = nullptr);

    /// Loads every account that can be asked, and from now on each one as soon as it can be: called when the
    /// catalog is first looked at.
    void loadAll();

private:
    void take(int row);

    AccountList &m_accounts;
    Catalog &m_catalog;
    CatalogLoader &m_loader;
    bool m_loads = false;
};

} // namespace otpdesk
