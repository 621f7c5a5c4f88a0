#pragma once

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"
#include "tests/support/drawer.h"

#include <QAbstractItemModelTester>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace otpdesk {

/// Everything below the window, over one journal: destroying it and making another is a restart. Time and the
/// secret store outlive it.
class Desk
{
public:
    Desk(const QString &journalFile, NetworkSetup network, SteerableClock &time, Drawer &secrets)
        : clock(time),
          journal(journalFile),
          accounts(journal, {&secrets}, clock, std::move(network), nullptr),
          engine(journal, accounts, clock),
          model(engine, accounts, clock),
          timeline(engine, journal, clock),
          modelWatch(&model, QAbstractItemModelTester::FailureReportingMode::QtTest),
          timelineWatch(&timeline, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {}

    /// Opens the journal and takes up what it holds.
    bool open()
    {
        auto opened = journal.open();
        if (!ended(opened) || !opened.result().ok())
            return false;
        accounts.start(opened.result()->accounts);
        engine.start(opened.result()->liveOrders);
        return true;
    }

    /// Keeps an account; the error there was instead.
    std::optional<ApiError> save(const Account &account, const QString &key)
    {
        const auto saved = accounts.save(account, key);
        if (!ended(saved))
            return ApiError{};
        return saved.result().ok() ? std::nullopt : std::optional(saved.result().error());
    }

    /// One click. The order's key; 0 when the intent was refused.
    qint64 buy(const QString &accountId, const Offer &offer)
    {
        const auto key = engine.buy(accountId, offer);
        return ended(key) && key.result().ok() ? key.result().value() : 0;
    }

    /// Waits for the world to come to something, letting the clock run ahead of the computer's meanwhile.
    template <typename Condition>
    bool soon(Condition condition)
    {
        return comes(condition, pace);
    }
    /// The same without letting time pass.
    template <typename T>
    bool ended(const QFuture<T> &future)
    {
        return comes([&future] { return future.isFinished(); }, std::chrono::milliseconds(0));
    }
    bool becomes(qint64 key, OrderStatus wanted)
    {
        return soon([&] { return engine.order(key) && status(key) == wanted; });
    }

    OrderStatus status(qint64 key) const { return engine.order(key)->status; }
    /// As the list shows it; nothing when the list does not have it.
    std::optional<OrderStatus> shown(qint64 key) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(OrderModel::KeyRole).toLongLong() == key)
                return static_cast<OrderStatus>(index.data(OrderModel::StatusRole).toInt());
        }
        return {};
    }
    /// The last event of this kind in an order's timeline, as the journal has it.
    std::optional<OrderEvent> event(qint64 key, EventKind kind)
    {
        const auto events = journal.events(key);
        if (!ended(events) || !events.result().ok())
            return {};
        const QList<OrderEvent> list = events.result().value();
        const auto found = std::find_if(list.crbegin(), list.crend(),
                                        [kind](const OrderEvent &e) { return e.kind == kind; });
        return found == list.crend() ? std::nullopt : std::optional(*found);
    }
    bool happened(qint64 key, EventKind kind) { return event(key, kind).has_value(); }

    std::chrono::milliseconds pace{50}; ///< what passes on the clock in two milliseconds of waiting
    SteerableClock &clock;
    Journal journal;
    AccountList accounts;
    OrderEngine engine;
    OrderModel model;
    TimelineModel timeline;
    QAbstractItemModelTester modelWatch;
    QAbstractItemModelTester timelineWatch;

private:
    template <typename Condition>
    bool comes(Condition condition, std::chrono::milliseconds step)
    {
        // QTest::qWaitFor() sleeps 10 ms at a time: too long for the many small steps of a request.
        QEventLoop loop;
        QTimer tick;
        QDeadlineTimer patience(20000);
        bool come = condition();
        tick.callOnTimeout(&loop, [&] {
            come = condition();
            if (come || patience.hasExpired())
                loop.quit();
            else
                clock.skip(step);
        });
        tick.start(2);
        if (!come)
            loop.exec();
        return come;
    }
};

} // namespace otpdesk
