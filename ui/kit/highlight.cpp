#include "ui/kit/highlight.h"

#include "models/search/searchfold.h"
#include "ui/kit/palette.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace otpdesk {

namespace {

constexpr qreal MarkRadius = 2.5;
constexpr qreal LineWidth = 1.5;

/// Ranges of `text` when it is drawn as `elided`: what is found behind the cut is marked on the ellipsis.
QList<TextRange> cutRanges(const QList<TextRange> &ranges, const QString &text, const QString &elided)
{
    if (elided.size() == text.size())
        return ranges;
    const auto cut = std::mismatch(text.cbegin(), text.cend(), elided.cbegin(), elided.cend()).first;
    const qsizetype kept = cut - text.cbegin();
    QList<TextRange> left;
    for (const TextRange &range : ranges) {
        const qsizetype start = std::min(range.start, kept);
        const qsizetype end = range.end() <= kept ? range.end() : elided.size();
        if (!left.isEmpty() && start <= left.last().end())
            left.last().length = end - left.last().start;
        else
            left.append({start, end - start});
    }
    return left;
}

/// A cell's line of text, laid out once for its width, its marks and its glyphs. Its own words tell where it
/// begins: a number reads the same in a mirrored window.
class CellLine
{
public:
    CellLine(const QString &text, const QStyleOptionViewItem &option, const QPainter &painter)
        : m_layout(text, option.font, painter.device())
    {
        QTextOption oneLine;
        oneLine.setWrapMode(QTextOption::NoWrap);
        oneLine.setTextDirection(Qt::LayoutDirectionAuto);
        m_layout.setTextOption(oneLine);
        m_layout.beginLayout();
        m_line = m_layout.createLine();
        m_layout.endLayout();
    }

    qreal width() const { return m_line.naturalTextWidth(); }
    qreal height() const { return m_line.height(); }
    void draw(QPainter *painter, const QPointF &place) const { m_layout.draw(painter, place); }
    QList<std::pair<qreal, qreal>> extentsOf(const TextRange &range) const;

private:
    QTextLayout m_layout;
    QTextLine m_line;
};

/// From left to right, character by character: where directions mix, a range has several parts.
QList<std::pair<qreal, qreal>> CellLine::extentsOf(const TextRange &range) const
{
    QList<std::pair<qreal, qreal>> parts;
    for (qsizetype at = range.start; at < range.end(); ++at) {
        const qreal from = m_line.cursorToX(int(at), QTextLine::Leading);
        const qreal to = m_line.cursorToX(int(at), QTextLine::Trailing);
        if (from != to)
            parts.append({std::min(from, to), std::max(from, to)});
    }
    std::sort(parts.begin(), parts.end());
    QList<std::pair<qreal, qreal>> joined;
    for (const auto &part : parts) {
        if (!joined.isEmpty() && part.first <= joined.last().second + 0.5)
            joined.last().second = std::max(joined.last().second, part.second);
        else
            joined.append(part);
    }
    return joined;
}

QPointF placeOf(const CellLine &line, const QRect &rect, const QStyleOptionViewItem &option)
{
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    const qreal free = rect.width() - line.width();
    const qreal before = alignment & Qt::AlignRight ? free : alignment & Qt::AlignHCenter ? free / 2 : 0;
    return {rect.left() + before, rect.top() + (rect.height() - line.height()) / 2};
}

void drawMarks(QPainter *painter, const QStyleOptionViewItem &option, const QColor &ink, const CellLine &line,
               const QPointF &place, const QList<TextRange> &ranges)
{
    const bool selected = option.state & QStyle::State_Selected;
    // Of a selection that the keyboard is not in, `option` has a paler highlight than the view.
    const bool isPale = !(option.state & QStyle::State_Active);
    const QPalette &palette = option.widget ? option.widget->palette() : option.palette;
    const QColor tint = selected && !isPale ? ink : colors::accent(palette);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (const TextRange &range : ranges) {
        const auto extents = line.extentsOf(range);
        for (const auto &[from, to] : extents) {
            const QRectF mark(place.x() + from, place.y(), to - from, line.height());
            painter->setBrush(colors::found(tint, ground, ink));
            painter->drawRoundedRect(mark, MarkRadius, MarkRadius);
            // A line as well: a tint alone is lost on some screens and to some eyes.
            painter->fillRect(mark.adjusted(1, mark.height() - LineWidth, -1, 0), tint);
        }
    }
}

} // namespace

void drawCellText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QColor &ink,
                  const QStringList &foldedWords)
{
    QString text = option.text;
    text.replace(QChar::LineSeparator, u' ');
    std::optional<CellLine> line(std::in_place, text, option, *painter);
    QString shown = text;
    if (line->width() > rect.width()) {
        shown = option.fontMetrics.elidedText(text, option.textElideMode, rect.width());
        line.emplace(shown, option, *painter);
    }
    const QPointF place = placeOf(*line, rect, option);
    painter->save();
    if (line->width() > rect.width()) // not even the ellipsis has room
        painter->setClipRect(rect, Qt::IntersectClip);
    if (!foldedWords.isEmpty()) {
        const auto ranges = cutRanges(matchRanges(text, foldedWords), text, shown);
        if (!ranges.isEmpty())
            drawMarks(painter, option, ink, *line, place, ranges);
    }
    painter->setPen(ink);
    line->draw(painter, place);
    painter->restore();
}

} // namespace otpdesk
