#include "providers/otpzap/otpzapprovider.h"
#include "providers/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <memory>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Money idr(qint64 rupiah)
{
    return Money::fromUnits(rupiah * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
}

Offer inbox(const QString &site, const QString &domain, int price, int stock)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"s3"_s;
    offer.service = offer.serviceId = site;
    offer.variant = offer.variantId = domain;
    offer.price = idr(price);
    offer.cancelFee = idr(price / 10);
    offer.stock = stock;
    offer.successRate = 90;
    return offer;
}

SimCatalog smallCatalog()
{
    Offer number;
    number.line = u"s1"_s;
    number.service = u"WhatsApp"_s;
    number.serviceId = u"1"_s;
    number.country = u"Indonesia"_s;
    number.countryId = u"7"_s;
    number.countryIso = u"ID"_s;
    number.productId = u"1201"_s;
    number.price = idr(4850);
    number.stock = 20;
    SimCatalog catalog;
    catalog.offers[u"otpzap"_s] = {number, inbox(u"openai.com"_s, u"gmail.com"_s, 6000, 2),
                                   inbox(u"openai.com"_s, u"gmx.com"_s, 1500, 40),
                                   inbox(u"openai.com"_s, u"mail.com"_s, 1000, 0),
                                   inbox(u"x.com"_s, u"gmail.com"_s, 3000, 40)};
    return catalog;
}

WebhookUpdate hook()
{
    WebhookUpdate update;
    update.url = u"https://example.org/hook"_s;
    update.events = {u"order.otp_received"_s, u"deposit.success"_s};
    return update;
}

} // namespace

/// OTPZap's client and the simulated OTPZap: inboxes, invoices and the webhook, as a person meets them.
class TestOtpZapDesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void catalogComesThroughTheWire();
    void anySiteIsSold();
    void refreshPutsTheOfferFirst();
    void refreshOfWhatIsGoneIsEmpty();

    void inboxIsBoughtAndCharged();
    void firstDomainWithStockIsTaken();
    void severalAreBoughtAtOnce();
    void refusedPurchasesCostNothing_data();
    void refusedPurchasesCostNothing();
    void lostAnswerIsUnknownAndSentOnce();
    void messagesArrive();
    void pageIsKeptAsAPage();
    void reorderIsFreeAndBringsAnotherMessage();
    void cancelKeepsTheFee();
    void cancelAfterAMessageIsTooLate();
    void finishNeedsAMessage();
    void supplierRefusesACancel();
    void inboxExpires();
    void numbersAndInboxesKeepApart();
    void replaceIsNotSupported();

    void invoiceIsMade();
    void sameKeyIsTheSameInvoice();
    void paidInvoiceIsCredited();
    void invoiceExpires();
    void demoPaysItsInvoices();
    void smallAmountIsRefused();
    void lostInvoiceIsAskedForAgain();

    void webhookIsSetAndRead();
    void secretIsShownOnce();
    void refusedWebhookChangesNothing();
    void providersRefusalNamesTheField_data();
    void providersRefusalNamesTheField();
    void webhookIsPatchedNotPosted();

    void demoHasInboxes();

private:
    void begin(Script script = Script::everyCodeAfter(30s), SimCatalog catalog = smallCatalog());
    Shop &inboxes() { return *m_zap->shop(OfferKind::Email); }
    TopUpDesk &topUps() { return *m_zap->topUps(); }
    WebhookDesk &webhooks() { return *m_zap->webhooks(); }
    Money balance() const { return m_simulator->balance(u"otpzap"_s); }
    int arrivals(const char *call) const
    {
        return m_simulator->arrivals(u"otpzap"_s, QString::fromLatin1(call));
    }

    /// The value of a call; an error of its own where it never ends.
    template <typename T>
    Result<T> ended(const Async<T> &call)
    {
        [&call] { QTRY_VERIFY(call.isFinished()); }();
        if (!call.isFinished())
            return ApiError{.kind = ErrorKind::TimedOut, .detail = {}, .field = {}, .retryAfter = {}};
        return call.result();
    }

    Result<OrderReport> buy(const QString &domain = u"gmx.com"_s, const PurchaseOptions &options = {})
    {
        return ended(inboxes().buy({inbox(u"openai.com"_s, domain, 0, 0), u"key"_s, options}));
    }
    Result<OrderReport> check(const Order &order) { return ended(inboxes().check(order, Priority::User)); }
    Result<TopUpReport> checkTopUp(const QString &id) { return ended(topUps().check(id, Priority::User)); }

    static Order orderOf(const OrderReport &report)
    {
        Order order;
        order.id = report.id;
        order.number = report.number;
        order.status = OrderStatus::Waiting;
        return order;
    }

    std::unique_ptr<SteerableClock> m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<OtpZapProvider> m_zap;
};

