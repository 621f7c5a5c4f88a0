#include "ui/kit/pilldelegate.h"

#include "ui/kit/metrics.h"

namespace otpdesk {

PillDelegate::PillDelegate(PillOf pillOf, QObject *parent) : CellDelegate(parent), m_pillOf(std::move(pillOf))
{}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    paintGround(painter, full);
    paintPill(*painter, contentRect(full), m_pillOf(index), full.palette, full.font, full.direction);
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    return pillSize(m_pillOf(index), full.font).grownBy({metrics::Tight, 2, metrics::Tight, 2});
}

} // namespace otpdesk
