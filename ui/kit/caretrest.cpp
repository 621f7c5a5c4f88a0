#include "ui/kit/caretrest.h"

#include "providers/types/clock.h"

#include <QApplication>
#include <QEvent>

namespace otpdesk {

namespace {

constexpr std::chrono::seconds StillAfter{10};
constexpr int Still = 0;
constexpr int AsTheSystemSays = -1;

bool isTouch(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::InputMethod || type == QEvent::MouseButtonPress ||
           type == QEvent::FocusIn;
}

} // namespace

CaretRest::CaretRest(Clock &clock, QObject *parent)
    : QObject(parent), m_alarm(clock.alarm([] { QApplication::setCursorFlashTime(Still); }))
{
    QCoreApplication::instance()->installEventFilter(this);
    blink();
}

CaretRest::~CaretRest()
{
    QApplication::setCursorFlashTime(AsTheSystemSays);
}

void CaretRest::blink()
{
    QApplication::setCursorFlashTime(AsTheSystemSays);
    m_alarm->start(StillAfter);
}

bool CaretRest::eventFilter(QObject *watched, QEvent *event)
{
    // A window gets what its widgets get, too: once is enough.
    if (isTouch(event->type()) && watched->isWidgetType())
        blink();
    return QObject::eventFilter(watched, event);
}

} // namespace otpdesk
