#pragma once

#include "tests/bench/catalog/syntheticcatalog.h"

#include <QTableView>
#include <QUrl>

#include <functional>

namespace otpdesk {

enum class SortBy { Service, Country, Price };

/// One way to keep offers and to show them in a table: ours, or what a Qt programmer would reach for. It
/// begins empty, sorted by service, with nothing typed.
class Contender
{
public:
    virtual ~Contender() = default;

    /// Called with all shelves of a catalog, from the first to the last, before anything else.
    virtual void addShelf(const SyntheticShelf &shelf) = 0;
    virtual void finishFilling() {}

    /// Shows what has all the words in it, in any order. Where a window is open this is what happens when its
    /// search field has this text.
    virtual void filter(const QString &typed) = 0;
    /// The same, but as the first thing that is shown: without the way there from everything.
    virtual void beginWith(const QString &typed) { filter(typed); }
    virtual void sort(SortBy by) = 0;
    virtual int count() = 0;
    /// The amounts of the first rows, whatever their currency; the largest number where it is not known.
    virtual QList<qint64> firstAmounts(int rows) = 0;

    /// The table in a window of this size. From now on what is asked for is done there.
    virtual void open(QSize size) = 0;
    virtual QTableView &table() = 0;
    /// Takes what shelf() has become, and shows it.
    virtual void refresh(int shelf, const SyntheticShelf &later) = 0;
    /// Fetches the one large price list of a PriceListServer into an open, empty window; `done` when it is
    /// there, with what went wrong, if anything did.
    virtual void load(const QUrl &server, std::function<void(const QString &problem)> done) = 0;
};

} // namespace otpdesk
