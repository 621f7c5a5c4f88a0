#pragma once

#include "providers/types/apierror.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace otpdesk {

/// The value of a call that has none: it happened.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

/// A value or the reason why there is none.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(ApiError error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    const ApiError &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, ApiError> m_state;
};

/// The result of a call that takes time. Ends exactly once, or is cancelled without a result when its
/// maker is destroyed.
template <typename T>
using Async = QFuture<Result<T>>;

/// A future that has its value already.
template <typename V>
QFuture<V> readyFuture(V value)
{
    QPromise<V> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <typename T>
Async<T> readyResult(Result<T> result)
{
    return readyFuture(std::move(result));
}

/// A call that ended before it began.
template <typename T>
Async<T> failedResult(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return readyResult<T>(error);
}

/// Calls `use(optional value)` in `context`'s thread, through its event loop, once the future has ended: with
/// its value, or with nothing where it was cancelled. Never if `context` is gone by then. (QFuture::then()
/// with a context asserts, in Qt 6.4, when the context dies first.)
template <typename V, typename Use>
void whenEnded(const QFuture<V> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<V>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, use = std::move(use)]() mutable {
                         watcher->deleteLater();
                         const QFuture<V> ended = watcher->future();
                         if (!ended.isCanceled() && ended.resultCount() > 0)
                             use(std::optional<V>(ended.result()));
                         else
                             use(std::optional<V>());
                     });
    watcher->setFuture(future);
}

/// The same for who only cares about a value: a cancelled future calls nothing.
template <typename V, typename Use>
void whenReady(const QFuture<V> &future, QObject *context, Use use)
{
    whenEnded(future, context, [use = std::move(use)](std::optional<V> value) mutable {
        if (value)
            use(std::move(*value));
    });
}

/// A future for `map(value)`, computed in `context`'s thread; cancelled if `context` dies first.
template <typename V, typename Map>
auto mapped(const QFuture<V> &future, QObject *context, Map map) -> QFuture<std::invoke_result_t<Map, V>>
{
    using Out = std::invoke_result_t<Map, V>;
    auto promise = std::make_shared<QPromise<Out>>();
    promise->start();
    whenReady(future, context, [promise, map = std::move(map)](V value) mutable {
        promise->addResult(map(std::move(value)));
        promise->finish();
    });
    return promise->future();
}

/// Like mapped(), for a `next(value)` that is itself a call taking time.
template <typename V, typename Next>
auto chained(const QFuture<V> &future, QObject *context, Next next) -> std::invoke_result_t<Next, V>
{
    using Out = typename std::invoke_result_t<Next, V>;
    using OutValue = decltype(std::declval<Out>().result());
    auto promise = std::make_shared<QPromise<OutValue>>();
    promise->start();
    whenReady(future, context, [promise, context, next = std::move(next)](V value) mutable {
        whenReady(next(std::move(value)), context, [promise](OutValue out) {
            promise->addResult(std::move(out));
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace otpdesk
