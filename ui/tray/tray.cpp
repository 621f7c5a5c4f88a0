#include "ui/tray/tray.h"

#include "models/orders/orderengine.h"
#include "models/text/format.h"
#include "providers/types/phonenumber.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/iconengine.h"
#include "ui/preferences.h"
#include "ui/tray/notifier.h"

#include <QSettings>

namespace otpdesk {

namespace {

constexpr int CodesInMenu = 5;

QString numberOf(const Order &order)
{
    return readPhoneNumber(order.number, order.offer.countryIso).display;
}

/// An ampersand in a menu entry would become a mnemonic.
QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

Tray::Tray(OrderEngine &engine, Clipboard &clipboard, QSettings &settings, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_clipboard(clipboard),
      m_settings(settings),
      m_icon(appIcon()),
      m_notifier(makeNotifier(m_icon))
{
    m_icon.setToolTip(tr("OTP Desk"));
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::buildMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT showRequested();
    });
    connect(m_notifier.get(), &Notifier::activated, this, [this](qint64 key) {
        if (key != 0)
            Q_EMIT orderRequested(key);
        else
            Q_EMIT showRequested();
    });
    connect(m_notifier.get(), &Notifier::copyRequested, this, &Tray::copyCode);
    connect(&engine, &OrderEngine::messageArrived, this, &Tray::messageArrived);
    connect(&engine, &OrderEngine::unconfirmed, this, &Tray::notifyUnconfirmed);
    buildMenu();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isShown() const
{
    return m_icon.isVisible();
}

void Tray::buildMenu()
{
    m_menu.clear();
    for (const qint64 key : m_latest) {
        const Order *order = m_engine.order(key);
        if (!order || order->code.isEmpty())
            continue;
        const QString text =
            tr("Copy %1: %2").arg(menuText(order->offer.service), menuText(format::code(order->code)));
        m_menu.addAction(icon(Icon::Copy), text, this, [this, key] { copyCode(key); });
    }
    if (m_menu.isEmpty())
        m_menu.addAction(tr("No codes yet"))->setEnabled(false);
    m_menu.addSeparator();
    m_menu.addAction(tr("&Show OTP Desk"), this, &Tray::showRequested);
    m_menu.addAction(tr("&Quit"), this, &Tray::quitRequested);
}

void Tray::messageArrived(qint64 key, const Message &message)
{
    const Order &order = *m_engine.order(key);
    if (!message.code.isEmpty()) {
        m_latest.removeAll(key);
        m_latest.prepend(key);
        if (m_latest.size() > CodesInMenu)
            m_latest.removeLast();
        buildMenu();
        if (preferences::copiesOnArrival(m_settings))
            m_clipboard.copySecret(message.code);
    }

    const bool hides = preferences::hidesCodes(m_settings);
    Notification notification;
    notification.orderKey = key;
    notification.offersCopy = !message.code.isEmpty();
    if (message.code.isEmpty())
        notification.title = tr("%1: SMS without a code").arg(order.offer.service);
    else if (hides)
        notification.title = tr("%1: code received").arg(order.offer.service);
    else
        notification.title = tr("%1: %2").arg(order.offer.service, format::code(message.code));
    notification.text = message.code.isEmpty() && !hides && !message.text.isEmpty()
                            ? message.text.left(200)
                            : tr("For %1").arg(numberOf(order));
    m_notifier->notify(notification);
}

void Tray::notifyUnconfirmed(qint64 key)
{
    Notification notification;
    notification.orderKey = key;
    notification.title = tr("A purchase needs attention");
    notification.text = tr("No readable answer came for %1. It may have been charged; it is being looked up.")
                            .arg(m_engine.order(key)->offer.service);
    m_notifier->notify(notification);
}

void Tray::sayPaid(const QString &account, const Money &amount)
{
    m_notifier->notify(
        {0, tr("Top-up paid"), tr("%1 was added to %2").arg(format::money(amount), account), false});
}

void Tray::copyCode(qint64 key)
{
    const Order *order = m_engine.order(key);
    if (order && !order->code.isEmpty())
        m_clipboard.copySecret(order->code);
}

void Tray::sayGoesOn()
{
    if (!preferences::takeTrayHint(m_settings))
        return;
    m_notifier->notify({0, tr("OTP Desk goes on in the tray"),
                        tr("Orders are still checked and codes announced. Quit from the tray icon's menu."),
                        false});
}

} // namespace otpdesk
