#include "ui/catalog/offerdelegate.h"

#include "models/catalog/catalogmodel.h"
#include "ui/kit/flags.h"
#include "ui/kit/highlight.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

namespace otpdesk {

namespace {

Icon symbolOf(OfferKind kind)
{
    switch (kind) {
    case OfferKind::Number:
        return Icon::Phone;
    case OfferKind::Rental:
        return Icon::Clock;
    case OfferKind::Email:
        return Icon::Mail;
    }
    return Icon::Phone;
}

bool isFigure(int column)
{
    return column >= static_cast<int>(CatalogModel::Column::Price);
}

} // namespace

void OfferDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    const bool selected = option->state & QStyle::State_Selected;
    const bool available = index.data(CatalogModel::AvailableRole).toBool();
    const QColor quiet = colors::muted(option->palette);
    if (!available && !selected)
        option->palette.setColor(QPalette::Text, quiet);
    if (isFigure(index.column()) && index.data(CatalogModel::StaleRole).toBool())
        option->font.setItalic(true);
    if (index.column() == static_cast<int>(CatalogModel::Column::Service)) {
        const auto kind = static_cast<OfferKind>(index.data(CatalogModel::KindRole).toInt());
        const QColor color = selected ? option->palette.color(QPalette::HighlightedText) : quiet;
        option->icon = icon(symbolOf(kind), color);
        option->decorationSize = QSize(metrics::IconSmall, metrics::IconSmall);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
}

void OfferDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                              const QModelIndex &index) const
{
    QRect words = rect;
    if (m_flagRole && index.column() == static_cast<int>(CatalogModel::Column::Country)) {
        const QString flag = flagOf(index.data(*m_flagRole).toString());
        if (!flag.isEmpty()) {
            QStyleOptionViewItem mark = option;
            mark.text = flag;
            mark.font = flagFont(option.font);
            mark.fontMetrics = QFontMetrics(mark.font);
            drawCellText(painter, mark, rect, textColor(option));
            const int taken = mark.fontMetrics.horizontalAdvance(flag) + metrics::Tight;
            words = QStyle::visualRect(option.direction, rect, rect.adjusted(taken, 0, 0, 0));
        }
    }
    drawCellText(painter, option, words, textColor(option),
                 isFigure(index.column()) ? QStringList() : m_words);
}

} // namespace otpdesk
