#pragma once

#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "models/store/journal.h"
#include "providers/simulator/simcatalog.h"
#include "providers/types/clock.h"
#include "tests/fault/crashes/dyingdisk.h"
#include "tests/support/drawer.h"

#include <QObject>

#include <memory>

namespace otpdesk {

/// The process that is killed: the engine over a profile, without a window. Commands come in, and news go
/// out, one to a line:
///
///     account ID PROVIDER URL KEY       an account it is to have; before "open"
///     open MSECS                        the time (UTC, since 1970): opens the journal and takes up its
///     orders skip MSECS                        lets time pass buy SPENDING N                    the Nth
///     offer on the shelf of a spending (their place in spendings()) which replace|renew|cancel|finish|resend
///     which orders that may be done with now replace|renew|cancel|finish|resend|mark|reconcile KEY adopt KEY
///     ID die COUNT before|torn|synced      at the write (sync) from now dieAfterIntent COUNT before|torn
///     from when an intent is written fail COUNT ERRNO                  writes, from that one on
///     failAfterIntent ERRNO             every write, from when an intent is written
///     heal                              the disk is well again
///     sync                              answers when all is written
///
///     ready WRITES · failed KIND DETAIL · order JSON · asked KEY|KIND DETAIL · done COMMAND KEY ok|KIND
///     allowed KEY... · storage failed KIND DETAIL · storage recovered · synced
///
/// The end of its input ends it in good order.
class Buyer : public QObject
{
    Q_OBJECT

public:
    explicit Buyer(const QString &profile, QObject *parent = nullptr);
    ~Buyer() override;

    void obey(const QString &command);

private:
    /// Everything below the window.
    struct Floor
    {
        Floor(const QString &file, Drawer &drawer, const QDateTime &now);

        SteerableClock clock;
        Journal journal;
        AccountList accounts;
        OrderEngine engine;
    };
    struct Arms
    {
        int count = 0;
        dyingdisk::Death how = dyingdisk::Death::Before;
        int failure = 0;
    };

    void open(const QDateTime &now);
    void opened(const Result<JournalStart> &start);
    void saveNextAccount();
    void buy(qsizetype which, qsizetype shelfPlace);
    void command(const QString &name, qint64 key, const QString &argument);
    void tellOrder(qint64 key);
    void tellWhich(const QString &action);
    void intentWritten();

    QString m_profile;
    SimCatalog m_catalog;
    Drawer m_drawer;
    QList<QPair<Account, QString>> m_missingAccounts; ///< with their keys
    std::unique_ptr<Floor> m_floor;
    Arms m_arms; ///< for when an intent is written
    bool m_started = false;
};

/// Runs a Buyer on standard input.
int runBuyer(const QString &profile);

} // namespace otpdesk
