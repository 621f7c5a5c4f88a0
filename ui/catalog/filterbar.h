#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/catalogfilter.h"

#include <QWidget>

#include <array>

class QComboBox;
class QMenu;
class QPushButton;
class QToolButton;

namespace otpdesk {

class SearchEdit;

/// How many offers each choice of the bar would leave.
struct ChoiceCounts
{
    QHash<QString, int> countries; ///< by key
    std::array<int, 3> kinds{};    ///< by OfferKind
    QHash<QString, int> providers;
    QHash<QString, int> accounts;
    int forSale = 0;
    int favourite = 0;
};

/// What is looked for in the catalog, and how it is shown: the search, three choices, what is let through,
/// and the currency. Shows what it is given and tells what the person does.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// What there is to choose from. What was chosen stays chosen, also where it is not there at the moment.
    void setCountries(const QList<CatalogCountry> &countries);
    void setAccounts(const QList<CatalogAccount> &accounts);
    void setCounts(const ChoiceCounts &counts);
    /// The currencies that prices can be shown in; an invalid one: each in its own only.
    void setCurrencies(const QList<Currency> &currencies, Currency chosen);
    void setSaved(const QList<Market> &favourites, const QList<Market> &recent);
    void setGrouped(bool grouped);
    void setCanRefresh(bool can);

    CatalogFilter filter() const;
    void clear();
    void chooseKind(OfferKind kind);
    /// Narrows everything to one market.
    void chooseMarket(const Market &market);
    SearchEdit *search() const { return m_search; }

Q_SIGNALS:
    void filterChanged(const otpdesk::CatalogFilter &filter);
    void groupedChanged(bool grouped);
    void refreshRequested();
    void currencyChosen(otpdesk::Currency currency);
    void ratesRequested();
    void watchesRequested();

private:
    QWidget *makeChoices();
    QWidget *makeSwitches();
    QToolButton *makeSwitch(const QString &objectName, const QString &text, const QString &explanation);
    QComboBox *makeCurrency();
    QToolButton *makeSaved();
    /// Without telling what changes.
    void quietly(const std::function<void()> &change);
    void tell();
    void chooseCurrency(int index);

    SearchEdit *m_search = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_country = nullptr;
    QComboBox *m_provider = nullptr;
    QPushButton *m_refresh = nullptr;
    QToolButton *m_forSale = nullptr;
    QToolButton *m_favourite = nullptr;
    QToolButton *m_group = nullptr;
    QComboBox *m_currency = nullptr;
    QMenu *m_saved = nullptr;
    int m_chosenCurrency = 0;
    bool m_quiet = false;
};

} // namespace otpdesk
