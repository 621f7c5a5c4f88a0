#include "tests/wire/golden.h"

#include "providers/otpzap/otpzapwebhookwire.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using golden::answer;

namespace {

QByteArray file(const char *name)
{
    const QByteArray body = golden::file(u"otpzap/"_s + QString::fromLatin1(name));
    Q_ASSERT(!body.isEmpty());
    return body;
}

WebhookUpdate update(const QString &url = u"https://example.org/hook"_s)
{
    WebhookUpdate update;
    update.url = url;
    update.events = {u"order.otp_received"_s, u"deposit.success"_s};
    return update;
}

QString fieldOf(const std::optional<ApiError> &problem)
{
    return problem ? problem->field : QString();
}

} // namespace

class TestOtpZapWebhookWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAsDocumented();
    void secretIsSentOnlyWhenChosen();
    void stateIsRead();
    void nothingSetIsAnEmptyState_data();
    void nothingSetIsAnEmptyState();
    void stateErrors_data();
    void stateErrors();
    void savedWebhookIsRead();
    void whatTheAnswerLeavesOutStandsAsAsked();
    void refusalsNameTheField_data();
    void refusalsNameTheField();
    void updateErrors_data();
    void updateErrors();

    void goodUpdatesHaveNoProblem_data();
    void goodUpdatesHaveNoProblem();
    void addressesTheProviderRefuses_data();
    void addressesTheProviderRefuses();
    void eventsMustBeKnown();
    void secretsMustBeLong();
};

void TestOtpZapWebhookWire::requestsAreAsDocumented()
{
    const HttpRequest get = otpzap::webhookStateRequest();
    QCOMPARE(golden::written(get), u"GET /webhook/get"_s);
    QCOMPARE(get.delivery, Delivery::Repeatable);

    WebhookUpdate wanted = update();
    wanted.isActive = false;
    const HttpRequest patch = otpzap::webhookUpdateRequest(wanted);
    const QByteArray body = R"({"events":["order.otp_received","deposit.success"],"is_active":false,)"
                            R"("url":"https://example.org/hook"})";
    QCOMPARE(golden::written(patch), u"PATCH /webhook/update "_s + QString::fromUtf8(body));
    QCOMPARE(patch.delivery, Delivery::Once);
    QVERIFY(!patch.spends);
}

void TestOtpZapWebhookWire::secretIsSentOnlyWhenChosen()
{
    WebhookUpdate wanted = update();
    QVERIFY(!otpzap::webhookUpdateRequest(wanted).body.contains("secret"));
    wanted.secret = u"sixteen letters!"_s;
    QVERIFY(otpzap::webhookUpdateRequest(wanted).body.contains(R"("secret":"sixteen letters!")"));
}

void TestOtpZapWebhookWire::stateIsRead()
{
    const auto state = otpzap::readWebhookState(answer(200, file("webhook.json")));
    QVERIFY(state);
    QCOMPARE(state->url, u"https://example.org/hook"_s);
    QCOMPARE(state->events, QStringList({u"order.otp_received"_s, u"deposit.success"_s}));
    QCOMPARE(state->isActive, std::optional(true));

    const auto nested = otpzap::readWebhookState(answer(
        200, R"({"success":true,"data":{"webhook":{"url":"https://a.org/","events":["*"],"is_active":0}}})"));
    QVERIFY(nested);
    QCOMPARE(nested->url, u"https://a.org/"_s);
    QCOMPARE(nested->isActive, std::optional(false));
}

void TestOtpZapWebhookWire::nothingSetIsAnEmptyState_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("null") << 200 << file("webhook_none.json");
    QTest::newRow("empty object") << 200 << QByteArray(R"({"success":true,"data":{}})");
    QTest::newRow("empty list") << 200 << QByteArray(R"({"success":true,"data":[]})");
    QTest::newRow("empty members") << 200
                                   << QByteArray(R"({"success":true,"data":{"url":null,"events":null}})");
    QTest::newRow("404") << 404 << QByteArray(R"({"success":false,"message":"Webhook not configured"})");
}

void TestOtpZapWebhookWire::nothingSetIsAnEmptyState()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto state = otpzap::readWebhookState(answer(status, body));
    QVERIFY(state);
    QVERIFY(state->url.isEmpty());
    QVERIFY(state->events.isEmpty());
    QVERIFY(!state->isActive);
}

