#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"
#include "providers/types/apierror.h"
#include "ui/catalog/filterbar.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace otpdesk {

class CatalogLoader;
class CatalogView;

/// Runs the catalog tab: model, filter and loads.
class CatalogController : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    CatalogController(Catalog &catalog, CatalogLoader &loader, CatalogView &view, QObject *parent = nullptr);

    /// Loads the offers of the accounts that the provider filter lets through.
    void refresh();
    CatalogModel &model() { return m_model; }
    /// Shows offers of this kind only, whatever was searched for before.
    void showKind(OfferKind kind);
    /// The same for what is on offer in a market.
    void showMarket(const Market &market);

Q_SIGNALS:
    void buyRequested(const QString &accountId, const otpdesk::Offer &offer);
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
    void countChoicesSoon();
    ChoiceCounts choiceCounts() const;
    void showLoads();
    void showProblems();
    void showCounts();
    QString titleOf(const QString &accountId) const;
    void buy(int row);

    Catalog &m_catalog;
    CatalogLoader &m_loader;
    CatalogView &m_view;
    CatalogModel m_model;
    std::map<QString, Load> m_loads;
    std::map<QString, ApiError> m_problems;
    QTimer m_choicesLater;
};

} // namespace otpdesk
