#include "ui/catalog/catalogview.h"

#include "models/catalog/catalogmodel.h"
#include "ui/catalog/offerdelegate.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/kit/searchedit.h"
#include "ui/kit/tablelook.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTableView>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

using Column = CatalogModel::Column;

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
    combo->addItem(everything);
    return combo;
}

/// Short names and figures get what they usually need; service and country share the rest.
void layOutColumns(QTableView &table)
{
    QHeaderView *header = table.horizontalHeader();
    const QFontMetrics metrics = table.fontMetrics();
    const auto width = [&](const QString &sample) {
        return metrics.horizontalAdvance(sample) + 2 * metrics::Large + metrics::Small;
    };
    const std::pair<Column, QString> samples[] = {
        {Column::Provider, u"OTPZap · Work"_s}, {Column::Variant, u"Server 2 · any operator"_s},
        {Column::Price, u"Rp 1,000,00"_s},      {Column::Stock, u"100,000"_s},
        {Column::SuccessRate, u"Success"_s},
    };
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (const auto &[column, sample] : samples)
        header->resizeSection(static_cast<int>(column), width(sample));
    for (const Column column : {Column::Service, Column::Country})
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
}

} // namespace

CatalogView::CatalogView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"catalogView"_s);
    m_bar = new MessageBar;
    m_bar->setObjectName(u"catalogMessage"_s);
    m_empty = new EmptyState;
    m_empty->setObjectName(u"catalogEmpty"_s);
    m_stack = new QStackedLayout;

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Small);
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_bar);
    // First into this widget: a stack without one shows its pages as windows of their own.
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_empty);
    layout->addWidget(makeFooter());

    connect(m_empty, &EmptyState::primaryClicked, this, &CatalogView::followBlankButton);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, &CatalogView::focusSearch);

    showProgress({}, 0, 0);
    showBlank(Blank::NoAccount);
    updateBuy();
}

QWidget *CatalogView::makeFilterRow()
{
    m_search = new SearchEdit(tr("Search offers"));
    m_search->setObjectName(u"searchOffers"_s);
    m_search->installEventFilter(this);
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
    m_refresh->setToolTip(tr("Fetch offers, prices and stock again"));

    connect(m_search, &QLineEdit::textChanged, this, &CatalogView::tellFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &CatalogView::focusTable);
    for (QComboBox *combo : {m_kind, m_country, m_provider})
        connect(combo, &QComboBox::currentIndexChanged, this, &CatalogView::tellFilter);
    connect(m_refresh, &QPushButton::clicked, this, &CatalogView::refreshRequested);

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

QWidget *CatalogView::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(u"offersTable"_s);
    applyTableLook(*m_table, tr("Offers"));
    m_table->setItemDelegate(new OfferDelegate(m_table));
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &CatalogView::buy);
    return m_table;
}

QWidget *CatalogView::makeFooter()
{
    m_count = new QLabel;
    m_count->setObjectName(u"offerCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setContentsMargins(0, 0, metrics::Large, 0);
    m_progressText = new QLabel;
    m_progressText->setObjectName(u"loadText"_s);
    m_progressText->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"loadProgress"_s);
    m_progress->setAccessibleName(tr("Loading offers"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, metrics::Medium);
    m_stop = new QPushButton(tr("&Stop"));
    m_stop->setObjectName(u"stopLoading"_s);
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setToolTip(tr("Stop loading; what was fetched so far stays"));
    m_buy = new QPushButton(icon(Icon::Cart), tr("&Buy"));
    m_buy->setObjectName(u"buyOffer"_s);
    m_buy->setAccessibleName(tr("Buy"));

    connect(m_stop, &QPushButton::clicked, this, &CatalogView::stopRequested);
    connect(m_buy, &QPushButton::clicked, this, &CatalogView::buy);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_count);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);
    layout->addStretch();
    layout->addWidget(m_buy);
    // Coming and going with each load, they must not move what is above.
    row->setFixedHeight(m_buy->sizeHint().height());
    return row;
}

void CatalogView::setModel(CatalogModel *model)
{
    m_table->setModel(model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicator(static_cast<int>(model->sortColumn()), model->sortOrder());
    m_table->setSortingEnabled(true);
    layOutColumns(*m_table);
    for (const Column column : {Column::Converted, Column::Own}) // until there is something to show
        m_table->setColumnHidden(static_cast<int>(column), true);
    makeSelectedCurrent(*m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CatalogView::updateBuy);
    connect(model, &QAbstractItemModel::dataChanged, this, &CatalogView::updateBuy);
    connect(model, &QAbstractItemModel::layoutChanged, this, &CatalogView::updateBuy);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &CatalogView::updateBuy);
    updateBuy();
}

void CatalogView::setCountries(const QList<CatalogCountry> &countries)
{
    const QSignalBlocker quiet(m_country);
    const QString chosen = m_country->currentData().toString();
    const QString chosenTitle = m_country->currentText();
    while (m_country->count() > 1)
        m_country->removeItem(m_country->count() - 1);
    for (const CatalogCountry &country : countries) {
        m_country->addItem(country.title, country.key);
        m_country->setItemData(m_country->count() - 1, tr("Offers: %1").arg(country.offers), Qt::ToolTipRole);
    }
    if (!chosen.isEmpty() && m_country->findData(chosen) < 0)
        m_country->addItem(chosenTitle, chosen);
    m_country->setCurrentIndex(chosen.isEmpty() ? 0 : m_country->findData(chosen));
}

void CatalogView::setAccounts(const QList<CatalogAccount> &accounts)
{
    const CatalogFilter chosen = filter();
    {
        const QSignalBlocker quiet(m_provider);
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
    }
    if (!(filter() == chosen)) // the account chosen was removed
        tellFilter();
}

