#include "ui/orders/ordersview.h"

#include "providers/types/clock.h"
#include "ui/kit/actionbutton.h"
#include "ui/kit/codedelegate.h"
#include "ui/kit/countdown.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/herocode.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pilldelegate.h"
#include "ui/kit/searchedit.h"
#include "ui/kit/tablelook.h"
#include "ui/orders/messagespanel.h"
#include "ui/orders/orderdetail.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

namespace {

constexpr int SideBySideFrom = 1200; // width at which the detail stands beside the table
constexpr int DetailWidth = 440;

} // namespace

OrdersView::OrdersView(const OrderTab &tab, const OrdersActions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_tab(tab),
      m_search(new SearchEdit(tab.search.spoken)),
      m_filter(new QComboBox),
      m_messages(new MessageBar),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState),
      m_splitter(new QSplitter),
      m_table(new QTableView),
      m_codes(nullptr),
      m_detail(new OrderDetail(tab, actions, clock)),
      m_pace(new ElidedLabel)
{
    setUpTable(clock);
    setUpMenu(actions);
    setUpEmptyState();
    connectDetail();

    m_pace->setObjectName(u"pollPace"_s);
    m_pace->setMuted(true);
    m_pace->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::Medium);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);
    updatePage();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Small);
    layout->addWidget(makeFilterRow(actions));
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_pace);
}

QWidget *OrdersView::makeFilterRow(const OrdersActions &actions)
{
    m_search->setObjectName(m_tab.search.object);
    m_search->setMaximumWidth(480);
    connect(m_search, &QLineEdit::textChanged, this, &OrdersView::searchChanged);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });

    m_filter->setObjectName(m_tab.filter.object);
    m_filter->setAccessibleName(m_tab.filter.spoken);
    m_filter->addItems({tr("All"), tr("Live"), tr("With code"), tr("Needs attention"), tr("Ended")});
    connect(m_filter, &QComboBox::currentIndexChanged, this,
            [this](int index) { Q_EMIT filterChanged(static_cast<OrderFilter>(index)); });
    auto *label = new QLabel(tr("Sho&w"));
    label->setBuddy(m_filter);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_search, 1);
    layout->addSpacing(metrics::Small);
    layout->addWidget(label);
    layout->addWidget(m_filter);
    layout->addStretch();
    for (const OrdersActions::Button &tool : actions.tools)
        layout->addWidget(new ActionButton(*tool.action, tool.name));
    return row;
}

void OrdersView::setUpTable(const Clock &clock)
{
    m_table->setObjectName(m_tab.table.object);
    applyTableLook(*m_table, m_tab.table.spoken);
    m_table->setMinimumHeight(120);
    m_codes = new CodeDelegate(m_table, OrderModel::HeadlineRole);
    m_table->setItemDelegateForColumn(int(Column::Code), m_codes);
    m_table->setItemDelegateForColumn(
        int(Column::Status),
        new PillDelegate(
            [](const QModelIndex &index) {
                return pillFor(static_cast<OrderStatus>(index.data(OrderModel::StatusRole).toInt()),
                               static_cast<OfferKind>(index.data(OrderModel::KindRole).toInt()),
                               index.data(OrderModel::SoonRole).toBool());
            },
            m_table));
    m_table->setItemDelegateForColumn(
        int(Column::TimeLeft),
        new CountdownDelegate(OrderModel::ExpiresRole, OrderModel::LifetimeRole, clock, m_table));
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &OrdersView::copyRequested);
    connect(m_codes, &CodeDelegate::copyRequested, this, &OrdersView::copyCodeRequested);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_table->verticalScrollBar()->maximum())
            Q_EMIT olderWanted();
    });
}

void OrdersView::setUpMenu(const OrdersActions &actions)
{
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"orderMenu"_s);
    for (const OrdersActions::Button &button : actions.order) {
        menu->addAction(button.action);
        if (!button.onlyMenu)
            continue;
        auto *choices = new QMenu(menu);
        choices->addActions(button.menu);
        button.action->setMenu(choices);
    }
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, menu, [this, menu](const QPoint &at) {
        if (currentOrder().isValid())
            menu->popup(m_table->viewport()->mapToGlobal(at));
    });
}

void OrdersView::setUpEmptyState()
{
    connect(m_empty, &EmptyState::primaryClicked, this, [this] {
        if (m_anyOrders)
            resetSearch();
        else
            Q_EMIT catalogRequested();
    });
}

void OrdersView::connectDetail()
{
    connect(&m_detail->code(), &HeroCode::copyRequested, this, &OrdersView::copyCodeRequested);
    connect(&m_detail->number(), &HeroCode::copyRequested, this, &OrdersView::copyNumberRequested);
    UnconfirmedPanel &panel = m_detail->unconfirmed();
    connect(&panel, &UnconfirmedPanel::orderIdEntered, this, &OrdersView::orderIdEntered);
    connect(&panel, &UnconfirmedPanel::renewedChosen, this, &OrdersView::renewedChosen);
    connect(&panel, &UnconfirmedPanel::notChargedChosen, this, &OrdersView::notChargedChosen);
    connect(&panel, &UnconfirmedPanel::remindLaterChosen, this, &OrdersView::remindLaterChosen);
}

