#include "tests/bench/gallery/chapters.h"
#include "tests/gui/tabstand.h"
#include "ui/inboxes/inboxescontroller.h"
#include "ui/orders/ordersview.h"
#include "ui/rentals/rentalscontroller.h"

#include <QTabWidget>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

Message sms(const QDateTime &at, const QString &from, const QString &text, const QString &code = {})
{
    return {code, text, from, at};
}

Message mail(const QDateTime &at, const QString &from, const QString &subject, const QString &text,
             const QString &code = {}, const QString &html = {})
{
    return {code, text, from, at, subject, html};
}

const QString LongLine = u"a very long line that goes on and on, "_s.repeated(30);

QList<Order> fewRentals(const QDateTime &now)
{
    Order whatsApp = sample::with(
        sample::rental(now, 500),
        sms(now.addDays(-3), u"Google"_s, u"G-201938 is your Google verification code."_s, u"201938"_s));
    whatsApp = sample::with(whatsApp, sms(now.addSecs(-7000), u"22395"_s, u"Thanks for your order!"_s));
    whatsApp = sample::with(whatsApp, sms(now.addSecs(-120), u"WhatsApp"_s,
                                          u"Your WhatsApp code: 740-279\nDon't share this code with others\n"
                                          "https://v.whatsapp.com/740279"_s,
                                          u"740279"_s));
    Order soon = sample::rental(now, 27, u"2025550143"_s);
    Order foreign = sample::rental(now, 51, u"+447911123456"_s);
    foreign.offer.country = u"United Kingdom"_s;
    foreign.offer.countryIso = u"GB"_s;
    foreign.offer.variant = u"Server 1"_s;
    foreign.createdAt = foreign.boughtAt = {};
    foreign.price = std::nullopt;
    Order over = sample::ended(sample::rental(now, -40, u"4155550123"_s), OrderStatus::Expired, now);
    return {over, foreign, soon, whatsApp};
}

QList<Order> fewInboxes(const QDateTime &now)
{
    Order coded =
        sample::with(sample::inbox(now, u"kaelen.moss@gmail.com"_s),
                     mail(now.addSecs(-90), u"OpenAI <noreply@tm.openai.com>"_s, u"Welcome to ChatGPT"_s,
                          u"Hello,\n\nthanks for signing up. Confirm your address at "
                          "https://auth.openai.com/confirm?t=8f2a, please."_s));
    coded = sample::with(
        coded,
        mail(now.addSecs(-20), u"OpenAI <noreply@tm.openai.com>"_s, u"Your code is 482913"_s, {}, u"482913"_s,
             u"<html><head><style>p{color:red}</style></head><body><h1>Your temporary code</h1>"
             "<p>Enter this <b>verification code</b> to continue:</p><p>482913</p><ul><li>It lasts ten "
             "minutes</li><li>Nobody will ask you for it</li></ul><p>Not you? <a "
             "href='https://help.openai.com/en/articles/1'>Tell us</a>.</p></body></html>"_s));
    Order headline = sample::with(
        sample::inbox(now, u"t.vance@outlook.com"_s),
        mail(now.addSecs(-200), u"Telegram"_s, u"New login from Jakarta"_s, u"Somebody logged in."_s));
    headline.offer.service = u"telegram.org"_s;
    Order waiting = sample::inbox(now, u"brisa.lund@proton.me"_s);
    Order refunded = sample::ended(sample::inbox(now, u"old.one@gmail.com"_s), OrderStatus::Refunded, now);
    refunded.refunded = sample::rupiah(900);
    return {refunded, headline, waiting, coded};
}

