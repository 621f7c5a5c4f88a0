#include "ui/orders/timelinedelegate.h"

#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/types/clock.h"
#include "ui/kit/fonts.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

namespace otpdesk {

namespace {

constexpr qsizetype LongestShown = 4000; // of a message; enough for 25 joined SMS
constexpr int DotRadius = 4;

QColor markOf(TimelineModel::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case TimelineModel::Tone::Neutral:
        return colors::of(Tone::Done, palette).mark;
    case TimelineModel::Tone::Waiting:
        return colors::of(Tone::Waiting, palette).mark;
    case TimelineModel::Tone::Good:
        return colors::of(Tone::Received, palette).mark;
    case TimelineModel::Tone::Attention:
        return colors::of(Tone::Attention, palette).mark;
    case TimelineModel::Tone::Bad:
        return colors::of(Tone::Failed, palette).mark;
    }
    return {};
}

/// The parts of a row, from left to right; the caller mirrors them where text runs the other way.
struct RowPlan
{
    int timeWidth = 0;
    int lineX = 0;
    int wordsLeft = 0;
    int wordsWidth = 0;
};

RowPlan planFor(const QFont &font, int width)
{
    RowPlan plan;
    plan.timeWidth = QFontMetrics(font).horizontalAdvance(QStringLiteral("00 mmm 00:00"));
    plan.lineX = metrics::Tight + plan.timeWidth + metrics::Medium;
    plan.wordsLeft = plan.lineX + metrics::Medium + metrics::Tight;
    plan.wordsWidth = qMax(80, width - plan.wordsLeft - metrics::Small);
    return plan;
}

/// Lays plain text out in lines of at most `width`; the size it takes.
QSizeF layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    qreal widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {widest, y};
}

QString shownMessage(const QModelIndex &index)
{
    QString text = index.data(TimelineModel::MessageRole).toString();
    if (text.size() > LongestShown)
        text = text.left(LongestShown) + QChar(0x2026);
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return text;
}

/// The whole row, laid out for a width.
struct RowLayout
{
    RowLayout(const QFont &font, int width, const QModelIndex &index)
        : plan(planFor(font, width)),
          words(index.data(Qt::DisplayRole).toString(), font),
          message(shownMessage(index), font)
    {
        wordsSize = layOut(words, plan.wordsWidth);
        hasMessage = !message.text().isEmpty();
        if (hasMessage)
            messageSize = layOut(message, plan.wordsWidth - 2 * metrics::Small);
    }

    int height() const
    {
        const int bubble = hasMessage ? metrics::Tight + qCeil(messageSize.height()) + 2 * metrics::Small : 0;
        return metrics::Tight + qCeil(wordsSize.height()) + bubble + metrics::Small;
    }

    RowPlan plan;
    QTextLayout words;
    QTextLayout message;
    QSizeF wordsSize;
    QSizeF messageSize;
    bool hasMessage = false;
};

/// Marks the code by weight and ground, like a highlighter would.
QList<QTextLayout::FormatRange> codeMark(const QString &text, const QString &code, const QPalette &palette)
{
    const CodeSpan span = findCode(text, code);
    if (span.length == 0)
        return {};
    const ToneColors tone = colors::of(Tone::Received, palette);
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(span.start);
    range.length = static_cast<int>(span.length);
    range.format.setForeground(tone.text);
    range.format.setBackground(tone.fill);
    return {range};
}

} // namespace

CodeSpan findCode(const QString &text, const QString &code)
{
    if (code.isEmpty())
        return {};
    for (qsizetype start = 0; start < text.size(); ++start) {
        qsizetype at = start;
        qsizetype matched = 0;
        while (at < text.size() && matched < code.size()) {
            if (text[at] == code[matched])
                ++matched;
            else if (matched == 0 || (text[at] != QLatin1Char(' ') && text[at] != QLatin1Char('-')))
                break;
            ++at;
        }
        if (matched == code.size())
            return {start, at - start};
    }
    return {};
}

TimelineDelegate::TimelineDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent), m_clock(clock)
{}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    RowLayout row(option.font, option.rect.width(), index);
    const QPalette &palette = option.palette;
    const QRect &area = option.rect;
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, area, rect); };
    const int top = area.top() + metrics::Tight;
    const int firstLine = QFontMetrics(option.font).height();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect time(area.left() + metrics::Tight, top, row.plan.timeWidth, firstLine);
    painter->setPen(colors::muted(palette));
    painter->setFont(option.font);
    painter->drawText(mirrored(time),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignTrailing | Qt::AlignVCenter)),
                      format::ago(index.data(TimelineModel::AtRole).toDateTime(), m_clock.utc()));

    // The line joins the dots: it starts at the first and ends at the last.
    const QRect rail = mirrored(
        QRect(area.left() + row.plan.lineX - DotRadius, area.top(), 2 * DotRadius + 1, area.height()));
    const qreal x = rail.center().x() + 0.5;
    const qreal dotY = top + firstLine / 2.0;
    const bool last = index.row() == index.model()->rowCount() - 1;
    painter->setPen(QPen(colors::hairline(palette), 1.5));
    painter->drawLine(QPointF(x, index.row() == 0 ? dotY : area.top()),
                      QPointF(x, last ? dotY : area.bottom() + 1));
    painter->setPen(QPen(palette.color(QPalette::Window), 2)); // keeps the line off the dot
    const auto tone = static_cast<TimelineModel::Tone>(index.data(TimelineModel::ToneRole).toInt());
    painter->setBrush(markOf(tone, palette));
    painter->drawEllipse(QPointF(x, dotY), DotRadius + 1, DotRadius + 1);

    const QRect words = mirrored(
        QRect(area.left() + row.plan.wordsLeft, top, row.plan.wordsWidth, qCeil(row.wordsSize.height())));
    painter->setPen(palette.color(QPalette::WindowText));
    row.words.draw(painter, words.topLeft());
    if (row.hasMessage) {
        const QRect bubble =
            mirrored(QRect(area.left() + row.plan.wordsLeft, words.bottom() + 1 + metrics::Tight,
                           qMin(row.plan.wordsWidth, qCeil(row.messageSize.width()) + 2 * metrics::Small),
                           qCeil(row.messageSize.height()) + 2 * metrics::Small));
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors::quiet(palette));
        painter->drawRoundedRect(bubble, metrics::Radius, metrics::Radius);
        painter->setPen(palette.color(QPalette::WindowText));
        const QString code = index.data(TimelineModel::CodeRole).toString();
        row.message.draw(painter, bubble.topLeft() + QPoint(metrics::Small, metrics::Small),
                         codeMark(row.message.text(), code, palette));
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors::accent(palette), 1));
        painter->drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), metrics::Radius,
                                 metrics::Radius);
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, RowLayout(option.font, width, index).height()};
}

} // namespace otpdesk
