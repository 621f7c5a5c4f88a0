#pragma once

class QAbstractItemView;
class QString;
class QTableView;

namespace otpdesk {

/// Makes a table look and behave like all the others: whole rows, one fixed height, no grid, text elided,
/// Tab leaves it. Call before column delegates are set. `name` is what assistive technology calls it.
void applyTableLook(QTableView &table, const QString &name);

/// Makes the selected row the current one as well. Assistive technology selects without moving the current
/// index, and buttons would act on another row than the one marked. After setModel().
void makeSelectedCurrent(QAbstractItemView &view);

} // namespace otpdesk
