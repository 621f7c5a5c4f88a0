#pragma once

#include "tests/bench/catalog/timings.h"

#include <QStringList>

#include <array>
#include <optional>

namespace otpdesk {

/// What was measured of one contender in one row.
struct Figure
{
    double median = 0;
    std::optional<double> p99{}; ///< nothing where there is a single value
    bool isEstimate = false;     ///< measured in part, and counted up

    static Figure of(const Timings &timings);
};

/// One kind of work, and what it took each of the three.
struct ReportRow
{
    QString work;
    QString unit = QStringLiteral("ms");
    std::array<std::optional<Figure>, 3> figures; ///< ours, proxy, SQLite
    std::optional<double> budget{};               ///< for our median
};

/// A table as wide as its contents.
QString table(const QList<ReportRow> &rows);
/// The computer, Qt, and how this was built.
QString machine();

} // namespace otpdesk
