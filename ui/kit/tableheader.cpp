#include "ui/kit/tableheader.h"

#include "ui/kit/metrics.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace otpdesk {

TableHeader::TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(true);
    setMinimumSectionSize(40);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    initStyleOptionForIndex(&option, section);
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    // The style keeps a margin of its own around the words.
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, &option, this);
    const int inset = qMax(0, metrics::Small - margin);
    QStyleOptionHeaderV2 label = option;
    label.rect = style()->subElementRect(QStyle::SE_HeaderLabel, &option, this).adjusted(inset, 0, -inset, 0);
    label.text = fontMetrics().elidedText(option.text, Qt::ElideRight, label.rect.width());
    style()->drawControl(QStyle::CE_HeaderLabel, &label, painter, this);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        QStyleOptionHeaderV2 arrow = option;
        arrow.rect = style()->subElementRect(QStyle::SE_HeaderArrow, &option, this);
        style()->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &arrow, painter, this);
    }
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    return QHeaderView::sectionSizeFromContents(section).grownBy({metrics::Tight, 0, metrics::Tight, 0});
}

} // namespace otpdesk
