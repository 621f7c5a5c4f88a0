#include "models/orders/messagemodel.h"
#include "models/text/htmltext.h"
#include "tests/support/tabbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = MessageModel::Column;

/// The messages of one order as a table, and the words of e-mails that came as HTML.
class TestMessageModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestComesFirst();
    void aPollAddsRowsOnTopWithoutAReset();
    void aPollWithNothingNewChangesNothing();
    void anotherOrderHasItsOwnMessages();
    void htmlIsReadAsItsWords();

    void htmlBecomesText_data();
    void htmlBecomesText();
    void safeMarkupHoldsNothingToLoad_data();
    void safeMarkupHoldsNothingToLoad();
    void hugeAndNestedHtmlIsReadInOnePass_data();
    void hugeAndNestedHtmlIsReadInOnePass();

private:
    static QString cell(const MessageModel &model, int row, Column column)
    {
        return model.index(row, int(column)).data().toString();
    }
};

void TestMessageModel::newestComesFirst()
{
    TabBench bench(u"otpget"_s);
    const QDateTime now = bench.now();
    const Order order = sample::with(
        sample::with(sample::rental(now), {{}, u"first words"_s, u"22395"_s, now.addSecs(-3600)}),
        {u"740279"_s, u"Your WhatsApp code\n740-279"_s, {}, {}});
    QVERIFY(bench.start({order}));
    MessageModel model(bench.engine, bench.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showOrder(1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, Column::Code), u"740 279"_s);
    QCOMPARE(model.index(0, int(Column::Code)).data(Qt::AccessibleTextRole).toString(), u"740279"_s);
    QCOMPARE(cell(model, 0, Column::Text), u"Your WhatsApp code 740-279"_s);
    QCOMPARE(model.index(0, 0).data(MessageModel::TextRole).toString(), u"Your WhatsApp code\n740-279"_s);
    QCOMPARE(cell(model, 0, Column::From), u"—"_s);
    QCOMPARE(cell(model, 0, Column::Received), u"—"_s);
    QCOMPARE(cell(model, 1, Column::From), u"22395"_s);
    QCOMPARE(cell(model, 1, Column::Code), QString());
}

void TestMessageModel::aPollAddsRowsOnTopWithoutAReset()
{
    TabBench bench(u"otpzap"_s);
    Order order = sample::inbox(bench.now());
    const Message first{{}, u"hello"_s, u"a@b.c"_s, bench.now().addSecs(-60), u"One"_s};
    order = sample::with(order, first);
    QVERIFY(bench.start({order}));
    MessageModel model(bench.engine, bench.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showOrder(1);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex read = model.index(0, 0);

    OrderReport report;
    report.messages = {first,
                       {u"111222"_s, u"two"_s, u"a@b.c"_s, bench.now(), u"Two"_s},
                       {u"333444"_s, u"three"_s, u"a@b.c"_s, bench.now(), u"Three"_s}};
    bench.engine.pollNow(1);
    bench.pace = 50ms;
    QVERIFY(bench.soon([&] { return bench.provider->waiting(u"check"_s) > 0; }));
    QVERIFY(bench.provider->settle(u"check"_s, report));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, Column::Subject), u"Three"_s);
    QCOMPARE(cell(model, 1, Column::Subject), u"Two"_s);
    QCOMPARE(read.row(), 2);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 1);
}

void TestMessageModel::aPollWithNothingNewChangesNothing()
{
    TabBench bench(u"otpzap"_s);
    const Message known{u"1234"_s, u"hello"_s, {}, bench.now()};
    QVERIFY(bench.start({sample::with(sample::inbox(bench.now()), known)}));
    MessageModel model(bench.engine, bench.clock);
    model.showOrder(1);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy answered(&bench.engine, &OrderEngine::changed);
    OrderReport report;
    report.statusWord = u"otp_received"_s;
    report.status = OrderStatus::CodeReceived;
    report.messages = {known};
    bench.engine.pollNow(1);
    bench.pace = 50ms;
    QVERIFY(bench.soon([&] { return bench.provider->waiting(u"check"_s) > 0; }));
    QVERIFY(bench.provider->settle(u"check"_s, report));
    QTRY_VERIFY(!answered.isEmpty());
    QCOMPARE(changes.count(), 0);
    QCOMPARE(inserts.count(), 0);
}

void TestMessageModel::anotherOrderHasItsOwnMessages()
{
    TabBench bench(u"otpzap"_s);
    const QDateTime now = bench.now();
    QVERIFY(bench.start({sample::with(sample::inbox(now, u"a@x.org"_s), {u"1111"_s, u"a"_s, {}, now}),
                         sample::inbox(now, u"b@x.org"_s)}));
    MessageModel model(bench.engine, bench.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showOrder(1);
    QCOMPARE(model.rowCount(), 1);
    model.showOrder(2);
    QCOMPARE(model.rowCount(), 0);
    model.showOrder(0);
    QCOMPARE(model.rowCount(), 0);
    model.showOrder(1);
    QCOMPARE(cell(model, 0, Column::Code), u"1111"_s);
}

void TestMessageModel::htmlIsReadAsItsWords()
{
    TabBench bench(u"otpzap"_s);
    const QDateTime now = bench.now();
    Message message{u"4321"_s, {}, u"x"_s, now, u"Hi"_s, u"<style>p{}</style><p>Code <b>4321</b></p>"_s};
    QVERIFY(bench.start({sample::with(sample::inbox(now), message)}));
    MessageModel model(bench.engine, bench.clock);
    model.showOrder(1);
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(MessageModel::TextRole).toString(), u"Code 4321"_s);
    QCOMPARE(row.data(MessageModel::HtmlRole).toString(), message.html);
    QCOMPARE(cell(model, 0, Column::Text), u"Code 4321"_s);
}

