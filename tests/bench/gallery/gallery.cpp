// Draws the shared parts and the Orders tab into PNG files: otpdesk_gallery DIR
// Run with -platform offscreen; QT_SCALE_FACTOR=2 gives the pictures of a dense screen.

#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/types/clock.h"
#include "ui/kit/balancechip.h"
#include "ui/kit/countdown.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/herocode.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pill.h"
#include "ui/kit/plaintextguard.h"
#include "ui/kit/searchedit.h"
#include "ui/orders/orderscontroller.h"
#include "ui/orders/ordersview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QToolButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = OrderModel::Column;

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d, 0x2f, 0x33), QColor(0x2a, 0x2c, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1f, 0x21, 0x24));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

struct Sample
{
    const char *number;
    const char *service;
    const char *country;
    const char *provider;
    const char *code;
    OrderStatus status;
    int secondsLeft;
    const char *price;
    const char *bought;
};

constexpr Sample Samples[] = {
    {"+6281234567890", "WhatsApp", "Indonesia", "OTPZap", "847293", OrderStatus::CodeReceived, 734,
     "Rp 2,100", "3 min ago"},
    {"+447911123456", "Telegram", "United Kingdom", "ZapOTP", "", OrderStatus::Waiting, 1096, "$0.45",
     "just now"},
    {"+923001234567", "Google / YouTube / Gmail", "Pakistan", "OTPWall", "", OrderStatus::Waiting, 41,
     "₨45.00", "19 min ago"},
    {"+2348031234567", "Facebook", "Nigeria", "WhichOTP", "", OrderStatus::Refunded, 0, "₦450.00",
     "today 09:12"},
    {"+14155550123", "Discord", "United States", "OTPGet", "RKJ-YP6", OrderStatus::Finished, 0, "$1.50",
     "12 May 14:02"},
};

