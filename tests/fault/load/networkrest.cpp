#include "tests/fault/load/networkrest.h"

#include "providers/http/httpcall.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace otpdesk {

NetworkRest::NetworkRest()
{
    QCoreApplication::instance()->installEventFilter(this);
}

void NetworkRest::await()
{
    QEventLoop loop;
    for (;;) {
        while (loop.processEvents(QEventLoop::AllEvents)) {
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (m_underWay > 0)
            loop.processEvents(QEventLoop::WaitForMoreEvents);
        else if (!loop.processEvents(QEventLoop::AllEvents))
            return;
    }
}

bool NetworkRest::eventFilter(QObject *watched, QEvent *event)
{
    const bool came = event->type() == QEvent::ChildAdded;
    const bool went = event->type() == QEvent::ChildRemoved;
    if ((came || went) && watched->metaObject() == &HttpCall::staticMetaObject)
        m_underWay += came ? 1 : -1;
    return QObject::eventFilter(watched, event);
}

} // namespace otpdesk
