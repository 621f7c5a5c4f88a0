#pragma once

#include "models/markets/market.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace otpdesk {

class Catalog;
class Clock;
class MarketWatcher;
class WatchesList;

/// Runs the dialogs about watched markets.
class WatchController : public QObject
{
    Q_OBJECT

public:
    /// For a price: the one the person thinks in first, then those of the accounts.
    using Currencies = std::function<QList<Currency>()>;

    /// Everything given must outlive it; dialogs stand over `window`.
    WatchController(MarketWatcher &watcher, Catalog &catalog, Clock &clock, Currencies currencies,
                    QWidget &window);

    /// Asks what to wait for in a market, watched already or not.
    void ask(const Market &market);
    /// Opens the list of what is watched, or brings it to the front.
    void showList();

Q_SIGNALS:
    /// The market's offers are to be shown in the catalog.
    void showRequested(const otpdesk::Market &market);
    /// The catalog itself.
    void catalogRequested();

private:
    void askOver(QWidget *parent, const Market &market);

    MarketWatcher &m_watcher;
    Catalog &m_catalog;
    Clock &m_clock;
    Currencies m_currencies;
    QWidget &m_window;
    QPointer<WatchesList> m_list;
};

} // namespace otpdesk
