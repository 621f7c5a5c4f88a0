#include "ui/catalog/offerdelegate.h"

#include "models/catalog/catalogmodel.h"
#include "ui/kit/flags.h"
#include "ui/kit/highlight.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QApplication>
#include <QPainter>

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
    const QPixmap flag = flagFor(option, index);
    if (flag.isNull())
        return rect;
    const int taken = flag.deviceIndependentSize().toSize().width() + metrics::Tight;
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

QPixmap OfferDelegate::flagFor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_flagRole || index.column() != static_cast<int>(Column::Country))
        return {};
    const qreal density = option.widget ? option.widget->devicePixelRatioF() : qApp->devicePixelRatio();
    return flagPicture(index.data(*m_flagRole).toString(), option.font, textColor(option), density);
}

void OfferDelegate::paintFlag(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QPixmap flag = flagFor(option, index);
    const QRect place =
        QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter,
                            flag.deviceIndependentSize().toSize(), CellDelegate::wordsRect(option, index));
    if (!flag.isNull())
        painter->drawPixmap(place.topLeft(), flag);
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