void TestOtpZapDesks::init()
{
    begin();
}

void TestOtpZapDesks::cleanup()
{
    m_zap.reset();
}

void TestOtpZapDesks::begin(Script script, SimCatalog catalog)
{
    m_zap.reset();
    m_simulator.reset();
    m_clock = std::make_unique<SteerableClock>(SteerableClock::Mode::Frozen,
                                               QDateTime({2026, 5, 19}, {3, 0}, QTimeZone::utc()));
    m_simulator = std::make_unique<Simulator>(*m_clock, std::move(script), std::move(catalog));
    QVERIFY2(m_simulator->start(), qPrintable(m_simulator->errorText()));
    Connection connection;
    connection.baseUrl = m_simulator->baseUrl(u"otpzap"_s);
    connection.key = m_simulator->key(u"otpzap"_s);
    connection.clock = m_clock.get();
    m_zap = std::make_unique<OtpZapProvider>(connection);
}

void TestOtpZapDesks::catalogComesThroughTheWire()
{
    const auto root = ended(inboxes().browse(Shelf(), Priority::Catalog));
    QVERIFY(root);
    QCOMPARE(root->shelves.size(), 2);
    const auto page = ended(inboxes().browse(root->shelves.first(), Priority::Catalog));
    QVERIFY(page);
    const QList<const Offer *> sold = m_simulator->catalog().of(u"otpzap"_s, u"s3");
    QCOMPARE(page->offers.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(page->offers[i], *sold[i]);
}

void TestOtpZapDesks::anySiteIsSold()
{
    QVERIFY(!inboxes().shelfOfSite(u"nothing"_s));
    const auto shelf = inboxes().shelfOfSite(u"https://www.example.org/join"_s);
    QVERIFY(shelf);
    const auto page = ended(inboxes().browse(*shelf, Priority::User));
    QVERIFY(page);
    QCOMPARE(page->offers.size(), 3);
    QCOMPARE(page->offers.first().service, u"example.org"_s);
    QCOMPARE(page->offers.first().price, idr(6000)); // as at the first site there is

    const auto bought = ended(inboxes().buy({page->offers[1], u"key"_s}));
    QVERIFY(bought);
    QCOMPARE(bought->price, idr(1500));
    m_clock->skip(30s);
    const auto report = check(orderOf(*bought));
    QVERIFY(report && report->messages && report->messages->size() == 1);
    QCOMPARE(report->messages->first().sender, u"no-reply@example.org"_s);
}

void TestOtpZapDesks::refreshPutsTheOfferFirst()
{
    const auto offers = ended(inboxes().refresh(inbox(u"openai.com"_s, u"gmx.com"_s, 1, 1)));
    QVERIFY(offers);
    QStringList domains;
    for (const Offer &offer : *offers)
        domains += offer.variantId;
    QCOMPARE(domains, QStringList({u"gmx.com"_s, u"gmail.com"_s, u"mail.com"_s}));
    QCOMPARE(offers->first().price, idr(1500));
}

void TestOtpZapDesks::refreshOfWhatIsGoneIsEmpty()
{
    const auto offers = ended(inboxes().refresh(inbox(u"openai.com"_s, u"gone.com"_s, 1, 1)));
    QVERIFY(offers);
    QVERIFY(offers->isEmpty());
}

void TestOtpZapDesks::inboxIsBoughtAndCharged()
{
    const Money before = balance();
    const auto bought =
        buy(u"gmail.com"_s, {.quantity = 1, .domains = {}, .subject = u"code"_s, .regex = u"\\d{6}"_s});
    QVERIFY(bought);
    QVERIFY(bought->id.startsWith("APIE-3-"_L1));
    QVERIFY(bought->number.endsWith("@gmail.com"_L1));
    QCOMPARE(bought->price, idr(6000));
    QCOMPARE(bought->status, OrderStatus::Waiting);
    QCOMPARE(bought->expiresAt, m_simulator->now().addSecs(20 * 60));
    QCOMPARE(balance(), before - idr(6000));
    QCOMPARE(arrivals("emailcreate"), 1);
}

void TestOtpZapDesks::firstDomainWithStockIsTaken()
{
    const auto bought =
        buy(u"gmail.com"_s,
            {.quantity = 1, .domains = {u"mail.com"_s, u"gmx.com"_s}, .subject = {}, .regex = {}});
    QVERIFY(bought);
    QVERIFY(bought->number.endsWith("@gmx.com"_L1));
    QCOMPARE(bought->price, idr(1500));
}

void TestOtpZapDesks::severalAreBoughtAtOnce()
{
    const Money before = balance();
    const auto bought = buy(u"gmx.com"_s, {.quantity = 3, .domains = {}, .subject = {}, .regex = {}});
    QVERIFY(bought);
    QCOMPARE(bought->more.size(), 2);
    QSet<QString> ids{bought->id};
    QSet<QString> addresses{bought->number};
    for (const OrderReport &other : bought->more) {
        ids.insert(other.id);
        addresses.insert(other.number);
        QCOMPARE(other.price, idr(1500));
        QVERIFY(check(orderOf(other)));
    }
    QCOMPARE(ids.size(), 3);
    QCOMPARE(addresses.size(), 3);
    QCOMPARE(balance(), before - idr(4500));
    QCOMPARE(arrivals("emailcreate"), 1);
}

void TestOtpZapDesks::refusedPurchasesCostNothing_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<PurchaseOptions>("options");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("field");
    const PurchaseOptions one;
    PurchaseOptions three;
    three.quantity = 3;
    PurchaseOptions crowd;
    crowd.quantity = 11;
    PurchaseOptions pattern;
    pattern.regex = u"("_s;
    PurchaseOptions unknown;
    unknown.domains = {u"gmx.com"_s, u"gone.com"_s};
    QTest::newRow("sold out") << u"mail.com"_s << one << ErrorKind::NoStock << QString();
    QTest::newRow("not enough of it") << u"gmail.com"_s << three << ErrorKind::NoStock << QString();
    QTest::newRow("unknown domain") << u"gone.com"_s << one << ErrorKind::BadRequest << u"domain"_s;
    QTest::newRow("unknown among several")
        << u"gmx.com"_s << unknown << ErrorKind::BadRequest << u"domains"_s;
    QTest::newRow("too many") << u"gmx.com"_s << crowd << ErrorKind::BadRequest << u"qty"_s;
    QTest::newRow("broken pattern") << u"gmx.com"_s << pattern << ErrorKind::BadRequest << u"regex"_s;
}

