#include "providers/wire/json.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

JsonView view(const char *json)
{
    return JsonView(QJsonDocument::fromJson(json).object());
}

HttpReply reply(int status, const QByteArray &body, Delivery delivery = Delivery::Repeatable)
{
    HttpReply made;
    made.status = status;
    made.body = body;
    made.delivery = delivery;
    return made;
}

} // namespace

class TestJsonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPresentNameIsRead();
    void idsKeepAllDigits();
    void idsThatCannotBeExactAreUnknown();
    void countsAndFlagsAreTolerant();
    void listsAreFoundWhereverTheyAre();
    void pagesAreNoData();
    void brokenJsonIsMalformed();
    void outcomeOfAPurchaseIsUnknownUnlessRefused();
    void statusesMeanErrors_data();
    void statusesMeanErrors();
};

void TestJsonView::firstPresentNameIsRead()
{
    const JsonView v = view(R"({"a":null,"b":" text ","c":"other","price":"1,200.50"})");
    QCOMPARE(v.line({"a"_L1, "b"_L1, "c"_L1}), u"text"_s);
    QVERIFY(!v.has({"a"_L1}));
    QVERIFY(!v.has({"z"_L1}));
    QCOMPARE(v.money({"price"_L1}, Currency::fromCode(u"USD"))->units(), 12005000);
    QVERIFY(!v.money({"z"_L1}, Currency::fromCode(u"USD")));
    QCOMPARE(view(R"({"d":{"x":"1"}})").child({"d"_L1}).id({"x"_L1}), u"1"_s);
}

void TestJsonView::idsKeepAllDigits()
{
    QCOMPARE(view(R"({"id":2673093356180000583})").id({"id"_L1}), u"2673093356180000583"_s);
    QCOMPARE(view(R"({"id":"APIDEP-3-xxx"})").id({"id"_L1}), u"APIDEP-3-xxx"_s);
    QCOMPARE(view(R"({"id":65})").id({"id"_L1}), u"65"_s);
    QCOMPARE(view(R"({"id":65.0})").id({"id"_L1}), u"65"_s);
}

void TestJsonView::idsThatCannotBeExactAreUnknown()
{
    QCOMPARE(view(R"({"id":18446744073709551615})").id({"id"_L1}), QString());
    QCOMPARE(view(R"({"id":true})").id({"id"_L1}), QString());
    QCOMPARE(view(R"({"id":{}})").id({"id"_L1}), QString());
    QCOMPARE(JsonView(QJsonObject{{u"id"_s, QString(300, u'x')}}).id({"id"_L1}), QString());
}

void TestJsonView::countsAndFlagsAreTolerant()
{
    const JsonView v =
        view(R"({"a":120,"b":"120","c":120.0,"d":-1,"e":"many","f":1e99,"t":true,"u":1,"v":"true",
                                "w":"0","x":"maybe"})");
    for (const QLatin1StringView name : {"a"_L1, "b"_L1, "c"_L1})
        QCOMPARE(v.count({name}), 120);
    for (const QLatin1StringView name : {"d"_L1, "e"_L1, "t"_L1, "z"_L1})
        QVERIFY(!v.count({name}));
    QCOMPARE(v.count({"f"_L1}), std::numeric_limits<int>::max());
    for (const QLatin1StringView name : {"t"_L1, "u"_L1, "v"_L1})
        QCOMPARE(v.flag({name}), true);
    QCOMPARE(v.flag({"w"_L1}), false);
    QVERIFY(!v.flag({"x"_L1}));
    QVERIFY(!v.flag({"z"_L1}));
}

void TestJsonView::listsAreFoundWhereverTheyAre()
{
    const auto size = [](const char *json) {
        const auto document = QJsonDocument::fromJson(json);
        const auto list = listIn(
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {"items"_L1});
        return list ? int(list->size()) : -1;
    };
    QCOMPARE(size("[1,2]"), 2);
    QCOMPARE(size(R"({"a":[1],"items":[1,2,3]})"), 3);
    QCOMPARE(size(R"({"b":[1]})"), 1);
    QCOMPARE(size(R"({"b":1})"), -1);
}

void TestJsonView::pagesAreNoData()
{
    for (const QByteArray &page : {QByteArray("<!DOCTYPE html><p>"), QByteArray(" \n<html>"),
                                   QByteArray("<?xml ?>"), QByteArray("\xef\xbb\xbf<html>")}) {
        QCOMPARE(pageInsteadOfData(reply(200, page))->kind, ErrorKind::NotAnApi);
        QCOMPARE(pageInsteadOfData(reply(502, page))->kind, ErrorKind::ServiceDown);
    }
    QVERIFY(!pageInsteadOfData(reply(200, "NO_BALANCE")));
    QVERIFY(!pageInsteadOfData(reply(200, "{\"a\":\"<html>\"}")));
}

void TestJsonView::brokenJsonIsMalformed()
{
    QCOMPARE(jsonOf(reply(200, "{\"a\":")).error().kind, ErrorKind::Malformed);
    QCOMPARE(jsonOf(reply(200, "")).error().kind, ErrorKind::Malformed);
    QCOMPARE(jsonOf(reply(401, "nope")).error().kind, ErrorKind::WrongKey);
    QVERIFY(jsonOf(reply(200, "\xef\xbb\xbf{}")).ok());
    QVERIFY(jsonOf(reply(200, "[]")).value().isArray());
}

void TestJsonView::outcomeOfAPurchaseIsUnknownUnlessRefused()
{
    QCOMPARE(jsonOf(reply(200, "{", Delivery::Once)).error().outcome, Outcome::Unknown);
    QCOMPARE(jsonOf(reply(200, "{", Delivery::Repeatable)).error().outcome, Outcome::Definite);
    QCOMPARE(jsonOf(reply(404, "{", Delivery::Once)).error().outcome, Outcome::Definite);
    QCOMPARE(jsonOf(reply(502, "<html>", Delivery::Once)).error().outcome, Outcome::Unknown);
    QCOMPARE(errorOfStatus(reply(500, "", Delivery::Once), {}).outcome, Outcome::Unknown);
    QCOMPARE(errorOfStatus(reply(408, "", Delivery::Once), {}).outcome, Outcome::Unknown);
    QCOMPARE(errorOfStatus(reply(402, "", Delivery::Once), {}).outcome, Outcome::Definite);
}

void TestJsonView::statusesMeanErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::BadRequest;
    QTest::newRow("401") << 401 << ErrorKind::WrongKey;
    QTest::newRow("402") << 402 << ErrorKind::NoBalance;
    QTest::newRow("403") << 403 << ErrorKind::AccountBlocked;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("409") << 409 << ErrorKind::TooLate;
    QTest::newRow("422") << 422 << ErrorKind::BadRequest;
    QTest::newRow("429") << 429 << ErrorKind::RateLimited;
    QTest::newRow("503") << 503 << ErrorKind::ServiceDown;
    QTest::newRow("418") << 418 << ErrorKind::Refused;
}

void TestJsonView::statusesMeanErrors()
{
    QFETCH(int, status);
    const ApiError error = errorOfStatus(reply(status, {}), u"words\u202e <b>"_s);
    QTEST(error.kind, "kind");
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.detail, u"words <b>"_s);
}

QTEST_GUILESS_MAIN(TestJsonView)
#include "tst_jsonview.moc"
