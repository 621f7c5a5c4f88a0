#pragma once

#include "tests/bench/catalog/report.h"

namespace otpdesk {

enum class Who { Ours, All };

/// All that is measured with a catalog of this size. Rows, and remarks about how they came about.
struct Measured
{
    QList<ReportRow> rows;
    QStringList remarks;
};

Measured measureCatalog(int offers, Who who);

/// What happens to the event loop while one price list of this size comes in. A problem is a remark of its
/// own in `problems`.
Measured measureLoading(qsizetype bytes, Who who, QStringList &problems);

} // namespace otpdesk
