#pragma once

#include "ui/orders/orderfilterproxy.h"
#include "ui/orders/ordersactions.h"
#include "ui/orders/ordertab.h"
#include "ui/orders/unconfirmedpanel.h"

#include <QModelIndex>
#include <QWidget>

#include <optional>

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace otpdesk {

class Clock;
class CodeDelegate;
class ElidedLabel;
class EmptyState;
class MessageBar;
class MessagesPanel;
class OrderDetail;
class SearchEdit;

/// A tab of orders of one kind: a table, and the selected order in full. Shows models and sends signals;
/// knows no engine.
class OrdersView : public QWidget
{
    Q_OBJECT

public:
    OrdersView(const OrderTab &tab, const OrdersActions &actions, const Clock &clock,
               QWidget *parent = nullptr);

    /// `orders` has the columns and roles of OrderModel, `timeline` the roles of TimelineModel. `messages`
    /// has those of MessageModel; null in a tab without a table of messages.
    void setModels(QAbstractItemModel *orders, QAbstractItemModel *timeline,
                   QAbstractItemModel *messages = nullptr);
    /// Whether there are orders at all, filtered out or not: decides which empty state is shown.
    void setAnyOrders(bool any);

    QModelIndex currentOrder() const;
    void selectOrder(const QModelIndex &order);
    /// Shows the current row anew after its data changed.
    void refreshDetail();
    void showCodeCopied();
    void showNumberCopied();
    void setUnconfirmed(const UnconfirmedFacts &facts, bool busy);
    /// What stands below the buttons; empty: nothing.
    void setRemark(const QString &remark);
    /// What stands below everything; empty: nothing.
    void setPace(const QString &pace);
    void resetSearch();

    MessageBar &messages() { return *m_messages; }
    /// The messages of the selected order; null in a tab without them.
    MessagesPanel *mail();

Q_SIGNALS:
    void searchChanged(const QString &text);
    void filterChanged(otpdesk::OrderFilter filter);
    void currentOrderChanged();
    /// Double click, Enter, Ctrl+C or a click on a code: of the current row.
    void copyRequested();
    void copyCodeRequested();
    void copyNumberRequested();
    void catalogRequested();
    /// The end of the list is in sight.
    void olderWanted();
    void orderIdEntered(const QString &id);
    void renewedChosen();
    void notChargedChosen();
    void remindLaterChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilterRow(const OrdersActions &actions);
    void setUpTable(const Clock &clock);
    void orderColumns();
    /// What the buttons do, beside the row as well.
    void setUpMenu(const OrdersActions &actions);
    void setUpEmptyState();
    void connectDetail();
    void updatePage();
    /// Shows the less important columns only where there is room for them.
    void fitColumns();
    void arrange();

    OrderTab m_tab;
    SearchEdit *m_search;
    QComboBox *m_filter;
    MessageBar *m_messages;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QTableView *m_table;
    CodeDelegate *m_codes;
    OrderDetail *m_detail;
    ElidedLabel *m_pace;
    QPersistentModelIndex m_shown; // what the detail shows
    bool m_anyOrders = false;
    std::optional<bool> m_sideBySide; // detail beside the table; nothing before the first layout
};

} // namespace otpdesk
