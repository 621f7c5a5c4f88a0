#pragma once

#include "models/catalog/catalogcolumns.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace otpdesk {

/// Puts the rows of `source` into `sorted` by a key below `keyCount`; stable. Needs no room beside the two,
/// and new memory is what costs most.
template <typename KeyOf>
void countingSort(const std::vector<OfferRow> &source, std::vector<OfferRow> &sorted, quint32 keyCount,
                  KeyOf keyOf)
{
    std::vector<quint32> starts(keyCount);
    for (const OfferRow row : source)
        ++starts[keyOf(row)];
    std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0u);
    sorted.resize(source.size());
    for (const OfferRow row : source)
        sorted[starts[keyOf(row)]++] = row;
}

/// Sorts rows by a key of 32 bits; stable. Keys are looked up once each. Ranks, which are small, are sorted
/// by counting them, at once or digit by digit, the least significant first.
template <typename KeyOf>
void radixSort(std::vector<OfferRow> &rows, KeyOf keyOf)
{
    constexpr int MostBits = 13; // with more piles, each is written to more slowly
    if (rows.empty())
        return;
    std::vector<quint32> keys(rows.size());
    const quint32 first = keyOf(rows.front());
    quint32 differing = 0;
    std::transform(rows.cbegin(), rows.cend(), keys.begin(), [&](OfferRow row) {
        const quint32 key = keyOf(row);
        differing |= key ^ first;
        return key;
    });
    const int width = std::bit_width(differing);
    const int passes = (width + MostBits - 1) / MostBits;
    const int bits = passes == 0 ? 0 : (width + passes - 1) / passes;
    const quint32 mask = (1u << bits) - 1;
    std::vector<quint32> starts(size_t(mask) + 1);
    std::vector<OfferRow> sortedRows(rows.size());
    std::vector<quint32> sortedKeys(passes > 1 ? rows.size() : 0);
    for (int pass = 0; pass < passes; ++pass) {
        const int shift = pass * bits;
        std::fill(starts.begin(), starts.end(), 0u);
        for (const quint32 key : keys)
            ++starts[(key >> shift) & mask];
        std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0u);
        const bool isLast = pass + 1 == passes;
        for (size_t i = 0; i < rows.size(); ++i) {
            const quint32 place = starts[(keys[i] >> shift) & mask]++;
            sortedRows[place] = rows[i];
            if (!isLast)
                sortedKeys[place] = keys[i];
        }
        rows.swap(sortedRows);
        keys.swap(sortedKeys);
    }
}

} // namespace otpdesk
