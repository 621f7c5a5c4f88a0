#include "ui/kit/celldelegate.h"

#include "ui/kit/highlight.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace otpdesk {

namespace {

QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

QRect boxRect(const QStyleOptionViewItem &option)
{
    return styleOf(option)->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, option.widget);
}

/// What is left of `rect` where something stands at its start.
QRect behind(int taken, const QRect &rect, const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(option.direction, rect, rect.adjusted(taken, 0, 0, 0));
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    paintGround(painter, full);
    QRect rest = behind(lead(index), contentRect(full), full);
    if (full.features & QStyleOptionViewItem::HasCheckIndicator) {
        const QRect box = boxRect(full);
        paintBox(painter, full, box);
        rest = behind(box.width() + metrics::Tight, rest, full);
    }
    if (!full.icon.isNull()) {
        const QRect symbol = QStyle::alignedRect(full.direction, Qt::AlignLeading | Qt::AlignVCenter,
                                                 full.decorationSize, rest);
        const bool lively = (full.state & QStyle::State_Selected) && (full.state & QStyle::State_Active);
        full.icon.paint(painter, symbol, Qt::AlignCenter, lively ? QIcon::Selected : QIcon::Normal);
    }
    paintText(painter, full, wordsRect(full, index), index);
}

QRect CellDelegate::wordsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int taken = lead(index);
    if (option.features & QStyleOptionViewItem::HasCheckIndicator)
        taken += boxRect(option).width() + metrics::Tight;
    if (!option.icon.isNull())
        taken += option.decorationSize.width() + metrics::Tight;
    return behind(taken, contentRect(option), option);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QStyleOptionViewItem full = filled(option, index);
    const bool isCut = full.fontMetrics.horizontalAdvance(full.text) > wordsRect(full, index).width();
    if (event->type() == QEvent::ToolTip && isCut) {
        const QStringList told{full.text, index.data(Qt::ToolTipRole).toString()};
        QToolTip::showText(event->globalPos(), told.join(u'\n').trimmed(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if ((option->state & QStyle::State_Selected) && !(option->state & QStyle::State_Active))
        option->palette = colors::withPaleSelection(option->palette);
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
