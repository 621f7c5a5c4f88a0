#pragma once

#include "providers/topupdesk.h"
#include "providers/webhookdesk.h"

#include <functional>
#include <memory>

namespace otpdesk {

/// The answers of one call of a fake. Calls wait until answered unless an answer was laid ready.
template <typename T>
class FakeCall
{
public:
    Async<T> operator()()
    {
        ++calls;
        if (!m_ready.isEmpty())
            return readyResult<T>(m_ready.size() > 1 ? m_ready.takeFirst() : m_ready.first());
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_waiting.append(promise);
        return promise->future();
    }

    /// Lays an answer ready for the next call; the last one laid stays for all that follow.
    void answer(Result<T> result) { m_ready.append(std::move(result)); }
    /// Takes back what was laid ready: calls wait again.
    void hold() { m_ready.clear(); }
    /// Answers the oldest waiting call. False: none waits.
    bool settle(Result<T> result)
    {
        if (m_waiting.isEmpty())
            return false;
        const auto promise = m_waiting.takeFirst();
        promise->addResult(std::move(result));
        promise->finish();
        return true;
    }
    /// Ends what waits without an answer, as a provider does that goes away.
    void cancel() { m_waiting.clear(); }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

    int calls = 0;

private:
    QList<Result<T>> m_ready;
    QList<std::shared_ptr<QPromise<Result<T>>>> m_waiting;
};

class FakeTopUpDesk : public TopUpDesk
{
public:
    TopUpTerms terms() const override { return fixed; }
    Async<TopUpReport> create(Money amount, const QString &idempotencyKey) override
    {
        amounts.append(amount);
        keys.append(idempotencyKey);
        if (onCreate)
            onCreate();
        return creates();
    }
    Async<TopUpReport> check(const QString &id, Priority) override
    {
        checked.append(id);
        return checks();
    }

    TopUpTerms fixed;
    FakeCall<TopUpReport> creates;
    FakeCall<TopUpReport> checks;
    QList<Money> amounts;
    QStringList keys;
    QStringList checked;
    std::function<void()> onCreate;
};

class FakeWebhookDesk : public WebhookDesk
{
public:
    QStringList events() const override { return known; }
    Async<WebhookState> state() override { return states(); }
    Async<WebhookSaved> update(const WebhookUpdate &update) override
    {
        sent.append(update);
        return updates();
    }
    std::optional<ApiError> problemWith(const WebhookUpdate &update) const override
    {
        return problem ? problem(update) : std::nullopt;
    }

    QStringList known;
    FakeCall<WebhookState> states;
    FakeCall<WebhookSaved> updates;
    QList<WebhookUpdate> sent;
    std::function<std::optional<ApiError>(const WebhookUpdate &)> problem;
};

} // namespace otpdesk
