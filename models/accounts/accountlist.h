#pragma once

#include "models/accounts/account.h"
#include "models/accounts/secretstore.h"
#include "providers/provider.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace otpdesk {

class Clock;
class Journal;

/// Whether an account has its key at hand.
enum class KeyState {
    Loading,
    Present,
    Missing,     ///< the store has none: ask for it
    Unavailable, ///< the store could not be asked; see keyProblem
};

/// An account with what is known about it right now.
struct AccountEntry
{
    Account account;
    KeyState key = KeyState::Loading;
    SecretProblem keyProblem = SecretProblem::NoStore;
    std::optional<Balance> balance;
    QDateTime balanceAt; ///< UTC, of `balance`
    bool balanceLoading = false;
    std::optional<ApiError> problem; ///< of the last balance call; cleared by a success
    bool isLow = false;              ///< the balance buys little: below five times the last price paid
};

/// How accounts reach the network: proxy and trust, the same for all; and what makes a provider of a
/// connection.
struct NetworkSetup
{
    using Factory =
        std::function<std::unique_ptr<Provider>(const QString &providerId, Connection connection)>;
    /// By the registry; null for a provider it does not know.
    static std::unique_ptr<Provider> fromRegistry(const QString &providerId, Connection connection);

    QNetworkProxy proxy = QNetworkProxy::NoProxy;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    Factory make = fromRegistry;
};

/// The person's accounts: kept in the journal, their keys in a secret store, each with a live Provider.
class AccountList : public QObject
{
    Q_OBJECT

public:
    AccountList(Journal &journal, std::vector<SecretStore *> stores, Clock &clock, NetworkSetup network = {},
                QObject *parent = nullptr);
    ~AccountList() override;

    /// Takes the accounts the journal had at start and fetches their keys.
    void start(const QList<Account> &accounts);

    int count() const { return static_cast<int>(m_entries.size()); }
    const AccountEntry &at(int row) const { return m_entries[static_cast<size_t>(row)]; }
    int rowOf(const QString &accountId) const; ///< -1: no such account
    const AccountEntry *find(const QString &accountId) const;
    /// Null while the key is not there.
    Provider *provider(const QString &accountId) const;

    /// Asks for the balance with this key without keeping anything. Ends in the provider's refusal otherwise.
    Async<Balance> test(const Account &account, const QString &key);
    /// Keeps the account and its key. An empty key on an update leaves the kept one. Ends in StorageFailed
    /// with the store's words when the journal or the secret store refuses; then nothing is changed.
    Async<Done> save(const Account &account, const QString &key);
    /// Forgets the account and its key. Its orders stay in the journal.
    Async<Done> remove(const QString &accountId);

    void refreshBalance(const QString &accountId, Priority priority = Priority::User);
    void refreshBalances();
    /// A balance learned with another answer (a purchase that says what is left).
    void noteBalance(const QString &accountId, const Money &amount);
    /// A price just paid, to judge what a low balance is.
    void notePrice(const QString &accountId, const Money &price);

    SecretStore *store(SecretHome home) const; ///< null where there is none of that kind
    /// Asks the secret store again, after the person unlocked it.
    void retryKey(const QString &accountId);

Q_SIGNALS:
    void aboutToAdd(int row);
    void added(int row);
    void aboutToRemove(int row);
    void removed(const QString &accountId);
    void changed(int row);
    /// The account's provider object is there (again): key known, address or key changed.
    void providerReady(const QString &accountId);

private:
    struct Live;
    void insert(const Account &account);
    void fetchKey(const QString &accountId);
    void connectProvider(const QString &accountId, const QString &key);
    Async<Done> keepKeyAndSave(const Account &account, SecretHome oldHome);
    Async<Done> writeAccount(const Account &account, const QString &key);
    void takeBalance(const QString &accountId, const std::optional<Result<Balance>> &result);
    bool judgeLow(const QString &accountId, const AccountEntry &entry) const;
    std::unique_ptr<Provider> makeProvider(const Account &account, const QString &key) const;
    void update(const QString &accountId, const std::function<void(AccountEntry &)> &change);

    Journal &m_journal;
    std::vector<SecretStore *> m_stores;
    Clock &m_clock;
    NetworkSetup m_network;
    std::vector<AccountEntry> m_entries;
    QHash<QString, std::shared_ptr<Live>> m_live;
};

} // namespace otpdesk
