#pragma once

#include "tests/fault/matrix/matrix.h"
#include "tests/fault/matrix/rig.h"

#include <functional>

namespace otpdesk {

/// Something that happens to the network or to the clocks while money is spent.
struct Outage
{
    QString name;
    QString what;
    QString expected;
    std::chrono::milliseconds ahead{0}; ///< our clock, of the providers'
    std::function<void(Rig &rig)> run;
};

const QList<Outage> &outages();

/// The expectations as a Markdown table, for people.
QString outagesInMarkdown();

/// For every way to spend money whose name contains `row`.
FaultCount runOutage(const Outage &outage, const QString &row);

} // namespace otpdesk
