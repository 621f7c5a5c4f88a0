#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/result.h"

#include <QThreadPool>

#include <memory>
#include <utility>

namespace otpdesk {

/// Bodies larger than this (bytes) are read on the thread pool: a catalog of many megabytes never holds up a
/// frame, and a poll of some hundred bytes never waits for a thread.
inline constexpr qsizetype LargestBodyReadAtOnce = 64 * 1024;

/// `read(reply)` of an answer, or the error there was instead of one. `read` takes `const HttpReply &`, gives
/// a Result<T>, and is pure: it may run in any thread. Delivered in `context`'s thread; cancelled if it dies
/// first.
template <typename Read>
auto parsed(const Async<HttpReply> &reply, QObject *context, Read read)
    -> QFuture<std::invoke_result_t<Read, const HttpReply &>>
{
    using Out = std::invoke_result_t<Read, const HttpReply &>;
    auto promise = std::make_shared<QPromise<Out>>();
    promise->start();
    const auto deliver = [promise](Out out) {
        promise->addResult(std::move(out));
        promise->finish();
    };
    whenReady(reply, context, [context, deliver, read = std::move(read)](Result<HttpReply> got) mutable {
        if (!got)
            return deliver(got.error());
        if (got->body.size() <= LargestBodyReadAtOnce)
            return deliver(read(*got));
        auto elsewhere = std::make_shared<QPromise<Out>>();
        elsewhere->start();
        whenReady(elsewhere->future(), context, deliver);
        QThreadPool::globalInstance()->start(
            [elsewhere, read = std::move(read), got = std::move(got)]() mutable {
                elsewhere->addResult(read(*got));
                elsewhere->finish();
            });
    });
    return promise->future();
}

} // namespace otpdesk