void fillOrders(QStandardItemModel &model, const Clock &clock, int count, bool unconfirmedFirst)
{
    const QStringList headers{u"Number"_s, u"Service"_s,   u"Country"_s, u"Provider"_s, u"Code"_s,
                              u"Status"_s, u"Time left"_s, u"Price"_s,   u"Bought"_s};
    model.setHorizontalHeaderLabels(headers);
    model.horizontalHeaderItem(int(Column::Price))->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int i = 0; i < count; ++i) {
        const Sample &sample = Samples[i % 5];
        const bool unconfirmed = unconfirmedFirst && i == 0;
        const OrderStatus status = unconfirmed ? OrderStatus::Unconfirmed : sample.status;
        const QString number = unconfirmed ? QString() : QString::fromUtf8(sample.number);
        const QString code = unconfirmed ? QString() : QString::fromUtf8(sample.code);
        const QString shownNumber =
            number.isEmpty() ? QString() : number.left(3) + u' ' + number.mid(3, 4) + u' ' + number.mid(7);
        const bool counts = !unconfirmed && sample.secondsLeft > 0;
        const QStringList texts{shownNumber,
                                QString::fromUtf8(sample.service),
                                QString::fromUtf8(sample.country),
                                QString::fromUtf8(sample.provider),
                                format::code(code),
                                format::status(status),
                                counts ? format::timeLeft(std::chrono::seconds(sample.secondsLeft))
                                       : QString(),
                                QString::fromUtf8(sample.price),
                                QString::fromUtf8(sample.bought)};
        QList<QStandardItem *> row;
        for (const QString &text : texts) {
            auto *item = new QStandardItem(text);
            item->setData(int(status), OrderModel::StatusRole);
            item->setData(code, OrderModel::CodeRole);
            item->setData(number, OrderModel::NumberRole);
            item->setData(counts ? clock.utc().addSecs(sample.secondsLeft) : QDateTime(),
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

struct Actions
{
    OrdersActions set;
    QObject owner;

    explicit Actions(bool hasCode)
    {
        const auto make = [this](Icon symbol, const QString &text, bool enabled) {
            auto *action = new QAction(icon(symbol), text, &owner);
            action->setEnabled(enabled);
            return action;
        };
        set.order = {{make(Icon::Copy, u"Copy &code"_s, hasCode), u"Copy code"_s},
                     {make(Icon::Phone, u"Copy &number"_s, true),
                      u"Copy number"_s,
                      {make(Icon::Phone, u"&International, with +"_s, true)}},
                     {make(Icon::Resend, u"Re&send SMS"_s, hasCode), u"Resend SMS"_s},
                     {make(Icon::Swap, u"Re&place number"_s, !hasCode), u"Replace number"_s},
                     {make(Icon::Check, u"F&inish order"_s, hasCode), u"Finish order"_s},
                     {make(Icon::Cancel, u"Cance&l order (1:24)"_s, false), u"Cancel order"_s}};
    }
};

QWidget *makeKit()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);

    auto *chips = new FlowLayout;
    using S = AccountModel::State;
    const std::tuple<const char *, const char *, S> accounts[] = {
        {"OTPZap", "Rp 152,400", S::Ok},
        {"ZapOTP", "$0.80", S::Low},
        {"WhichOTP", "₦12,000.00", S::Loading},
        {"OTPWall", "₨45.00", S::Stale},
        {"OTPGet", "—", S::Failed},
        {"A provider with a very long name", "—", S::KeyMissing}};
    for (const auto &[name, balance, state] : accounts) {
        auto *chip = new BalanceChip;
        chip->setAccount(QString::fromUtf8(name), QString::fromUtf8(balance), state, u"Updated 3 min ago"_s);
        chips->addWidget(chip);
    }
    layout->addLayout(chips);

    auto *pills = new FlowLayout;
    for (int status = 0; status <= int(OrderStatus::NotBought); ++status) {
        auto *pill = new PillLabel;
        pill->setPill(pillFor(static_cast<OrderStatus>(status)));
        pills->addWidget(pill);
    }
    layout->addLayout(pills);

    auto *symbols = new FlowLayout;
    for (int symbol = 0; symbol < IconCount; ++symbol) {
        auto *button = new QToolButton;
        button->setIcon(icon(static_cast<Icon>(symbol)));
        button->setEnabled(symbol % 7 != 6);
        symbols->addWidget(button);
    }
    layout->addLayout(symbols);

    const std::pair<MessageBar::Mood, QString> moods[] = {
        {MessageBar::Mood::Info, u"Prices are from 10 minutes ago. <b>Refresh</b> to see today's."_s},
        {MessageBar::Mood::Success, u"The order was cancelled and Rp 2,100 came back."_s},
        {MessageBar::Mood::Warning, u"This account is polled every 12 seconds, since 64 orders are live."_s},
        {MessageBar::Mood::Error,
         u"ZapOTP could not cancel the order: a message has just come. The code is below; it stays valid until the order ends."_s}};
    for (const auto &[mood, text] : moods) {
        auto *bar = new MessageBar;
        layout->addWidget(bar);
        MessageBar::Message message{mood, text, {}, {}};
        if (mood == MessageBar::Mood::Error) {
            message.details = u"STATUS_CANCEL_DENIED: sms already received"_s;
            message.actions = {{u"&Try again"_s, {}}};
        }
        bar->post(message);
    }

    auto *heroes = new QHBoxLayout;
    heroes->setSpacing(metrics::Medium);
    for (int i = 0; i < 3; ++i) {
        auto *hero = new HeroCode(u"Current code"_s);
        hero->setPlaceholder(u"Waiting for the SMS…"_s);
        if (i > 0)
            hero->setCode(u"847293"_s, u"847 293"_s);
        if (i == 2)
            hero->showCopied();
        heroes->addWidget(hero);
    }
    layout->addLayout(heroes);
    auto *rings = new QHBoxLayout;
    for (const auto left : {1100s, 734s, 180s, 41s, 0s}) {
        auto *ring = new CountdownRing;
        ring->setTime(left, 1200s);
        rings->addWidget(ring);
    }
    rings->addStretch();
    rings->addWidget(new SearchEdit(u"Search offers"_s));
    layout->addLayout(rings);

    auto *empty = new EmptyState;
    empty->setContent(Icon::Globe, u"No offers yet"_s,
                      u"Add an account to see what its provider sells, or look around in the demo."_s);
    empty->setPrimary(u"&Add account"_s);
    empty->setSecondary(u"&Try the demo"_s);
    layout->addWidget(empty, 1);
    return page;
}

void shoot(QWidget &widget, const QSize &size, const QString &file)
{
    widget.resize(size);
    widget.show();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    widget.grab().save(file);
}

void shootOrders(const QString &base, const QSize &size, int count, bool unconfirmed)
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Actions actions(count != 200 && !unconfirmed);
    QStandardItemModel orders;
    QStandardItemModel timeline;
    fillOrders(orders, clock, count, unconfirmed);
    fillTimeline(timeline, clock, unconfirmed);
    OrdersView view(OrdersController::tab(), actions.set, clock);
    view.setModels(&orders, &timeline);
    view.setAnyOrders(count > 0);
    if (unconfirmed)
        view.setUnconfirmed({u"8 min ago"_s, {}, u"Rp 2,100"_s, u"Rp 152,400"_s, u"Rp 150,300"_s, {}}, false);
    if (unconfirmed && size.width() < 1000)
        view.findChild<QPushButton *>(u"enterOrderId"_s)->click();
    if (count == 200)
        view.selectOrder(orders.index(2, 0));
    if (count == 5 && !unconfirmed)
        view.messages().post({MessageBar::Mood::Error,
                              u"OTPZap is busy. The order is checked again in 12 seconds."_s,
                              u"429"_s,
                              {}});
    shoot(view, size, base + u".png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    PlainTextGuard guard(&app);
    const QString folder = QCoreApplication::arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    const QPalette light = QApplication::palette();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : light);
        const QString base = folder + u'/' + (dark ? u"dark"_s : u"light"_s) + u"-%1"_s;
        {
            const std::unique_ptr<QWidget> kit(makeKit());
            shoot(*kit, {900, 780}, base.arg(u"kit.png"_s));
            shoot(*kit, {480, 900}, base.arg(u"kit-narrow.png"_s));
        }
        for (const QSize size : {QSize(900, 490), QSize(1600, 890)}) {
            const QString sized = base.arg(u"%1-"_s.arg(size.width())) + u"%1"_s;
            shootOrders(sized.arg(u"empty"_s), size, 0, false);
            shootOrders(sized.arg(u"five"_s), size, 5, false);
            shootOrders(sized.arg(u"many"_s), size, 200, false);
            shootOrders(sized.arg(u"unconfirmed"_s), size, 4, true);
        }
    }
    return 0;
}