void TestOtpZapDesks::refusedPurchasesCostNothing()
{
    QFETCH(QString, domain);
    QFETCH(PurchaseOptions, options);
    const Money before = balance();
    const auto bought = buy(domain, options);
    QVERIFY(!bought);
    QTEST(bought.error().kind, "kind");
    QTEST(bought.error().field, "field");
    QCOMPARE(bought.error().outcome, Outcome::Definite);
    QCOMPARE(balance(), before);
}

void TestOtpZapDesks::lostAnswerIsUnknownAndSentOnce()
{
    m_simulator->inject({.providerId = u"otpzap"_s, .call = u"emailcreate"_s, .fault = Fault::Close});
    const auto bought = buy();
    QVERIFY(!bought);
    QCOMPARE(bought.error().outcome, Outcome::Unknown);
    QCOMPARE(arrivals("emailcreate"), 1);
    QCOMPARE(m_simulator->orders().size(), 1);
}

void TestOtpZapDesks::messagesArrive()
{
    const Order order = orderOf(buy().value());
    const auto waiting = check(order);
    QVERIFY(waiting);
    QCOMPARE(waiting->status, OrderStatus::Waiting);
    QVERIFY(waiting->messages && waiting->messages->isEmpty());

    QVERIFY(m_simulator->deliver(order.id, {.code = {},
                                            .text = u"Welcome!"_s,
                                            .at = {},
                                            .sender = u"hello@openai.com"_s,
                                            .subject = u"Welcome"_s}));
    m_clock->skip(10s);
    QVERIFY(m_simulator->deliver(order.id, {.code = u"481516"_s,
                                            .text = u"Your code is 481516."_s,
                                            .at = {},
                                            .sender = u"no-reply@openai.com"_s,
                                            .subject = u"Your code"_s}));
    const auto received = check(order);
    QVERIFY(received && received->messages);
    QCOMPARE(received->status, OrderStatus::CodeReceived);
    QCOMPARE(received->code, u"481516"_s);
    QCOMPARE(received->messages->size(), 2);
    const Message welcome{
        {}, u"Welcome!"_s, u"hello@openai.com"_s, m_simulator->now().addSecs(-10), u"Welcome"_s};
    QCOMPARE(received->messages->first(), welcome);
    QCOMPARE(received->messages->last().code, u"481516"_s);
    QVERIFY(received->expiresAt > waiting->expiresAt); // a message keeps it open for longer
}

