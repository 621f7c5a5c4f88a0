#pragma once

#include "providers/types/order.h"

#include <QList>
#include <QString>

namespace otpdesk {

/// What is in a profile's journal, read without the code that is tested, but for its rows.
struct JournalLook
{
    QString damage; ///< what SQLite finds wrong with it; empty: nothing
    QList<Order> orders;
};

namespace journalfile {

/// Looks at a copy: opening the file itself would repair what the next start is to repair.
JournalLook look(const QString &profile);
/// Makes it one of an older version, as if the application had not been updated yet. Empty: done.
QString makeOlder(const QString &profile, int version);

} // namespace journalfile

} // namespace otpdesk