void CatalogView::setCounts(int shown, int all)
{
    const QLocale locale;
    m_count->setVisible(all > 0);
    if (shown == all)
        m_count->setText(all == 1 ? tr("1 offer") : tr("%1 offers").arg(locale.toString(all)));
    else
        //: how many offers pass the filter, out of how many
        m_count->setText(tr("%1 of %2 offers").arg(locale.toString(shown), locale.toString(all)));
}

void CatalogView::showBlank(Blank blank)
{
    m_blankKind = blank;
    switch (blank) {
    case Blank::None:
        break;
    case Blank::NoAccount:
        m_empty->setContent(Icon::Key, tr("No account yet"),
                            tr("Add an account at a provider to see what it sells, and at what price."));
        m_empty->setPrimary(tr("&Add account"));
        break;
    case Blank::NothingLoaded:
        m_empty->setContent(Icon::List, tr("No offers loaded"),
                            tr("Load the offers of your accounts to compare them here."));
        m_empty->setPrimary(tr("&Load offers"));
        break;
    case Blank::Loading:
        m_empty->setContent(Icon::Refresh, tr("Loading offers…"),
                            tr("The first ones appear as soon as they come."));
        m_empty->setPrimary({});
        break;
    case Blank::Failed:
        m_empty->setContent(Icon::Warning, tr("No offers could be loaded"),
                            tr("The reason stands above. Nothing was bought or changed."));
        m_empty->setPrimary(tr("&Load offers"));
        break;
    case Blank::NothingMatches:
        m_empty->setContent(Icon::Search, tr("No offer matches"),
                            tr("Use fewer words, or let all kinds, countries and providers through."));
        m_empty->setPrimary(tr("&Clear filters"));
        break;
    }
    m_empty->primaryButton()->setAccessibleName(m_empty->primaryButton()->text().remove(u'&'));
    m_stack->setCurrentWidget(blank == Blank::None ? static_cast<QWidget *>(m_table) : m_empty);
    m_refresh->setEnabled(blank != Blank::NoAccount);
    updateBuy();
}

void CatalogView::showProgress(const QString &title, int done, int known)
{
    const bool loading = known > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_progressText, m_progress, m_stop})
        part->setVisible(loading);
    if (!loading)
        return;
    m_progressText->setText(tr("Loading %1…").arg(title));
    // How much there is becomes known on the way: until the first answer the bar only moves.
    m_progress->setRange(0, done == 0 ? 0 : known);
    m_progress->setValue(done);
}

CatalogFilter CatalogView::filter() const
{
    CatalogFilter filter;
    filter.text = m_search->text();
    if (m_kind->currentIndex() > 0)
        filter.kind = static_cast<OfferKind>(m_kind->currentData().toInt());
    filter.country = m_country->currentData().toString();
    filter.providerId = m_provider->currentData(ProviderRole).toString();
    filter.accountId = m_provider->currentData(AccountRole).toString();
    return filter;
}

void CatalogView::clearFilters()
{
    const CatalogFilter earlier = filter();
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker kind(m_kind);
        const QSignalBlocker country(m_country);
        const QSignalBlocker provider(m_provider);
        m_search->clear();
        m_kind->setCurrentIndex(0);
        m_country->setCurrentIndex(0);
        m_provider->setCurrentIndex(0);
    }
    if (!earlier.isEmpty())
        tellFilter();
}

void CatalogView::chooseKind(OfferKind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
}

void CatalogView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

int CatalogView::currentRow() const
{
    const QItemSelectionModel *selection = m_table->selectionModel();
    if (!selection || m_blankKind != Blank::None || !selection->hasSelection())
        return -1;
    return selection->currentIndex().row();
}

bool CatalogView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_search && key->key() == Qt::Key_Down) {
            focusTable();
            return true;
        }
        if (watched == m_table && tableKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool CatalogView::tableKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            buy();
        return true;
    }
    // Letters go to the search: it looks through every row at once, the table's own would do so one by one.
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       event->key() != Qt::Key_Space &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!types)
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->end(false);
    QCoreApplication::sendEvent(m_search, event);
    return true;
}

void CatalogView::tellFilter()
{
    Q_EMIT filterChanged(filter());
}

/// The one place that decides whether something can be bought, and says why not.
void CatalogView::updateBuy()
{
    const int row = currentRow();
    const QModelIndex current = row < 0 ? QModelIndex() : m_table->model()->index(row, 0);
    const bool available = current.isValid() && current.data(CatalogModel::AvailableRole).toBool();
    m_buy->setEnabled(available);
    if (available)
        m_buy->setToolTip(tr("Check the price and confirm the purchase"));
    else
        m_buy->setToolTip(current.isValid() ? current.data(Qt::ToolTipRole).toString()
                                            : tr("Select an offer first"));
}

void CatalogView::buy()
{
    updateBuy();
    if (m_buy->isEnabled())
        Q_EMIT buyRequested(currentRow());
}

void CatalogView::focusTable()
{
    if (m_blankKind != Blank::None || !m_table->model())
        return;
    if (currentRow() < 0 && m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
    m_table->setFocus(Qt::OtherFocusReason);
}

void CatalogView::followBlankButton()
{
    switch (m_blankKind) {
    case Blank::NoAccount:
        Q_EMIT addAccountRequested();
        break;
    case Blank::NothingLoaded:
    case Blank::Failed:
        Q_EMIT refreshRequested();
        break;
    case Blank::NothingMatches:
        clearFilters();
        m_search->setFocus();
        break;
    case Blank::Loading:
    case Blank::None:
        break;
    }
}

} // namespace otpdesk
