#pragma once

#include "providers/types/clock.h"
#include "tests/fault/matrix/faulttable.h"
#include "tests/fault/matrix/hostileserver.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace otpdesk {

/// One call, made once through the real client, at a server that misbehaves in one way.
class Trial : public QObject
{
    Q_OBJECT

public:
    Trial(const WireRow &row, const WireCase &documented, const FaultCase &fault, const RawAnswer &answer,
          std::optional<qint64> largestBody = {});
    ~Trial() override;

    void begin();
    bool hasEnded() const { return m_ends > 0; }
    /// Lets the next thing that waits for the clock happen.
    void passTime();
    /// Removes the account, and waits for nothing more. What it left behind then, in words; empty: nothing.
    QString tidyUp();

    const Digest &digest() const { return m_digest; }
    int ends() const { return m_ends; }           ///< how often the call ended
    bool wasCancelled() const { return !m_came; } ///< without a result
    int arrivals() const { return m_arrivals; }   ///< of the row's own request
    int beginnings() const { return m_server.beginnings(); }
    int strangers() const { return m_strangers; } ///< requests elsewhere, or for something not in the row
    std::chrono::milliseconds took() const { return m_took; }

Q_SIGNALS:
    void ended();

private:
    bool open();
    QUrl address() const;
    RawAnswer answerTo(const ServerRequest &request);
    bool isOwn(const ServerRequest &request) const;

    const WireRow &m_row;
    const WireCase &m_documented;
    const FaultCase &m_fault;
    RawAnswer m_answer;
    std::optional<qint64> m_largestBody;
    SteerableClock m_clock{SteerableClock::Mode::Frozen};
    HostileServer m_server;
    HostileServer m_elsewhere;
    std::unique_ptr<Provider> m_provider;
    qsizetype m_childrenBefore = 0;
    Digest m_digest;
    bool m_came = false;
    int m_ends = 0;
    int m_arrivals = 0;
    int m_strangers = 0;
    std::chrono::milliseconds m_took{0};
};

} // namespace otpdesk
