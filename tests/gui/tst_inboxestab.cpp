#include "models/text/format.h"
#include "tests/gui/tabstand.h"
#include "ui/inboxes/inboxescontroller.h"
#include "ui/orders/messagebody.h"

#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTextEdit>
#include <QToolButton>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

/// Takes the place of the system's browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }

private:
    static QStringList schemes() { return {u"https"_s, u"http"_s, u"file"_s, u"mailto"_s}; }
};

/// A folder that knows when a file in it was opened, where the system tells.
class WatchedFolder
{
public:
    WatchedFolder()
    {
#ifdef Q_OS_LINUX
        m_watch = inotify_init1(IN_NONBLOCK);
#endif
    }
    ~WatchedFolder()
    {
#ifdef Q_OS_LINUX
        close(m_watch);
#endif
    }
    QString put(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("No file");
        return file.fileName();
    }
    /// From now on.
    void watch() const
    {
#ifdef Q_OS_LINUX
        inotify_add_watch(m_watch, QFile::encodeName(m_dir.path()).constData(), IN_OPEN);
#endif
    }
    bool wasRead() const
    {
#ifdef Q_OS_LINUX
        char events[4096];
        return read(m_watch, events, sizeof events) > 0;
#else
        return false;
#endif
    }

private:
    QTemporaryDir m_dir;
    int m_watch = -1;
};

QByteArray redPicture()
{
    QImage red(40, 40, QImage::Format_RGB32);
    red.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QBuffer::WriteOnly);
    red.save(&buffer, "PNG");
    return png;
}

bool shows(const QImage &picture, const QColor &color)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

/// The Inboxes tab on a provider whose answers the test gives.
class InboxesTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_stand = std::make_unique<TabStand>(u"otpzap"_s); }
    void cleanup()
    {
        m_controller.reset();
        m_stand.reset();
    }

    void everyAgreedNameIsThere();
    void rowsTellWhatAnInboxIs();
    void theAddressIsCopiedAsItIs();
    void enterCopiesTheCode();
    void anotherMessageIsAskedForAndCostsNothing();
    void cancellingSaysWhatComesBack();
    void refundsAreToldAsFarAsTheyAreKnown_data();
    void refundsAreToldAsFarAsTheyAreKnown();
    void aCodeInPlaceOfARefundIsSaid_data();
    void aCodeInPlaceOfARefundIsSaid();
    void finishingIsForAfterAMessage();
    void anUnconfirmedInboxAsksForItsReference();
    void aNewInboxIsAskedFor();
    void theNewestMessageIsReadUnlessAnotherOneIs();

    void textIsShownAsItIs();
    void htmlIsShownOnRequestOnly();
    void nothingInAMessageIsLoaded_data();
    void nothingInAMessageIsLoaded();
    void theBodyItselfLoadsNothing_data();
    void theBodyItselfLoadsNothing();
    void aBombOfTablesIsLaidOutAtOnce();
    void tooMuchHtmlIsTextOnly();
    void aLinkIsShownBeforeItIsOpened();
    void aLinkThatIsNotSecureIsRefused_data();
    void aLinkThatIsNotSecureIsRefused();
    void anAddressInOtherLettersIsShownInPlainOnes();

private:
    bool open(const QList<Order> &orders)
    {
        if (!m_stand->start(orders))
            return false;
        m_controller = std::make_unique<InboxesController>(m_stand->desk());
        return m_stand->show(*m_controller);
    }
    bool openWith(const QString &text, const QString &html = {})
    {
        return open(
            {sample::with(sample::inbox(now()), {{}, text, u"a@b.org"_s, now(), u"Subject"_s, html})});
    }
    QDateTime now() const { return m_stand->now(); }
    QString cell(int row, const QString &header) { return m_stand->cell(u"inboxes"_s, row, header); }
    QString seen() { return m_stand->seen().join(u'\n'); }
    MessageBody *body() { return m_stand->find<MessageBody>(u"messageBody"_s); }
    QString linkWords() { return m_stand->find<QLabel>(u"linkHost"_s)->text(); }
    /// Activates the first link with the keyboard.
    void activateLink()
    {
        body()->setFocus();
        QTest::keyClick(body(), Qt::Key_Tab);
        QTest::keyClick(body(), Qt::Key_Return);
    }

    std::unique_ptr<TabStand> m_stand;
    std::unique_ptr<InboxesController> m_controller;
};

