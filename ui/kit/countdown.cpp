#include "ui/kit/countdown.h"

#include "models/text/format.h"
#include "providers/types/clock.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QPainter>

namespace otpdesk {

using std::chrono::milliseconds;

namespace {

constexpr int CellRing = 14;
constexpr int LargeRing = 28;

double shareOf(milliseconds left, milliseconds whole)
{
    return whole.count() > 0 ? qBound(0.0, double(left.count()) / double(whole.count()), 1.0) : 0.0;
}

} // namespace

void paintRing(QPainter &painter, const QRectF &area, double share, const QColor &color, const QColor &track)
{
    const double width = qMax(2.0, area.width() / 10);
    const QRectF ring = area.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(track, width));
    painter.drawEllipse(ring);
    if (share > 0) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, 90 * 16, -qRound(share * 360 * 16)); // Qt counts sixteenths of a degree
    }
    painter.restore();
}

QColor ringColor(milliseconds left, double share, const QPalette &palette)
{
    const Tone tone = left < std::chrono::minutes(1) ? Tone::Failed
                      : share < 0.2                  ? Tone::Attention
                                                     : Tone::Waiting;
    return colors::of(tone, palette).mark;
}

CountdownDelegate::CountdownDelegate(int expiresRole, int lifetimeRole, const Clock &clock, QObject *parent)
    : CellDelegate(parent), m_expiresRole(expiresRole), m_lifetimeRole(lifetimeRole), m_clock(clock)
{}

void CountdownDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    paintGround(painter, full);
    const QRect area = contentRect(full);
    const bool selected = full.state & QStyle::State_Selected;
    const QDateTime expires = index.data(m_expiresRole).toDateTime();
    const milliseconds whole{index.data(m_lifetimeRole).toLongLong()};
    if (expires.isValid() && whole.count() > 0) {
        const milliseconds left{m_clock.utc().msecsTo(expires)};
        const double share = shareOf(left, whole);
        const QRect spot(area.left(), area.center().y() - CellRing / 2 + 1, CellRing, CellRing);
        QColor track = textColor(full);
        track.setAlphaF(selected ? 0.35F : 0.16F);
        paintRing(*painter, QStyle::visualRect(full.direction, area, spot), share,
                  selected ? textColor(full) : ringColor(left, share, full.palette), track);
    }
    const QRect words = QStyle::visualRect(full.direction, area, area.adjusted(CellRing + 6, 0, 0, 0));
    painter->save();
    painter->setFont(full.font);
    painter->setPen(textColor(full));
    painter->drawText(words,
                      int(QStyle::visualAlignment(full.direction, Qt::AlignLeading | Qt::AlignVCenter)),
                      full.fontMetrics.elidedText(full.text, Qt::ElideRight, words.width()));
    painter->restore();
}

CountdownRing::CountdownRing(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountdownRing::setTime(milliseconds left, milliseconds whole)
{
    const QSize before = sizeHint();
    m_left = left;
    m_whole = whole;
    //: %1 is a time such as 12:40
    m_text = left.count() > 0 ? tr("%1 left").arg(format::timeLeft(left)) : tr("Time is over");
    setAccessibleName(m_text);
    if (sizeHint() != before) // told each second: lay out anew only when it matters
        updateGeometry();
    update();
}

QSize CountdownRing::sizeHint() const
{
    // Room for a little more than now, so that what stands beside it keeps its place as digits change.
    const int words = fontMetrics().horizontalAdvance(m_text) + fontMetrics().averageCharWidth();
    return {words + (m_whole.count() > 0 ? LargeRing + metrics::Small : 0),
            qMax(LargeRing, fontMetrics().height())};
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect words = rect();
    if (m_whole.count() > 0) {
        const double share = shareOf(m_left, m_whole);
        const QRect spot(0, (height() - LargeRing) / 2, LargeRing, LargeRing);
        paintRing(painter, QRectF(QStyle::visualRect(layoutDirection(), rect(), spot)).adjusted(1, 1, -1, -1),
                  share, ringColor(m_left, share, palette()), colors::hairline(palette()));
        words = QStyle::visualRect(layoutDirection(), rect(),
                                   rect().adjusted(LargeRing + metrics::Small, 0, 0, 0));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        words, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter)), m_text);
}

} // namespace otpdesk
