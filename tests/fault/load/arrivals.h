#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace otpdesk {

/// What arrived at the servers, in the time of the injected clock.
class Arrivals
{
public:
    using Milliseconds = std::chrono::milliseconds;

    void note(const QString &providerId, Milliseconds at) { m_times[providerId].push_back(at); }

    /// The most that any window of this length within [from, to) has seen, wherever it begins.
    int mostWithin(const QString &providerId, Milliseconds window, Milliseconds from = Milliseconds(0),
                   Milliseconds to = Milliseconds::max()) const;
    /// How many came in [from, to).
    int between(const QString &providerId, Milliseconds from, Milliseconds to) const;
    /// How long after `from` the first one came; a negative time: none has.
    Milliseconds firstAfter(const QString &providerId, Milliseconds from) const;
    int count() const;

private:
    QHash<QString, std::vector<Milliseconds>> m_times; ///< in order
};

/// The middle and the worst of what was measured.
struct Spread
{
    std::vector<std::chrono::milliseconds> values;

    void add(std::chrono::milliseconds value) { values.push_back(value); }
    std::chrono::milliseconds median() const;
    std::chrono::milliseconds worst() const;
};

} // namespace otpdesk
