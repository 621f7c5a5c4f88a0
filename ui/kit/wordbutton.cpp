#include "ui/kit/wordbutton.h"

#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace otpdesk {

namespace {

constexpr int ArrowSize = metrics::Medium;

} // namespace

WordButton::WordButton(QWidget *parent) : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
}

QSize WordButton::sizeHint() const
{
    QStyleOptionButton push;
    push.initFrom(this);
    push.text = text();
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    const QSize pushed = style()->sizeFromContents(QStyle::CT_PushButton, &push, words, this);
    QSize size = QToolButton::sizeHint();
    if (onlyOpensMenu())
        size.rwidth() += ArrowSize;
    return {size.width(), std::max(size.height(), pushed.height())};
}

bool WordButton::onlyOpensMenu() const
{
    return menu() && popupMode() == QToolButton::InstantPopup;
}

void WordButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (isChecked())
        option.palette.setColor(QPalette::Button, colors::switchedOn(option.palette));
    QStyleOptionToolButton body = option;
    body.text.clear();
    body.icon = {};
    body.toolButtonStyle = Qt::ToolButtonTextOnly;
    if (onlyOpensMenu())
        body.features &= ~QStyleOptionToolButton::HasMenu; // some styles put its arrow into a corner
    painter.drawComplexControl(QStyle::CC_ToolButton, body);
    paintWords(painter, option);
}

void WordButton::paintWords(QPainter &painter, const QStyleOptionToolButton &option) const
{
    const QRect room = style()->subControlRect(QStyle::CC_ToolButton, &option, QStyle::SC_ToolButton, this);
    const int symbol = option.icon.isNull() ? 0 : option.iconSize.width() + metrics::Tight;
    const int arrow = onlyOpensMenu() ? ArrowSize + metrics::Tight : 0;
    const int words = fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
    const QRect all =
        QStyle::alignedRect(option.direction, Qt::AlignCenter,
                            {std::min(symbol + words + arrow, room.width()), room.height()}, room);
    const auto part = [&](int left, int width) {
        return QStyle::visualRect(option.direction, all,
                                  QRect(all.left() + left, all.top(), width, all.height()));
    };
    if (symbol > 0)
        option.icon.paint(&painter, part(0, option.iconSize.width()), Qt::AlignCenter,
                          isEnabled() ? QIcon::Normal : QIcon::Disabled,
                          isChecked() ? QIcon::On : QIcon::Off);
    const bool underlines = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this);
    style()->drawItemText(&painter, part(symbol, all.width() - symbol - arrow),
                          Qt::AlignCenter | (underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                          option.palette, isEnabled(), option.text, QPalette::ButtonText);
    if (arrow > 0) {
        QStyleOption tip = option;
        tip.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, {ArrowSize, ArrowSize},
                                       part(all.width() - ArrowSize, ArrowSize));
        style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &tip, &painter, this);
    }
}

} // namespace otpdesk
