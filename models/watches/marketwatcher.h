#pragma once

#include "models/watches/marketscout.h"
#include "models/watches/watch.h"
#include "models/watches/watchjudge.h"

#include <QObject>

#include <map>

namespace otpdesk {

class Journal;
struct CatalogChange;

/// The markets that the person watches: has them looked at as long as the application runs, and tells once
/// when there is stock, or when the price has come down to the limit.
class MarketWatcher : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Nothing happens before start().
    MarketWatcher(Journal &journal, AccountList &accounts, Catalog &catalog, CatalogLoader &loader,
                  Clock &clock, QObject *parent = nullptr);
    ~MarketWatcher() override;

    /// Takes up what the journal holds, which must have been opened.
    void start();
    /// The person's exchange rates. Without them, offers in another currency than a limit's do not meet it.
    void setConvert(WatchJudge::Convert convert);

    /// Watches a market, or watches it for something else from now on. One watch a market; it counts once it
    /// is written.
    void watch(const Market &market, const std::optional<Money> &limit);
    void unwatch(qint64 id);

    QList<Watch> watches() const;       ///< the oldest first
    const Watch *find(qint64 id) const; ///< null: not there
    const Watch *find(const Market &market) const;

    WatchState state(qint64 id) const;
    /// When there was news of it last, UTC; invalid: not yet.
    QDateTime lastLooked(qint64 id) const;
    /// The cheapest that is for sale, met or not.
    std::optional<WatchFinding> finding(qint64 id) const;
    /// The same for any market, as the catalog has it now.
    std::optional<WatchFinding> cheapest(const Market &market, const std::optional<Money> &limit = {}) const;

Q_SIGNALS:
    void added(qint64 id);
    /// Its limit, state, finding, or when it was looked at.
    void changed(qint64 id);
    void removed(qint64 id);
    /// What is waited for is there: once, until it has been gone in between, and every ten minutes at most.
    void met(const otpdesk::Watch &watch, const otpdesk::WatchFinding &finding);
    /// The journal could not be read, or not written: then the watch is as it was before.
    void failed(const otpdesk::ApiError &error);

private:
    struct Record
    {
        Watch watch;
        WatchState state = WatchState::Unknown;
        QDateTime lastLooked;
        std::optional<WatchFinding> finding;
        QSet<QString> fresh; ///< accounts looked at since their rows became stale
        bool isTold = false; ///< that it is met, since it is
        std::optional<std::chrono::milliseconds> toldAt;
    };

    void take(const Watch &watch);
    void takeOut(qint64 id);
    void noteLook(qint64 id, const QString &accountId);
    void noteAccount(const QString &accountId);
    void noteChange(const CatalogChange &change);
    void judgeSoon();
    void judge();
    void judge(qint64 id, const std::optional<WatchFinding> &finding);
    bool mayTell(const Record &record) const;
    bool counts(const Watch &watch, OfferRow row) const;

    Journal &m_journal;
    Catalog &m_catalog;
    Clock &m_clock;
    MarketScout m_scout;
    WatchJudge m_judge;
    std::map<qint64, Record> m_records;
    bool m_judges = false; ///< soon
};

} // namespace otpdesk