void OrdersView::setModels(QAbstractItemModel *orders, QAbstractItemModel *timeline,
                           QAbstractItemModel *messages)
{
    m_detail->setModels(timeline, messages);
    m_table->setModel(orders);
    makeSelectedCurrent(*m_table);
    orderColumns();
    fitColumns();

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersView::refreshDetail);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(orders, signal, this, &OrdersView::updatePage);
    connect(orders, &QAbstractItemModel::modelReset, this, &OrdersView::updatePage);
    connect(orders, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = currentOrder().row();
                if (row >= first.row() && row <= last.row())
                    refreshDetail();
            });
    updatePage();
}

/// The columns of this tab, in its order; the others are not shown.
void OrdersView::orderColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < header->count(); ++column)
        header->hideSection(column);
    int place = 0;
    for (const OrderTab::ColumnPlan &plan : std::as_const(m_tab.columns)) {
        const int column = int(plan.column);
        header->showSection(column);
        header->moveSection(header->visualIndex(column), place++);
        if (plan.column == m_tab.wide)
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header->resizeSection(column, plan.width * character);
    }
}

MessagesPanel *OrdersView::mail()
{
    return m_detail->messages();
}

void OrdersView::setRemark(const QString &remark)
{
    m_detail->setRemark(remark);
}

void OrdersView::setPace(const QString &pace)
{
    m_pace->setText(pace);
    m_pace->setVisible(!pace.isEmpty());
}

void OrdersView::setAnyOrders(bool any)
{
    m_anyOrders = any;
    updatePage();
}

QModelIndex OrdersView::currentOrder() const
{
    return m_table->currentIndex().siblingAtColumn(0);
}

void OrdersView::selectOrder(const QModelIndex &order)
{
    m_table->selectRow(order.row());
    m_table->scrollTo(order);
    m_table->setFocus(Qt::OtherFocusReason); // Enter and Ctrl+C copy its code
}

void OrdersView::refreshDetail()
{
    const QModelIndex order = currentOrder();
    const bool another = m_shown != order;
    m_shown = order;
    if (another)
        m_detail->unconfirmed().reset();
    m_detail->setVisible(order.isValid());
    if (order.isValid())
        m_detail->showOrder(order);
    if (another)
        Q_EMIT currentOrderChanged();
}

void OrdersView::showCodeCopied()
{
    m_detail->code().showCopied();
    m_codes->showCopied(currentOrder().siblingAtColumn(int(Column::Code)));
}

void OrdersView::showNumberCopied()
{
    m_detail->number().showCopied();
}

void OrdersView::setUnconfirmed(const UnconfirmedFacts &facts, bool busy)
{
    m_detail->unconfirmed().setFacts(facts);
    m_detail->unconfirmed().setBusy(busy);
}

void OrdersView::resetSearch()
{
    m_search->clear();
    m_filter->setCurrentIndex(int(OrderFilter::All));
}

void OrdersView::updatePage()
{
    const bool rows = m_table->model() && m_table->model()->rowCount() > 0;
    if (rows) {
        m_pages->setCurrentWidget(m_splitter);
        // Something is always selected: the detail is where the code is read.
        if (!currentOrder().isValid())
            m_table->selectRow(0);
        refreshDetail();
        return;
    }
    const OrderTab::Emptiness &why = m_anyOrders ? m_tab.noMatch : m_tab.none;
    m_empty->setContent(m_anyOrders ? Icon::Search : m_tab.symbol, why.headline, why.sentence);
    m_empty->setPrimary(why.button);
    m_pages->setCurrentWidget(m_empty);
    refreshDetail();
}

void OrdersView::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    QList<OrderTab::ColumnPlan> plans = m_tab.columns;
    std::stable_sort(plans.begin(), plans.end(),
                     [](const auto &one, const auto &other) { return one.rank < other.rank; });
    int room = m_table->viewport()->width();
    for (const OrderTab::ColumnPlan &plan : std::as_const(plans)) {
        const int width = plan.width * character;
        const bool fits = plan.rank == 0 || room >= width;
        room -= fits ? width : 0;
        m_table->setColumnHidden(int(plan.column), !fits);
    }
}

void OrdersView::arrange()
{
    const bool sideBySide = width() >= SideBySideFrom;
    if (m_sideBySide == sideBySide)
        return;
    m_sideBySide = sideBySide;
    m_splitter->setOrientation(sideBySide ? Qt::Horizontal : Qt::Vertical);
    m_detail->setFlat(!sideBySide);
    if (sideBySide)
        m_splitter->setSizes({width() - DetailWidth - 3 * metrics::Medium, DetailWidth});
}

void OrdersView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool OrdersView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
    } else if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Qt would copy the text of a cell, ungrouped digits being what is wanted.
        if (key->matches(QKeySequence::Copy) || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT copyRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace otpdesk