void TestOtpZapDesks::pageIsKeptAsAPage()
{
    const Order order = orderOf(buy().value());
    m_clock->skip(30s);
    const auto received = check(order);
    QVERIFY(received && received->messages && received->messages->size() == 1);
    const SimMessage sent = m_simulator->orders().last().messages.last();
    QVERIFY(!sent.html.isEmpty());
    const Message &message = received->messages->first();
    QCOMPARE(message.html, sent.html);
    QVERIFY(message.text.isEmpty());
    QCOMPARE(message.code, sent.code);
    QCOMPARE(message.subject, sent.subject);
}

void TestOtpZapDesks::reorderIsFreeAndBringsAnotherMessage()
{
    const Order order = orderOf(buy().value());
    m_clock->skip(19min);
    const Money before = balance();
    const auto asked = ended(inboxes().resend(order));
    QVERIFY(asked);
    QVERIFY(asked->expiresAt >= m_simulator->now().addSecs(20 * 60));
    QCOMPARE(balance(), before);
    m_clock->skip(1min);
    const auto received = check(order);
    QVERIFY(received && received->messages);
    QCOMPARE(received->messages->size(), 2);
    QCOMPARE(received->code, received->messages->last().code);
}

void TestOtpZapDesks::cancelKeepsTheFee()
{
    const Order order = orderOf(buy().value());
    const Money before = balance();
    const auto cancelled = ended(inboxes().cancel(order)); // at once: there is no cooldown
    QVERIFY(cancelled);
    QCOMPARE(cancelled->status, OrderStatus::Refunded);
    QCOMPARE(cancelled->refunded, idr(1350));
    QCOMPARE(cancelled->balanceAfter, before + idr(1350));
    QCOMPARE(balance(), before + idr(1350));
    const LedgerEntry entry = m_simulator->ledger().last();
    QCOMPARE(entry.kind, LedgerEntry::Kind::Refund);
    QCOMPARE(entry.orderId, order.id);
    QCOMPARE(entry.amount, idr(1350));
    QCOMPARE(check(order)->status, OrderStatus::Refunded);
    const auto again = ended(inboxes().cancel(order));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::TooLate);
    QCOMPARE(balance(), before + idr(1350));
}

void TestOtpZapDesks::cancelAfterAMessageIsTooLate()
{
    const Order order = orderOf(buy().value());
    m_clock->skip(30s);
    const Money before = balance();
    const auto cancelled = ended(inboxes().cancel(order));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::TooLate);
    QCOMPARE(balance(), before);
    QCOMPARE(check(order)->status, OrderStatus::CodeReceived);
}

