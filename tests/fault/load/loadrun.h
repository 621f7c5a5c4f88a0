#pragma once

#include "tests/fault/load/loaddesk.h"

#include <QStringList>

#include <map>

namespace otpdesk {

/// How much of everything.
struct LoadPlan
{
    QList<LoadAccount> accounts;
    std::chrono::milliseconds buying; ///< the orders are bought evenly over this time
    std::chrono::milliseconds steady; ///< of polling and nothing else
    std::chrono::milliseconds clicks; ///< of polling while a person does something every three seconds
    std::chrono::milliseconds outage;
    std::chrono::milliseconds atRest; ///< after the last order has ended

    /// A thousand orders, and the hour that takes; or a tenth of it.
    static LoadPlan full();
    static LoadPlan brief();
};

/// Polling under load, from the first purchase to the hour after the last order has ended. Prints what it
/// measures as it goes.
class LoadRun
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit LoadRun(const LoadPlan &plan);

    /// What was damaged; empty: nothing.
    QStringList run();

private:
    /// The longest time in which an order of an account was not checked, and how long it should have been.
    struct Gap
    {
        Milliseconds actual{0};
        Milliseconds ideal{0};
        double ratio = 0;
    };
    struct Watched
    {
        Milliseconds last{0};
        Milliseconds interval{0};
    };
    struct Click
    {
        QString action;
        Milliseconds at{0};
    };

    // What happens
    void buyEverything();
    void pollSteadily();
    void clickAround();
    void askedToPause();
    void goOffline(bool told);
    void endEverything();
    void stayAtRest();

    void seen(const SeenRequest &request);
    void orderChanged(qint64 key);
    void replenish();
    bool clickOnce(const QString &providerId, const QString &action);
    bool endOne(const QString &providerId);

    // What is measured
    void beginPhase();
    void closeGaps();
    void measureGap(qint64 key, Watched &watched);
    Milliseconds idealOf(qint64 key, Milliseconds interval) const;
    void checkLimits();
    void sayGaps(const QString &title);
    void sayRecovery(const QString &title, Milliseconds from, const QStringList &providerIds);
    void damage(const QString &what);

    LoadPlan m_plan;
    LoadDesk m_desk;
    QStringList m_damage;
    std::map<qint64, Watched> m_watched;
    QHash<QString, Gap> m_gaps;
    QHash<QString, int> m_checks;
    QHash<qint64, Click> m_clicks;
    std::map<QString, Spread> m_delays; ///< of clicks, by action
    Milliseconds m_phaseFrom{0};
    int m_refusals = 0;  ///< a server said that there were too many requests
    int m_strangers = 0; ///< checks of no order that is known
    QHash<QString, Milliseconds> m_nextPurchase;
};

} // namespace otpdesk
