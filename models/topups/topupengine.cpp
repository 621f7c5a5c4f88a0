#include "models/topups/topupengine.h"

#include "models/accounts/accountlist.h"
#include "models/topups/topupchange.h"
#include "providers/topupdesk.h"
#include "providers/types/clock.h"

#include <QUuid>

#include <algorithm>

namespace otpdesk {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Soon at first, since the person waits for the invoice; then patiently.
constexpr milliseconds Pauses[] = {2s, 8s, 20s, 40s, 80s, 160s};
constexpr int MostDoublings = 4;
constexpr milliseconds LongestPause = 2min;
/// How long after its time a payment may still show; and how long to wait for a word about it at all.
constexpr std::chrono::seconds ExpiryGrace = 2min;
constexpr std::chrono::seconds Silence = 24h;
/// Of an account that cannot be asked.
constexpr milliseconds LongestSleep = 6h;

ApiError errorOf(ErrorKind kind, Outcome outcome = Outcome::Definite)
{
    ApiError error;
    error.kind = kind;
    error.outcome = outcome;
    return error;
}

milliseconds waitOf(const std::optional<Result<TopUpReport>> &answer)
{
    const bool says = answer && !answer->ok() && answer->error().retryAfter;
    return says ? milliseconds(*answer->error().retryAfter) : 0ms;
}

/// Whether the refusal of a repeat tells that there is no invoice. That it could not be sent, came too often
/// or while the first request was still worked on says nothing about the first.
bool settles(const ApiError &error)
{
    constexpr int Conflict = 409;
    switch (error.kind) {
    case ErrorKind::BadRequest:
    case ErrorKind::UpstreamRefused:
    case ErrorKind::Refused:
        return error.outcome == Outcome::Definite && error.httpStatus != Conflict;
    default:
        return false;
    }
}

} // namespace

TopUpEngine::TopUpEngine(Journal &journal, AccountList &accounts, Clock &clock, QObject *parent)
    : QObject(parent),
      m_accounts(accounts),
      m_clock(clock),
      m_book(std::make_unique<TopUpBook>(journal, clock)),
      m_alarm(clock.alarm([this] { ring(); }))
{
    connect(m_book.get(), &TopUpBook::added, this, &TopUpEngine::added);
    connect(m_book.get(), &TopUpBook::changed, this, &TopUpEngine::changed);
    connect(m_book.get(), &TopUpBook::storageFailed, this, &TopUpEngine::storageFailed);
    connect(m_book.get(), &TopUpBook::storageRecovered, this, &TopUpEngine::storageRecovered);
    connect(&accounts, &AccountList::providerReady, this, &TopUpEngine::takeUp);
}

TopUpEngine::~TopUpEngine() = default;

void TopUpEngine::start(const QList<TopUp> &topUps)
{
    for (TopUp topUp : topUps) {
        m_book->take(topUp);
        if (topUp.status == TopUpStatus::Creating) {
            // The application ended between the intent and the outcome: it may have been sent.
            topUp.status = TopUpStatus::Unconfirmed;
            m_book->record(topUp);
        }
        if (isLive(topUp.status))
            watch(topUp.key, 0ms);
    }
}

Async<qint64> TopUpEngine::create(const QString &accountId, Money amount)
{
    const AccountEntry *account = m_accounts.find(accountId);
    const TopUpDesk *where = desk(accountId);
    if (!account)
        return failedResult<qint64>(ErrorKind::NotFound);
    if (!m_accounts.provider(accountId))
        return failedResult<qint64>(ErrorKind::KeyMissing);
    if (!where)
        return failedResult<qint64>(ErrorKind::NotSupported);
    if (!(amount >= where->terms().minimum)) { // nor in another currency
        ApiError error = errorOf(ErrorKind::BadRequest);
        error.field = QStringLiteral("amount");
        return readyResult<qint64>(error);
    }
    if (const auto opening = m_opening.constFind(accountId); opening != m_opening.cend())
        return *opening;
    for (const auto &[key, known] : topUps()) {
        const bool same = known.status == TopUpStatus::Creating ||
                          (known.status == TopUpStatus::Unconfirmed && known.amount == amount);
        if (known.accountId == accountId && same)
            return readyResult<qint64>(key);
    }

    TopUp topUp;
    topUp.accountId = accountId;
    topUp.providerId = account->account.providerId;
    topUp.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    topUp.amount = amount;
    topUp.createdAt = m_clock.utc();
    const auto opened = mapped(m_book->open(topUp), this, [this, accountId](Result<qint64> key) {
        m_opening.remove(accountId);
        if (key)
            ask(key.value());
        return key;
    });
    m_opening.insert(accountId, opened);
    return opened;
}

