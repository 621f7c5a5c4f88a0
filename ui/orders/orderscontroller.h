#pragma once

#include "models/orders/orderengine.h"
#include "ui/kit/messagebar.h"
#include "ui/orders/orderfilterproxy.h"
#include "ui/orders/ordersactions.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace otpdesk {

class Clipboard;
class OrderModel;
class OrdersView;
class TimelineModel;
enum class Icon;

/// Between the order engine and the Orders tab: owns the actions and the filter, and decides what is
/// possible.
class OrdersController : public QObject
{
    Q_OBJECT

public:
    /// `orders` and `timeline` are fed by `engine`; the timeline is this controller's to steer.
    OrdersController(OrderEngine &engine, OrderModel &orders, TimelineModel &timeline, Clipboard &clipboard,
                     Clock &clock, QObject *parent = nullptr);
    ~OrdersController() override;

    /// Makes the tab's content; once.
    OrdersView *createView(QWidget *parent);
    /// Selects an order, taking away a filter that hides it. 0 and unknown keys do nothing.
    void selectOrder(qint64 key);
    qint64 currentKey() const;
    const OrdersActions &actions() const { return m_actions; }

Q_SIGNALS:
    void catalogRequested();

private:
    enum class NumberForm { E164, Digits, National };
    /// What an action says when it neither counts down nor explains itself.
    struct Wording
    {
        QString text;
        QString hint;
    };

    QAction *makeAction(const QString &objectName, const QString &text, Icon symbol, const QString &toolTip,
                        void (OrdersController::*slot)());
    void makeActions();
    void connectView();
    void connectEngine();

    void showCurrent();
    /// The one place that decides what is enabled and what the buttons say.
    void updateActions();
    /// How long until it is possible; 0: now, or never.
    std::chrono::milliseconds applyPermission(QAction *action, const Permission &permission, bool busy);
    void updateUnconfirmed(const Order &order, bool busy);

    void copyBest();
    void copyCode();
    void copyNumber() { copyNumberAs(NumberForm::E164); }
    void copyNumberAs(NumberForm form);
    void sayCopyFailed();

    void resend();
    void replace();
    void finish();
    void cancel();
    void adopt(const QString &orderId);
    void markNotCharged();
    void remindLater();
    void remind();
    void loadOlder();

    /// Runs a command about the current order: its buttons are out of reach until it ends, and a refusal is
    /// shown.
    template <typename T>
    void run(qint64 key, const Async<T> &command, std::function<void(const T &)> done);
    void showError(qint64 key, const ApiError &error);
    /// In the tab's bar, or as soon as there is a tab. With a button to the order unless it is the one shown.
    void post(MessageBar::Message message, qint64 key);
    const Order *currentOrder() const;

    OrderEngine &m_engine;
    OrderModel &m_orders;
    TimelineModel &m_timeline;
    Clipboard &m_clipboard;
    Clock &m_clock;
    OrderFilterProxy m_proxy;
    OrdersActions m_actions;
    QHash<QAction *, Wording> m_wordings;
    QPointer<OrdersView> m_view;
    std::optional<MessageBar::Message> m_unshown; // what there was to say before the tab was first shown
    std::unique_ptr<Alarm> m_countdown;           // runs only while a button counts down
    std::unique_ptr<Alarm> m_reminder;
    QHash<qint64, QDateTime> m_remindAt; // of unconfirmed orders, UTC
    QSet<qint64> m_busy;                 // orders with a command under way
    bool m_loadingOlder = false;
    bool m_olderExhausted = false;
};

} // namespace otpdesk