void TestOtpZapDesks::finishNeedsAMessage()
{
    const Order order = orderOf(buy().value());
    const auto early = ended(inboxes().finish(order));
    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::NoSmsYet);
    m_clock->skip(30s);
    const auto finished = ended(inboxes().finish(order));
    QVERIFY(finished);
    QCOMPARE(finished->status, OrderStatus::Finished);
    QCOMPARE(check(order)->status, OrderStatus::Finished);
    QVERIFY(!ended(inboxes().resend(order)));
}

void TestOtpZapDesks::supplierRefusesACancel()
{
    Plan plan = Plan::neverACode();
    plan.upstreamRefusesCancel = 1;
    m_simulator->planNext(u"otpzap"_s, plan);
    const Order order = orderOf(buy().value());
    const auto refused = ended(inboxes().cancel(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::UpstreamRefused);
    QCOMPARE(refused.error().outcome, Outcome::Definite);
    QVERIFY(ended(inboxes().cancel(order)));
}

void TestOtpZapDesks::inboxExpires()
{
    m_simulator->planNext(u"otpzap"_s, Plan::neverACode());
    const Money before = balance();
    const Order order = orderOf(buy().value());
    m_clock->skip(20min);
    QCOMPARE(check(order)->status, OrderStatus::Refunded);
    QCOMPARE(balance(), before);
}

void TestOtpZapDesks::numbersAndInboxesKeepApart()
{
    const Order mail = orderOf(buy().value());
    Shop &numbers = *m_zap->shop(OfferKind::Number);
    const auto asNumber = ended(numbers.cancel(mail));
    QVERIFY(!asNumber);
    QCOMPARE(asNumber.error().kind, ErrorKind::NotFound);
    const auto bought = ended(numbers.buy({*m_simulator->catalog().of(u"otpzap"_s, u"s1").first(), u"n"_s}));
    QVERIFY(bought);
    QCOMPARE(check(orderOf(*bought)).error().kind, ErrorKind::NotFound);
    QCOMPARE(ended(inboxes().cancel(orderOf(*bought))).error().kind, ErrorKind::NotFound);
    Order unknown = mail;
    unknown.id = u"APIE-3-1"_s;
    QCOMPARE(check(unknown).error().kind, ErrorKind::NotFound);
    QVERIFY(!m_zap->shop(OfferKind::Rental));
}

void TestOtpZapDesks::replaceIsNotSupported()
{
    const auto replaced = ended(inboxes().replace(orderOf(buy().value()), u"key"_s));
    QCOMPARE(replaced.error().kind, ErrorKind::NotSupported);
    QCOMPARE(ended(inboxes().listOrders(1, Priority::Poll)).error().kind, ErrorKind::NotSupported);
}

void TestOtpZapDesks::invoiceIsMade()
{
    const Money before = balance();
    const auto invoice = ended(topUps().create(idr(50000), u"a"_s));
    QVERIFY(invoice);
    QVERIFY(invoice->id.startsWith("APIDEP-3-"_L1));
    QCOMPARE(invoice->amount, idr(50000));
    QVERIFY(*invoice->totalAmount > idr(50000) && *invoice->totalAmount < idr(50100));
    QCOMPARE(invoice->paymentUrl.scheme(), u"https"_s);
    QVERIFY(invoice->paymentUrl.path().endsWith(invoice->id));
    QCOMPARE(invoice->status, TopUpStatus::Pending);
    QCOMPARE(invoice->expiresAt, m_simulator->now().addSecs(30 * 60));
    QCOMPARE(balance(), before);
    const auto other = ended(topUps().create(idr(50000), u"b"_s));
    QVERIFY(other->totalAmount != invoice->totalAmount); // or a payment could not be told apart
}

void TestOtpZapDesks::sameKeyIsTheSameInvoice()
{
    const auto first = ended(topUps().create(idr(50000), u"a"_s));
    const auto again = ended(topUps().create(idr(50000), u"a"_s));
    const auto other = ended(topUps().create(idr(50000), u"b"_s));
    QVERIFY(first && again && other);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->totalAmount, first->totalAmount);
    QVERIFY(other->id != first->id);
    const auto changed = ended(topUps().create(idr(60000), u"a"_s));
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, ErrorKind::BadRequest);
}

