#include "ui/kit/herocode.h"

#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/palette.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace otpdesk {

namespace {

/// A label whose value is the code, without the gaps that only help the eye. Qt's own QLabel gives its text
/// only as the name.
class HeroAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit HeroAccessible(HeroCode *hero) : QAccessibleWidget(hero, QAccessible::StaticText) {}

    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? hero()->spokenText() : QAccessibleWidget::text(which);
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            Q_EMIT hero()->copyRequested();
    }

    // The text cannot be selected or edited.
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    QString text(int start, int end) const override { return hero()->spokenText().mid(start, end - start); }
    int characterCount() const override { return static_cast<int>(hero()->spokenText().size()); }
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    HeroCode *hero() const { return static_cast<HeroCode *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *hero = qobject_cast<HeroCode *>(object);
    return hero ? new HeroAccessible(hero) : nullptr;
}

} // namespace

HeroCode::HeroCode(const QString &accessibleName, double scale, QWidget *parent)
    : QWidget(parent), m_scale(scale)
{
    QAccessible::installFactory(makeAccessible); // a second time does nothing
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copiedEnds.setSingleShot(true);
    m_copiedEnds.setInterval(1500ms);
    connect(&m_copiedEnds, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void HeroCode::setCode(const QString &code, const QString &shown)
{
    if (code == m_code && shown == m_shown)
        return;
    m_code = code;
    m_shown = shown;
    m_copiedEnds.stop();
    setCursor(code.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setToolTip(code.isEmpty() ? QString() : tr("Click to copy"));
    announce();
}

void HeroCode::setPlaceholder(const QString &placeholder)
{
    if (placeholder == m_placeholder)
        return;
    m_placeholder = placeholder;
    announce();
}

void HeroCode::announce()
{
    QAccessibleValueChangeEvent event(this, spokenText());
    QAccessible::updateAccessibility(&event);
    updateGeometry();
    update();
}

void HeroCode::showCopied()
{
    m_copiedEnds.start();
    update();
}

QSize HeroCode::sizeHint() const
{
    const QFontMetrics fm(fonts::code(font(), m_scale));
    return {fm.horizontalAdvance(m_shown) + 2 * metrics::Small + 96, fm.height() + metrics::Small};
}

QSize HeroCode::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QFont HeroCode::fittingFont(int width) const
{
    double scale = m_scale;
    while (scale > 1.0 && QFontMetrics(fonts::code(font(), scale)).horizontalAdvance(m_shown) > width)
        scale -= 0.1;
    return fonts::code(font(), scale);
}

void HeroCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = rect().adjusted(metrics::Small, 0, -metrics::Small, 0);
    const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));

    const bool inviting = hasFocus() || (underMouse() && !m_code.isEmpty());
    painter.setPen(QPen(inviting ? colors::accent(palette()) : colors::hairline(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::Radius, metrics::Radius);
    if (m_code.isEmpty()) {
        painter.setPen(colors::muted(palette()));
        painter.drawText(area, flags, fontMetrics().elidedText(m_placeholder, Qt::ElideRight, area.width()));
        return;
    }

    const bool copied = m_copiedEnds.isActive();
    const QString hint = copied ? tr("Copied") : inviting ? tr("Copy") : QString();
    const int hintWidth =
        metrics::IconSmall + (hint.isEmpty() ? 0 : metrics::Tight + fontMetrics().horizontalAdvance(hint));
    const int widestHint =
        metrics::IconSmall + metrics::Tight + fontMetrics().horizontalAdvance(tr("Copied"));
    const int room = area.width() - widestHint - metrics::Medium;
    painter.setFont(fittingFont(room));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, flags | Qt::TextForceLeftToRight,
                     painter.fontMetrics().elidedText(m_shown, Qt::ElideMiddle, room));

    // The hint stands at the far end; a check mark takes the place of the copy sign for a moment.
    const ToneColors tone = colors::of(Tone::Received, palette());
    const QColor color =
        copied ? (colors::isDark(palette()) ? tone.mark : tone.text) : colors::muted(palette());
    const QRect spot = QStyle::alignedRect(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter,
                                           {hintWidth, area.height()}, area);
    const QRect symbol = QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter,
                                             {metrics::IconSmall, metrics::IconSmall}, spot);
    painter.drawPixmap(symbol.topLeft(), iconPixmap(copied ? Icon::Check : Icon::Copy, color,
                                                    metrics::IconSmall, devicePixelRatioF()));
    painter.setFont(font());
    painter.setPen(color);
    painter.drawText(
        spot, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter)), hint);
}

void HeroCode::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) &&
        !m_code.isEmpty())
        Q_EMIT copyRequested();
}

void HeroCode::keyPressEvent(QKeyEvent *event)
{
    const bool press = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                       event->key() == Qt::Key_Enter || event->matches(QKeySequence::Copy);
    if (press && !m_code.isEmpty())
        Q_EMIT copyRequested();
    else
        QWidget::keyPressEvent(event);
}

bool HeroCode::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace otpdesk
