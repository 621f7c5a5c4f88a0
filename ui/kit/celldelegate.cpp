#include "ui/kit/celldelegate.h"

#include "ui/kit/highlight.h"
#include "ui/kit/metrics.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace otpdesk {

namespace {

QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    paintGround(painter, full);
    QRect words = contentRect(full);
    words = QStyle::visualRect(full.direction, words, words.adjusted(lead(index), 0, 0, 0));
    if (full.features & QStyleOptionViewItem::HasCheckIndicator) {
        const QRect box =
            styleOf(full)->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &full, full.widget);
        paintBox(painter, full, box);
        const int taken = box.width() + metrics::Tight;
        words = QStyle::visualRect(full.direction, words, words.adjusted(taken, 0, 0, 0));
    }
    if (!full.icon.isNull()) {
        const QRect symbol = QStyle::alignedRect(full.direction, Qt::AlignLeading | Qt::AlignVCenter,
                                                 full.decorationSize, words);
        const bool selected = full.state & QStyle::State_Selected;
        full.icon.paint(painter, symbol, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        const int taken = full.decorationSize.width() + metrics::Tight;
        words = QStyle::visualRect(full.direction, words, words.adjusted(taken, 0, 0, 0));
    }
    paintText(painter, full, words, index);
}

int CellDelegate::lead(const QModelIndex &) const
{
    return 0;
}

void CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                             const QModelIndex &) const
{
    drawCellText(painter, option, rect, textColor(option));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).grownBy({metrics::Small, 0, metrics::Small, 0});
}

QStyleOptionViewItem CellDelegate::filled(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    full.state &= ~QStyle::State_HasFocus;
    return full;
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem ground = option;
    ground.text.clear();
    ground.icon = {};
    ground.features &= ~(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration |
                         QStyleOptionViewItem::HasCheckIndicator);
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
}

/// Some styles' own boxes cannot be told from a dark table.
void CellDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box)
{
    const QColor ink = textColor(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.2));
    const QRectF square = QRectF(box).adjusted(1, 1, -1, -1);
    painter->drawRoundedRect(square, 2, 2);
    if (option.checkState == Qt::Checked) {
        painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{{square.left() + square.width() * 0.22, square.center().y()},
                                        {square.left() + square.width() * 0.42, square.bottom() - 3},
                                        {square.right() - 2.5, square.top() + 3}});
    }
    painter->restore();
}

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(metrics::Small, 0, -metrics::Small, 0);
}

QColor CellDelegate::textColor(const QStyleOptionViewItem &option)
{
    const QPalette::ColorGroup group = !(option.state & QStyle::State_Enabled) ? QPalette::Disabled
                                       : option.state & QStyle::State_Active   ? QPalette::Normal
                                                                               : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace otpdesk
