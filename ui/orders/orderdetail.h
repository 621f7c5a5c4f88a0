#pragma once

#include "ui/orders/ordersactions.h"
#include "ui/orders/ordertab.h"

#include <QModelIndex>
#include <QWidget>

class QAbstractItemModel;
class QBoxLayout;

namespace otpdesk {

class Clock;
class CountdownRing;
class ElidedLabel;
class HeroCode;
class MessagesPanel;
class PillLabel;
class TimelineView;
class UnconfirmedPanel;

/// Everything about one order: number, code, time left, what can be done, and what came and happened.
class OrderDetail : public QWidget
{
    Q_OBJECT

public:
    OrderDetail(const OrderTab &tab, const OrdersActions &actions, const Clock &clock,
                QWidget *parent = nullptr);

    /// `messages` is for a tab that shows them.
    void setModels(QAbstractItemModel *timeline, QAbstractItemModel *messages);
    /// A row of a model with the roles of OrderModel; again at each change of it.
    void showOrder(const QModelIndex &order);
    /// What came and happened beside the rest rather than below it, for a panel that is wide and low.
    void setFlat(bool flat);
    void setRemark(const QString &remark);

    HeroCode &code() { return *m_code; }
    HeroCode &number() { return *m_number; }
    UnconfirmedPanel &unconfirmed() { return *m_unconfirmed; }
    MessagesPanel *messages() { return m_messages; } ///< null in a tab without them

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepHeight();
    QWidget *makeHead();
    QWidget *makeButtons(const OrdersActions &actions);
    QWidget *makeTimeline();
    void showTime(const QModelIndex &order);

    const Clock &m_clock;
    QBoxLayout *m_layout;
    ElidedLabel *m_title;
    PillLabel *m_status;
    HeroCode *m_number;
    HeroCode *m_code;
    CountdownRing *m_ring;
    ElidedLabel *m_terms;
    ElidedLabel *m_remark;
    UnconfirmedPanel *m_unconfirmed;
    QWidget *m_confirmed; // what an unconfirmed order does not have
    TimelineView *m_timeline;
    MessagesPanel *m_messages = nullptr;
};

} // namespace otpdesk
