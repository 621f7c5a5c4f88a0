#pragma once

#include <QMenu>
#include <QObject>
#include <QSet>
#include <QSystemTrayIcon>

#include <memory>

class QSettings;

namespace otpdesk {

class Clipboard;
class Money;
class Notifier;
class OrderEngine;
struct Market;
struct Message;
struct OrderEvent;
struct Watch;
struct WatchFinding;

/// The icon in the system tray: the latest codes, one click away, and the word when something happens while
/// nobody looks.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(OrderEngine &engine, Clipboard &clipboard, QSettings &settings, QObject *parent = nullptr);
    /// With another way to notify than the desktop's.
    Tray(OrderEngine &engine, Clipboard &clipboard, QSettings &settings, std::unique_ptr<Notifier> notifier,
         QObject *parent = nullptr);
    ~Tray() override;

    /// Whether the desktop shows the icon at all.
    bool isShown() const;
    /// Says, once ever, that the application goes on in the tray.
    void sayGoesOn();
    /// Says that an invoice was paid.
    void sayPaid(const QString &account, const Money &amount);
    /// Says that what is waited for in a market is there, at this account.
    void sayFound(const Watch &watch, const WatchFinding &finding, const QString &account);

Q_SIGNALS:
    void showRequested();
    void orderRequested(qint64 key);
    void marketRequested(const otpdesk::Market &market);
    void quitRequested();

private:
    void buildMenu();
    void messageArrived(qint64 key, const Message &message);
    void notifyUnconfirmed(qint64 key);
    void notifyExpiry(qint64 key);
    /// Says that a number was given back by itself, once the money is there.
    void followRefund(const OrderEvent &event);
    void copyCode(qint64 key);

    OrderEngine &m_engine;
    Clipboard &m_clipboard;
    QSettings &m_settings;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    std::unique_ptr<Notifier> m_notifier;
    QList<qint64> m_latest;   // orders with the newest codes, newest first
    QSet<qint64> m_givenBack; // by themselves; not refunded yet
};

} // namespace otpdesk
