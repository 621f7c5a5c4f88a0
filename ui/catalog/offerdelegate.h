#pragma once

#include "ui/kit/celldelegate.h"

namespace otpdesk {

/// A cell of the offers table: a symbol for the kind before the service, grey where nothing can be bought,
/// and figures of an earlier load in italics.
class OfferDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace otpdesk
