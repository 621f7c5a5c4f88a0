#pragma once

#include "models/markets/markedmarket.h"
#include "providers/types/apierror.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;
class Journal;

/// The markets that a person starred, and those a purchase was begun for lately. What is marked shows at once
/// and is written behind; a write that fails is told once and tried again, and the mark stays meanwhile.
class MarketMarks : public QObject
{
    Q_OBJECT

public:
    /// How many recent ones are kept.
    static constexpr int MostRecent = 12;

    MarketMarks(Journal &journal, Clock &clock, QObject *parent = nullptr);
    /// Hands the journal what is not written yet.
    ~MarketMarks() override;

    /// Asks the journal for what was marked earlier; it must be open. What is marked before it answers is
    /// added to that.
    void start();

    bool isFavourite(const Market &market) const { return m_favourites.contains(market); }
    void setFavourite(const Market &market, bool on);
    /// A purchase was begun there.
    void noteUsed(const Market &market);

    /// By title.
    QList<Market> favourites() const;
    /// Newest first.
    QList<Market> recent() const;

Q_SIGNALS:
    void changed();
    void storageFailed(const otpdesk::ApiError &error);
    void storageRecovered();

private:
    void load();
    void take(const QList<MarkedMarket> &markets);
    void write(MarketMark mark);
    void flush(MarketMark mark);
    void flushAll();
    void noteFailure(const ApiError &error);
    void noteSuccess();
    QList<MarkedMarket> marked(MarketMark mark) const;

    Journal &m_journal;
    Clock &m_clock;
    QHash<Market, QDateTime> m_favourites;
    QList<MarkedMarket> m_recent; ///< newest first
    bool m_isLoaded = false;
    QList<std::function<void()>> m_early; ///< what was done before it was loaded
    QSet<MarketMark> m_dirty;
    QSet<MarketMark> m_writing;
    std::unique_ptr<Alarm> m_retry;
    bool m_failing = false;
};

} // namespace otpdesk
