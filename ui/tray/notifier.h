#pragma once

#include "models/markets/market.h"

#include <QObject>
#include <QString>

#include <memory>

class QSystemTrayIcon;

namespace otpdesk {

/// Something that happened while the person looks elsewhere.
struct Notification
{
    qint64 orderKey = 0; ///< what a click shows; 0: just the window, or the market
    QString title;
    QString text;            ///< plain text
    bool offersCopy = false; ///< a button that copies the code, where the desktop has buttons
    std::optional<Market> market{};
};

/// Shows notifications the way the desktop does.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void notify(const Notification &notification) = 0;

Q_SIGNALS:
    /// The notification was clicked.
    void activated(const otpdesk::Notification &notification);
    void copyRequested(qint64 orderKey);
};

/// The desktop's notification service where there is one, else the tray icon's balloons.
std::unique_ptr<Notifier> makeNotifier(QSystemTrayIcon &tray);

} // namespace otpdesk
