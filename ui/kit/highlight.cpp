#include "ui/kit/highlight.h"

#include "models/search/searchfold.h"
#include "ui/kit/palette.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextLayout>

#include <algorithm>

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

/// From left to right, character by character: where directions mix, a range has several parts.
QList<std::pair<qreal, qreal>> extentsOf(const TextRange &range, const QTextLine &line)
{
    QList<std::pair<qreal, qreal>> parts;
    for (qsizetype at = range.start; at < range.end(); ++at) {
        const qreal from = line.cursorToX(int(at), QTextLine::Leading);
        const qreal to = line.cursorToX(int(at), QTextLine::Trailing);
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

/// Laid out as QPainter::drawText() does, so that the marks are where it puts the characters.
void drawMarks(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QColor &ink,
               const QString &elided, const QList<TextRange> &ranges)
{
    QTextLayout layout(elided, option.font, painter->device());
    QTextOption oneLine;
    oneLine.setWrapMode(QTextOption::NoWrap);
    oneLine.setTextDirection(painter->layoutDirection());
    layout.setTextOption(oneLine);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    const qreal free = rect.width() - line.naturalTextWidth();
    const qreal left = rect.left() + (alignment & Qt::AlignRight     ? free
                                      : alignment & Qt::AlignHCenter ? free / 2
                                                                     : 0);
    const qreal top = rect.top() + (rect.height() - line.height()) / 2;

    const bool selected = option.state & QStyle::State_Selected;
    const QColor tint = selected ? ink : colors::accent(option.palette);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    for (const TextRange &range : ranges) {
        const auto extents = extentsOf(range, line);
        for (const auto &[from, to] : extents) {
            const QRectF mark(left + from, top, to - from, line.height());
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
    const QString elided = option.fontMetrics.elidedText(option.text, option.textElideMode, rect.width());
    painter->save();
    if (!foldedWords.isEmpty()) {
        const auto ranges = cutRanges(matchRanges(option.text, foldedWords), option.text, elided);
        if (!ranges.isEmpty())
            drawMarks(painter, option, rect, ink, elided, ranges);
    }
    painter->setFont(option.font);
    painter->setPen(ink);
    painter->drawText(
        rect, int(QStyle::visualAlignment(option.direction, option.displayAlignment)) | Qt::TextSingleLine,
        elided);
    painter->restore();
}

} // namespace otpdesk