void TestMessageModel::htmlBecomesText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("plain", u"no markup"_s, u"no markup"_s);
    row("paragraphs", u"<p>One</p><p>Two</p>"_s, u"One\n\nTwo"_s);
    row("lines", u"One<br>Two<br/><br>Three"_s, u"One\nTwo\n\nThree"_s);
    row("spaces", u"  a \n\t b  "_s, u"a b"_s);
    row("rows", u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s, u"a b\nc"_s);
    row("list", u"<ul><li>a</li><li>b</li></ul>"_s, u"• a\n• b"_s);
    row("entities", u"&lt;b&gt; &amp; &#39;&#x41;&#39; &nbsp;&unknown; &"_s, u"<b> & 'A' &unknown; &"_s);
    row("script", u"a<script>alert('<p>x</p>')</script>b"_s, u"ab"_s);
    row("style that never ends", u"a<style>p{"_s, u"a"_s);
    row("comment", u"a<!-- <p>x</p> -->b"_s, u"ab"_s);
    row("comment that never ends", u"a<!-- b"_s, u"a"_s);
    row("tag in an attribute", u"<p title='>'>a</p>"_s, u"a"_s);
    row("a lone sign", u"1 < 2 and 3 > 2"_s, u"1 < 2 and 3 > 2"_s);
    row("link", u"<a href='https://e.org/x?a=1&amp;b=2'>Confirm</a>!"_s,
        u"Confirm <https://e.org/x?a=1&b=2>!"_s);
    row("link that says where", u"<a href='https://e.org'>https://e.org</a>"_s, u"https://e.org"_s);
    row("script link", u"<a href='javascript:x()'>Go</a>"_s, u"Go"_s);
    row("picture", u"a<img src='http://e.org/a.png' alt='x'>b"_s, u"ab"_s);
    row("direction override by entity", u"a&#x202E;b"_s, u"ab"_s);
    row("nothing", {}, {});
}

void TestMessageModel::htmlBecomesText()
{
    QFETCH(QString, html);
    QTEST(html::toText(html), "text");
}

void TestMessageModel::safeMarkupHoldsNothingToLoad_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markup");
    const auto row = [](const char *name, const QString &html, const QString &markup) {
        QTest::newRow(name) << html << markup;
    };
    row("picture", u"a<img src=http://e.org/a.png>b"_s, u"ab"_s);
    row("emphasis", u"<p style='background:url(http://e.org)'>a <STRONG class=x>b</STRONG></p>"_s,
        u"<p>a <b>b</b></p>"_s);
    row("style", u"<style>@import url(http://e.org);</style>a"_s, u"a"_s);
    row("sheet", u"<link rel=stylesheet href=http://e.org/a.css>a"_s, u"a"_s);
    row("tables", u"<table><tr><td>a<td>b</table>"_s, u"<div><div> a b</div></div>"_s);
    row("link", u"<a href=\"https://e.org/?a=1&amp;b=2\" onclick=x>go</a>"_s,
        u"<a href=\"https://e.org/?a=1&amp;b=2\">go</a>"_s);
    row("script link", u"<a href='javascript:x'>go</a>"_s, u"go"_s);
    row("file link", u"<a href='file:///etc/passwd'>go</a>"_s, u"go"_s);
    row("breaks out", u"<a href='https://e.org/\"><img src=x>'>go</a>"_s,
        u"<a href=\"https://e.org/&quot;&gt;&lt;img src=x&gt;\">go</a>"_s);
    row("markup in words", u"&lt;img src=x&gt;"_s, u"&lt;img src=x&gt;"_s);
    row("left open", u"<b>a<i>b"_s, u"<b>a<i>b</i></b>"_s);
    row("closed twice", u"a</b></p>"_s, u"a"_s);
}

void TestMessageModel::safeMarkupHoldsNothingToLoad()
{
    QFETCH(QString, html);
    QTEST(html::toSafeMarkup(html), "markup");
}

void TestMessageModel::hugeAndNestedHtmlIsReadInOnePass_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("tables") << u"<table><tr><td>"_s.repeated(60000);
    QTest::newRow("divs") << u"<div>"_s.repeated(200000);
    QTest::newRow("quotes") << u"<a b=\""_s.repeated(100000);
    QTest::newRow("comments") << u"<!--"_s.repeated(200000);
    QTest::newRow("styles") << u"<style>"_s.repeated(100000);
    QTest::newRow("signs") << u"<"_s.repeated(500000);
    QTest::newRow("entities") << u"&amp"_s.repeated(200000);
    QTest::newRow("equals") << u"<a ="_s.repeated(200000);
    QTest::newRow("closings") << u"<b>"_s + u"</i>"_s.repeated(200000);
}

void TestMessageModel::hugeAndNestedHtmlIsReadInOnePass()
{
    QFETCH(QString, html);
    // What is quadratic takes minutes with these: the test program's own limit ends it.
    QVERIFY(html::toText(html).size() <= html.size());
    const QString markup = html::toSafeMarkup(html);
    QVERIFY(!markup.contains(u"<table"_s));
    QVERIFY(markup.count(u"<div>"_s) <= 24);
}

QTEST_GUILESS_MAIN(TestMessageModel)
#include "tst_messagemodel.moc"
