#pragma once

#include "tests/bench/catalog/stopwatch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace otpdesk {

/// How long something took, time after time.
class Timings
{
public:
    template <typename Do>
    void time(Do work)
    {
        const Stopwatch watch;
        work();
        m_nanoseconds.push_back(watch.nanoseconds());
    }

    qsizetype count() const { return static_cast<qsizetype>(m_nanoseconds.size()); }
    double median() const { return quantile(0.5); }
    double p99() const { return quantile(0.99); }
    double sum() const
    {
        double all = 0;
        for (const qint64 one : m_nanoseconds)
            all += double(one) / 1e6;
        return all;
    }

private:
    /// In milliseconds.
    double quantile(double share) const
    {
        if (m_nanoseconds.empty())
            return 0;
        std::vector<qint64> sorted = m_nanoseconds;
        std::sort(sorted.begin(), sorted.end());
        const auto rank = static_cast<size_t>(std::ceil(share * double(sorted.size())));
        return double(sorted[std::max<size_t>(rank, 1) - 1]) / 1e6;
    }

    std::vector<qint64> m_nanoseconds;
};

/// Ends a row that takes too long: some contenders need seconds for what others do in a millisecond.
class Patience
{
public:
    explicit Patience(std::chrono::seconds span) : m_span(span) { m_timer.start(); }
    bool isOver() const { return m_timer.elapsed() > std::chrono::milliseconds(m_span).count(); }

private:
    QElapsedTimer m_timer;
    std::chrono::seconds m_span;
};

} // namespace otpdesk
