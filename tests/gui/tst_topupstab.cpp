#include "tests/support/topupbench.h"

#include "models/accounts/accountmodel.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/countdown.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/herocode.h"
#include "ui/kit/messagebar.h"
#include "ui/topups/topupscontroller.h"
#include "ui/topups/topupsview.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The Top-ups tab on a provider whose answers the test gives.
class TopUpsTabTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private:
    struct Tab
    {
        Tab(TopUpBench &bench)
            : accounts(bench.accounts),
              clipboard(bench.clock),
              controller(bench.engine, bench.model, bench.accounts, accounts, clipboard, bench.clock),
              view(controller.createView(nullptr))
        {
            view->resize(1000, 560);
            view->show();
        }
        AccountModel accounts;
        Clipboard clipboard;
        TopUpsController controller;
        std::unique_ptr<TopUpsView> view;
    };

    template <typename Widget = QWidget>
    Widget *find(const QString &name) const
    {
        auto *widget = m_tab->view->findChild<Widget *>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    bool press(const QString &name)
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    QString text(const QString &name) const
    {
        auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    QString bar() const
    {
        return m_tab->view->messages().isVisible() ? m_tab->view->messages().text() : QString();
    }
    QLineEdit *amount() const { return find<QLineEdit>(u"topUpAmount"_s); }
    void enter(const QString &digits)
    {
        amount()->selectAll();
        QTest::keyClicks(amount(), digits);
    }
    /// The tab, with the account ready.
    bool show()
    {
        m_tab = std::make_unique<Tab>(*m_bench);
        return m_bench->start() && QTest::qWaitFor([this] { return find(u"createInvoice"_s) != nullptr; });
    }
    TopUpBench &bench() { return *m_bench; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TopUpBench::Floor> m_floor;
    std::unique_ptr<TopUpBench> m_bench;
    std::unique_ptr<Tab> m_tab;
    QList<QUrl> m_opened;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
        QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    }
    void cleanupTestCase()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QDesktopServices::unsetUrlHandler(u"http"_s);
    }
    void init()
    {
        m_opened.clear();
        m_dir = std::make_unique<QTemporaryDir>();
        m_floor = std::make_unique<TopUpBench::Floor>();
        m_bench = std::make_unique<TopUpBench>(m_dir->filePath(u"journal.sqlite"_s), *m_floor);
    }
    void cleanup()
    {
        m_tab.reset();
        m_bench.reset();
        m_floor.reset();
    }

    void withoutAnAccountTheNextStepIsOne()
    {
        m_tab = std::make_unique<Tab>(*m_bench);
        QVERIFY(m_bench->open());
        QSignalSpy wanted(&m_tab->controller, &TopUpsController::addAccountRequested);
        QVERIFY(!find(u"topUpAccount"_s));
        QCOMPARE(find<QPushButton>(u"emptyPrimary"_s)->accessibleName(), u"Add account"_s);
        QVERIFY(press(u"emptyPrimary"_s));
        QCOMPARE(wanted.count(), 1);
    }

    void theAgreedNamesAreThere()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        QTRY_VERIFY(find(u"topUps"_s));
        const QList<std::pair<QString, QString>> names{{u"topUpAccount"_s, u"Account"_s},
                                                       {u"topUpAmount"_s, u"Amount"_s},
                                                       {u"createInvoice"_s, u"Create invoice"_s},
                                                       {u"topUps"_s, u"Top-ups"_s},
                                                       {u"copyAmountButton"_s, u"Copy amount to pay"_s},
                                                       {u"openPaymentPageButton"_s, u"Open payment page"_s},
                                                       {u"copyLinkButton"_s, u"Copy link"_s},
                                                       {u"totalToPay"_s, u"Total to pay"_s}};
        for (const auto &name : names) {
            QVERIFY2(find(name.first), qPrintable(name.first));
            QCOMPARE(find(name.first)->accessibleName(), name.second);
        }
    }

    void onlyDigitsStayInTheAmount_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("letters") << u"5o0o0"_s << u"500"_s;
        QTest::newRow("minus") << u"-5000"_s << u"5000"_s;
        QTest::newRow("grouped as typed") << u"50.000"_s << u"50000"_s;
        QTest::newRow("eleven digits") << u"12345678901"_s << u"1234567890"_s;
    }
    void onlyDigitsStayInTheAmount()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QVERIFY(show());
        enter(typed);
        QCOMPARE(amount()->text(), kept);
    }

    void aPastedAmountIsRead_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("kept");
        QTest::newRow("sign and dots") << u"Rp 50.000"_s << u"50000"_s;
        QTest::newRow("with decimals") << u"50.000,00"_s << u"50000"_s;
        QTest::newRow("with decimals, English") << u"Rp 1,250,000.00 "_s << u"1250000"_s;
        QTest::newRow("words") << u"fifty"_s << QString();
    }
    void aPastedAmountIsRead()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, kept);
        QVERIFY(show());
        QGuiApplication::clipboard()->setText(pasted);
        amount()->paste();
        QCOMPARE(amount()->text(), kept);
    }

    void tooLittleIsSaidUnderTheField()
    {
        QVERIFY(show());
        QCOMPARE(text(u"amountHint"_s), u"Enter at least Rp\u00a05,000."_s);
        enter(u"4999"_s);
        QVERIFY(!find<QPushButton>(u"createInvoice"_s)->isEnabled());
        const QColor calm = find<QLabel>(u"amountHint"_s)->palette().color(QPalette::WindowText);
        QTest::keyClick(amount(), Qt::Key_Return);
        QVERIFY(find<QLabel>(u"amountHint"_s)->palette().color(QPalette::WindowText) != calm);
        QCOMPARE(bench().engine.topUps().size(), size_t(0));
        enter(u"5000"_s);
        QVERIFY(find<QPushButton>(u"createInvoice"_s)->isEnabled());
        QCOMPARE(text(u"amountHint"_s), u"Rp\u00a05,000 is added to the balance."_s);
        const QString others = find<ElidedLabel>(u"otherWays"_s)->text();
        QVERIFY2(others.contains(u"crypto") && others.contains(u"otpzap.com"), qPrintable(others));
    }

    void aDoubleClickMakesOneInvoice()
    {
        QVERIFY(show());
        enter(u"50000"_s);
        QTest::mouseClick(find(u"createInvoice"_s), Qt::LeftButton);
        QTest::mouseDClick(find(u"createInvoice"_s), Qt::LeftButton);
        QTest::keyClick(amount(), Qt::Key_Return);
        QTRY_COMPARE(bench().desk.creates.waiting(), 1);
        QCOMPARE(text(u"totalExplanation"_s), u"Asking OTPZap for the invoice…"_s);
        QVERIFY(!press(u"createInvoice"_s));
        bench().desk.creates.settle(bench().invoice());
        QTRY_COMPARE(find<HeroCode>(u"totalToPay"_s)->code(), u"50017"_s);
        QCOMPARE(bench().desk.creates.calls, 1);
        QCOMPARE(amount()->text(), QString());
        QCOMPARE(find<QTableView>(u"topUps"_s)->model()->rowCount(), 1);
    }

    void theTotalIsShownExplainedAndCopied()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        QTRY_VERIFY(find<HeroCode>(u"totalToPay"_s));
        QVERIFY(text(u"totalExplanation"_s).contains(u"the last digits tell your payment apart"));
        QVERIFY(text(u"totalExplanation"_s).contains(u"Rp\u00a050,000 is added"));
        QVERIFY(press(u"copyAmountButton"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"50017"_s);
        QVERIFY(press(u"copyLinkButton"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://otpzap.com/pay/APIDEP-3-1"_s);
        QCOMPARE(m_tab->view->findChild<CountdownRing *>()->accessibleName(), u"30:00 left"_s);
        bench().clock.skip(61s);
        QTRY_COMPARE(m_tab->view->findChild<CountdownRing *>()->accessibleName(), u"28:59 left"_s);
    }

    void aTotalThatIsTheAmountIsNotExplainedByLastDigits()
    {
        QVERIFY(show());
        TopUpReport report = bench().invoice();
        report.totalAmount = report.amount;
        bench().desk.creates.answer(report);
        QVERIFY(bench().create());
        QTRY_VERIFY(text(u"totalExplanation"_s).startsWith(u"Pay exactly this amount."));
        QVERIFY(!text(u"totalExplanation"_s).contains(u"last digits"));
    }

    void thePageOpensOnlyAfterItsAddressWasShown()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        QTRY_VERIFY(press(u"openPaymentPageButton"_s));
        QVERIFY(m_opened.isEmpty());
        QVERIFY2(bar().contains(u"https://otpzap.com/pay/APIDEP-3-1"), qPrintable(bar()));
        QVERIFY(bar().startsWith(u"This opens otpzap.com in your browser:"));
        QVERIFY(press(u"messageAction1"_s));
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://otpzap.com/pay/APIDEP-3-1"_s)});
    }

    void aLinkThatLeadsElsewhereIsNotOpenedUnsaid_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("mayOpen");
        const QString refused = u"The payment link is not an https address"_s;
        QTest::newRow("http") << u"http://otpzap.com/pay/1"_s << refused << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << refused << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << refused << false;
        QTest::newRow("host in front") << u"https://otpzap.com@evil.example/pay"_s << refused << false;
        QTest::newRow("another site") << u"https://evil.example/otpzap.com"_s
                                      << u"This opens evil.example, which is not a site of OTPZap"_s << true;
        QTest::newRow("look-alike end")
            << u"https://nototpzap.com/pay"_s << u"This opens nototpzap.com, which is not"_s << true;
        QTest::newRow("look-alike letters")
            << u"https://\u043etpzap.com/pay"_s << u"This opens xn--"_s << true;
        QTest::newRow("of its own") << u"https://pay.otpzap.com/1"_s
                                    << u"This opens pay.otpzap.com in your browser:"_s << true;
    }
    void aLinkThatLeadsElsewhereIsNotOpenedUnsaid()
    {
        QFETCH(QString, link);
        QFETCH(QString, said);
        QFETCH(bool, mayOpen);
        QVERIFY(show());
        TopUpReport report = bench().invoice();
        report.paymentUrl = QUrl(link);
        bench().desk.creates.answer(report);
        QVERIFY(bench().create());
        QTRY_VERIFY(press(u"openPaymentPageButton"_s));
        QVERIFY2(bar().startsWith(said), qPrintable(bar()));
        QCOMPARE(press(u"messageAction1"_s), mayOpen);
        QCOMPARE(m_opened.size(), mayOpen ? 1 : 0);
    }

    void aLongLinkDoesNotWidenTheWindow()
    {
        QVERIFY(show());
        m_tab->view->resize(720, 480);
        TopUpReport report = bench().invoice();
        report.paymentUrl = QUrl(u"https://otpzap.com/pay/"_s + QString(2000, u'n'));
        bench().desk.creates.answer(report);
        QVERIFY(bench().create());
        QTRY_VERIFY(press(u"openPaymentPageButton"_s));
        QVERIFY(bar().contains(u"https://otpzap.com/pay/nnn"));
        QCoreApplication::processEvents();
        QVERIFY2(m_tab->view->minimumSizeHint().width() <= 720,
                 qPrintable(QString::number(m_tab->view->minimumSizeHint().width())));
    }

    void aPaymentIsSaidAndTheBalanceRefreshed()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        QTRY_VERIFY(find(u"totalToPay"_s));
        QTRY_VERIFY(bench().accounts.at(0).balance);
        bench().clock.skip(10s);
        QTRY_COMPARE(bench().desk.checks.waiting(), 1);
        QSignalSpy changed(&bench().accounts, &AccountList::changed);
        bench().desk.checks.settle(TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(bar(), u"Rp\u00a050,000 was added to Main."_s);
        QVERIFY(changed.count() > 0);
        QVERIFY(!find(u"openPaymentPageButton"_s));
        QVERIFY(!find(u"createAgainButton"_s));
    }

    void whatIsTooLateIsNotPaidAnyMore()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        QTRY_VERIFY(find<HeroCode>(u"totalToPay"_s));
        bench().desk.checks.answer(TopUpBench::error(ErrorKind::Unreachable));
        bench().clock.skip(29min);
        QCOMPARE(find<HeroCode>(u"totalToPay"_s)->code(), u"50017"_s);
        bench().clock.skip(61s);
        QTRY_COMPARE(find<HeroCode>(u"totalToPay"_s)->code(), QString());
        QVERIFY(text(u"totalExplanation"_s).contains(u"still asked whether it was paid in time"));
        QVERIFY(!press(u"copyAmountButton"_s));
        QVERIFY(!press(u"openPaymentPageButton"_s));
    }

    void anExpiredInvoiceOffersANewOne()
    {
        QVERIFY(show());
        QVERIFY(bench().pending());
        bench().clock.skip(10s);
        QTRY_COMPARE(bench().desk.checks.waiting(), 1);
        bench().desk.checks.settle(TopUpBench::reportOf(TopUpStatus::Expired));
        QTRY_VERIFY(find(u"createAgainButton"_s));
        QCOMPARE(find<HeroCode>(u"totalToPay"_s)->code(), QString());
        QCOMPARE(find<HeroCode>(u"totalToPay"_s)->spokenText(), u"Do not pay this invoice any more"_s);
        QVERIFY(!find(u"copyAmountButton"_s));
        QVERIFY(press(u"createAgainButton"_s));
        QTRY_COMPARE(bench().desk.creates.calls, 2);
        QCOMPARE(bench().desk.amounts[1], TopUpBench::rupiah(50000));
        QVERIFY(bench().desk.keys[0] != bench().desk.keys[1]);
        QTRY_COMPARE(m_tab->view->currentTopUp().row(), 0);
    }

    void aRefusalShowsTheProvidersWords()
    {
        QVERIFY(show());
        ApiError refusal = TopUpBench::error(ErrorKind::BadRequest);
        refusal.detail = u"<b>limit</b> reached"_s;
        bench().desk.creates.answer(refusal);
        enter(u"50000"_s);
        QVERIFY(press(u"createInvoice"_s));
        QTRY_VERIFY(bar().startsWith(u"OTPZap did not make the invoice of Rp\u00a050,000."));
        QCOMPARE(text(u"totalExplanation"_s), u"OTPZap did not make this invoice: <b>limit</b> reached"_s);
        QCOMPARE(find<QLabel>(u"totalExplanation"_s)->textFormat(), Qt::PlainText);
    }

    void elsewhereTheWebsiteIsTheWay()
    {
        QVERIFY(show());
        Account other = bench().account;
        other.id = u"other"_s;
        other.providerId = u"whichotp"_s;
        other.label = u"Spare"_s;
        QVERIFY(bench().save(other));
        QTRY_VERIFY(bench().accounts.provider(u"other"_s));
        QVERIFY(find(u"topUpAmount"_s)); // the one that takes top-ups stays chosen
        auto *accounts = find<QComboBox>(u"topUpAccount"_s);
        accounts->setCurrentIndex(accounts->findText(u"Spare"_s));
        QVERIFY(!find(u"topUpAmount"_s));
        QVERIFY(!find(u"createInvoice"_s));
        auto *open = find<QPushButton>(u"emptyPrimary"_s);
        QVERIFY(open);
        QCOMPARE(open->accessibleName(), u"Open website"_s);
        QVERIFY(open->parentWidget()->accessibleName().contains(u"whichotp.com"));
        QVERIFY(press(u"emptyPrimary"_s));
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://whichotp.com"_s)});

        QTRY_VERIFY(bench().accounts.find(u"other"_s)->balance);
        QVERIFY(press(u"emptySecondary"_s)); // the balance, which changes the account
        QTRY_VERIFY(!bench().accounts.find(u"other"_s)->balanceLoading);
        QVERIFY(find(u"emptySecondary"_s)->hasFocus());
        accounts->setCurrentIndex(accounts->findText(u"Main"_s));
        QVERIFY(find(u"topUpAmount"_s));
    }

    void aMissingKeyIsAskedFor()
    {
        m_tab = std::make_unique<Tab>(*m_bench);
        QVERIFY(m_bench->open());
        bench().accounts.start({bench().account}); // known from before, its key is not
        QSignalSpy wanted(&m_tab->controller, &TopUpsController::editAccountRequested);
        QTRY_VERIFY(find<QPushButton>(u"emptyPrimary"_s) &&
                    find<QPushButton>(u"emptyPrimary"_s)->accessibleName() == u"Edit account"_s);
        QVERIFY(press(u"emptyPrimary"_s));
        QCOMPARE(wanted.value(0).value(0).toString(), bench().account.id);
    }

    void whatIsPaidBeforeTheTabIsSeenIsSaidThere()
    {
        QVERIFY(bench().start());
        AccountModel accounts(bench().accounts);
        Clipboard clipboard(bench().clock);
        TopUpsController controller(bench().engine, bench().model, bench().accounts, accounts, clipboard,
                                    bench().clock);
        QVERIFY(bench().pending());
        bench().clock.skip(10s);
        QTRY_COMPARE(bench().desk.checks.waiting(), 1);
        QSignalSpy paid(&bench().engine, &TopUpEngine::paid);
        bench().desk.checks.settle(TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(paid.count(), 1);
        const std::unique_ptr<TopUpsView> view(controller.createView(nullptr));
        view->show();
        QCOMPARE(view->messages().text(), u"Rp\u00a050,000 was added to Main."_s);
    }
};

QTEST_MAIN(TopUpsTabTest)
#include "tst_topupstab.moc"
