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

using Column = CatalogModel::Column;

bool isFigure(const QModelIndex &index)
{
    return index.column() >= static_cast<int>(Column::Price);
}

bool isFirst(const QModelIndex &index)
{
    return index.column() == static_cast<int>(Column::Service);
}

CatalogModel::Level levelOf(const QModelIndex &index)
{
    return static_cast<CatalogModel::Level>(index.data(CatalogModel::LevelRole).toInt());
}

constexpr int SignWidth = metrics::IconSmall + metrics::Tight;
/// Below the words of the market's row, which has the arrow and tells the kind.
constexpr int MarketsOfferLead = 2 * SignWidth + metrics::Small;

} // namespace

QRect OfferDelegate::arrowRect(const QRect &cell, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, cell,
                              QRect(cell.left(), cell.top(), metrics::Small + SignWidth, cell.height()));
}

QRect OfferDelegate::starRect(const QRect &cell, Qt::LayoutDirection direction)
{
    const int width = SignWidth + metrics::Tight;
    return QStyle::visualRect(direction, cell,
                              QRect(cell.right() + 1 - width, cell.top(), width, cell.height()));
}

int OfferDelegate::widthOfService(const QFontMetrics &font, const QString &service)
{
    return 2 * metrics::Small + MarketsOfferLead + font.horizontalAdvance(service) + SignWidth;
}

int OfferDelegate::lead(const QModelIndex &index) const
{
    if (!isFirst(index))
        return 0;
    switch (levelOf(index)) {
    case CatalogModel::Level::Offer:
        break;
    case CatalogModel::Level::Market:
        return SignWidth;
    case CatalogModel::Level::MarketsOffer:
        return MarketsOfferLead;
    }
    return 0;
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    if (!isFirst(index) || !index.data(CatalogModel::ExpandableRole).toBool())
        return;
    const QStyleOptionViewItem full = filled(option, index);
    const bool isExpanded = index.data(CatalogModel::ExpandedRole).toBool();
    const QRect place = arrowRect(option.rect, option.direction).adjusted(metrics::Small, 0, 0, 0);
    icon(isExpanded ? Icon::Expanded : Icon::Collapsed, textColor(full))
        .paint(painter, QStyle::alignedRect(option.direction, Qt::AlignCenter,
                                            {metrics::IconSmall, metrics::IconSmall}, place));
}

void OfferDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    const bool selected = option->state & QStyle::State_Selected;
    const bool available = index.data(CatalogModel::AvailableRole).toBool();
    const QColor quiet = colors::muted(option->palette);
    if (!available && !selected)
        option->palette.setColor(QPalette::Text, quiet);
    if (isFigure(index) && index.data(CatalogModel::StaleRole).toBool())
        option->font.setItalic(true);
    if (isFirst(index) && levelOf(index) != CatalogModel::Level::MarketsOffer) {
        const auto kind = static_cast<OfferKind>(index.data(CatalogModel::KindRole).toInt());
        const QColor color = selected ? option->palette.color(QPalette::HighlightedText) : quiet;
        option->icon = icon(symbolOf(kind), color);
        option->decorationSize = QSize(metrics::IconSmall, metrics::IconSmall);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
}

QRect OfferDelegate::wordsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect = CellDelegate::wordsRect(option, index);
    if (isFirst(index))
        return QStyle::visualRect(option.direction, rect, rect.adjusted(0, 0, -SignWidth, 0));
    const QString flag = flagFor(index);
    if (flag.isEmpty())
        return rect;
    const int taken = QFontMetrics(flagFont(option.font)).horizontalAdvance(flag) + metrics::Tight;
    return QStyle::visualRect(option.direction, rect, rect.adjusted(taken, 0, 0, 0));
}

void OfferDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                              const QModelIndex &index) const
{
    if (isFirst(index))
        paintStar(painter, option, index);
    else
        paintFlag(painter, option, index);
    drawCellText(painter, option, rect, textColor(option), isFigure(index) ? QStringList() : m_words);
}

QString OfferDelegate::flagFor(const QModelIndex &index) const
{
    return m_flagRole && index.column() == static_cast<int>(Column::Country)
               ? flagOf(index.data(*m_flagRole).toString())
               : QString();
}

void OfferDelegate::paintFlag(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem mark = option;
    mark.text = flagFor(index);
    if (mark.text.isEmpty())
        return;
    mark.font = flagFont(option.font);
    mark.fontMetrics = QFontMetrics(mark.font);
    drawCellText(painter, mark, CellDelegate::wordsRect(option, index), textColor(option));
}

/// A full star for a favourite; an outline to press under the mouse and in the selected row.
void OfferDelegate::paintStar(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isFavourite = index.data(CatalogModel::FavouriteRole).toBool();
    if (!isFavourite && !isSelected && !(option.state & QStyle::State_MouseOver))
        return;
    const QColor color = isSelected    ? textColor(option)
                         : isFavourite ? colors::of(Tone::Attention, option.palette).mark
                                       : colors::muted(option.palette);
    icon(isFavourite ? Icon::Starred : Icon::Star, color)
        .paint(painter, QStyle::alignedRect(option.direction, Qt::AlignCenter,
                                            {metrics::IconSmall, metrics::IconSmall},
                                            starRect(option.rect, option.direction)));
}

} // namespace otpdesk
