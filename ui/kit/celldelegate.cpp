#include "ui/kit/celldelegate.h"

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
    styleOf(full)->drawControl(QStyle::CE_ItemViewItem, &full, painter, full.widget);
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
    ground.features &= ~(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration);
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
}

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option)
{
    const int margin = styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return option.rect.adjusted(margin, 0, -margin, 0);
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