void InboxesTabTest::everyAgreedNameIsThere()
{
    QVERIFY(openWith(u"Hello"_s));
    const QStringList all = m_stand->seen();
    for (const QString &name :
         {u"Table Inboxes"_s, u"Table Messages"_s, u"Button Copy address"_s, u"Button Copy code"_s,
          u"Button Request new message"_s, u"Button Cancel inbox"_s, u"Button Finish inbox"_s,
          u"Button New inbox…"_s, u"EditableText Search inboxes"_s, u"ComboBox Inbox filter"_s,
          u"StaticText Current code"_s})
        QVERIFY2(all.contains(name), qPrintable(name + u" in\n"_s + all.join(u'\n')));
}

void InboxesTabTest::rowsTellWhatAnInboxIs()
{
    const Order headline =
        sample::with(sample::inbox(now()), {{}, u"text"_s, {}, now(), u"New login from Jakarta"_s});
    QVERIFY(open({headline, sample::with(headline, {u"482913"_s, u"t"_s, {}, now(), u"Your code"_s})}));
    QCOMPARE(cell(0, u"Address"_s), u"kaelen.moss@gmail.com"_s);
    QCOMPARE(cell(0, u"Site"_s), u"openai.com"_s);
    QCOMPARE(cell(0, u"Code"_s), u"482 913"_s);
    QCOMPARE(cell(1, u"Code"_s), QString());
    const QModelIndex code = m_stand->table(u"inboxes"_s)->model()->index(1, int(OrderModel::Column::Code));
    QCOMPARE(code.data(OrderModel::HeadlineRole).toString(), u"New login from Jakarta"_s);
    QCOMPARE(code.data(Qt::AccessibleTextRole).toString(), u"New login from Jakarta"_s);
}

void InboxesTabTest::theAddressIsCopiedAsItIs()
{
    QVERIFY(open({sample::inbox(now(), u"1234567@mail.org"_s)}));
    QVERIFY(m_stand->press(u"copyAddressButton"_s));
    QCOMPARE(copied(), u"1234567@mail.org"_s);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    m_stand->table(u"inboxes"_s)->setFocus();
    QTest::keyClick(m_stand->table(u"inboxes"_s), Qt::Key_Return);
    QCOMPARE(copied(), u"1234567@mail.org"_s);
}

void InboxesTabTest::enterCopiesTheCode()
{
    QVERIFY(open({sample::with(sample::inbox(now()), {u"482913"_s, u"t"_s, {}, now(), u"Code"_s})}));
    m_stand->table(u"inboxes"_s)->setFocus();
    QTest::keyClick(m_stand->table(u"inboxes"_s), Qt::Key_Return);
    QCOMPARE(copied(), u"482913"_s);
}

void InboxesTabTest::anotherMessageIsAskedForAndCostsNothing()
{
    QVERIFY(open({sample::inbox(now())}));
    QAbstractButton *button = m_stand->button(u"requestMessageButton"_s);
    QVERIFY2(button->toolTip().contains(u"costs nothing"), qPrintable(button->toolTip()));
    QVERIFY2(button->text().contains(u"free"), qPrintable(button->text()));
    QVERIFY(m_stand->press(u"requestMessageButton"_s));
    QVERIFY(!button->isEnabled());
    QVERIFY(m_stand->provider->settle(u"resend"_s, OrderReport{}));
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(m_stand->engine.order(1)->resendPending);
}

