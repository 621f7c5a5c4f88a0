#include "models/accounts/accountlist.h"

#include "models/store/journal.h"
#include "providers/http/httpclient.h"
#include "providers/registry.h"
#include "providers/types/clock.h"

#include <algorithm>
#include <utility>

namespace otpdesk {

namespace {

/// Purchases of the last price that a balance must cover not to be called low.
constexpr int PurchasesLeftWhenLow = 5;

ApiError storageError(const SecretReply &reply)
{
    ApiError error;
    error.kind = ErrorKind::StorageFailed;
    error.detail = reply.detail;
    return error;
}

ApiError errorOf(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

} // namespace

std::unique_ptr<Provider> NetworkSetup::fromRegistry(const QString &providerId, Connection connection)
{
    const ProviderEntry *entry = findProvider(providerId);
    return entry ? entry->make(std::move(connection)) : nullptr;
}

/// What an account needs while it is there: its connection to the provider, and which answers still count.
struct AccountList::Live
{
    std::unique_ptr<Provider> provider;
    std::optional<Money> lastPrice;
    int balanceGeneration = 0;
    int balancesUnderWay = 0;
    bool balanceIsStale = false; ///< something happened since the request under way was sent
    int keyGeneration = 0;
};

AccountList::AccountList(Journal &journal, std::vector<SecretStore *> stores, Clock &clock,
                         NetworkSetup network, QObject *parent)
    : QObject(parent),
      m_journal(journal),
      m_stores(std::move(stores)),
      m_clock(clock),
      m_network(std::move(network))
{}

AccountList::~AccountList() = default;

void AccountList::start(const QList<Account> &accounts)
{
    for (const Account &account : accounts)
        insert(account);
    for (const Account &account : accounts)
        fetchKey(account.id);
}

void AccountList::insert(const Account &account)
{
    Q_EMIT aboutToAdd(count());
    AccountEntry entry;
    entry.account = account;
    m_entries.push_back(std::move(entry));
    m_live.insert(account.id, std::make_shared<Live>());
    Q_EMIT added(count() - 1);
}

int AccountList::rowOf(const QString &accountId) const
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(),
                     [&accountId](const AccountEntry &e) { return e.account.id == accountId; });
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

const AccountEntry *AccountList::find(const QString &accountId) const
{
    const int row = rowOf(accountId);
    return row < 0 ? nullptr : &at(row);
}

Provider *AccountList::provider(const QString &accountId) const
{
    const auto live = m_live.value(accountId);
    return live ? live->provider.get() : nullptr;
}

SecretStore *AccountList::store(SecretHome home) const
{
    const auto found = std::find_if(m_stores.cbegin(), m_stores.cend(),
                                    [home](SecretStore *s) { return s->home() == home; });
    return found == m_stores.cend() ? nullptr : *found;
}

std::unique_ptr<Provider> AccountList::makeProvider(const Account &account, const QString &key) const
{
    Connection connection;
    connection.baseUrl = account.baseUrl;
    connection.key = key;
    connection.proxy = m_network.proxy;
    connection.tls = m_network.tls;
    connection.clock = &m_clock;
    return m_network.make(account.providerId, std::move(connection));
}

void AccountList::update(const QString &accountId, const std::function<void(AccountEntry &)> &change)
{
    const int row = rowOf(accountId);
    if (row < 0)
        return;
    change(m_entries[static_cast<size_t>(row)]);
    Q_EMIT changed(row);
}

void AccountList::fetchKey(const QString &accountId)
{
    const auto live = m_live.value(accountId);
    const AccountEntry *entry = find(accountId);
    if (!live || !entry)
        return;
    SecretStore *secrets = store(entry->account.keyHome);
    if (!secrets) {
        update(accountId, [](AccountEntry &e) {
            e.key = KeyState::Unavailable;
            e.keyProblem = SecretProblem::NoStore;
        });
        return;
    }
    const int generation = ++live->keyGeneration;
    whenReady(secrets->read(accountId), this, [this, accountId, live, generation](const SecretReply &reply) {
        if (generation != live->keyGeneration)
            return;
        if (reply.ok && !reply.secret.isEmpty()) {
            connectProvider(accountId, reply.secret);
            return;
        }
        update(accountId, [&reply](AccountEntry &e) {
            e.key = reply.ok ? KeyState::Missing : KeyState::Unavailable;
            e.keyProblem = reply.problem;
        });
    });
}

void AccountList::retryKey(const QString &accountId)
{
    update(accountId, [](AccountEntry &e) { e.key = KeyState::Loading; });
    fetchKey(accountId);
}

void AccountList::connectProvider(const QString &accountId, const QString &key)
{
    const auto live = m_live.value(accountId);
    const AccountEntry *entry = find(accountId);
    if (!live || !entry)
        return;
    ++live->keyGeneration;
    ++live->balanceGeneration;
    live->provider = makeProvider(entry->account, key);
    update(accountId, [](AccountEntry &e) {
        e.key = KeyState::Present;
        e.balanceLoading = false;
        e.problem.reset();
    });
    if (!live->provider)
        return;
    Q_EMIT providerReady(accountId);
    refreshBalance(accountId);
}

Async<Balance> AccountList::test(const Account &account, const QString &key)
{
    if (const auto problem = HttpClient::addressProblem(account.baseUrl))
        return readyResult<Balance>(*problem);
    std::shared_ptr<Provider> trial = makeProvider(account, key);
    if (!trial)
        return readyResult<Balance>(errorOf(ErrorKind::NotSupported));
    // The trial connection lives exactly as long as its answer is awaited.
    return mapped(trial->balance(Priority::User), this, [trial](Result<Balance> result) { return result; });
}

Async<Done> AccountList::save(const Account &account, const QString &key)
{
    if (const auto problem = HttpClient::addressProblem(account.baseUrl))
        return readyResult<Done>(*problem);
    const AccountEntry *known = find(account.id);
    if (key.isEmpty())
        return known ? keepKeyAndSave(account, known->account.keyHome)
                     : readyResult<Done>(errorOf(ErrorKind::KeyMissing));

    SecretStore *secrets = store(account.keyHome);
    if (!secrets)
        return readyResult<Done>(errorOf(ErrorKind::StorageFailed));
    // The key first: an account without its key would be a row that only fails.
    return chained(secrets->write(account.id, key, account.label), this,
                   [this, account, key](const SecretReply &reply) -> Async<Done> {
                       if (!reply.ok)
                           return readyResult<Done>(storageError(reply));
                       return writeAccount(account, key);
                   });
}

Async<Done> AccountList::keepKeyAndSave(const Account &account, SecretHome oldHome)
{
    SecretStore *secrets = store(oldHome);
    if (!secrets)
        return readyResult<Done>(errorOf(ErrorKind::StorageFailed));
    return chained(secrets->read(account.id), this,
                   [this, account, oldHome](const SecretReply &reply) -> Async<Done> {
                       if (!reply.ok)
                           return readyResult<Done>(storageError(reply));
                       if (reply.secret.isEmpty())
                           return readyResult<Done>(errorOf(ErrorKind::KeyMissing));
                       if (account.keyHome != oldHome)
                           return save(account, reply.secret);
                       return writeAccount(account, reply.secret);
                   });
}

Async<Done> AccountList::writeAccount(const Account &account, const QString &key)
{
    return mapped(m_journal.saveAccount(account), this, [this, account, key](Result<Done> result) {
        if (!result)
            return result;
        if (const AccountEntry *known = find(account.id)) {
            const SecretHome oldHome = known->account.keyHome;
            if (oldHome != account.keyHome && store(oldHome))
                store(oldHome)->erase(account.id);
            update(account.id, [&account](AccountEntry &e) {
                if (e.account.baseUrl != account.baseUrl || e.account.providerId != account.providerId)
                    e.balance.reset();
                e.account = account;
            });
        } else {
            insert(account);
        }
        connectProvider(account.id, key);
        return result;
    });
}

Async<Done> AccountList::remove(const QString &accountId)
{
    const AccountEntry *entry = find(accountId);
    if (!entry)
        return readyResult<Done>(errorOf(ErrorKind::NotFound));
    const SecretHome home = entry->account.keyHome;
    return mapped(m_journal.removeAccount(accountId), this, [this, accountId, home](Result<Done> result) {
        if (!result)
            return result;
        if (SecretStore *secrets = store(home))
            secrets->erase(accountId);
        if (const int row = rowOf(accountId); row >= 0) {
            Q_EMIT aboutToRemove(row);
            m_entries.erase(m_entries.begin() + row);
            m_live.remove(accountId);
            Q_EMIT removed(accountId);
        }
        return result;
    });
}

void AccountList::refreshBalance(const QString &accountId, Priority priority)
{
    const auto live = m_live.value(accountId);
    if (!live || !live->provider)
        return;
    // Many orders may end at once: all of them want to know the same.
    if (priority != Priority::User && live->balancesUnderWay > 0) {
        live->balanceIsStale = true;
        return;
    }
    const int generation = ++live->balanceGeneration;
    ++live->balancesUnderWay;
    update(accountId, [](AccountEntry &e) { e.balanceLoading = true; });
    whenEnded(live->provider->balance(priority), this,
              [this, accountId, live, generation](const std::optional<Result<Balance>> &result) {
                  --live->balancesUnderWay;
                  if (generation == live->balanceGeneration)
                      takeBalance(accountId, result);
                  if (live->balancesUnderWay == 0 && std::exchange(live->balanceIsStale, false))
                      refreshBalance(accountId, Priority::Reconcile);
              });
}

void AccountList::takeBalance(const QString &accountId, const std::optional<Result<Balance>> &result)
{
    update(accountId, [&](AccountEntry &e) {
        e.balanceLoading = false;
        if (!result)
            return;
        if (*result) {
            e.balance = result->value();
            e.balanceAt = m_clock.utc();
            e.problem.reset();
        } else {
            e.problem = result->error();
        }
        e.isLow = judgeLow(accountId, e);
    });
}

bool AccountList::judgeLow(const QString &accountId, const AccountEntry &entry) const
{
    if (!entry.balance)
        return false;
    if (entry.balance->amount.units() <= 0)
        return true;
    const auto live = m_live.value(accountId);
    if (!live || !live->lastPrice || live->lastPrice->currency() != entry.balance->amount.currency())
        return false;
    return entry.balance->amount.units() / PurchasesLeftWhenLow < live->lastPrice->units();
}

void AccountList::refreshBalances()
{
    for (int row = 0; row < count(); ++row)
        refreshBalance(at(row).account.id);
}

void AccountList::noteBalance(const QString &accountId, const Money &amount)
{
    if (const auto live = m_live.value(accountId))
        ++live->balanceGeneration; // an answer still under way is older than this
    update(accountId, [&](AccountEntry &e) {
        e.balanceLoading = false;
        e.balance = Balance{amount, e.balance ? e.balance->username : QString()};
        e.balanceAt = m_clock.utc();
        e.problem.reset();
        e.isLow = judgeLow(accountId, e);
    });
}

void AccountList::notePrice(const QString &accountId, const Money &price)
{
    if (const auto live = m_live.value(accountId))
        live->lastPrice = price;
    update(accountId, [&](AccountEntry &e) { e.isLow = judgeLow(accountId, e); });
}

} // namespace otpdesk
