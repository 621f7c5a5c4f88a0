#include "ui/kit/pill.h"

#include "models/text/format.h"
#include "ui/kit/metrics.h"

#include <QPainter>
#include <QStyle>

namespace otpdesk {

namespace {

int iconSize(const QFontMetrics &fm)
{
    return qMax(12, fm.ascent());
}

} // namespace

Pill pillFor(OrderStatus status, OfferKind kind, bool soon)
{
    if (soon)
        return {Tone::Attention, Icon::Clock, PillLabel::tr("Expires soon")};
    const QString text = format::status(status, kind);
    if (kind == OfferKind::Rental && status == OrderStatus::Waiting)
        return {Tone::Waiting, Icon::Check, text};
    switch (status) {
    case OrderStatus::Buying:
        return {Tone::Waiting, Icon::Cart, text};
    case OrderStatus::Unconfirmed:
        return {Tone::Attention, Icon::Warning, text};
    case OrderStatus::Waiting:
        return {Tone::Waiting, Icon::Clock, text};
    case OrderStatus::CodeReceived:
        return {Tone::Received, Icon::Message, text};
    case OrderStatus::Finished:
        return {Tone::Done, Icon::Check, text};
    case OrderStatus::Refunded:
        return {Tone::Refunded, Icon::Undo, text};
    case OrderStatus::Expired:
        return {Tone::Done, Icon::Clock, text};
    case OrderStatus::NotBought:
        return {Tone::Failed, Icon::Cancel, text};
    }
    return {};
}

Pill pillFor(TopUpStatus status)
{
    const QString text = format::status(status);
    switch (status) {
    case TopUpStatus::Creating:
        return {Tone::Waiting, Icon::Wallet, text};
    case TopUpStatus::Unconfirmed:
        return {Tone::Attention, Icon::Warning, text};
    case TopUpStatus::Pending:
        return {Tone::Waiting, Icon::Clock, text};
    case TopUpStatus::Paid:
        return {Tone::Received, Icon::Check, text};
    case TopUpStatus::Expired:
        return {Tone::Done, Icon::Clock, text};
    case TopUpStatus::Failed:
        return {Tone::Failed, Icon::Error, text};
    case TopUpStatus::NotCreated:
        return {Tone::Failed, Icon::Cancel, text};
    }
    return {};
}

QSize pillSize(const Pill &pill, const QFont &font)
{
    const QFontMetrics fm(font);
    return {metrics::Small + iconSize(fm) + metrics::Tight + fm.horizontalAdvance(pill.text) +
                metrics::Small + 2,
            fm.height() + metrics::Tight};
}

void paintPill(QPainter &painter, const QRect &area, const Pill &pill, const QPalette &palette,
               const QFont &font, Qt::LayoutDirection direction)
{
    if (pill.text.isEmpty())
        return;
    const QFontMetrics fm(font);
    const QSize size = pillSize(pill, font).boundedTo(area.size());
    const QRect body = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, size, area);
    const ToneColors tone = colors::of(pill.tone, palette);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.fill);
    painter.drawRoundedRect(body, body.height() / 2.0, body.height() / 2.0);

    const int side = iconSize(fm);
    const QRect inner = body.adjusted(metrics::Small, 0, -metrics::Small, 0);
    const QRect symbol =
        QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, {side, side}, inner);
    painter.drawPixmap(symbol.topLeft(),
                       iconPixmap(pill.symbol, tone.text, side, painter.device()->devicePixelRatioF()));
    QRect words(inner.left() + side + metrics::Tight, inner.top(), inner.width() - side - metrics::Tight + 2,
                inner.height());
    words = QStyle::visualRect(direction, inner, words);
    painter.setFont(font);
    painter.setPen(tone.text);
    painter.drawText(words, int(Qt::AlignCenter) | Qt::TextSingleLine,
                     fm.elidedText(pill.text, Qt::ElideRight, words.width()));
    painter.restore();
}

PillLabel::PillLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillLabel::setPill(const Pill &pill)
{
    if (pill == m_pill)
        return;
    m_pill = pill;
    setAccessibleName(pill.text);
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    return pillSize(m_pill, font());
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), m_pill, palette(), font(), layoutDirection());
}

} // namespace otpdesk
