#include "providers/wire/html.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreToldFromText_data();
    void pagesAreToldFromText();
    void wordsAreThoseAReaderSees_data();
    void wordsAreThoseAReaderSees();
    void hugePagesEnd();
};

void TestHtml::pagesAreToldFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPage");
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("text") << u"Your code is 123456.\n\nBye"_s << false;
    QTest::newRow("address in brackets") << u"From: A <a@b.org>\nSee <https://b.org/x>"_s << false;
    QTest::newRow("comparison") << u"1 < 2 and 3 > 2, i <3 you"_s << false;
    QTest::newRow("page") << u"\n<!DOCTYPE html><html>…"_s << true;
    QTest::newRow("capitals") << u"<HTML><BODY>…"_s << true;
    QTest::newRow("piece") << u"Your code:<br/>123456"_s << true;
    QTest::newRow("paragraph") << u"Hello <p class=\"x\">123456</p>"_s << true;
    QTest::newRow("not at its beginning") << u"Write <html> for a page"_s << false;
}

void TestHtml::pagesAreToldFromText()
{
    QFETCH(QString, text);
    QTEST(looksLikeHtml(text), "isPage");
}

void TestHtml::wordsAreThoseAReaderSees_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("words");
    QTest::newRow("blocks") << u"<p>One</p><div>Two<br>Three</div>"_s << u"One\nTwo\nThree"_s;
    QTest::newRow("inline") << u"4<b>8</b><span style='x'>2</span>913"_s << u"482913"_s;
    QTest::newRow("table") << u"<table><tr><td>Code</td><td>482913</td></tr></table>"_s << u"Code\n482913"_s;
    QTest::newRow("styles, scripts, title")
        << u"<head><title>999999</title><STYLE>a{color:#123456}</Style></head><script>1234</script>Hi"_s
        << u"Hi"_s;
    QTest::newRow("comment") << u"a<!-- 123456 > -->b"_s << u"ab"_s;
    QTest::newRow("attributes") << u"<a href=\"https://x.org/654321\">go</a>"_s << u"go"_s;
    QTest::newRow("entities") << u"A&amp;B &lt;C&gt; &quot;&#65;&#x42;&quot;&nbsp;x"_s
                              << u"A&B <C> \"AB\" x"_s;
    QTest::newRow("no entity") << u"R&D &nosuch; &#0; &#xd800; &"_s << u"R&D &nosuch; &#0; &#xd800; &"_s;
    QTest::newRow("beyond the first plane") << u"&#x1F600;"_s << u"😀"_s;
    QTest::newRow("no tag") << u"1 < 2 > 0"_s << u"1 < 2 > 0"_s;
    QTest::newRow("open tag") << u"one <b"_s << u"one"_s;
    QTest::newRow("open style") << u"one<style>two"_s << u"one"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestHtml::wordsAreThoseAReaderSees()
{
    QFETCH(QString, html);
    QTEST(wordsOfHtml(html), "words");
}

void TestHtml::hugePagesEnd()
{
    const QString page = u"<b>1</b>"_s.repeated(500'000) + u"end"_s;
    QVERIFY(looksLikeHtml(page));
    QVERIFY(wordsOfHtml(page).size() <= 25'000); // of the first 200,000 characters
    QVERIFY(wordsOfHtml(u"<style>"_s.repeated(30'000)).isEmpty());
}

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
