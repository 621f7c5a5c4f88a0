#include "ui/catalog/catalogcontroller.h"

#include "models/catalog/catalogloader.h"
#include "models/text/format.h"
#include "ui/catalog/catalogview.h"

namespace otpdesk {

using namespace std::chrono_literals;

CatalogController::CatalogController(Catalog &catalog, CatalogLoader &loader, CatalogView &view,
                                     QObject *parent)
    : QObject(parent), m_catalog(catalog), m_loader(loader), m_view(view), m_model(catalog)
{
    // While shelves stream in or somebody types, the choices would be counted again with each.
    m_choicesLater.setSingleShot(true);
    m_choicesLater.setInterval(200ms);
    connect(&m_choicesLater, &QTimer::timeout, this, &CatalogController::showChoices);

    m_view.setModel(&m_model);
    connect(&m_model, &CatalogModel::countChanged, this, &CatalogController::showCounts);
    connect(&m_model, &CatalogModel::headerDataChanged, this, &CatalogController::showCounts);
    connect(&m_catalog, &Catalog::changed, this, [this] {
        showCounts();
        countChoicesSoon();
    });
    connect(&m_catalog, &Catalog::accountChanged, this, &CatalogController::showChoices);
    connect(&m_catalog, &Catalog::accountRemoved, this, [this](const QString &accountId) {
        m_loader.cancel(accountId);
        m_problems.erase(accountId);
        showProblems();
        showChoices();
    });

    connect(&m_loader, &CatalogLoader::started, this, [this](const QString &accountId) {
        m_problems.erase(accountId);
        showProblems();
        noteProgress(accountId, 0, 1);
    });
    connect(&m_loader, &CatalogLoader::progress, this, &CatalogController::noteProgress);
    connect(&m_loader, &CatalogLoader::finished, this, &CatalogController::noteEnd);
    connect(&m_loader, &CatalogLoader::canceled, this, &CatalogController::noteEnd);
    connect(&m_loader, &CatalogLoader::failed, this, [this](const QString &accountId, const ApiError &error) {
        m_problems[accountId] = error;
        noteEnd(accountId);
        showProblems();
    });

    connect(&m_view.filters(), &FilterBar::filterChanged, this, &CatalogController::applyFilter);
    connect(&m_view.filters(), &FilterBar::groupedChanged, this, [this](bool grouped) {
        m_model.setGrouped(grouped);
        showCounts();
    });
    connect(&m_view, &CatalogView::expandRequested, &m_model, &CatalogModel::setExpanded);
    connect(&m_model, &CatalogModel::favouritesChanged, this, &CatalogController::countChoicesSoon);
    connect(&m_view, &CatalogView::refreshRequested, this, &CatalogController::refresh);
    connect(&m_view, &CatalogView::stopRequested, this, &CatalogController::stop);
    connect(&m_view, &CatalogView::addAccountRequested, this, &CatalogController::addAccountRequested);
    connect(&m_view, &CatalogView::buyRequested, this, &CatalogController::buy);
    showChoices();
}

void CatalogController::refresh()
{
    const CatalogFilter filter = m_view.filters().filter();
    for (const CatalogAccount &account : m_catalog.accounts()) {
        const bool wanted = (filter.accountId.isEmpty() || filter.accountId == account.id) &&
                            (filter.providerId.isEmpty() || filter.providerId == account.providerId);
        if (wanted)
            m_loader.load(account.id, filter.country);
    }
}

void CatalogController::showKind(OfferKind kind)
{
    m_view.filters().clear();
    m_view.filters().chooseKind(kind);
}

void CatalogController::showMarket(const Market &market)
{
    m_view.filters().chooseMarket(market);
    m_view.focusTable();
}

void CatalogController::applyFilter(const CatalogFilter &filter)
{
    m_model.setFilter(filter);
    m_loader.setPreferredCountry(filter.country);
    showCounts();
    countChoicesSoon();
}

void CatalogController::countChoicesSoon()
{
    if (!m_choicesLater.isActive())
        m_choicesLater.start();
}

void CatalogController::noteProgress(const QString &accountId, int done, int known)
{
    m_loads[accountId] = {done, known};
    showLoads();
}

void CatalogController::noteEnd(const QString &accountId)
{
    m_loads.erase(accountId);
    showLoads();
}

void CatalogController::stop()
{
    const auto loads = m_loads; // each cancel() takes one out
    for (const auto &[accountId, load] : loads)
        m_loader.cancel(accountId);
}

void CatalogController::showChoices()
{
    m_view.filters().setCountries(m_catalog.countries());
    m_view.filters().setAccounts(m_catalog.accounts());
    m_view.filters().setCounts(choiceCounts());
    showCounts();
}

ChoiceCounts CatalogController::choiceCounts() const
{
    const CatalogFacets facets = m_model.facets();
    const CatalogNames &names = m_catalog.names();
    ChoiceCounts counts;
    counts.forSale = facets.forSale;
    counts.favourite = facets.favourite;
    for (size_t id = 0; id < facets.byPlace.size(); ++id)
        counts.countries[names.places()[id].key] += facets.byPlace[id];
    for (size_t id = 1; id < facets.bySeller.size(); ++id) { // 0 is nobody
        const CatalogNames::Seller &seller = names.sellers()[id];
        const CatalogAccount &account = m_catalog.accountOf(seller);
        counts.kinds.at(static_cast<size_t>(seller.kind)) += facets.byKind[id];
        counts.providers[account.providerId] += facets.bySeller[id];
        counts.accounts[account.id] += facets.bySeller[id];
    }
    return counts;
}

void CatalogController::showLoads()
{
    Load sum;
    QStringList titles;
    for (const auto &[accountId, load] : m_loads) {
        sum.done += load.done;
        sum.known += load.known;
        titles.append(titleOf(accountId));
    }
    if (titles.size() > 2)
        titles = {tr("%1 accounts").arg(titles.size())};
    m_view.showProgress(titles.join(QStringLiteral(", ")), sum.done, sum.known);
    showCounts();
}

void CatalogController::showProblems()
{
    if (m_problems.empty()) {
        m_view.messageBar()->dismiss();
        return;
    }
    MessageBar::Message message;
    message.mood = MessageBar::Mood::Warning;
    QStringList sentences;
    QStringList details;
    bool keepsRows = false;
    for (const auto &[accountId, error] : m_problems) {
        const QString title = titleOf(accountId);
        sentences.append(format::error(error, title));
        if (!error.detail.isEmpty())
            details.append(tr("%1: %2").arg(title, error.detail));
        keepsRows |= m_catalog.countOf(accountId) > 0;
    }
    if (sentences.size() > 1) {
        details = sentences + details;
        sentences = {tr("The offers of %1 accounts could not be loaded.").arg(m_problems.size())};
    }
    if (keepsRows)
        sentences.append(tr("Earlier offers are still shown."));
    message.text = sentences.join(u' ');
    message.details = details.join(u'\n');
    message.actions = {{tr("Re&try"), [this] {
                            const auto problems = m_problems; // each load() takes one out
                            for (const auto &[accountId, error] : problems)
                                m_loader.load(accountId);
                        }}};
    m_view.messageBar()->post(message);
}

void CatalogController::showCounts()
{
    using Blank = CatalogView::Blank;
    const int shown = m_model.rowCount();
    const int all = m_catalog.count();
    if (m_model.isGrouped())
        m_view.setMarketCounts(shown, all, m_model.leavesCurrenciesApart());
    else
        m_view.setCounts(shown, all);
    if (shown > 0)
        m_view.showBlank(Blank::None);
    else if (all > 0)
        m_view.showBlank(Blank::NothingMatches);
    else if (m_catalog.accounts().isEmpty())
        m_view.showBlank(Blank::NoAccount);
    else if (!m_loads.empty())
        m_view.showBlank(Blank::Loading);
    else
        m_view.showBlank(m_problems.empty() ? Blank::NothingLoaded : Blank::Failed);
}

QString CatalogController::titleOf(const QString &accountId) const
{
    const CatalogAccount *account = m_catalog.account(accountId);
    return account ? account->title() : QString();
}

void CatalogController::buy(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        Q_EMIT buyRequested(m_model.accountIdAt(row), m_model.offerAt(row));
}

} // namespace otpdesk
