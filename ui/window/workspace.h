#pragma once

class QSettings;

namespace otpdesk {

class AccountList;
class AccountModel;
class Catalog;
class CatalogAccounts;
class CatalogLoader;
class Clipboard;
class Clock;
class Journal;
class MarketMarks;
class MarketWatcher;
class OrderEngine;
class OrderModel;
class RateBook;
class TopUpEngine;
class TopUpModel;
class TrackRecords;

/// What the window works on. Owned by the session, which outlives the window.
struct Workspace
{
    Clock &clock;
    Journal &journal;
    AccountList &accounts;
    AccountModel &accountModel;
    OrderEngine &engine;
    OrderModel &orders;
    Catalog &catalog;
    CatalogLoader &loader;
    CatalogAccounts &catalogAccounts;
    TrackRecords &trackRecords;
    MarketMarks &marks;
    RateBook &rates;
    MarketWatcher &watcher;
    TopUpEngine &topUpEngine;
    TopUpModel &topUps;
    Clipboard &clipboard;
    QSettings &settings; ///< the profile's; never secrets
    bool isDemo = false;
};

} // namespace otpdesk
