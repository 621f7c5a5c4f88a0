#include "tests/fault/load/arrivals.h"

#include <algorithm>

namespace otpdesk {

using std::chrono::milliseconds;

int Arrivals::mostWithin(const QString &providerId, milliseconds window, milliseconds from,
                         milliseconds to) const
{
    const std::vector<milliseconds> times = m_times.value(providerId);
    auto first = std::lower_bound(times.cbegin(), times.cend(), from);
    std::ptrdiff_t most = 0;
    for (auto last = first; last != times.cend() && *last < to; ++last) {
        while (*last - *first >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return int(most);
}

int Arrivals::between(const QString &providerId, milliseconds from, milliseconds to) const
{
    const std::vector<milliseconds> times = m_times.value(providerId);
    const auto first = std::lower_bound(times.cbegin(), times.cend(), from);
    return int(std::lower_bound(first, times.cend(), to) - first);
}

milliseconds Arrivals::firstAfter(const QString &providerId, milliseconds from) const
{
    const std::vector<milliseconds> times = m_times.value(providerId);
    const auto first = std::lower_bound(times.cbegin(), times.cend(), from);
    return first == times.cend() ? milliseconds(-1) : *first - from;
}

int Arrivals::count() const
{
    size_t all = 0;
    for (const auto &times : m_times)
        all += times.size();
    return int(all);
}

milliseconds Spread::median() const
{
    if (values.empty())
        return milliseconds(0);
    std::vector<milliseconds> sorted = values;
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

milliseconds Spread::worst() const
{
    return values.empty() ? milliseconds(0) : *std::max_element(values.cbegin(), values.cend());
}

} // namespace otpdesk
