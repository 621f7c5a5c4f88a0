#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/types/clock.h"
#include "tests/bench/gallery/chapters.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/orders/orderscontroller.h"
#include "ui/orders/ordersview.h"

#include <QAction>
#include <QPushButton>
#include <QStandardItemModel>

namespace otpdesk {

using namespace Qt::StringLiterals;
using Column = OrderModel::Column;

namespace {

struct Sample
{
    QString number, service, country, provider, code;
    OrderStatus status;
    int secondsLeft;
    QString price, bought;
};

void fillOrders(QStandardItemModel &model, const Clock &clock, int count, bool unconfirmedFirst)
{
    using S = OrderStatus;
    const Sample samples[] = {{u"+6281234567890"_s, u"WhatsApp"_s, u"Indonesia"_s, u"OTPZap"_s, u"847293"_s,
                               S::CodeReceived, 734, u"Rp 2,100"_s, u"3 min ago"_s},
                              {u"+447911123456"_s, u"Telegram"_s, u"United Kingdom"_s, u"ZapOTP"_s, u""_s,
                               S::Waiting, 1096, u"$0.45"_s, u"just now"_s},
                              {u"+923001234567"_s, u"Google / YouTube / Gmail"_s, u"Pakistan"_s, u"OTPWall"_s,
                               u""_s, S::Waiting, 41, u"₨45.00"_s, u"19 min ago"_s},
                              {u"+2348031234567"_s, u"Facebook"_s, u"Nigeria"_s, u"WhichOTP"_s, u""_s,
                               S::Refunded, 0, u"₦450.00"_s, u"today 09:12"_s},
                              {u"+14155550123"_s, u"Discord"_s, u"United States"_s, u"OTPGet"_s, u"RKJ-YP6"_s,
                               S::Finished, 0, u"$1.50"_s, u"12 May 14:02"_s},
                              {u""_s, u"WhatsApp"_s, u"Indonesia"_s, u"OTPZap"_s, u""_s, S::Unconfirmed, 0,
                               u"Rp 2,100"_s, u"3 min ago"_s}};
    model.setHorizontalHeaderLabels(
        u"Number|Service|Country|Provider|Code|Status|Time left|Price|Bought"_s.split(u'|'));
    model.horizontalHeaderItem(int(Column::Price))->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int i = 0; i < count; ++i) {
        const Sample &order = samples[unconfirmedFirst && i == 0 ? 5 : i % 5];
        const QString &number = order.number;
        const bool counts = order.secondsLeft > 0;
        const QString shown = number.left(3) + u' ' + number.mid(3, 4) + u' ' + number.mid(7);
        const QString left = counts ? format::timeLeft(std::chrono::seconds(order.secondsLeft)) : QString();
        const QStringList texts{number.isEmpty() ? number : shown,
                                order.service,
                                order.country,
                                order.provider,
                                format::code(order.code),
                                format::status(order.status),
                                left,
                                order.price,
                                order.bought};
        QList<QStandardItem *> row;
        for (const QString &text : texts) {
            auto *item = new QStandardItem(text);
            item->setData(int(order.status), OrderModel::StatusRole);
            item->setData(order.code, OrderModel::CodeRole);
            item->setData(number, OrderModel::NumberRole);
            item->setData(counts ? clock.utc().addSecs(order.secondsLeft) : QDateTime(),
                          OrderModel::ExpiresRole);
            item->setData(qint64(1200 * 1000), OrderModel::LifetimeRole);
            row.append(item);
        }
        row[int(Column::Price)]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model.appendRow(row);
    }
}

void fillTimeline(QStandardItemModel &model, const Clock &clock, bool unconfirmed)
{
    using T = TimelineModel::Tone;
    const auto add = [&](int minutesAgo, T tone, const QString &words, const QString &message = {},
                         const QString &code = {}) {
        auto *item = new QStandardItem(words);
        item->setData(clock.utc().addSecs(-60 * minutesAgo), TimelineModel::AtRole);
        item->setData(int(tone), TimelineModel::ToneRole);
        item->setData(message, TimelineModel::MessageRole);
        item->setData(code, TimelineModel::CodeRole);
        model.appendRow(item);
    };
    add(8, T::Neutral, u"Purchase asked at Rp 2,100"_s);
    if (unconfirmed) {
        add(8, T::Attention,
            u"The connection ended before an answer came. It is not known whether it was charged."_s);
        return;
    }
    add(7, T::Waiting, u"Number +62 812 3456 7890 assigned"_s);
    add(4, T::Good, u"SMS received, code 118 204"_s,
        u"<#> Kode WhatsApp Anda: 118-204\nJangan bagikan kode ini dengan siapa pun\n4sgLq1p5sV6"_s,
        u"118204"_s);
    add(3, T::Neutral, u"Another SMS asked for"_s);
    add(1, T::Attention, u"The provider did not answer the last check. Trying again."_s);
    add(0, T::Good, u"SMS received, code 847 293"_s,
        u"Your WhatsApp code: 847293. Don't share this code with others. <b>This is not bold</b>"_s,
        u"847293"_s);
}

OrdersActions actionsOf(bool hasCode, QObject *owner)
{
    const auto make = [owner](Icon symbol, const QString &text, bool enabled) {
        auto *action = new QAction(icon(symbol), text, owner);
        action->setEnabled(enabled);
        return action;
    };
    OrdersActions actions;
    actions.order = {{make(Icon::Copy, u"Copy &code"_s, hasCode), u"Copy code"_s},
                     {make(Icon::Phone, u"Copy &number"_s, true),
                      u"Copy number"_s,
                      {make(Icon::Phone, u"&International, with +"_s, true)}},
                     {make(Icon::Resend, u"Re&send SMS"_s, hasCode), u"Resend SMS"_s},
                     {make(Icon::Swap, u"Re&place number"_s, !hasCode), u"Replace number"_s},
                     {make(Icon::Check, u"F&inish order"_s, hasCode), u"Finish order"_s},
                     {make(Icon::Cancel, u"Cance&l order (1:24)"_s, false), u"Cancel order"_s}};
    return actions;
}

void shoot(const Camera &camera, const QString &name, int count, bool unconfirmed = false)
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    QObject owner;
    QStandardItemModel orders;
    QStandardItemModel timeline;
    fillOrders(orders, clock, count, unconfirmed);
    fillTimeline(timeline, clock, unconfirmed);
    OrdersView view(OrdersController::tab(), actionsOf(count != 200 && !unconfirmed, &owner), clock);
    view.setModels(&orders, &timeline);
    view.setAnyOrders(count > 0);
    if (unconfirmed)
        view.setUnconfirmed({u"8 min ago"_s, {}, u"Rp 2,100"_s, u"Rp 152,400"_s, u"Rp 150,300"_s, {}}, false);
    if (unconfirmed && camera.size().width() < 1000)
        view.findChild<QPushButton *>(u"enterOrderId"_s)->click();
    if (count == 200)
        view.selectOrder(orders.index(2, 0));
    if (count == 5)
        view.messages().post({MessageBar::Mood::Error,
                              u"OTPZap is busy. The order is checked again in 12 seconds."_s,
                              u"429"_s,
                              {}});
    camera.shoot(view, name);
}

} // namespace

void drawOrders(const Camera &camera)
{
    for (const QSize size : TabSizes) {
        shoot(camera.at(size), u"empty"_s, 0);
        shoot(camera.at(size), u"five"_s, 5);
        shoot(camera.at(size), u"many"_s, 200);
        shoot(camera.at(size), u"unconfirmed"_s, 4, true);
    }
}

} // namespace otpdesk