void TestOtpZapWebhookWire::stateErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey;
    QTest::newRow("a server that is none") << 404 << QByteArray("not here") << ErrorKind::NotFound;
    QTest::newRow("page") << 404 << file("proxy.html") << ErrorKind::NotAnApi;
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown;
}

void TestOtpZapWebhookWire::stateErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto state = otpzap::readWebhookState(answer(status, body));
    QVERIFY(!state);
    QTEST(state.error().kind, "kind");
}

void TestOtpZapWebhookWire::savedWebhookIsRead()
{
    const auto saved =
        otpzap::readWebhookUpdated(update(), answer(200, file("webhook_saved.json"), Delivery::Once));
    QVERIFY(saved);
    QCOMPARE(saved->state.events, QStringList{u"*"_s});
    QCOMPARE(saved->state.isActive, std::optional(true));
    QCOMPARE(saved->secret, u"0123456789abcdef0123456789abcdef0123456789abcdef"_s);

    const auto other = otpzap::readWebhookUpdated(
        update(), answer(200, R"({"success":true,"data":{"webhook_secret":"another one, long enough"}})"));
    QCOMPARE(other->secret, u"another one, long enough"_s);
}

void TestOtpZapWebhookWire::whatTheAnswerLeavesOutStandsAsAsked()
{
    WebhookUpdate wanted = update();
    wanted.isActive = false;
    const auto saved =
        otpzap::readWebhookUpdated(wanted, answer(200, R"({"success":true,"message":"Webhook updated"})"));
    QVERIFY(saved);
    QCOMPARE(saved->state.url, wanted.url);
    QCOMPARE(saved->state.events, wanted.events);
    QCOMPARE(saved->state.isActive, std::optional(false));
    QVERIFY(saved->secret.isEmpty());
}

void TestOtpZapWebhookWire::refusalsNameTheField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("detail");
    const auto said = [](const QByteArray &words) {
        return QByteArray(R"({"success":false,"message":")") + words + R"("})";
    };
    const auto row = [&said](const char *name, const QByteArray &words, const QString &field) {
        QTest::newRow(name) << said(words) << field << QString::fromUtf8(words);
    };
    row("https", "URL must be HTTPS", u"url"_s);
    row("private", "Resolves to a private IP", u"url"_s);
    row("loopback", "Loopback addresses are not supported", u"url"_s);
    row("public", "Must resolve to a public IP", u"url"_s);
    row("not found", "Host not found", u"url"_s);
    row("event", "Event is not valid: order.lost", u"events"_s);
    row("secret", "Secret must have at least 16 characters", u"secret"_s);
    row("neither", "Validation failed", QString());
    QTest::newRow("said by field")
        << QByteArray(
               R"({"success":false,"message":"Invalid","errors":[{"field":"events.0","message":"order.lost is unknown"}]})")
        << u"events"_s << u"order.lost is unknown"_s;
    QTest::newRow("keyed by field")
        << QByteArray(R"({"success":false,"message":"Invalid","errors":{"secret":["Too short"]}})")
        << u"secret"_s << u"Invalid"_s;
}

void TestOtpZapWebhookWire::refusalsNameTheField()
{
    QFETCH(QByteArray, body);
    const auto saved = otpzap::readWebhookUpdated(update(), answer(422, body, Delivery::Once));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::BadRequest);
    QCOMPARE(saved.error().outcome, Outcome::Definite);
    QTEST(saved.error().field, "field");
    QTEST(saved.error().detail, "detail");
}

void TestOtpZapWebhookWire::updateErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("wrong key") << 401 << file("error_object.json") << ErrorKind::WrongKey
                               << Outcome::Definite;
    QTest::newRow("method") << 405 << QByteArray(R"({"success":false,"message":"Method not allowed"})")
                            << ErrorKind::Refused << Outcome::Definite;
    QTest::newRow("proxy") << 502 << file("proxy.html") << ErrorKind::ServiceDown << Outcome::Unknown;
    QTest::newRow("cut") << 200 << QByteArray(R"({"success":)") << ErrorKind::Malformed << Outcome::Unknown;
}

void TestOtpZapWebhookWire::updateErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto saved = otpzap::readWebhookUpdated(update(), answer(status, body, Delivery::Once));
    QVERIFY(!saved);
    QTEST(saved.error().kind, "kind");
    QTEST(saved.error().outcome, "outcome");
}

