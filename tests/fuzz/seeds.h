#pragma once

#include "tests/fuzz/target.h"

#include <QList>

namespace otpdesk::fuzz {

/// Inputs to begin a target with, made from the golden files and the table of the wire.
QList<QByteArray> seedsOf(const Target &target);

/// Inputs that broke something once: names of the files in tests/data/fuzz/<target>.
QStringList keptInputs(const Target &target);
QByteArray keptInput(const Target &target, const QString &name);

} // namespace otpdesk::fuzz
