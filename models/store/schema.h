#pragma once

#include "providers/types/result.h"

#include <QSqlDatabase>
#include <QStringList>

namespace otpdesk {

/// The statements that bring the journal from one version to the next.
using SchemaStep = QStringList;

/// All steps, in order: the journal's version is the number of steps it has been through. A step that was
/// ever released is never changed; a new one is added behind it.
QList<SchemaStep> journalSchema();

/// Takes the database through the steps it has not seen, each in a transaction of its own. StorageFailed,
/// with nothing changed, when it was made by a newer version or a step fails.
Result<Done> migrate(const QSqlDatabase &database, const QList<SchemaStep> &steps);

} // namespace otpdesk
