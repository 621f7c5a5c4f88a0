#pragma once

#include "models/orders/messagemodel.h"
#include "models/orders/orderengine.h"
#include "models/orders/timelinemodel.h"
#include "ui/kit/messagebar.h"
#include "ui/orders/orderfilterproxy.h"
#include "ui/orders/ordersactions.h"
#include "ui/orders/ordertab.h"
#include "ui/orders/reminders.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace otpdesk {

class Clipboard;
class OrdersView;

/// What a tab of orders works on. All of it outlives the tab.
struct OrderDesk
{
    OrderEngine &engine;
    OrderModel &orders; ///< fed by `engine`
    Journal &journal;
    Clipboard &clipboard;
    Clock &clock;
};

/// Between the order engine and a tab of orders of one kind: owns the actions and the filter, and decides
/// what is possible. What is special about a kind stands in the class for it.
class OrderTabController : public QObject
{
    Q_OBJECT

public:
    ~OrderTabController() override;

    /// Makes the tab's content; once.
    OrdersView *createView(QWidget *parent);
    /// Selects an order, taking away a filter that hides it; in place of a renewal that is done, its rental.
    /// 0 and unknown keys do nothing.
    void selectOrder(qint64 key);
    qint64 currentKey() const;

Q_SIGNALS:
    void catalogRequested(otpdesk::OfferKind kind);

protected:
    OrderTabController(const OrderDesk &desk, const OrderTab &tab, QObject *parent);

    /// What an action says when it neither counts down nor explains itself.
    struct Wording
    {
        QString name; ///< spoken
        QString text; ///< with its mnemonic
        QString hint;
    };

    // The buttons, in the order in which they are added.
    void addCopyCode();
    void addCopyNumber();
    /// The address of an inbox.
    void addCopyAddress();
    /// Something that may be done with an order when `may` allows it.
    QAction *addCommand(const QString &objectName, const Wording &wording, Icon symbol,
                        Permission OrderActions::*may, const std::function<void(qint64)> &run);
    /// A button that updateOthers() sees to.
    QAction *addAction(const QString &objectName, const Wording &wording, Icon symbol,
                       const std::function<void()> &run);
    /// A button that opens a menu; updateOthers() sees to it.
    QAction *addMenu(const QString &objectName, const Wording &wording, Icon symbol,
                     const QList<QAction *> &choices);
    QAction *addTool(const QString &objectName, const Wording &wording, Icon symbol,
                     const std::function<void()> &run);

    void resend(qint64 key) { run<Done>(key, engine().resend(key), {}); }
    void finish(qint64 key) { run<Done>(key, engine().finish(key), {}); }
    /// Says so when a message came in place of the refund.
    void cancel(qint64 key);

    /// What stands below the buttons.
    virtual QString remark(const Order &order) const
    {
        Q_UNUSED(order)
        return {};
    }
    /// What an action says from now on, where it explains nothing else.
    void setHint(QAction *action, const QString &hint) { m_wordings[action].hint = hint; }
    /// The hints, and the actions that are no commands; `order` is null where none is selected.
    virtual void updateOthers(const Order *order) { Q_UNUSED(order) }

    /// The one place that decides what is enabled and what the buttons say.
    void updateActions();
    /// Runs a command about an order: its buttons are out of reach until it ends. `failed` returns whether it
    /// has said what went wrong; otherwise the error is shown.
    template <typename T>
    void run(qint64 key, const Async<T> &command, const std::function<void(const T &)> &done,
             const std::function<bool(const ApiError &)> &failed = {});
    /// Keeps an order's buttons out of reach for as long as a double click takes.
    void rest(qint64 key);
    void showError(qint64 key, const ApiError &error);
    /// In the tab's bar, or as soon as there is a tab. With a button to the order unless it is the one shown;
    /// 0: about none.
    void post(MessageBar::Message message, qint64 key = 0);

    OrderEngine &engine() const { return m_desk.engine; }
    const Clock &clock() const { return m_desk.clock; }
    const Order *currentOrder() const;

private:
    enum class NumberForm { E164, Digits, National };
    struct Command
    {
        QAction *action;
        Permission OrderActions::*may;
    };

    QAction *makeAction(const QString &objectName, const Wording &wording, Icon symbol,
                        const std::function<void()> &run);
    void connectView();
    void connectEngine();
    bool isOfThisTab(qint64 key) const;
    /// The order whose row tells about this one.
    qint64 shownFor(qint64 key) const;
    void noteAnyOrders();

    void showCurrent();
    /// How long until it is possible; 0: now, or never.
    std::chrono::milliseconds applyPermission(QAction *action, const Permission &permission, bool busy);
    void updateUnconfirmed(const Order &order, bool busy);
    void updatePace();
    QString paceOf(const Order &order) const;

    void copyBest();
    void copyCode();
    void copyNumber() { copyNumberAs(NumberForm::E164); }
    void copyNumberAs(NumberForm form);
    void copyMessageCode(const QString &code);
    void sayCopyFailed();

    void adopt(const QString &orderId);
    void confirmRenewal();
    void markNotCharged();
    void remindLater();
    void loadOlder();

    OrderDesk m_desk;
    OrderTab m_tab;
    TimelineModel m_timeline;
    MessageModel m_messages;
    OrderFilterProxy m_proxy;
    Reminders m_reminders;
    OrdersActions m_actions;
    QList<Command> m_commands;
    QList<QAction *> m_numberCopies; ///< in need of a number
    QAction *m_copyCode = nullptr;
    QHash<QAction *, Wording> m_wordings;
    QPointer<OrdersView> m_view;
    std::optional<MessageBar::Message> m_unshown; ///< what there was to say before the tab was first shown
    std::unique_ptr<Alarm> m_countdown;           ///< runs only while a button counts down
    QSet<qint64> m_busy;                          ///< orders with a command under way
    bool m_anyOrders = false;
    bool m_loadingOlder = false;
    bool m_olderExhausted = false;
};

template <typename T>
void OrderTabController::run(qint64 key, const Async<T> &command, const std::function<void(const T &)> &done,
                             const std::function<bool(const ApiError &)> &failed)
{
    m_busy.insert(key);
    updateActions();
    whenReady(command, this, [this, key, done, failed](const Result<T> &result) {
        m_busy.remove(key);
        if (result) {
            if (done)
                done(*result);
        } else if (!failed || !failed(result.error())) {
            showError(key, result.error());
        }
        updateActions();
    });
}

} // namespace otpdesk
