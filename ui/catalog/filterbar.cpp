#include "ui/catalog/filterbar.h"

#include "ui/catalog/choicedelegate.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/searchedit.h"
#include "ui/kit/wordbutton.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// What the entries of the provider filter stand for.
constexpr int ProviderRole = Qt::UserRole;
constexpr int AccountRole = Qt::UserRole + 1;

QComboBox *makeCombo(const QString &objectName, const QString &accessibleName, const QString &everything)
{
    auto *combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(13);
    combo->setMaxVisibleItems(20);
    combo->setItemDelegate(new ChoiceDelegate(combo));
    combo->addItem(everything);
    return combo;
}

void setCount(QComboBox &combo, int index, int count)
{
    combo.setItemData(index, count, ChoiceDelegate::CountRole);
}

QString titleOf(const Market &market)
{
    return market.country.isEmpty() ? market.service : u"%1 · %2"_s.arg(market.service, market.country);
}

} // namespace

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::Small);
    rows->addWidget(makeChoices());
    rows->addWidget(makeSwitches());
}

QWidget *FilterBar::makeChoices()
{
    m_search = new SearchEdit(tr("Search offers"));
    m_search->setObjectName(u"searchOffers"_s);
    m_kind = makeCombo(u"kindFilter"_s, tr("Kind"), tr("All kinds"));
    m_kind->setMinimumContentsLength(8);
    m_kind->addItem(tr("Numbers"), static_cast<int>(OfferKind::Number));
    m_kind->addItem(tr("Rentals"), static_cast<int>(OfferKind::Rental));
    m_kind->addItem(tr("E-mail"), static_cast<int>(OfferKind::Email));
    m_country = makeCombo(u"countryFilter"_s, tr("Country"), tr("All countries"));
    m_provider = makeCombo(u"providerFilter"_s, tr("Provider filter"), tr("All providers"));
    m_refresh = new QPushButton(icon(Icon::Refresh), tr("&Refresh offers"));
    m_refresh->setObjectName(u"refreshOffers"_s);
    m_refresh->setAccessibleName(tr("Refresh offers"));
    m_refresh->setToolTip(tr("Fetch offers, prices and stock again, of the country chosen or of all"));

    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::tell);
    for (QComboBox *combo : {m_kind, m_country, m_provider})
        connect(combo, &QComboBox::currentIndexChanged, this, &FilterBar::tell);
    connect(m_refresh, &QPushButton::clicked, this, &FilterBar::refreshRequested);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_kind);
    layout->addWidget(m_country);
    layout->addWidget(m_provider);
    layout->addWidget(m_refresh);
    return row;
}

QWidget *FilterBar::makeSwitches()
{
    m_forSale = makeSwitch(u"inStockFilter"_s, tr("In stock"), tr("Only what can be bought now"));
    m_favourite =
        makeSwitch(u"favouriteFilter"_s, tr("Favourites"), tr("Only services and countries you starred"));
    m_favourite->setIcon(icon(Icon::Star));
    m_group =
        makeSwitch(u"groupOffers"_s, tr("Compare"),
                   tr("One row for each service and country, with the cheapest offer and how many others"));
    m_group->setIcon(icon(Icon::Group));
    connect(m_forSale, &QToolButton::toggled, this, &FilterBar::tell);
    connect(m_favourite, &QToolButton::toggled, this, &FilterBar::tell);
    connect(m_group, &QToolButton::toggled, this, &FilterBar::groupedChanged);
    QComboBox *currency = makeCurrency();
    auto *currencyLabel = new QLabel(tr("Prices &in:"));
    currencyLabel->setBuddy(currency);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    for (QToolButton *button : {m_group, m_forSale, m_favourite})
        layout->addWidget(button);
    layout->addStretch();
    layout->addWidget(currencyLabel);
    layout->addWidget(currency);
    layout->addWidget(makeSaved());
    return row;
}

QToolButton *FilterBar::makeSwitch(const QString &objectName, const QString &text, const QString &explanation)
{
    auto *button = new WordButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(explanation);
    button->setCheckable(true);
    return button;
}

