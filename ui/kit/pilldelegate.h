#pragma once

#include "ui/kit/celldelegate.h"
#include "ui/kit/pill.h"

#include <functional>

namespace otpdesk {

/// A column of statuses. `pillOf` says what a row's status looks like.
class PillDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using PillOf = std::function<Pill(const QModelIndex &)>;
    explicit PillDelegate(PillOf pillOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    PillOf m_pillOf;
};

} // namespace otpdesk