QList<Order> scene(const QString &name, OfferKind kind, const QDateTime &now)
{
    const bool rentals = kind == OfferKind::Rental;
    if (name == u"empty")
        return {};
    QList<Order> few = rentals ? fewRentals(now) : fewInboxes(now);
    if (name == u"unconfirmed") {
        if (rentals)
            few.append(sample::renewal(now, few.last(), few.size()));
        else
            few.append(sample::inbox(now, {}));
        few.last().status = OrderStatus::Unconfirmed;
        few.last().id.clear();
        few.last().createdAt = now.addSecs(-480);
    } else if (name == u"long") {
        few.append(
            sample::with(few.last(), mail(now, u"Somebody with a name that fills more than the column"_s,
                                          LongLine, LongLine.repeated(8), u"RKJ-YP6-0099-LONGER"_s)));
        few.last().number = rentals ? u"+1 343 433 7545 ext. 99887766554433"_s
                                    : u"an.address.that.is.rather.long.and.has.digits.12345@"
                                      "mail.of-a-domain-nobody-knows.example.org"_s;
        few.last().offer.country = u"United Kingdom of Great Britain and Northern Ireland"_s;
        few.last().offer.service = rentals ? QString() : u"accounts.a-long-name.example.com"_s;
    } else if (name == u"link") {
        few.append(sample::with(few.last(),
                                mail(now, u"OpenAI"_s, u"Confirm your address"_s,
                                     u"Confirm it at https://auth.openai.com/confirm?t=8f2a, please."_s)));
    } else if (name == u"many") {
        for (int i = 0; i < 196; ++i)
            few.append(few[i % 4]);
        few.append(few[2]);
    }
    return few;
}

void shoot(const Camera &camera, const QString &name, OfferKind kind)
{
    TabStand bench(kind == OfferKind::Rental ? u"otpget"_s : u"otpzap"_s);
    const QDateTime now = bench.now();
    if (!bench.start(scene(name, kind, now)))
        qFatal("The journal cannot be written");
    bench.provider->allowed = [](const Order &order, const QDateTime &at) {
        OrderActions may{Permission::allowed(),
                         Permission::never(Permission::Reason::NoMessageYet),
                         Permission::after(at.addSecs(42)),
                         {},
                         Permission::allowed()};
        if (!order.messages.isEmpty())
            may.cancel = Permission::never(Permission::Reason::AlreadyHasMessage);
        if (!order.messages.isEmpty())
            may.finish = may.resend = Permission::allowed();
        return may;
    };
    std::unique_ptr<OrderTabController> controller;
    if (kind == OfferKind::Rental)
        controller = std::make_unique<RentalsController>(bench.desk(), bench.accounts);
    else
        controller = std::make_unique<InboxesController>(bench.desk());
    const std::unique_ptr<OrdersView> view(controller->createView(nullptr));
    view->resize(camera.size());
    view->show();
    QTest::qWait(60);
    if (name == u"few" && camera.size().width() > 1000) {
        if (auto *formatted = view->findChild<QToolButton *>(u"showFormatting"_s);
            formatted && formatted->isVisible())
            formatted->click();
    }
    if (name == u"link") {
        auto *body = view->findChild<QTextEdit *>(u"messageBody"_s);
        body->setFocus();
        QTest::keyClick(body, Qt::Key_Tab);
        QTest::keyClick(body, Qt::Key_Return);
    }
    if (name == u"many") {
        if (auto *pages = view->findChild<QTabWidget *>(u"orderPages"_s))
            pages->setCurrentIndex(1);
    }
    QTest::qWait(30);
    camera.shoot(*view, name);
}

void draw(const Camera &camera, OfferKind kind)
{
    for (const QSize size : TabSizes) {
        for (const QString &name : {u"empty"_s, u"few"_s, u"many"_s, u"long"_s, u"link"_s, u"unconfirmed"_s})
            shoot(camera.at(size), name, kind);
    }
}

} // namespace

void drawRentals(const Camera &camera)
{
    draw(camera, OfferKind::Rental);
}

void drawInboxes(const Camera &camera)
{
    draw(camera, OfferKind::Email);
}

} // namespace otpdesk