void TestOtpZapDesks::paidInvoiceIsCredited()
{
    const Money before = balance();
    const auto invoice = ended(topUps().create(idr(50000), u"a"_s));
    QCOMPARE(checkTopUp(invoice->id)->status, TopUpStatus::Pending);
    m_clock->skip(5min);
    QVERIFY(m_simulator->payTopUp(invoice->id));
    const auto paid = checkTopUp(invoice->id);
    QVERIFY(paid);
    QCOMPARE(paid->status, TopUpStatus::Paid);
    QCOMPARE(paid->amount, idr(50000));
    QCOMPARE(paid->paidAt, m_simulator->now());
    QCOMPARE(paid->createdAt, m_simulator->now().addSecs(-300));
    QCOMPARE(ended(m_zap->balance(Priority::User))->amount, before + idr(50000));
    QCOMPARE(m_simulator->ledger().last().kind, LedgerEntry::Kind::TopUp);
    QCOMPARE(m_simulator->ledger().last().orderId, invoice->id);
    QVERIFY(!m_simulator->payTopUp(invoice->id)); // once is enough
    QCOMPARE(balance(), before + idr(50000));
}

void TestOtpZapDesks::invoiceExpires()
{
    const Money before = balance();
    const auto invoice = ended(topUps().create(idr(50000), u"a"_s));
    m_clock->skip(30min);
    QCOMPARE(checkTopUp(invoice->id)->status, TopUpStatus::Expired);
    QVERIFY(!m_simulator->payTopUp(invoice->id));
    QCOMPARE(balance(), before);
    QCOMPARE(checkTopUp(u"APIDEP-3-1"_s).error().kind, ErrorKind::NotFound);
}

void TestOtpZapDesks::demoPaysItsInvoices()
{
    begin(Script::demo());
    const Money before = balance();
    const auto invoice = ended(topUps().create(idr(50000), u"a"_s));
    m_clock->skip(19s);
    QCOMPARE(checkTopUp(invoice->id)->status, TopUpStatus::Pending);
    m_clock->skip(1s);
    QCOMPARE(ended(m_zap->balance(Priority::User))->amount, before + idr(50000));
    QCOMPARE(checkTopUp(invoice->id)->status, TopUpStatus::Paid);
}

void TestOtpZapDesks::smallAmountIsRefused()
{
    const auto small = ended(topUps().create(idr(4999), u"a"_s));
    QVERIFY(!small);
    QCOMPARE(small.error().field, u"amount"_s);
    QCOMPARE(arrivals("topupcreate"), 0);
    QVERIFY(ended(topUps().create(topUps().terms().minimum, u"b"_s)));
}

void TestOtpZapDesks::lostInvoiceIsAskedForAgain()
{
    // The invoice is made, and something on the way answers in its place.
    m_simulator->inject(
        {.providerId = u"otpzap"_s, .call = u"topupcreate"_s, .times = 1, .reply = canned::captivePortal()});
    const auto lost = ended(topUps().create(idr(50000), u"a"_s));
    QVERIFY(!lost);
    QCOMPARE(lost.error().outcome, Outcome::Unknown);
    const auto found = ended(topUps().create(idr(50000), u"a"_s));
    QVERIFY(found);
    const auto next = ended(topUps().create(idr(50000), u"b"_s));
    QVERIFY(next->id != found->id);
    QCOMPARE(found->id.section(u'-', 2).toInt() + 1, next->id.section(u'-', 2).toInt()); // none between
}

void TestOtpZapDesks::webhookIsSetAndRead()
{
    const auto none = ended(webhooks().state());
    QVERIFY(none);
    QVERIFY(none->url.isEmpty());
    QVERIFY(!none->isActive);

    WebhookUpdate update = hook();
    update.isActive = false;
    const auto saved = ended(webhooks().update(update));
    QVERIFY(saved);
    QCOMPARE(saved->state.url, update.url);
    QCOMPARE(saved->state.isActive, false);
    const auto state = ended(webhooks().state());
    QVERIFY(state);
    QCOMPARE(state->url, update.url);
    QCOMPARE(state->events, update.events);
    QCOMPARE(state->isActive, false);
}