bool TopUpEngine::isCreating(const QString &accountId) const
{
    return m_opening.contains(accountId) ||
           std::any_of(topUps().cbegin(), topUps().cend(), [&accountId](const auto &entry) {
               return entry.second.accountId == accountId && entry.second.status == TopUpStatus::Creating;
           });
}

QDateTime TopUpEngine::expiry(const TopUp &topUp)
{
    return topUp.status == TopUpStatus::Pending ? topUp.expiresAt : QDateTime();
}

TopUpDesk *TopUpEngine::desk(const QString &accountId) const
{
    Provider *provider = m_accounts.provider(accountId);
    return provider ? provider->topUps() : nullptr;
}

TopUpTerms TopUpEngine::terms(const TopUp &topUp) const
{
    const TopUpDesk *where = desk(topUp.accountId);
    return where ? where->terms() : TopUpTerms();
}

void TopUpEngine::askAllNow()
{
    for (auto &[key, watched] : m_watches) {
        watched.due = m_clock.steady();
        watched.failures = 0;
    }
    arm();
}

/// The account's provider is there, or another one: what it was asked before ends without an answer.
void TopUpEngine::takeUp(const QString &accountId)
{
    for (const auto &[key, known] : topUps()) {
        if (known.accountId == accountId && known.status == TopUpStatus::Unconfirmed)
            watch(key, Pauses[0]);
        else if (known.accountId == accountId && known.status == TopUpStatus::Pending)
            watch(key, 0ms);
    }
}

void TopUpEngine::watch(qint64 key, Milliseconds in)
{
    Watch &watched = m_watches[key];
    watched.failures = 0;
    watched.due = m_clock.steady() + in;
    arm();
}

void TopUpEngine::schedule(qint64 key, Milliseconds in)
{
    Watch &watched = m_watches[key];
    watched.underWay = false;
    watched.due = m_clock.steady() + in;
    arm();
}

void TopUpEngine::arm()
{
    std::optional<Milliseconds> next;
    for (const auto &[key, watched] : m_watches) {
        if (!watched.underWay)
            next = std::min(next.value_or(watched.due), watched.due);
    }
    if (next)
        m_alarm->start(std::max(*next - m_clock.steady(), Milliseconds(0)));
    else
        m_alarm->stop();
}

void TopUpEngine::ring()
{
    QList<qint64> due;
    for (const auto &[key, watched] : m_watches) {
        if (!watched.underWay && watched.due <= m_clock.steady())
            due.append(key);
    }
    for (const qint64 key : due)
        attend(key);
    arm();
}

void TopUpEngine::attend(qint64 key)
{
    if (endIfOver(key))
        return;
    const TopUp &now = *topUp(key);
    if (!desk(now.accountId)) {
        // Taken up again when the account is ready; until then only time can end it.
        const Milliseconds left(m_clock.utc().msecsTo(worthlessAt(now)));
        schedule(key, left > 0ms ? std::min(left, LongestSleep) : LongestSleep);
        return;
    }
    m_watches[key].underWay = true;
    if (now.status == TopUpStatus::Pending)
        poll(key);
    else
        ask(key);
}

void TopUpEngine::ask(qint64 key)
{
    const TopUp &now = *topUp(key);
    TopUpDesk *where = desk(now.accountId);
    if (!where) {
        // The account went away while the intent was written: nothing was sent.
        refuse(key, errorOf(ErrorKind::KeyMissing));
        return;
    }
    whenEnded(where->create(now.amount, now.idempotencyKey), this,
              [this, key](const Report &answer) { asked(key, answer); });
}