void TestOtpZapWebhookWire::goodUpdatesHaveNoProblem_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url :
         {"https://example.org/hook", "https://example.org:8443/a?b=c", "https://hooks.example.co.uk",
          "HTTPS://Example.org/", "https://93.184.216.34/hook", "https://[2606:2800:220:1::1]/hook",
          "https://172.32.0.1/", "https://100.128.0.1/", "https://192.169.0.1/",
          "https://localhost.example.org/", "https://local.example/", "https://bücher.example/"})
        QTest::newRow(url) << QString::fromUtf8(url);
}

void TestOtpZapWebhookWire::goodUpdatesHaveNoProblem()
{
    QFETCH(QString, url);
    QCOMPARE(otpzap::webhookProblem(update(url)), std::nullopt);
}

void TestOtpZapWebhookWire::addressesTheProviderRefuses_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"",
                            "example.org/hook",
                            "http://example.org/hook",
                            "ftp://example.org/",
                            "https://",
                            "https:///hook",
                            "https://exa mple.org/",
                            "https://me:word@example.org/",
                            "https://me@example.org/",
                            "https://intranet/hook",
                            "https://localhost/",
                            "https://LOCALHOST./",
                            "https://app.localhost/",
                            "https://printer.local/",
                            "https://printer.local./",
                            "https://db.internal/",
                            "https://127.0.0.1/",
                            "https://127.9.9.9/",
                            "https://127.1/",
                            "https://2130706433/",
                            "https://0x7f000001/",
                            "https://0x7f.0.0.1/",
                            "https://0177.0.0.1/",
                            "https://0.0.0.0/",
                            "https://10.1.2.3/",
                            "https://100.64.0.1/",
                            "https://100.127.255.254/",
                            "https://169.254.169.254/",
                            "https://172.16.0.1/",
                            "https://172.31.255.255/",
                            "https://192.168.1.1/",
                            "https://224.0.0.1/",
                            "https://239.255.255.250/",
                            "https://255.255.255.255/",
                            "https://[::]/",
                            "https://[::1]/",
                            "https://[fe80::1]/",
                            "https://[fc00::1]/",
                            "https://[fd12:3456::1]/",
                            "https://[ff02::1]/",
                            "https://[::ffff:127.0.0.1]/",
                            "https://[::ffff:10.0.0.1]/",
                            "https://[::ffff:c0a8:101]/",
                            "https://[64:ff9b::7f00:1]/"})
        QTest::newRow(*url ? url : "empty") << QString::fromUtf8(url);
}

void TestOtpZapWebhookWire::addressesTheProviderRefuses()
{
    QFETCH(QString, url);
    const auto problem = otpzap::webhookProblem(update(url));
    QVERIFY(problem);
    QCOMPARE(problem->kind, ErrorKind::BadRequest);
    QCOMPARE(problem->outcome, Outcome::Definite);
    QCOMPARE(problem->field, u"url"_s);
}

void TestOtpZapWebhookWire::eventsMustBeKnown()
{
    WebhookUpdate wanted = update();
    wanted.events = otpzap::webhookEvents();
    QCOMPARE(wanted.events.size(), 6);
    QCOMPARE(wanted.events.last(), u"*"_s);
    QVERIFY(!otpzap::webhookProblem(wanted));
    wanted.events = {u"*"_s};
    QVERIFY(!otpzap::webhookProblem(wanted));
    wanted.events.clear();
    QCOMPARE(fieldOf(otpzap::webhookProblem(wanted)), u"events"_s);
    wanted.events = {u"order.finished"_s, u"order.lost"_s};
    QCOMPARE(fieldOf(otpzap::webhookProblem(wanted)), u"events"_s);
}

void TestOtpZapWebhookWire::secretsMustBeLong()
{
    WebhookUpdate wanted = update();
    wanted.secret = u"fifteen letters"_s;
    QCOMPARE(fieldOf(otpzap::webhookProblem(wanted)), u"secret"_s);
    wanted.secret = u"sixteen letters!"_s;
    QVERIFY(!otpzap::webhookProblem(wanted));
}

QTEST_GUILESS_MAIN(TestOtpZapWebhookWire)
#include "tst_otpzapwebhookwire.moc"
