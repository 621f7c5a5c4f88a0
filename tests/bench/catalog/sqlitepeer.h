#pragma once

#include "tests/bench/catalog/contender.h"

#include <memory>

namespace otpdesk {

/// A table of SQLite in memory, shown by a QSqlQueryModel: each keystroke is a query with LIKE '%…%' for each
/// word on one prepared column (case-sensitive LIKE, which is quicker, as that column is folded) and ORDER
/// BY, for which there is an index on service, on country and on price, used where that is quicker.
/// Synchronisation is off, updates stand in one transaction and by row id.
///
/// The model fetches the first 256 rows only. How many there are, which our window and a scroll bar show,
/// takes a second query: it is part of the filter's figure, and left out of "to painted".
class SqlitePeer : public Contender
{
public:
    SqlitePeer();
    ~SqlitePeer() override;

    void addShelf(const SyntheticShelf &shelf) override;
    void finishFilling() override;
    void filter(const QString &typed) override;
    void sort(SortBy by) override;
    int count() override;
    QList<qint64> firstAmounts(int rows) override;
    void open(QSize size) override;
    QTableView &table() override;
    void refresh(int shelf, const SyntheticShelf &later) override;
    void load(const QUrl &server, std::function<void(const QString &problem)> done) override;

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace otpdesk
