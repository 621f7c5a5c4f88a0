#include "ui/kit/balancechip.h"

#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QPainter>
#include <QStyle>

#include <optional>

namespace otpdesk {

namespace {

constexpr int Symbol = 14;
constexpr int LongestName = 140;

struct StateLook
{
    Tone tone;
    std::optional<Icon> symbol; ///< none: a dot
};

StateLook lookOf(AccountModel::State state)
{
    switch (state) {
    case AccountModel::State::Ok:
        return {Tone::Received, std::nullopt};
    case AccountModel::State::Loading:
        return {Tone::Done, Icon::Refresh};
    case AccountModel::State::Low:
        return {Tone::Attention, Icon::Warning};
    case AccountModel::State::Stale:
        return {Tone::Done, Icon::Clock};
    case AccountModel::State::KeyMissing:
        return {Tone::Attention, Icon::Key};
    case AccountModel::State::Failed:
        return {Tone::Failed, Icon::Error};
    }
    return {Tone::Done, std::nullopt};
}

} // namespace

BalanceChip::BalanceChip(QWidget *parent) : QToolButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void BalanceChip::setAccount(const QString &name, const QString &balance, AccountModel::State state,
                             const QString &explanation)
{
    m_name = name;
    m_balance = balance;
    m_state = state;
    //: accessible name of a balance in the toolbar: provider, amount
    setAccessibleName(tr("%1 balance %2").arg(name, balance));
    setAccessibleDescription(explanation);
    setToolTip(explanation);
    updateGeometry();
    update();
}

QFont BalanceChip::balanceFont() const
{
    return fonts::scaled(font(), 1.0, QFont::DemiBold);
}

QSize BalanceChip::sizeHint() const
{
    const int name = qMin(LongestName, fontMetrics().horizontalAdvance(m_name));
    const int balance = QFontMetrics(balanceFont()).horizontalAdvance(m_balance);
    return {metrics::Small + Symbol + metrics::Tight + name + metrics::Small + balance + metrics::Small + 2,
            fontMetrics().height() + metrics::Medium};
}

void BalanceChip::paintEvent(QPaintEvent *)
{
    const StateLook look = lookOf(m_state);
    const ToneColors tone = colors::of(look.tone, palette());
    const bool alert = look.tone == Tone::Attention || look.tone == Tone::Failed;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool raised = underMouse() || isDown() || hasFocus();
    painter.setPen(QPen(hasFocus() ? colors::accent(palette())
                        : alert    ? tone.fill
                                   : colors::hairline(palette()),
                        1));
    painter.setBrush(alert ? tone.fill : raised ? colors::quiet(palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(body, metrics::Radius, metrics::Radius);

    const QRect inner = rect().adjusted(metrics::Small, 0, -metrics::Small, 0);
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(layoutDirection(), inner,
                                  QRect(inner.left() + left, inner.top(), width, inner.height()));
    };
    const QColor mark = alert ? tone.text : tone.mark;
    const QRect spot =
        QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {Symbol, Symbol}, place(0, Symbol));
    if (look.symbol) {
        painter.drawPixmap(spot.topLeft(), iconPixmap(*look.symbol, mark, Symbol, devicePixelRatioF()));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(QRectF(spot).center(), 4, 4);
    }

    const int nameWidth = qMin(LongestName, fontMetrics().horizontalAdvance(m_name)) + 1;
    const int nameLeft = Symbol + metrics::Tight;
    painter.setFont(font());
    painter.setPen(alert ? tone.text : colors::muted(palette()));
    painter.drawText(place(nameLeft, nameWidth),
                     int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, nameWidth));
    painter.setFont(balanceFont());
    painter.setPen(alert ? tone.text : palette().color(QPalette::WindowText));
    const int balanceLeft = nameLeft + nameWidth + metrics::Small - 1;
    painter.drawText(place(balanceLeft, inner.width() - balanceLeft + 1),
                     int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, m_balance);
}

} // namespace otpdesk
