#include "ui/catalog/catalogview.h"

#include "models/catalog/catalogmodel.h"
#include "models/search/searchfold.h"
#include "ui/catalog/offertable.h"
#include "ui/kit/actionbutton.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/searchedit.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>

namespace otpdesk {

using namespace Qt::StringLiterals;

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
    m_filters = new FilterBar;
    m_filters->search()->installEventFilter(this);
    layout->addWidget(m_filters);
    layout->addWidget(m_bar);
    // First into this widget: a stack without one shows its pages as windows of their own.
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(makeTable());
    m_stack->addWidget(m_empty);
    layout->addWidget(makeFooter());

    connect(m_filters, &FilterBar::filterChanged, this, &CatalogView::showWords);
    connect(m_filters, &FilterBar::refreshRequested, this, &CatalogView::refreshRequested);
    connect(m_filters->search(), &QLineEdit::returnPressed, this, &CatalogView::focusTable);
    connect(m_empty, &EmptyState::primaryClicked, this, &CatalogView::followBlankButton);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, &CatalogView::focusSearch);

    showProgress({}, 0, 0);
    showBlank(Blank::NoAccount);
    updateActions();
}

/// What can be done with the selected row, by key, from the table's menu and below it.
void CatalogView::makeActions()
{
    const auto add = [this](const QString &objectName, Icon symbol, const QKeySequence &key, auto run) {
        auto *action = new QAction(icon(symbol), {}, this);
        action->setObjectName(objectName);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
        return action;
    };
    QAction *buy = add(u"buyOfferAction"_s, Icon::Cart, {}, [this] { this->buy(); });
    buy->setText(tr("Buy…"));
    m_expand = add(u"expandMarket"_s, Icon::List, {}, [this] {
        const QModelIndex row = m_table->model()->index(currentRow(), 0);
        Q_EMIT expandRequested(row.row(), !row.data(CatalogModel::ExpandedRole).toBool());
    });
    m_star = add(u"starMarket"_s, Icon::Star, Qt::CTRL | Qt::Key_D,
                 [this] { Q_EMIT starRequested(currentRow()); });
    m_watch = add(u"watchMarket"_s, Icon::Bell, Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                  [this] { Q_EMIT watchRequested(currentRow()); });
    m_watch->setText(tr("&Watch…"));
}

QWidget *CatalogView::makeTable()
{
    m_table = new OfferTable;
    makeActions();
    connect(m_table, &OfferTable::buyRequested, this, &CatalogView::buy);
    connect(m_table, &OfferTable::starRequested, this, &CatalogView::starRequested);
    connect(m_table, &OfferTable::expandRequested, this, &CatalogView::expandRequested);
    connect(m_table, &OfferTable::typed, this, &CatalogView::typeInSearch);
    return m_table;
}

QWidget *CatalogView::makeFooter()
{
    m_count = new ElidedLabel;
    m_count->setObjectName(u"offerCount"_s);
    m_progressText = new ElidedLabel;
    m_progressText->setObjectName(u"loadText"_s);
    m_progressText->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed); // the count gives way first
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"loadProgress"_s);
    m_progress->setAccessibleName(tr("Loading offers"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(72, metrics::Medium);
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
    layout->addSpacing(metrics::Small);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);
    layout->addStretch();
    layout->addWidget(new ActionButton(*m_watch, tr("Watch")));
    layout->addWidget(new ActionButton(*m_star, tr("Star")));
    layout->addWidget(m_buy);
    // Coming and going with each load, they must not move what is above.
    row->setFixedHeight(m_buy->sizeHint().height());
    return row;
}

void CatalogView::setModel(CatalogModel *model)
{
    m_table->setOffers(model);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CatalogView::updateActions);
    connect(model, &QAbstractItemModel::dataChanged, this, &CatalogView::updateActions);
    connect(model, &QAbstractItemModel::layoutChanged, this, &CatalogView::updateActions);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &CatalogView::updateActions);
    updateActions();
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

void CatalogView::setMarketCounts(int shown, int all, bool apart)
{
    const QLocale locale;
    m_count->setVisible(all > 0);
    QString text = tr("Rows: %1 · offers in all: %2").arg(locale.toString(shown), locale.toString(all));
    if (apart)
        //: behind a count, where "Prices in" is the name of the choice beside
        text += tr(" · to compare currencies, choose one under “Prices in”");
    m_count->setText(text);
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
    m_filters->setCanRefresh(blank != Blank::NoAccount);
    updateActions();
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

void CatalogView::focusSearch()
{
    m_filters->search()->setFocus(Qt::ShortcutFocusReason);
    m_filters->search()->selectAll();
}

int CatalogView::currentRow() const
{
    return m_blankKind == Blank::None ? m_table->currentRow() : -1;
}

bool CatalogView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        focusTable();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CatalogView::typeInSearch(QKeyEvent *event)
{
    SearchEdit *search = m_filters->search();
    search->setFocus(Qt::OtherFocusReason);
    search->end(false);
    QCoreApplication::sendEvent(search, event);
}

void CatalogView::showWords()
{
    m_table->setWords(searchWords(m_filters->search()->text()));
}

/// The one place that decides what can be done with the selected row, and says why not.
void CatalogView::updateActions()
{
    const int row = currentRow();
    const QModelIndex current = row < 0 ? QModelIndex() : m_table->model()->index(row, 0);
    const bool available = current.data(CatalogModel::AvailableRole).toBool();
    m_buy->setEnabled(available);
    if (available)
        m_buy->setToolTip(tr("Check the price and confirm the purchase"));
    else
        m_buy->setToolTip(current.isValid() ? current.data(Qt::ToolTipRole).toString()
                                            : tr("Select an offer first"));
    const bool isFavourite = current.data(CatalogModel::FavouriteRole).toBool();
    m_star->setEnabled(current.isValid());
    m_star->setText(isFavourite ? tr("Remove the s&tar") : tr("S&tar"));
    m_star->setIcon(icon(isFavourite ? Icon::Starred : Icon::Star));
    m_star->setToolTip(current.isValid() ? tr("Favourites are found under “Go to” and with the filter")
                                         : tr("Select an offer first"));
    m_watch->setEnabled(current.isValid());
    m_watch->setToolTip(current.isValid() ? tr("Be told when it is in stock, or when its price falls")
                                          : tr("Select an offer first"));
    m_expand->setVisible(current.data(CatalogModel::ExpandableRole).toBool());
    m_expand->setText(current.data(CatalogModel::ExpandedRole).toBool() ? tr("Hide its offers")
                                                                        : tr("Show all its offers"));
}

void CatalogView::buy()
{
    updateActions();
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
        m_filters->clear();
        m_filters->search()->setFocus();
        break;
    case Blank::Loading:
    case Blank::None:
        break;
    }
}

} // namespace otpdesk
