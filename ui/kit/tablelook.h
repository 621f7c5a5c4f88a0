#pragma once

class QString;
class QTableView;

namespace otpdesk {

/// Makes a table look and behave like all the others: whole rows, one fixed height, no grid, text elided,
/// Tab leaves it. Call before column delegates are set. `name` is what assistive technology calls it.
void applyTableLook(QTableView &table, const QString &name);

} // namespace otpdesk
