#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"
#include "providers/provider.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>

namespace otpdesk {

class CatalogLoader;
class CatalogView;
class ConfirmPurchaseDialog;

/// What the catalog tab needs to know about an account.
struct CatalogDesk
{
    std::function<Shop *(const QString &accountId, OfferKind kind)> shop;   ///< null while there is none
    std::function<const ProviderInfo *(const QString &accountId)> provider; ///< null for an unknown account
    std::function<std::optional<Money>(const QString &accountId)> balance;
};

/// Runs the catalog tab: model, loads, and the way to a purchase.
class CatalogController : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    CatalogController(Catalog &catalog, CatalogLoader &loader, CatalogDesk desk, CatalogView &view,
                      QObject *parent = nullptr);

    /// Loads the offers of the accounts that the provider filter lets through.
    void refresh();
    /// An account's balance is known, or another one.
    void noteBalance(const QString &accountId);

Q_SIGNALS:
    /// The person confirmed it: once for each click.
    void purchaseConfirmed(const QString &accountId, const otpdesk::Offer &offer);
    void addAccountRequested();

private:
    struct Load
    {
        int done = 0;
        int known = 0;
    };

    void applyFilter(const CatalogFilter &filter);
    void noteProgress(const QString &accountId, int done, int known);
    void noteEnd(const QString &accountId);
    void stop();
    void showChoices();
    void showLoads();
    void showProblems();
    void showCounts();
    QString titleOf(const QString &accountId) const;
    void openConfirmation(int row);
    void checkOffer();
    void takeCheck(ConfirmPurchaseDialog &dialog, const Result<QList<Offer>> &answer);

    Catalog &m_catalog;
    CatalogLoader &m_loader;
    const CatalogDesk m_desk;
    CatalogView &m_view;
    CatalogModel m_model;
    std::map<QString, Load> m_loads;
    std::map<QString, ApiError> m_problems;
    QTimer m_choicesLater;
    QPointer<ConfirmPurchaseDialog> m_dialog;
    quint64 m_checkGeneration = 0;
};

} // namespace otpdesk
