#include "models/orders/orderengine.h"

#include "models/accounts/accountlist.h"
#include "models/orders/orderchange.h"
#include "providers/types/clock.h"

// What a person may do with an order that was bought.

namespace otpdesk {

namespace {

ApiError errorOf(ErrorKind kind, Outcome outcome = Outcome::Definite)
{
    ApiError error;
    error.kind = kind;
    error.outcome = outcome;
    return error;
}

ErrorKind kindOf(Permission::Reason reason)
{
    switch (reason) {
    case Permission::Reason::NotOffered:
        return ErrorKind::NotSupported;
    case Permission::Reason::NoMessageYet:
        return ErrorKind::NoSmsYet;
    case Permission::Reason::WaitingForNewMessage:
    case Permission::Reason::Cooldown:
        return ErrorKind::TooEarly;
    case Permission::Reason::NoAccount:
        return ErrorKind::KeyMissing;
    case Permission::Reason::None:
    case Permission::Reason::AlreadyHasMessage:
    case Permission::Reason::Ended:
    case Permission::Reason::NotConfirmed:
        break;
    }
    return ErrorKind::TooLate;
}

template <typename T>
void finishWith(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

template <typename T>
std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

} // namespace

std::optional<ApiError> OrderEngine::obstacle(qint64 key, Permission OrderActions::*action) const
{
    if (isBusy(key))
        return errorOf(ErrorKind::Canceled);
    const Permission permission = actions(key).*action;
    if (permission.isAllowed())
        return std::nullopt;
    ApiError error = errorOf(kindOf(permission.reason));
    if (permission.state == Permission::State::From)
        error.retryAfter = std::chrono::seconds(qMax<qint64>(1, m_clock.utc().secsTo(permission.from)));
    return error;
}

/// Marks the order as busy and outdates the checks under way.
void OrderEngine::beginCommand(qint64 key)
{
    m_busy.insert(key);
    ++m_generation[key];
    Q_EMIT changed(key);
}

void OrderEngine::endCommand(qint64 key)
{
    m_busy.remove(key);
    ++m_generation[key];
    Q_EMIT changed(key);
    if (isLive(order(key)->status))
        watch(*order(key));
}

/// One last look before something that cannot be undone. Ends in TooLate when a message has come or the order
/// is over: the report is applied first, so the person sees why.
Async<Done> OrderEngine::lastCheck(qint64 key)
{
    const qsizetype messagesBefore = order(key)->messages.size();
    const QDateTime asked = m_clock.utc();
    return mapped(shopOf(*order(key))->check(*order(key), Priority::User), this,
                  [this, key, messagesBefore, asked](Result<OrderReport> result) -> Result<Done> {
                      if (!result)
                          return result.error();
                      apply(*order(key), result.value());
                      expireIfOver(key, asked);
                      const Order &now = *order(key);
                      if (now.messages.size() > messagesBefore || !isLive(now.status))
                          return errorOf(ErrorKind::TooLate);
                      return Done{};
                  });
}

Async<Done> OrderEngine::cancel(qint64 key)
{
    if (const auto error = obstacle(key, &OrderActions::cancel))
        return readyResult<Done>(*error);
    auto promise = startedPromise<Done>();
    beginCommand(key);
    whenEnded(lastCheck(key), this, [this, key, promise](const std::optional<Result<Done>> &check) {
        if (!check || !check->ok()) {
            endCommand(key);
            finishWith<Done>(*promise, check ? *check : Result<Done>(errorOf(ErrorKind::Canceled)));
            return;
        }
        sendCommand(key, {EventKind::CancelAsked, EventKind::CancelRefused, &Shop::cancel}, promise);
    });
    return promise->future();
}

Async<Done> OrderEngine::finish(qint64 key)
{
    if (const auto error = obstacle(key, &OrderActions::finish))
        return readyResult<Done>(*error);
    auto promise = startedPromise<Done>();
    beginCommand(key);
    sendCommand(key, {EventKind::FinishAsked, EventKind::FinishRefused, &Shop::finish}, promise);
    return promise->future();
}

Async<Done> OrderEngine::resend(qint64 key)
{
    if (const auto error = obstacle(key, &OrderActions::resend))
        return readyResult<Done>(*error);
    auto promise = startedPromise<Done>();
    beginCommand(key);
    sendCommand(key, {EventKind::ResendAsked, EventKind::ResendRefused, &Shop::resend}, promise);
    return promise->future();
}

void OrderEngine::sendCommand(qint64 key, Command command, std::shared_ptr<QPromise<Result<Done>>> promise)
{
    Shop *shop = shopOf(*order(key));
    if (!shop) {
        endCommand(key);
        finishWith<Done>(*promise, errorOf(ErrorKind::KeyMissing));
        return;
    }
    note(key, command.asked);
    whenEnded((shop->*command.call)(*order(key)), this, [this, key, command, promise](const Report &answer) {
        if (answer && answer->ok())
            commandDone(key, command, answer->value(), promise);
        else
            commandFailed(key, command,
                          answer ? answer->error() : errorOf(ErrorKind::Canceled, Outcome::Unknown), promise);
    });
}

void OrderEngine::commandDone(qint64 key, Command command, const OrderReport &report,
                              std::shared_ptr<QPromise<Result<Done>>> promise)
{
    Order now = *order(key);
    if (command.asked == EventKind::ResendAsked) {
        now.resendPending = true;
        ++now.resendCount;
    }
    apply(now, report);
    // Some providers only say that they heard: how the order stands must then be read again.
    const bool told = report.status.has_value() || command.asked == EventKind::ResendAsked;
    if (told || !isLive(order(key)->status)) {
        endCommand(key);
        finishWith<Done>(*promise, Done{});
        return;
    }
    reread(key, promise, Result<Done>(Done{}));
}

void OrderEngine::commandFailed(qint64 key, Command command, const ApiError &error,
                                std::shared_ptr<QPromise<Result<Done>>> promise)
{
    if (command.asked == EventKind::ResendAsked && error.retryAfter) {
        Order now = *order(key);
        now.resendLockedUntil = m_clock.utc().addSecs(error.retryAfter->count());
        m_book->record(now, {});
    }
    note(key, command.refusal, error);
    // Whatever stands in the way has changed the order, or may have.
    reread(key, promise, Result<Done>(error));
}

void OrderEngine::reread(qint64 key, std::shared_ptr<QPromise<Result<Done>>> promise,
                         const Result<Done> &result)
{
    Shop *shop = shopOf(*order(key));
    if (!shop) {
        endCommand(key);
        finishWith<Done>(*promise, result);
        return;
    }
    const QDateTime asked = m_clock.utc();
    whenEnded(shop->check(*order(key), Priority::User), this,
              [this, key, promise, result, asked](const Report &answer) {
                  if (answer && answer->ok()) {
                      apply(*order(key), answer->value());
                      expireIfOver(key, asked); // clicks may have outdated every poll since it was over
                  }
                  endCommand(key);
                  finishWith<Done>(*promise, result);
              });
}

Async<qint64> OrderEngine::replace(qint64 key)
{
    if (const auto error = obstacle(key, &OrderActions::replace))
        return readyResult<qint64>(*error);
    auto promise = startedPromise<qint64>();
    beginCommand(key);
    whenEnded(lastCheck(key), this, [this, key, promise](const std::optional<Result<Done>> &check) {
        if (!check || !check->ok()) {
            endCommand(key);
            finishWith<qint64>(*promise, check ? check->error() : errorOf(ErrorKind::Canceled));
            return;
        }
        openReplacement(key, promise);
    });
    return promise->future();
}

/// The intent of the new order, before anything is sent: a replacement spends like a purchase.
void OrderEngine::openReplacement(qint64 key, std::shared_ptr<QPromise<Result<qint64>>> promise)
{
    const Order &old = *order(key);
    Order fresh;
    fresh.accountId = old.accountId;
    fresh.providerId = old.providerId;
    fresh.offer = old.offer;
    fresh.price = old.price;
    fresh.replaces = key;
    // The money for the old one comes back with it: nothing is spent beyond what was.
    whenReady(openIntent(fresh, Consent::Given), this, [this, key, promise](const Result<qint64> &opened) {
        if (!opened) {
            endCommand(key);
            finishWith<qint64>(*promise, opened);
            return;
        }
        note(key, EventKind::ReplaceAsked);
        sendReplacement(key, opened.value(), promise);
    });
}

void OrderEngine::sendReplacement(qint64 oldKey, qint64 newKey,
                                  std::shared_ptr<QPromise<Result<qint64>>> promise)
{
    const auto failed = [this, oldKey, newKey, promise](const ApiError &error) {
        const bool unclear = error.outcome == Outcome::Unknown;
        note(oldKey, unclear ? EventKind::ReplaceUnclear : EventKind::ReplaceRefused, error);
        purchaseFailed(newKey, error, unclear ? EventKind::PurchaseUnclear : EventKind::PurchaseRefused);
        endCommand(oldKey);
        finishWith<qint64>(*promise, error);
    };
    Shop *shop = shopOf(*order(oldKey));
    if (!shop) {
        failed(errorOf(ErrorKind::KeyMissing));
        return;
    }
    whenEnded(shop->replace(*order(oldKey), order(newKey)->idempotencyKey), this,
              [this, oldKey, newKey, promise, failed](const Report &answer) {
                  if (!answer || !answer->ok()) {
                      failed(answer ? answer->error() : errorOf(ErrorKind::Canceled, Outcome::Unknown));
                      return;
                  }
                  purchased(newKey, answer->value(), EventKind::NumberAssigned);
                  noteReplaced(oldKey, newKey);
                  endCommand(oldKey);
                  finishWith<qint64>(*promise, newKey);
              });
}

/// The provider refunded the old order in the same transaction that bought the new one.
void OrderEngine::noteReplaced(qint64 oldKey, qint64 newKey)
{
    Order old = *order(oldKey);
    Order fresh = *order(newKey);
    old.replacedBy = newKey;
    OrderEvent replaced = eventOf(old, EventKind::ReplacedBy, m_clock.utc());
    replaced.other = newKey;
    m_book->record(old, {replaced});
    OrderReport refund;
    refund.status = OrderStatus::Refunded;
    refund.refunded = old.price;
    apply(*order(oldKey), refund);

    OrderEvent replaces = eventOf(fresh, EventKind::Replaces, m_clock.utc());
    replaces.other = oldKey;
    m_book->record(fresh, {replaces});
}

} // namespace otpdesk
