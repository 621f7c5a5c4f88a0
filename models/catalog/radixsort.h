#pragma once

#include "models/catalog/catalogcolumns.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace otpdesk {

/// Sorts rows by a key of 32 bits, least significant digit first; stable. Digits in which no two keys differ
/// cost nothing: ranks, which are small, are sorted by counting them once or twice.
template <typename KeyOf>
void radixSort(std::vector<OfferRow> &rows, KeyOf keyOf)
{
    constexpr int DigitBits = 11;
    constexpr quint32 DigitMask = (1u << DigitBits) - 1;
    struct Entry
    {
        quint32 key;
        OfferRow row;
    };
    if (rows.empty())
        return;
    std::vector<Entry> entries(rows.size());
    std::vector<Entry> sorted(rows.size());
    const quint32 first = keyOf(rows.front());
    quint32 differing = 0;
    std::transform(rows.cbegin(), rows.cend(), entries.begin(), [&](OfferRow row) {
        const quint32 key = keyOf(row);
        differing |= key ^ first;
        return Entry{key, row};
    });
    for (int shift = 0; shift < 32; shift += DigitBits) {
        if (((differing >> shift) & DigitMask) == 0)
            continue;
        std::array<quint32, DigitMask + 1> starts{};
        for (const Entry &entry : entries)
            ++starts[(entry.key >> shift) & DigitMask];
        std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0u);
        for (const Entry &entry : entries)
            sorted[starts[(entry.key >> shift) & DigitMask]++] = entry;
        entries.swap(sorted);
    }
    std::transform(entries.cbegin(), entries.cend(), rows.begin(),
                   [](const Entry &entry) { return entry.row; });
}

} // namespace otpdesk