QComboBox *FilterBar::makeCurrency()
{
    m_currency = new QComboBox;
    m_currency->setObjectName(u"displayCurrency"_s);
    m_currency->setAccessibleName(tr("Prices in"));
    m_currency->setToolTip(tr("The currency that prices are compared in, at your own exchange rates"));
    m_currency->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_currency, &QComboBox::activated, this, &FilterBar::chooseCurrency);
    setCurrencies({}, {});
    return m_currency;
}

QToolButton *FilterBar::makeSaved()
{
    auto *button = new WordButton;
    button->setObjectName(u"savedMarkets"_s);
    button->setText(tr("&Go to"));
    button->setAccessibleName(tr("Go to"));
    button->setToolTip(tr("Favourites, what you bought lately, and what is watched"));
    button->setPopupMode(QToolButton::InstantPopup);
    m_saved = new QMenu(button);
    button->setMenu(m_saved);
    setSaved({}, {});
    return button;
}

void FilterBar::setCountries(const QList<CatalogCountry> &countries)
{
    quietly([&] {
        const QString chosen = m_country->currentData().toString();
        const QString chosenTitle = m_country->currentText();
        QStringList earlier;
        QStringList later;
        for (int i = 1; i < m_country->count(); ++i)
            earlier.append(m_country->itemData(i).toString());
        for (const CatalogCountry &country : countries)
            later.append(country.key);
        if (earlier == later)
            return;
        while (m_country->count() > 1)
            m_country->removeItem(m_country->count() - 1);
        for (const CatalogCountry &country : countries)
            m_country->addItem(country.title, country.key);
        if (!chosen.isEmpty() && m_country->findData(chosen) < 0)
            m_country->addItem(chosenTitle, chosen);
        m_country->setCurrentIndex(chosen.isEmpty() ? 0 : m_country->findData(chosen));
    });
}

void FilterBar::setAccounts(const QList<CatalogAccount> &accounts)
{
    const CatalogFilter chosen = filter();
    quietly([&] {
        while (m_provider->count() > 1)
            m_provider->removeItem(m_provider->count() - 1);
        QHash<QString, int> accountsOf;
        for (const CatalogAccount &account : accounts)
            ++accountsOf[account.providerId];
        const auto add = [this](const QString &text, const QString &provider, const QString &account) {
            m_provider->addItem(text);
            m_provider->setItemData(m_provider->count() - 1, provider, ProviderRole);
            m_provider->setItemData(m_provider->count() - 1, account, AccountRole);
        };
        QStringList listed;
        for (const CatalogAccount &account : accounts) {
            if (listed.contains(account.providerId))
                continue;
            listed.append(account.providerId);
            add(account.providerName, account.providerId, {});
            // Accounts of their own only where there is something to tell apart.
            for (const CatalogAccount &one : accounts) {
                if (one.providerId == account.providerId && accountsOf.value(one.providerId) > 1)
                    add(u"%1 · %2"_s.arg(one.providerName, one.title()), one.providerId, one.id);
            }
        }
        for (int i = 1; i < m_provider->count(); ++i) {
            if (m_provider->itemData(i, ProviderRole) == chosen.providerId &&
                m_provider->itemData(i, AccountRole).toString() == chosen.accountId)
                m_provider->setCurrentIndex(i);
        }
    });
    if (!(filter() == chosen)) // the account chosen was removed
        tell();
}

void FilterBar::setCounts(const ChoiceCounts &counts)
{
    for (int i = 1; i < m_country->count(); ++i)
        setCount(*m_country, i, counts.countries.value(m_country->itemData(i).toString()));
    for (int i = 1; i < m_kind->count(); ++i)
        setCount(*m_kind, i, counts.kinds.at(static_cast<size_t>(m_kind->itemData(i).toInt())));
    for (int i = 1; i < m_provider->count(); ++i) {
        const QString account = m_provider->itemData(i, AccountRole).toString();
        setCount(*m_provider, i,
                 account.isEmpty() ? counts.providers.value(m_provider->itemData(i, ProviderRole).toString())
                                   : counts.accounts.value(account));
    }
    const QLocale locale;
    m_forSale->setText(tr("In stock (%1)").arg(locale.toString(counts.forSale)));
    m_favourite->setText(tr("Favourites (%1)").arg(locale.toString(counts.favourite)));
}

