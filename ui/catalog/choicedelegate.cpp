#include "ui/catalog/choicedelegate.h"

#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QLocale>
#include <QPainter>

namespace otpdesk {

namespace {

QString countOf(const QModelIndex &index)
{
    const QVariant count = index.data(ChoiceDelegate::CountRole);
    return count.isValid() ? QLocale().toString(count.toInt()) : QString();
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QString count = countOf(index);
    const QColor quiet = colors::muted(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    QStyleOptionViewItem words = option;
    if (index.data(CountRole).isValid() && index.data(CountRole).toInt() == 0 && !isSelected)
        words.palette.setColor(QPalette::Text, quiet);
    QStyledItemDelegate::paint(painter, words, index);
    painter->save();
    painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText) : quiet);
    painter->drawText(option.rect.adjusted(metrics::Small, 0, -metrics::Small, 0),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
                      count);
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int count = option.fontMetrics.horizontalAdvance(countOf(index));
    return QStyledItemDelegate::sizeHint(option, index).grownBy({0, 0, count + metrics::Large, 0});
}

} // namespace otpdesk