void TestOtpZapDesks::secretIsShownOnce()
{
    const auto made = ended(webhooks().update(hook()));
    QVERIFY(made);
    QCOMPARE(made->secret.size(), 48);
    WebhookUpdate own = hook();
    own.secret = u"a secret of my own"_s;
    QCOMPARE(ended(webhooks().update(own))->secret, own.secret);

    // Never again, whatever the client would make of it.
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_simulator->baseUrl(u"otpzap"_s).toString() + u"/webhook/get"_s));
    request.setRawHeader("Authorization", "Bearer " + m_simulator->key(u"otpzap"_s).toUtf8());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    const QByteArray body = reply->readAll();
    QVERIFY(body.contains(own.url.toUtf8()));
    QVERIFY(!body.contains("secret"));
}

void TestOtpZapDesks::refusedWebhookChangesNothing()
{
    QVERIFY(ended(webhooks().update(hook())));
    WebhookUpdate bad = hook();
    bad.url = u"http://example.org/hook"_s;
    const auto refused = ended(webhooks().update(bad));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, u"url"_s);
    QCOMPARE(refused.error(), *webhooks().problemWith(bad));
    QCOMPARE(arrivals("webhookupdate"), 1);
    QCOMPARE(ended(webhooks().state())->url, hook().url);
}

void TestOtpZapDesks::providersRefusalNamesTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("not https") << QByteArray(R"({"url":"http://example.org/","events":["*"]})") << u"url"_s;
    QTest::newRow("loopback") << QByteArray(R"({"url":"https://127.0.0.1/","events":["*"]})") << u"url"_s;
    QTest::newRow("private") << QByteArray(R"({"url":"https://10.0.0.7/","events":["*"]})") << u"url"_s;
    QTest::newRow("unknown event") << QByteArray(R"({"url":"https://example.org/","events":["order.lost"]})")
                                   << u"events"_s;
    QTest::newRow("no event") << QByteArray(R"({"url":"https://example.org/","events":[]})") << u"events"_s;
}

/// The simulator's own checks, which the client never lets a request reach.
void TestOtpZapDesks::providersRefusalNamesTheField()
{
    QFETCH(QByteArray, body);
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_simulator->baseUrl(u"otpzap"_s).toString() + u"/webhook/update"_s));
    request.setRawHeader("Authorization", "Bearer " + m_simulator->key(u"otpzap"_s).toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, "PATCH", body));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 422);
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    QCOMPARE(answer.value("success"_L1), QJsonValue(false));
    QTEST(answer.value("errors"_L1)[0].toObject().value("field"_L1).toString(), "field");
}

void TestOtpZapDesks::webhookIsPatchedNotPosted()
{
    QByteArray method;
    m_simulator->watch([&method](const QString &call, const ServerRequest &request) {
        if (call == "webhookupdate"_L1)
            method = request.method;
    });
    QVERIFY(ended(webhooks().update(hook())));
    QCOMPARE(method, QByteArray("PATCH"));
    m_simulator->watch({});

    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_simulator->baseUrl(u"otpzap"_s).toString() + u"/webhook/update"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, "{}"));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 405);
}

void TestOtpZapDesks::demoHasInboxes()
{
    begin(Script::demo(), Simulator(*m_clock).catalog());
    const auto root = ended(inboxes().browse(Shelf(), Priority::Catalog));
    QVERIFY(root);
    QCOMPARE(root->shelves.size(), 12);
    for (const Shelf &shelf : root->shelves) {
        const auto page = ended(inboxes().browse(shelf, Priority::Catalog));
        QVERIFY(page);
        QVERIFY(page->offers.size() >= 3 && page->offers.size() <= 5);
        for (const Offer &offer : page->offers) {
            QVERIFY(offer.price && offer.stock && offer.successRate && offer.cancelFee);
            QVERIFY(*offer.cancelFee < *offer.price);
        }
        QVERIFY(*page->offers.first().stock > 0);
    }
}

QTEST_GUILESS_MAIN(TestOtpZapDesks)
#include "tst_otpzapdesks.moc"