void FilterBar::setCurrencies(const QList<Currency> &currencies, Currency chosen)
{
    m_currency->clear();
    m_currency->addItem(tr("Their own currencies"));
    for (const Currency &currency : currencies)
        m_currency->addItem(u"%1 %2"_s.arg(currency.code(), currency.sign()), QVariant::fromValue(currency));
    m_currency->insertSeparator(m_currency->count());
    m_currency->addItem(tr("Exchange rates…"));
    const auto at = static_cast<int>(currencies.indexOf(chosen));
    m_chosenCurrency = at + 1;
    m_currency->setCurrentIndex(m_chosenCurrency);
}

void FilterBar::chooseCurrency(int index)
{
    if (index == m_currency->count() - 1) { // not a currency, but the way to the rates
        m_currency->setCurrentIndex(m_chosenCurrency);
        Q_EMIT ratesRequested();
        return;
    }
    m_chosenCurrency = index;
    Q_EMIT currencyChosen(m_currency->itemData(index).value<Currency>());
}

void FilterBar::setSaved(const QList<Market> &favourites, const QList<Market> &recent)
{
    m_saved->clear();
    const auto list = [this](const QString &title, const QList<Market> &markets, Icon symbol) {
        if (markets.isEmpty())
            return;
        m_saved->addSection(title);
        for (const Market &market : markets) {
            QAction *action = m_saved->addAction(icon(symbol), titleOf(market).replace(u"&"_s, u"&&"_s));
            connect(action, &QAction::triggered, this, [this, market] { chooseMarket(market); });
        }
    };
    list(tr("Favourites"), favourites, Icon::Star);
    list(tr("Bought lately"), recent, Icon::Clock);
    if (favourites.isEmpty() && recent.isEmpty())
        m_saved->addAction(tr("Nothing starred or bought yet"))->setEnabled(false);
    m_saved->addSeparator();
    m_saved->addAction(icon(Icon::Bell), tr("&Watched offers…"), this, &FilterBar::watchesRequested);
}

void FilterBar::setGrouped(bool grouped)
{
    m_group->setChecked(grouped);
}

void FilterBar::setCanRefresh(bool can)
{
    m_refresh->setEnabled(can);
}

CatalogFilter FilterBar::filter() const
{
    CatalogFilter filter;
    filter.text = m_search->text();
    if (m_kind->currentIndex() > 0)
        filter.kind = static_cast<OfferKind>(m_kind->currentData().toInt());
    filter.country = m_country->currentData().toString();
    filter.providerId = m_provider->currentData(ProviderRole).toString();
    filter.accountId = m_provider->currentData(AccountRole).toString();
    filter.forSale = m_forSale->isChecked();
    filter.favourite = m_favourite->isChecked();
    return filter;
}

void FilterBar::clear()
{
    const CatalogFilter earlier = filter();
    quietly([this] {
        m_search->clear();
        for (QComboBox *combo : {m_kind, m_country, m_provider})
            combo->setCurrentIndex(0);
        m_forSale->setChecked(false);
        m_favourite->setChecked(false);
    });
    if (!earlier.isEmpty())
        tell();
}

void FilterBar::chooseKind(OfferKind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
}

void FilterBar::chooseMarket(const Market &market)
{
    quietly([&] {
        clear();
        m_search->setText(market.service);
        chooseKind(market.kind);
        if (!market.countryKey.isEmpty() && m_country->findData(market.countryKey) < 0)
            m_country->addItem(market.country, market.countryKey);
        m_country->setCurrentIndex(market.countryKey.isEmpty() ? 0 : m_country->findData(market.countryKey));
    });
    tell();
}

void FilterBar::quietly(const std::function<void()> &change)
{
    const bool earlier = std::exchange(m_quiet, true);
    change();
    m_quiet = earlier;
}

void FilterBar::tell()
{
    if (!m_quiet)
        Q_EMIT filterChanged(filter());
}

} // namespace otpdesk