void InboxesTabTest::cancellingSaysWhatComesBack()
{
    QVERIFY(open({sample::inbox(now())}));
    const QString refund = u"Refund: Rp\u00a0900 of Rp\u00a01,000 (fee Rp\u00a0100)"_s;
    QVERIFY2(seen().contains(refund), qPrintable(seen()));
    QVERIFY(m_stand->button(u"cancelInboxButton"_s)->toolTip().contains(refund));
    OrderReport waiting;
    waiting.status = OrderStatus::Waiting;
    m_stand->provider->answer(u"check"_s, waiting);
    QVERIFY(m_stand->press(u"cancelInboxButton"_s));
    QTRY_VERIFY(m_stand->provider->waiting(u"cancel"_s) > 0);
    QVERIFY(!m_stand->button(u"cancelInboxButton"_s)->isEnabled());
    OrderReport refunded;
    refunded.status = OrderStatus::Refunded;
    refunded.refunded = sample::rupiah(900);
    QVERIFY(m_stand->provider->settle(u"cancel"_s, refunded));
    QTRY_VERIFY2(seen().contains(u"Refunded: Rp\u00a0900 of Rp\u00a01,000"), qPrintable(seen()));
    QCOMPARE(m_stand->said(), QString());
}

void InboxesTabTest::refundsAreToldAsFarAsTheyAreKnown_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QString>("text");
    const QDateTime at(QDate(2026, 5, 19), QTime(15, 0), Qt::UTC);
    Order order = sample::inbox(at);
    order.offer.cancelFee = Money::fromUnits(0, sample::rupiah(1)->currency());
    QTest::newRow("no fee") << order << u"Refund: Rp\u00a01,000, in full"_s;
    order.offer.cancelFee = sample::rupiah(2000);
    QTest::newRow("more than it cost")
        << order << u"Refund: Rp\u00a00 of Rp\u00a01,000 (fee Rp\u00a02,000)"_s;
    order.offer.cancelFee.reset();
    QTest::newRow("fee unknown") << order << u"Refund: Rp\u00a01,000 less the provider's fee, if any"_s;
    order.price.reset();
    QTest::newRow("nothing known") << order << u"Refund: the price less the provider's fee, if any"_s;
    order.price = sample::rupees(16);
    order.providerId = u"otpget"_s;
    QTest::newRow("OTPGet") << order << u"Refund: ₨16.00, in full"_s;
    QTest::newRow("after a message") << sample::with(order, {u"1"_s, {}, {}, at}) << QString();
    QTest::newRow("over") << sample::ended(order, OrderStatus::Expired, at) << QString();
    QTest::newRow("refunded") << sample::ended(order, OrderStatus::Refunded, at) << u"Refunded."_s;
}

void InboxesTabTest::refundsAreToldAsFarAsTheyAreKnown()
{
    QFETCH(Order, order);
    QTEST(format::refund(order), "text");
}

void InboxesTabTest::aCodeInPlaceOfARefundIsSaid_data()
{
    QTest::addColumn<bool>("atTheLastLook");
    QTest::newRow("seen just before") << true;
    QTest::newRow("the provider's answer") << false;
}

void InboxesTabTest::aCodeInPlaceOfARefundIsSaid()
{
    QFETCH(bool, atTheLastLook);
    QVERIFY(open({sample::inbox(now())}));
    OrderReport coded;
    coded.status = OrderStatus::CodeReceived;
    coded.messages = {{u"482913"_s, u"Your code"_s, {}, now()}};
    OrderReport waiting;
    waiting.status = OrderStatus::Waiting;
    m_stand->provider->answer(u"check"_s, atTheLastLook ? coded : waiting);
    m_stand->provider->answer(u"cancel"_s, coded);
    QVERIFY(m_stand->press(u"cancelInboxButton"_s));
    QTRY_COMPARE(m_stand->said(), u"A code came: the order is not refunded."_s);
    QCOMPARE(cell(0, u"Code"_s), u"482 913"_s);
    QCOMPARE(m_stand->provider->calls.value(u"cancel"_s), atTheLastLook ? 0 : 1);
}

