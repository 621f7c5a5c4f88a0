#include "ui/orders/ordersview.h"

#include "models/orders/ordermodel.h"
#include "providers/types/clock.h"
#include "ui/kit/codedelegate.h"
#include "ui/kit/countdown.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/herocode.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pilldelegate.h"
#include "ui/kit/searchedit.h"
#include "ui/kit/tablelook.h"
#include "ui/orders/orderdetail.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

namespace {

constexpr int SideBySideFrom = 1200; // width at which the detail stands beside the table
constexpr int DetailWidth = 440;
constexpr int ServiceWidth = 130;

/// Widths in average characters, in the order of Column; the service takes what is left.
constexpr std::array<int, static_cast<size_t>(Column::Count)> Widths{22, 0, 17, 13, 18, 21, 15, 15, 18};

} // namespace

OrdersView::OrdersView(const OrdersActions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_search(new SearchEdit(tr("Search orders"))),
      m_filter(new QComboBox),
      m_messages(new MessageBar),
      m_pages(new QStackedWidget),
      m_empty(new EmptyState),
      m_splitter(new QSplitter),
      m_table(new QTableView),
      m_codes(nullptr),
      m_detail(new OrderDetail(actions, clock))
{
    setUpTable(clock);
    setUpEmptyState();
    connectDetail();

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
    layout->addWidget(makeFilterRow());
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
}

QWidget *OrdersView::makeFilterRow()
{
    m_search->setObjectName(u"searchOrders"_s);
    m_search->setMaximumWidth(480);
    connect(m_search, &QLineEdit::textChanged, this, &OrdersView::searchChanged);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });

    m_filter->setObjectName(u"orderFilter"_s);
    m_filter->setAccessibleName(tr("Order filter"));
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
    return row;
}

void OrdersView::setUpTable(const Clock &clock)
{
    m_table->setObjectName(u"orders"_s);
    applyTableLook(*m_table, tr("Orders"));
    m_table->setMinimumHeight(120);
    m_codes = new CodeDelegate(m_table);
    m_table->setItemDelegateForColumn(int(Column::Code), m_codes);
    m_table->setItemDelegateForColumn(
        int(Column::Status),
        new PillDelegate(
            [](const QModelIndex &index) {
                return pillFor(static_cast<OrderStatus>(index.data(OrderModel::StatusRole).toInt()));
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
    connect(&panel, &UnconfirmedPanel::notChargedChosen, this, &OrdersView::notChargedChosen);
    connect(&panel, &UnconfirmedPanel::remindLaterChosen, this, &OrdersView::remindLaterChosen);
}

void OrdersView::setModels(QAbstractItemModel *orders, QAbstractItemModel *timeline)
{
    m_detail->setTimeline(timeline);
    m_table->setModel(orders);
    makeSelectedCurrent(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < int(Column::Count); ++column) {
        if (column != int(Column::Service))
            header->resizeSection(column, Widths[size_t(column)] * character);
    }
    header->setSectionResizeMode(int(Column::Service), QHeaderView::Stretch);
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
    if (m_anyOrders) {
        m_empty->setContent(Icon::Search, tr("No order matches"),
                            tr("Search for something else, or show all orders."));
        m_empty->setPrimary(tr("Show &all orders"));
    } else {
        m_empty->setContent(
            Icon::Message, tr("No orders yet"),
            tr("Buy a number in the catalog. It appears here, and its code as soon as the SMS comes."));
        m_empty->setPrimary(tr("&Open the catalog"));
    }
    m_pages->setCurrentWidget(m_empty);
    refreshDetail();
}

void OrdersView::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    int room = m_table->viewport()->width() - ServiceWidth;
    const auto give = [&](Column column) {
        const int width = Widths[size_t(column)] * character;
        const bool fits = room >= width;
        room -= fits ? width : 0;
        return fits;
    };
    for (const Column column :
         {Column::Number, Column::Provider, Column::Code, Column::Status, Column::TimeLeft})
        give(column);
    for (const Column column : {Column::Price, Column::Country, Column::Bought})
        m_table->setColumnHidden(int(column), !give(column));
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
