#include "ui/tray/tray.h"

#include "models/watches/watchwords.h"
#include "models/orders/orderengine.h"
#include "models/text/format.h"
#include "providers/types/phonenumber.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/iconengine.h"
#include "ui/preferences.h"
#include "ui/tray/notifier.h"

#include <QLocale>
#include <QSettings>

#include <utility>

namespace otpdesk {

namespace {

constexpr int CodesInMenu = 5;

QString numberOf(const Order &order)
{
    return order.offer.kind == OfferKind::Email
               ? order.number
               : readPhoneNumber(order.number, order.offer.countryIso).display;
}

/// What a person knows it by. To a rented number anybody may write: then it is the number.
QString nameOf(const Order &order)
{
    return order.offer.service.isEmpty() ? numberOf(order) : order.offer.service;
}

/// An ampersand in a menu entry would become a mnemonic.
QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

Tray::Tray(OrderEngine &engine, Clipboard &clipboard, QSettings &settings, QObject *parent)
    : Tray(engine, clipboard, settings, nullptr, parent)
{}

Tray::Tray(OrderEngine &engine, Clipboard &clipboard, QSettings &settings, std::unique_ptr<Notifier> notifier,
           QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_clipboard(clipboard),
      m_settings(settings),
      m_icon(appIcon()),
      m_notifier(notifier ? std::move(notifier) : makeNotifier(m_icon))
{
    m_icon.setToolTip(tr("OTP Desk"));
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::buildMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT showRequested();
    });
    connect(m_notifier.get(), &Notifier::activated, this, [this](const Notification &clicked) {
        if (clicked.market)
            Q_EMIT marketRequested(*clicked.market);
        else if (clicked.orderKey != 0)
            Q_EMIT orderRequested(clicked.orderKey);
        else
            Q_EMIT showRequested();
    });
    connect(m_notifier.get(), &Notifier::copyRequested, this, &Tray::copyCode);
    connect(&engine, &OrderEngine::messageArrived, this, &Tray::messageArrived);
    connect(&engine, &OrderEngine::unconfirmed, this, &Tray::notifyUnconfirmed);
    connect(&engine, &OrderEngine::expiresSoon, this, &Tray::notifyExpiry);
    connect(&engine, &OrderEngine::eventAdded, this, &Tray::followRefund);
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
            tr("Copy %1: %2").arg(menuText(nameOf(*order)), menuText(format::code(order->code)));
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
        notification.title = order.offer.kind == OfferKind::Email
                                 ? tr("%1: e-mail without a code").arg(nameOf(order))
                                 : tr("%1: SMS without a code").arg(nameOf(order));
    else if (hides)
        notification.title = tr("%1: code received").arg(nameOf(order));
    else
        notification.title = tr("%1: %2").arg(nameOf(order), format::code(message.code));
    const QString words = message.text.isEmpty() ? message.subject : message.text;
    notification.text = message.code.isEmpty() && !hides && !words.isEmpty()
                            ? words.left(200)
                            : tr("For %1").arg(numberOf(order));
    m_notifier->notify(notification);
}

void Tray::notifyUnconfirmed(qint64 key)
{
    Notification notification;
    notification.orderKey = key;
    notification.title = tr("A purchase needs attention");
    notification.text = tr("No readable answer came for %1. It may have been charged; it is being looked up.")
                            .arg(nameOf(*m_engine.order(key)));
    m_notifier->notify(notification);
}

void Tray::notifyExpiry(qint64 key)
{
    const Order &rental = *m_engine.order(key);
    const QString end = QLocale().toString(rental.expiresAt.toLocalTime(), QLocale::ShortFormat);
    Notification notification;
    notification.orderKey = key;
    notification.title = tr("A rental expires soon");
    notification.text = tr("%1 is yours until %2. Renew it in time to keep it.").arg(numberOf(rental), end);
    m_notifier->notify(notification);
}

void Tray::followRefund(const OrderEvent &event)
{
    if (event.kind == EventKind::RefundDue) {
        m_givenBack.insert(event.orderKey);
        return;
    }
    const bool over = event.kind == EventKind::Refunded || event.kind == EventKind::MessageReceived ||
                      event.kind == EventKind::Expired;
    if (!over || !m_givenBack.remove(event.orderKey) || event.kind != EventKind::Refunded)
        return;
    const Order &order = *m_engine.order(event.orderKey);
    Notification notification;
    notification.orderKey = order.key;
    notification.title = tr("A number was given back");
    if (const auto amount = event.amount ? event.amount : order.refunded)
        notification.text =
            tr("No SMS for %1: cancelled, %2 refunded").arg(nameOf(order), format::money(amount));
    else
        notification.text = tr("No SMS for %1: cancelled and refunded").arg(nameOf(order));
    m_notifier->notify(notification);
}

void Tray::sayPaid(const QString &account, const Money &amount)
{
    m_notifier->notify(
        {0, tr("Top-up paid"), tr("%1 was added to %2").arg(format::money(amount), account), false});
}

void Tray::sayFound(const Watch &watch, const WatchFinding &finding, const QString &account)
{
    const auto &stock = finding.offer.stock;
    const QString left = stock ? tr("%n in stock.", nullptr, *stock) : QString();
    Notification notification;
    notification.market = watch.market;
    notification.title = watchwords::met(watch, finding, account);
    if (watch.limit)
        notification.text =
            tr("You asked for %1 at most. %2").arg(format::money(watch.limit), left).trimmed();
    else
        notification.text =
            finding.price ? tr("From %1. %2").arg(format::money(finding.price), left).trimmed() : left;
    m_notifier->notify(notification);
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
