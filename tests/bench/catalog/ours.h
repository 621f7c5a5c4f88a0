#pragma once

#include "tests/bench/catalog/contender.h"

#include <memory>

namespace otpdesk {

/// Catalog, CatalogModel and, where there is a window, the catalog tab itself. The only file of these that
/// knows how the application's own classes are used.
class Ours : public Contender
{
public:
    Ours();
    ~Ours() override;

    void addShelf(const SyntheticShelf &shelf) override;
    void finishFilling() override;
    void filter(const QString &typed) override;
    void sort(SortBy by) override;
    int count() override;
    QList<qint64> firstAmounts(int rows) override;
    void open(QSize size) override;
    QTableView &table() override;
    void refresh(int shelf, const SyntheticShelf &later) override;
    /// An account at OTPZap, from its HTTP client to the tab.
    void load(const QUrl &server, std::function<void(const QString &problem)> done) override;

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace otpdesk