void TopUpEngine::asked(qint64 key, const Report &answer)
{
    const bool isFirst = topUp(key)->status == TopUpStatus::Creating;
    if (answer && answer->ok() && !answer->value().id.isEmpty()) {
        take(key, answer->value());
    } else if (answer && !answer->ok() &&
               (isFirst ? answer->error().outcome == Outcome::Definite : settles(answer->error()))) {
        refuse(key, answer->error());
    } else {
        // No readable answer, or none at all: the account was changed or removed under way.
        unclear(key, waitOf(answer));
    }
}

void TopUpEngine::unclear(qint64 key, Milliseconds notBefore)
{
    TopUp now = *topUp(key);
    now.status = TopUpStatus::Unconfirmed;
    m_book->record(now);
    if (endIfOver(key))
        return;
    const auto step = std::min<size_t>(static_cast<size_t>(m_watches[key].failures++), std::size(Pauses) - 1);
    schedule(key, std::max(Pauses[step], notBefore));
}

void TopUpEngine::refuse(qint64 key, const ApiError &error)
{
    m_watches.erase(key);
    m_book->record(notCreated(*topUp(key), error, m_clock.utc()));
    Q_EMIT refused(key, error);
}

void TopUpEngine::poll(qint64 key)
{
    const TopUp &now = *topUp(key);
    whenEnded(desk(now.accountId)->check(now.id, Priority::Poll), this,
              [this, key](const Report &answer) { polled(key, answer); });
}

void TopUpEngine::polled(qint64 key, const Report &answer)
{
    const bool succeeded = answer && answer->ok();
    const bool told = succeeded || (answer && answer->error().kind == ErrorKind::NotFound);
    const milliseconds every = terms(*topUp(key)).pollEvery;
    Watch &watched = m_watches[key];
    watched.failures = succeeded ? 0 : std::min(watched.failures + 1, MostDoublings);
    const milliseconds pause = std::max(every, std::min(every * (1 << watched.failures), LongestPause));
    if (succeeded)
        take(key, answer->value());
    if (!isLive(topUp(key)->status))
        return;
    watched.toldSinceExpiry |= told && overAt(*topUp(key)) <= m_clock.utc();
    if (!endIfOver(key))
        schedule(key, std::max(pause, waitOf(answer)));
}

void TopUpEngine::take(qint64 key, const TopUpReport &report)
{
    const TopUp before = *topUp(key);
    const TopUp now = withReport(before, report, terms(before).lifetime, m_clock.utc());
    if (isLive(now.status)) {
        if (before.status != now.status)
            m_watches[key] = {};
        schedule(key, terms(now).pollEvery);
        m_book->record(now);
        return;
    }
    m_watches.erase(key);
    m_book->record(now);
    if (now.status == TopUpStatus::Paid) {
        m_accounts.refreshBalance(now.accountId);
        Q_EMIT paid(key);
    }
}

/// When an invoice's time is over, whether it exists already or not.
QDateTime TopUpEngine::overAt(const TopUp &topUp) const
{
    return topUp.expiresAt.isValid() ? topUp.expiresAt
                                     : topUp.createdAt.addSecs(terms(topUp).lifetime.count());
}

/// From when on nothing good can come of asking.
QDateTime TopUpEngine::worthlessAt(const TopUp &topUp) const
{
    return topUp.status == TopUpStatus::Pending ? overAt(topUp).addSecs(ExpiryGrace.count()) : overAt(topUp);
}

bool TopUpEngine::endIfOver(qint64 key)
{
    const TopUp &now = *topUp(key);
    const QDateTime time = m_clock.utc();
    if (time < worthlessAt(now))
        return false;
    if (now.status != TopUpStatus::Pending) {
        m_watches.erase(key);
        m_book->record(notCreated(now, std::nullopt, time));
        Q_EMIT refused(key, errorOf(ErrorKind::TimedOut, Outcome::Unknown));
        return true;
    }
    // It may have been paid in time while nobody could ask: the network was down, or we were not running.
    const bool canBeTold = m_accounts.find(now.accountId) && time < overAt(now).addSecs(Silence.count());
    if (canBeTold && !m_watches[key].toldSinceExpiry)
        return false;
    m_watches.erase(key);
    m_book->record(ended(now, TopUpStatus::Expired, time));
    return true;
}

} // namespace otpdesk
