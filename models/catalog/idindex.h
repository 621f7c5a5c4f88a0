#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace otpdesk {

/// Finds an id by its key. Hash tables of ids alone, since the keys stand elsewhere: 6 bytes an id. Many
/// small tables in place of a large one, because to make that larger would take longer than a frame. `Keys`
/// has key(id), whose hash() and == are used.
template <typename Keys>
class IdIndex
{
public:
    explicit IdIndex(const Keys &keys) : m_keys(keys) {}

    template <typename Key>
    std::optional<quint32> find(const Key &key) const
    {
        const quint64 hash = key.hash();
        const Table &table = m_tables[hash % TableCount];
        for (size_t at = home(table, hash); !table.entries.empty() && table.entries[at] != 0;
             at = next(table, at)) {
            const quint32 id = table.entries[at] - 1;
            if (m_keys.key(id) == key)
                return id;
        }
        return std::nullopt;
    }

    /// Its key must be known, and not in the index.
    void insert(quint32 id)
    {
        const quint64 hash = m_keys.key(id).hash();
        Table &table = m_tables[hash % TableCount];
        if ((table.used + 1) * 4 > table.entries.size() * 3)
            grow(table);
        put(table, id, hash);
        ++table.used;
    }

    /// Its key must still be known.
    void remove(quint32 id)
    {
        const quint64 hash = m_keys.key(id).hash();
        Table &table = m_tables[hash % TableCount];
        if (table.entries.empty())
            return;
        size_t hole = home(table, hash);
        while (table.entries[hole] != id + 1) {
            if (table.entries[hole] == 0)
                return;
            hole = next(table, hole);
        }
        // Ids further on which could stand in the hole move into it, so that no search ends too soon.
        for (size_t at = next(table, hole); table.entries[at] != 0; at = next(table, at)) {
            const size_t wanted = home(table, m_keys.key(table.entries[at] - 1).hash());
            if (distance(table, wanted, at) >= distance(table, hole, at)) {
                table.entries[hole] = table.entries[at];
                hole = at;
            }
        }
        table.entries[hole] = 0;
        --table.used;
    }

private:
    static constexpr quint64 TableCount = 64;
    struct Table
    {
        std::vector<quint32> entries; // id + 1; 0 is free. Linear probing
        size_t used = 0;
    };

    /// The upper half of the hash as a share of the table, which need not be a power of two.
    static size_t home(const Table &table, quint64 hash)
    {
        return static_cast<size_t>(((hash >> 32) * table.entries.size()) >> 32);
    }
    static size_t next(const Table &table, size_t at) { return at + 1 == table.entries.size() ? 0 : at + 1; }
    static size_t distance(const Table &table, size_t from, size_t to)
    {
        return to >= from ? to - from : to + table.entries.size() - from;
    }

    void put(Table &table, quint32 id, quint64 hash) const
    {
        size_t at = home(table, hash);
        while (table.entries[at] != 0)
            at = next(table, at);
        table.entries[at] = id + 1;
    }

    void grow(Table &table) const
    {
        const size_t size = table.entries.size() + table.entries.size() / 4 + 8;
        const std::vector<quint32> earlier = std::exchange(table.entries, std::vector<quint32>(size, 0));
        for (const quint32 entry : earlier) {
            if (entry != 0)
                put(table, entry - 1, m_keys.key(entry - 1).hash());
        }
    }

    const Keys &m_keys;
    std::array<Table, TableCount> m_tables;
};

} // namespace otpdesk