void InboxesTabTest::finishingIsForAfterAMessage()
{
    QVERIFY(m_stand->start({sample::inbox(now())}));
    m_stand->provider->allowed = [](const Order &order, const QDateTime &) {
        OrderActions may;
        may.finish = order.messages.isEmpty() ? Permission::never(Permission::Reason::NoMessageYet)
                                              : Permission::allowed();
        may.resend = Permission::after(QDateTime::currentDateTimeUtc().addYears(10));
        return may;
    };
    m_controller = std::make_unique<InboxesController>(m_stand->desk());
    QVERIFY(m_stand->show(*m_controller));
    QVERIFY(!m_stand->button(u"finishInboxButton"_s)->isEnabled());
    QCOMPARE(m_stand->button(u"finishInboxButton"_s)->toolTip(), u"Possible once a message has come."_s);
    QVERIFY(m_stand->button(u"requestMessageButton"_s)->text().contains(u"days)"));
    OrderReport coded;
    coded.messages = {{u"482913"_s, u"Your code"_s, {}, now()}};
    m_stand->provider->answer(u"check"_s, coded);
    m_stand->provider->settle(u"check"_s, OrderReport()); // one that went out before the answer was there
    m_stand->engine.pollNow(1);
    m_stand->pace = 50ms;
    QVERIFY(m_stand->soon([this] { return m_stand->button(u"finishInboxButton"_s)->isEnabled(); }));
    QVERIFY(m_stand->press(u"finishInboxButton"_s));
    OrderReport done;
    done.status = OrderStatus::Finished;
    QVERIFY(m_stand->provider->settle(u"finish"_s, done));
    QTRY_COMPARE(cell(0, u"Status"_s), u"Finished"_s);
    QCOMPARE(m_stand->button(u"finishInboxButton"_s)->toolTip(), u"This inbox is closed."_s);
}

void InboxesTabTest::anUnconfirmedInboxAsksForItsReference()
{
    Order order = sample::inbox(now());
    order.id.clear();
    order.number.clear();
    order.status = OrderStatus::Unconfirmed;
    QVERIFY(open({order}));
    QVERIFY(m_stand->press(u"enterOrderId"_s));
    QVERIFY(m_stand->seen().contains(u"EditableText E-mail id or reference"_s));
    QVERIFY(m_stand->press(u"notCharged"_s));
    QTRY_COMPARE(cell(0, u"Status"_s), u"Not bought"_s);
}

void InboxesTabTest::aNewInboxIsAskedFor()
{
    QVERIFY(open({}));
    QSignalSpy wanted(m_controller.get(), &InboxesController::newInboxRequested);
    QVERIFY(m_stand->press(u"newInboxButton"_s));
    QCOMPARE(wanted.count(), 1);
    QSignalSpy catalog(m_controller.get(), &OrderTabController::catalogRequested);
    QVERIFY(seen().contains(u"No inboxes yet"));
    QVERIFY(m_stand->press(u"emptyPrimary"_s));
    QCOMPARE(catalog.first().first().value<OfferKind>(), OfferKind::Email);
}

void InboxesTabTest::theNewestMessageIsReadUnlessAnotherOneIs()
{
    QVERIFY(openWith(u"First"_s));
    OrderReport report;
    report.messages = {{{}, u"First"_s, {}, now()}, {{}, u"Second"_s, {}, now()}};
    m_stand->provider->answer(u"check"_s, report);
    report.messages->append({{}, u"Third"_s, {}, now()});
    m_stand->provider->answer(u"check"_s, report);
    m_stand->provider->settle(u"check"_s, OrderReport()); // one that went out before the answer was there
    m_stand->engine.pollNow(1);
    m_stand->pace = 50ms;
    QVERIFY(m_stand->soon([this] { return m_stand->engine.order(1)->messages.size() == 2; }));
    QCOMPARE(body()->toPlainText(), u"Second"_s);
    m_stand->table(u"messages"_s)->selectRow(1);
    QCOMPARE(body()->toPlainText(), u"First"_s);
    QVERIFY(m_stand->soon([this] { return m_stand->engine.order(1)->messages.size() == 3; }));
    QCOMPARE(body()->toPlainText(), u"First"_s);
}

