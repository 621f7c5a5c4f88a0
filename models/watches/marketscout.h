#pragma once

#include "models/markets/market.h"
#include "providers/types/result.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <deque>
#include <map>
#include <memory>

namespace otpdesk {

class AccountList;
class Alarm;
class Catalog;
class CatalogLoader;
class Clock;
class Provider;

/// Fetches the shelves of some markets again and again into the catalog: of each account one after the
/// other, all markets in turn. A round begins once a minute at most, and an account is asked no more than a
/// tenth of what its provider allows; what does not fit into a round is for the next one. Holds no alarm
/// while there is no market to look at.
class MarketScout : public QObject
{
    Q_OBJECT

public:
    using Milliseconds = std::chrono::milliseconds;

    /// All must outlive it.
    MarketScout(AccountList &accounts, Catalog &catalog, CatalogLoader &loader, Clock &clock,
                QObject *parent = nullptr);
    ~MarketScout() override;

    /// The first look comes as soon as the pace allows.
    void follow(qint64 id, const Market &market);
    void forget(qint64 id);

Q_SIGNALS:
    /// The catalog has what the account sells there now, published or not.
    void looked(qint64 id, const QString &accountId);

private:
    struct Load
    {
        QString country; ///< the market's key
        Milliseconds at{0};
        bool underWay = true;
    };
    /// What goes on at one account.
    struct Lane
    {
        quint64 serial = 0;        ///< answers for an earlier lane of the account are refused
        std::deque<qint64> todo;   ///< what is left of this turn
        qint64 current = 0;        ///< what is being looked at; 0: nothing
        std::deque<Shelf> shelves; ///< left of that
        bool complete = true;      ///< nothing of it failed
        int pagesFollowed = 0;
        QSet<QString> fetched;             ///< in this turn, by key
        QSet<QString> failed;              ///< of those
        QHash<qint64, QList<Shelf>> known; ///< where it was looked at before
        std::deque<Load> loads;
        bool isAsking = false;
        std::deque<Milliseconds> asked; ///< when, within the provider's window
        int failures = 0;
        Milliseconds restUntil{Milliseconds::min()};
        bool isRefused = false; ///< until the account changes
    };

    void followAccount(const QString &accountId);
    void ring();
    void ringSoon();
    void startAlarm(Milliseconds after);

    Lane &lane(const QString &accountId);
    void goOn(const QString &accountId);
    bool step(const QString &accountId, Lane &lane);
    void turnTo(const QString &accountId, Lane &lane, qint64 id);
    void endLook(const QString &accountId, Lane &lane);
    bool mayAsk(const QString &accountId, const Lane &lane) const;
    bool fits(Lane &lane, const Provider &provider) const;
    void noteAsked(Lane &lane);

    void fetch(const QString &accountId, Lane &lane, const Shelf &shelf);
    void answered(const QString &accountId, const Shelf &shelf,
                  const std::optional<Result<ShelfPage>> &answer);
    void followPages(Lane &lane, const Shelf &shelf, const ShelfPage &page) const;
    void loadCountry(const QString &accountId, Lane &lane, const QString &country);
    void loadEnded(const QString &accountId, const std::optional<ApiError> &error);
    void backOff(Lane &lane, const ApiError &error);

    AccountList &m_accounts;
    Catalog &m_catalog;
    CatalogLoader &m_loader;
    Clock &m_clock;
    std::map<qint64, Market> m_markets;
    std::map<QString, Lane> m_lanes;
    quint64 m_lastSerial = 0;
    std::unique_ptr<Alarm> m_alarm;
    Milliseconds m_ringAt{0};
    Milliseconds m_roundAt{0};
    std::optional<Milliseconds> m_lastAsked;
};

} // namespace otpdesk
