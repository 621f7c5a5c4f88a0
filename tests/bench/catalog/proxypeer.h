#pragma once

#include "tests/bench/catalog/contender.h"
#include "tests/bench/catalog/peeroffer.h"

#include <memory>

namespace otpdesk {

/// A plain QAbstractTableModel over a QList of structs of QStrings behind a QSortFilterProxyModel, set up as
/// well as that goes without leaving it: rows are accepted by looking into one prepared text with
/// filterAcceptsRow() (a regular expression over all columns, filterKeyColumn -1, is several times slower and
/// cannot find words of different columns), the sort role gives plain numbers and texts, texts are compared
/// without case (setSortLocaleAware() would be right, and slower), and dynamicSortFilter is on.
class ProxyPeer : public Contender
{
public:
    ProxyPeer();
    ~ProxyPeer() override;

    void addShelf(const SyntheticShelf &shelf) override;
    void finishFilling() override;
    void filter(const QString &typed) override;
    void beginWith(const QString &typed) override;
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