void InboxesTabTest::textIsShownAsItIs()
{
    QVERIFY(openWith(u"<h1>Not</h1> &amp; bold"_s, u"<h1>Other</h1>"_s));
    QCOMPARE(body()->toPlainText(), u"<h1>Not</h1> &amp; bold"_s);
    QVERIFY(!m_stand->find(u"showFormatting"_s)); // the text is there
    body()->selectAll();
    body()->copy();
    QCOMPARE(copied(), u"<h1>Not</h1> &amp; bold"_s);
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
}

void InboxesTabTest::htmlIsShownOnRequestOnly()
{
    QVERIFY(openWith({}, u"<p>One <b>two</b></p>"_s));
    QCOMPARE(body()->toPlainText(), u"One two"_s);
    QVERIFY(!body()->toHtml().contains(u"font-weight:7"));
    QVERIFY(m_stand->press(u"showFormatting"_s));
    QCOMPARE(body()->toPlainText(), u"One two"_s);
    QVERIFY(body()->toHtml().contains(u"font-weight:7"));
    QVERIFY(m_stand->press(u"showFormatting"_s));
    QVERIFY(!body()->toHtml().contains(u"font-weight:7"));
}

void InboxesTabTest::nothingInAMessageIsLoaded_data()
{
    QTest::addColumn<QString>("html"); // %1: an address at our server; %2: a picture's file; %3: a sheet's
    QTest::newRow("picture") << u"<img src=\"%1/a.png\"><img src=\"%2\"><img src=\"file://%2\">"_s;
    QTest::newRow("sheet")
        << u"<link rel=stylesheet href=\"%1/a.css\"><link rel=stylesheet href=\"file://%3\">"_s;
    QTest::newRow("import") << u"<style>@import url(%1/a.css); @import url(\"file://%3\");</style>"_s;
    QTest::newRow("style") << u"<p style=\"background-image:url(%1/a.png)\">x</p>"
                              "<p style=\"background-image:url('file://%2')\">x</p>"_s;
    QTest::newRow("body")
        << u"<body background=\"%1/a.png\"><table background=\"file://%2\"><tr><td>x</table>"_s;
    QTest::newRow("list") << u"<ul style=\"list-style-image:url(file://%2)\"><li>x</ul>"_s;
}

