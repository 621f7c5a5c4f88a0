#pragma once

#include "models/topups/topupbook.h"
#include "providers/provider.h"

#include <QHash>

namespace otpdesk {

class AccountList;

/// Makes invoices and follows them until they are paid or over. One click is one invoice: the intent and its
/// idempotency key are in the journal before anything is sent, and where no readable answer came it is asked
/// for again under the same key, across restarts. Holds no timer while no invoice is live.
class TopUpEngine : public QObject
{
    Q_OBJECT

public:
    TopUpEngine(Journal &journal, AccountList &accounts, Clock &clock, QObject *parent = nullptr);
    ~TopUpEngine() override;

    /// Takes what the journal had at start.
    void start(const QList<TopUp> &topUps);

    const std::map<qint64, TopUp> &topUps() const { return m_book->topUps(); }
    const TopUp *topUp(qint64 key) const { return m_book->find(key); }

    /// Asks for an invoice. Ends with its key once the intent is written; its state tells the rest. Again
    /// while one is under way for the account: that one's key. Ends in BadRequest (`field` "amount") below
    /// the minimum, NotSupported, KeyMissing, NotFound or StorageFailed; then nothing was sent.
    Async<qint64> create(const QString &accountId, Money amount);
    /// Whether an invoice is being asked for, and no answer is there yet.
    bool isCreating(const QString &accountId) const;

    /// When it can no longer be paid, UTC; invalid when it does not count down.
    static QDateTime expiry(const TopUp &topUp);
    /// Where money is paid into an account; null where it cannot, or its key is not there.
    TopUpDesk *desk(const QString &accountId) const;
    /// Asks about everything live without waiting for its turn: the network is back.
    void askAllNow();

Q_SIGNALS:
    void added(qint64 key);
    void changed(qint64 key);
    void paid(qint64 key);
    /// Definitely not made; or given up (Outcome::Unknown).
    void refused(qint64 key, const otpdesk::ApiError &error);
    void storageFailed(const otpdesk::ApiError &error);
    void storageRecovered();

private:
    using Milliseconds = std::chrono::milliseconds;
    using Report = std::optional<Result<TopUpReport>>;
    /// When to ask about a live invoice next.
    struct Watch
    {
        Milliseconds due{0};
        int failures = 0; ///< in a row
        bool underWay = false;
        bool toldSinceExpiry = false; ///< the provider has said how it stands after its time was over
    };

    void watch(qint64 key, Milliseconds in);
    void takeUp(const QString &accountId);
    void schedule(qint64 key, Milliseconds in);
    void arm();
    void ring();
    void attend(qint64 key);
    void ask(qint64 key);
    void asked(qint64 key, const Report &answer);
    void poll(qint64 key);
    void polled(qint64 key, const Report &answer);
    void take(qint64 key, const TopUpReport &report);
    void unclear(qint64 key, Milliseconds notBefore);
    void refuse(qint64 key, const ApiError &error);
    bool endIfOver(qint64 key);
    QDateTime overAt(const TopUp &topUp) const;
    QDateTime worthlessAt(const TopUp &topUp) const;
    TopUpTerms terms(const TopUp &topUp) const;

    AccountList &m_accounts;
    Clock &m_clock;
    std::unique_ptr<TopUpBook> m_book;
    std::map<qint64, Watch> m_watches;
    QHash<QString, Async<qint64>> m_opening; ///< intents being written, by account
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace otpdesk
