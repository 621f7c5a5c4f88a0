#include "ui/kit/plaintextguard.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace otpdesk {

PlainTextGuard::PlainTextGuard(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainTextGuard::eventFilter(QObject *watched, QEvent *event)
{
    // A label is polished before it is first laid out or shown. Qt's tool tip is a label too.
    if (event->type() == QEvent::Polish) {
        if (auto *label = qobject_cast<QLabel *>(watched))
            label->setTextFormat(Qt::PlainText);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace otpdesk