/// Asks our own reader, as a person does.
void InboxesTabTest::nothingInAMessageIsLoaded()
{
    QFETCH(QString, html);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    WatchedFolder folder;
    const QString picture = folder.put(u"a.png"_s, redPicture());
    const QString sheet = folder.put(u"a.css"_s, "p { background-color: #ff0000; }");
    folder.watch();
    html.replace(u"%1"_s, u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    html.replace(u"%2"_s, picture).replace(u"%3"_s, sheet);
    QVERIFY(openWith({}, html + u"<p>words</p>"_s));
    QVERIFY(m_stand->press(u"showFormatting"_s));
    QVERIFY(body()->toPlainText().contains(u"words"));
    const QImage shown = body()->grab().toImage();
    QVERIFY(!shows(shown, Qt::red));
    QVERIFY(!folder.wasRead());
    QVERIFY(!server.hasPendingConnections());
    QCoreApplication::processEvents();
    QVERIFY(!server.hasPendingConnections());
}

void InboxesTabTest::theBodyItselfLoadsNothing_data()
{
    QTest::addColumn<QString>("html"); // %1: a picture's file; %2: a sheet's; %3: the picture itself
    QTest::newRow("picture by path") << u"<p>words</p><img src=\"%1\">"_s;
    QTest::newRow("picture by address") << u"<p>words</p><img src=\"file://%1\">"_s;
    QTest::newRow("picture inside") << u"<p>words</p><img src=\"data:image/png;base64,%3\">"_s;
    QTest::newRow("background") << u"<p style=\"background-image:url('file://%1')\">words</p>"_s;
    QTest::newRow("import") << u"<style>@import url('file://%2');</style><p>words</p>"_s;
    QTest::newRow("sheet") << u"<link rel=\"stylesheet\" href=\"file://%2\"/><p>words</p>"_s;
}

/// The second wall: even markup that nobody has made harmless finds nothing.
void InboxesTabTest::theBodyItselfLoadsNothing()
{
    QFETCH(QString, html);
    WatchedFolder folder;
    const QByteArray png = redPicture();
    html.replace(u"%1"_s, folder.put(u"a.png"_s, png)).replace(u"%3"_s, QString::fromLatin1(png.toBase64()));
    html.replace(u"%2"_s, folder.put(u"a.css"_s, "p { background-color: #ff0000; }"));
    folder.watch();
    MessageBody body;
    body.resize(300, 300);
    body.setHtml(html);
    QVERIFY(body.toPlainText().contains(u"words"));
    body.show();
    QVERIFY(QTest::qWaitForWindowExposed(&body));
    QVERIFY(!shows(body.grab().toImage(), Qt::red));
    QVERIFY(!folder.wasRead());
}

void InboxesTabTest::aBombOfTablesIsLaidOutAtOnce()
{
    // 30 tables inside each other keep Qt busy for hours; the test program's own limit ends it.
    QVERIFY(openWith({}, u"<table><tr><td>"_s.repeated(30) + u"words"_s));
    QVERIFY(m_stand->press(u"showFormatting"_s));
    body()->grab();
    QVERIFY(body()->toPlainText().contains(u"words"));
}

void InboxesTabTest::tooMuchHtmlIsTextOnly()
{
    QVERIFY(openWith({}, u"<p>words</p>"_s.repeated(30000)));
    QVERIFY(body()->toPlainText().startsWith(u"words"));
    QVERIFY(!m_stand->find(u"showFormatting"_s));
}

void InboxesTabTest::aLinkIsShownBeforeItIsOpened()
{
    Browser browser;
    QVERIFY(openWith(u"Confirm at https://auth.openai.com/confirm?t=8f2a, please."_s));
    activateLink();
    QVERIFY(m_stand->find(u"linkBar"_s));
    QVERIFY(browser.opened.isEmpty());
    QVERIFY2(linkWords().endsWith(u"auth.openai.com"), qPrintable(linkWords()));
    const QString address = u"https://auth.openai.com/confirm?t=8f2a"_s;
    QCOMPARE(m_stand->find<QLineEdit>(u"linkAddress"_s)->text(), address);
    QVERIFY(m_stand->seen().contains(u"Button Open link"_s));
    QVERIFY(m_stand->seen().contains(u"Button Copy link"_s));
    QVERIFY(m_stand->press(u"copyLink"_s));
    QCOMPARE(copied(), address);
    QVERIFY(m_stand->press(u"openLink"_s));
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(address)});
    QVERIFY(!m_stand->find(u"linkBar"_s));
}

void InboxesTabTest::aLinkThatIsNotSecureIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("http") << u"http://example.org/x"_s;
    QTest::newRow("mail") << u"mailto:a@example.org"_s;
}

void InboxesTabTest::aLinkThatIsNotSecureIsRefused()
{
    QFETCH(QString, address);
    Browser browser;
    QVERIFY(openWith({}, u"<a href='%1'>here</a>"_s.arg(address)));
    QVERIFY(m_stand->press(u"showFormatting"_s));
    activateLink();
    QVERIFY(m_stand->find(u"linkBar"_s));
    QVERIFY2(linkWords().contains(u"not opened"), qPrintable(linkWords()));
    QVERIFY(!m_stand->find(u"openLink"_s));
    QVERIFY(!m_stand->find(u"copyLink"_s));
    QVERIFY(browser.opened.isEmpty());
}

void InboxesTabTest::anAddressInOtherLettersIsShownInPlainOnes()
{
    QVERIFY(openWith(u"https://аррӏе.com/login"_s)); // Cyrillic
    activateLink();
    QVERIFY(m_stand->find(u"linkBar"_s));
    QVERIFY2(linkWords().contains(u"xn--"), qPrintable(linkWords()));
    QVERIFY(m_stand->find<QLineEdit>(u"linkAddress"_s)->text().startsWith(u"https://xn--"));
}

QTEST_MAIN(InboxesTabTest)
#include "tst_inboxestab.moc"
