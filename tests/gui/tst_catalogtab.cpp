#include "models/catalog/catalog.h"
#include "models/catalog/catalogloader.h"
#include "ui/catalog/catalogcontroller.h"
#include "ui/catalog/catalogview.h"
#include "ui/kit/emptystate.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/purchasecontroller.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Blank = CatalogView::Blank;

namespace {

const Currency Usd = Currency::fromCode(u"USD");

Money usd(qint64 cents)
{
    return Money::fromUnits(cents * 100, Usd);
}

Offer offer(const QString &service, const QString &country, qint64 cents)
{
    Offer o;
    o.service = service;
    o.country = country;
    o.price = usd(cents);
    return o;
}

ApiError error(ErrorKind kind)
{
    ApiError e;
    e.kind = kind;
    return e;
}

/// One shelf, and answers to refresh() when told to.
class FakeShop : public Shop
{
public:
    Result<ShelfPage> shelf = ShelfPage();
    int browsed = 0;
    std::vector<QPromise<Result<QList<Offer>>>> checks;
    QList<Offer> checked;

    Async<ShelfPage> browse(const Shelf &, Priority) override
    {
        ++browsed;
        return readyResult(shelf);
    }
    Async<QList<Offer>> refresh(const Offer &one) override
    {
        checked.append(one);
        checks.emplace_back().start();
        return checks.back().future();
    }
    void answer(Result<QList<Offer>> result)
    {
        checks.back().addResult(std::move(result));
        checks.back().finish();
    }
    Async<OrderReport> buy(const Purchase &) override { return no(); }
    Async<OrderReport> check(const Order &, Priority) override { return no(); }
    Async<OrderReport> cancel(const Order &) override { return no(); }
    Async<OrderReport> finish(const Order &) override { return no(); }
    Async<OrderReport> resend(const Order &) override { return no(); }
    Async<OrderReport> replace(const Order &, const QString &) override { return no(); }
    OrderActions actions(const Order &, const QDateTime &) const override { return {}; }

private:
    static Async<OrderReport> no() { return readyResult<OrderReport>(error(ErrorKind::NotSupported)); }
};

/// The tab with everything around it but the network.
struct Tab
{
    Tab()
    {
        info.name = u"OTPZap"_s;
        info.shops.insert(OfferKind::Number, {.cancelCooldown = std::chrono::minutes(2),
                                              .cancelRule = CancelRule::AfterCooldown});
        view.resize(900, 600);
        view.show();
        QObject::connect(&controller, &CatalogController::buyRequested, &purchases,
                         [this](const QString &id, const Offer &one) { purchases.confirm(id, one); });
        QObject::connect(&purchases, &PurchaseController::offerSeen, &view,
                         [this](const QString &id, const Offer &one) { catalog.noteOffer(id, one); });
        QObject::connect(&purchases, &PurchaseController::purchaseConfirmed, &view,
                         [this](const QString &, const Offer &one) { bought.append(one); });
    }
    void load(const QList<Offer> &offers)
    {
        catalog.setAccount({u"a"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
        shop.shelf = ShelfPage{offers, {}};
        QSignalSpy finished(&loader, &CatalogLoader::finished);
        controller.refresh();
        QTRY_COMPARE(finished.count(), 1);
    }
    /// Opens the dialog for the first row, and waits for its question to the provider.
    ConfirmPurchaseDialog *open()
    {
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Return);
        return dialog();
    }
    ConfirmPurchaseDialog *dialog() const
    {
        const auto all = view.findChildren<ConfirmPurchaseDialog *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    QTableView *table() const { return view.findChild<QTableView *>(); }
    QLineEdit *search() const { return view.findChild<QLineEdit *>(u"searchOffers"_s); }
    template <typename W>
    static W *part(const QWidget &of, const QString &name)
    {
        return of.findChild<W *>(name);
    }

    ProviderInfo info;
    std::optional<Money> balance = usd(1000);
    FakeShop shop;
    Catalog catalog;
    CatalogLoader loader{catalog, [this](const QString &, OfferKind kind) {
                             return kind == OfferKind::Number ? &shop : nullptr;
                         }};
    CatalogView view;
    QList<Offer> bought;
    CatalogController controller{catalog, loader, view};
    PurchaseController purchases{
        {[this](const QString &, OfferKind kind) { return kind == OfferKind::Number ? &shop : nullptr; },
         [this](const QString &) { return &info; }, [](const QString &) { return u"Main"_s; },
         [this](const QString &) { return balance; }, [](const QString &) { return SpendLimits(); },
         [](const QString &) { return readyResult<Money>(usd(0)); }},
        view};
};

} // namespace

class CatalogTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(0); } // as if everybody waited

    void assistiveTechnologyFindsEverything()
    {
        Tab tab;
        QStringList names;
        for (const QWidget *widget : tab.view.findChildren<QWidget *>()) {
            if (!widget->accessibleName().isEmpty())
                names.append(widget->accessibleName());
            const bool interactive =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget);
            if (interactive && widget->objectName().startsWith(u"catalog"_s))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        for (const QString &name : {u"Search offers"_s, u"Kind"_s, u"Country"_s, u"Provider filter"_s,
                                    u"Offers"_s, u"Buy"_s, u"Refresh offers"_s, u"Stop"_s, u"Add account"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        tab.load({offer(u"A"_s, {}, 1)});
        ConfirmPurchaseDialog *dialog = tab.open();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Confirm purchase"_s);
        QCOMPARE(Tab::part<QPushButton>(*dialog, u"buyNow"_s)->accessibleName(), u"Buy now"_s);
        QCOMPARE(Tab::part<QPushButton>(*dialog, u"cancelPurchase"_s)->accessibleName(), u"Cancel"_s);
    }

    void eachBlankSaysWhatToDoNext()
    {
        Tab tab;
        QCOMPARE(tab.view.blank(), Blank::NoAccount);
        QSignalSpy add(&tab.controller, &CatalogController::addAccountRequested);
        tab.view.findChild<EmptyState *>()->primaryButton()->click();
        QCOMPARE(add.count(), 1);
        tab.catalog.setAccount({u"a"_s, u"otpzap"_s, {}, u"OTPZap"_s});
        QCOMPARE(tab.view.blank(), Blank::NothingLoaded);
        tab.shop.shelf = error(ErrorKind::ServiceDown);
        tab.view.findChild<EmptyState *>()->primaryButton()->click();
        QCOMPARE(tab.view.blank(), Blank::Loading);
        QVERIFY(Tab::part<QPushButton>(tab.view, u"stopLoading"_s)->isVisible());
        QTRY_COMPARE(tab.view.blank(), Blank::Failed);
        QVERIFY(!Tab::part<QPushButton>(tab.view, u"stopLoading"_s)->isVisible());
        tab.load({offer(u"WhatsApp"_s, {}, 1)});
        QCOMPARE(tab.view.blank(), Blank::None);
        tab.search()->setText(u"nothing"_s);
        QCOMPARE(tab.view.blank(), Blank::NothingMatches);
        tab.view.findChild<EmptyState *>()->primaryButton()->click();
        QCOMPARE(tab.view.blank(), Blank::None);
        QVERIFY(tab.search()->text().isEmpty());
    }

    void aFailedLoadKeepsItsRowsAndCanBeRetried()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 1)});
        tab.shop.shelf = error(ErrorKind::ServiceDown);
        tab.controller.refresh();
        QTRY_VERIFY(tab.view.messageBar()->isVisible());
        QCOMPARE(tab.table()->model()->rowCount(), 1);
        tab.shop.shelf = ShelfPage{{offer(u"B"_s, {}, 1)}, {}};
        QPushButton *retry = nullptr;
        for (QPushButton *button : tab.view.messageBar()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == u"Retry"_s)
                retry = button;
        }
        QVERIFY(retry);
        retry->click();
        QTRY_COMPARE(tab.table()->model()->index(0, 0).data().toString(), u"B"_s);
        QVERIFY(!tab.view.messageBar()->isVisible());
    }

    void choicesNarrowTheTable()
    {
        Tab tab;
        Offer mail = offer(u"Gmail"_s, {}, 1);
        mail.kind = OfferKind::Email;
        tab.load({offer(u"WhatsApp"_s, u"England"_s, 1), offer(u"Telegram"_s, u"Pakistan"_s, 1), mail});
        auto *country = Tab::part<QComboBox>(tab.view, u"countryFilter"_s);
        auto *kind = Tab::part<QComboBox>(tab.view, u"kindFilter"_s);
        auto *provider = Tab::part<QComboBox>(tab.view, u"providerFilter"_s);
        QTRY_COMPARE(country->count(), 3);
        country->setCurrentText(u"United Kingdom"_s);
        QCOMPARE(tab.table()->model()->rowCount(), 1);
        country->setCurrentIndex(0);
        kind->setCurrentText(u"E-mail"_s);
        QCOMPARE(tab.table()->model()->rowCount(), 1);
        kind->setCurrentIndex(0);
        provider->setCurrentText(u"OTPZap"_s);
        QCOMPARE(tab.table()->model()->rowCount(), 3);
        // The account goes away: so does the choice that named it.
        tab.catalog.setAccount({u"b"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        tab.catalog.removeAccount(u"a"_s);
        QCOMPARE(provider->currentIndex(), 0);
        QVERIFY(tab.view.filters().filter().isEmpty());
    }

    void lettersTypedInTheTableSearch()
    {
        Tab tab;
        tab.load({offer(u"WhatsApp"_s, {}, 1), offer(u"Telegram"_s, {}, 1)});
        tab.table()->setFocus();
        QTest::keyClicks(tab.table(), u"t"_s);
        QCOMPARE(tab.search()->text(), u"t"_s);
        QTest::keyClicks(tab.search(), u"ele"_s);
        QCOMPARE(tab.table()->model()->rowCount(), 1);
        QTest::keyClick(tab.search(), Qt::Key_Down);
        QCOMPARE(tab.view.currentRow(), 0);
    }

    void onlyWhatIsForSaleCanBeBought()
    {
        Tab tab;
        Offer out = offer(u"A"_s, {}, 1);
        out.stock = 0;
        tab.load({out, offer(u"B"_s, {}, 1)});
        auto *buy = Tab::part<QPushButton>(tab.view, u"buyOffer"_s);
        QVERIFY(!buy->isEnabled());
        tab.table()->selectRow(0);
        QVERIFY(!buy->isEnabled());
        QVERIFY(buy->toolTip().contains(u"stock"_s));
        QTest::keyClick(tab.table(), Qt::Key_Return);
        QVERIFY(!tab.dialog());
        tab.table()->selectRow(1);
        QVERIFY(buy->isEnabled());
        // It sells out while it is selected.
        Offer gone = offer(u"B"_s, {}, 1);
        gone.stock = 0;
        tab.catalog.putShelf(u"a"_s, {}, {out, gone});
        QVERIFY(!buy->isEnabled());
    }

    void buyNowWaitsForTheProvidersAnswer()
    {
        Tab tab;
        tab.load({offer(u"A"_s, u"Pakistan"_s, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        QVERIFY(dialog);
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        QCOMPARE(tab.shop.checked.size(), 1);
        QVERIFY(!buy->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(tab.bought.isEmpty());
        tab.shop.answer(QList<Offer>{offer(u"A"_s, u"Pakistan"_s, 150)});
        QTRY_VERIFY(buy->isEnabled());
        QCOMPARE(Tab::part<QLabel>(*dialog, u"balanceAfter"_s)->text(), u"$8.50"_s);
        QVERIFY(Tab::part<QLabel>(*dialog, u"cancelRule"_s)->text().contains(u"2 minutes"_s));
        buy->click();
        QCOMPARE(tab.bought.size(), 1);
        QVERIFY(!dialog->isVisible());
    }

    void clickedTwiceItBuysOnce()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 150)});
        QTRY_VERIFY(buy->isEnabled());
        QTest::mouseDClick(buy, Qt::LeftButton);
        QTest::mouseClick(buy, Qt::LeftButton);
        QTest::keyClick(buy, Qt::Key_Return);
        Q_EMIT buy->clicked();
        QCOMPARE(tab.bought.size(), 1);
    }

    void aKeyHeldDownAnswersNothing()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 150)});
        QTRY_VERIFY(buy->isEnabled());
        for (const int key : {int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Space)}) {
            for (QWidget *target : std::initializer_list<QWidget *>{dialog, buy}) {
                QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, u"\r"_s, true);
                QCoreApplication::sendEvent(target, &held);
                QKeyEvent released(QEvent::KeyRelease, key, Qt::NoModifier);
                QCoreApplication::sendEvent(target, &released);
            }
        }
        QVERIFY(tab.bought.isEmpty());
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return); // a fresh press does
        QCOMPARE(tab.bought.size(), 1);
    }

    void aChangedPriceIsSaidAndTakenOver()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 175)});
        auto *note = Tab::part<QLabel>(*dialog, u"purchaseNote"_s);
        QTRY_VERIFY(note->text().contains(u"$1.50"_s) && note->text().contains(u"$1.75"_s));
        QCOMPARE(tab.catalog.at(0).price, usd(175));
        Tab::part<QPushButton>(*dialog, u"buyNow"_s)->click();
        QCOMPARE(tab.bought.value(0).price, usd(175));
    }

    void whatCannotBeBoughtSaysWhy_data()
    {
        QTest::addColumn<QList<Offer>>("answer");
        QTest::addColumn<qint64>("balance");
        QTest::addColumn<QString>("word");
        Offer sold = offer(u"A"_s, {}, 150);
        sold.available = false;
        QTest::newRow("no longer sold") << QList<Offer>{} << qint64(1000) << u"no longer sold"_s;
        QTest::newRow("sold out") << QList<Offer>{sold} << qint64(1000) << u"Sold out"_s;
        QTest::newRow("too little money")
            << QList<Offer>{offer(u"A"_s, {}, 150)} << qint64(149) << u"$0.01"_s;
    }
    void whatCannotBeBoughtSaysWhy()
    {
        QFETCH(QList<Offer>, answer);
        QFETCH(qint64, balance);
        QFETCH(QString, word);
        Tab tab;
        tab.balance = usd(balance);
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.answer(answer);
        QTRY_VERIFY(Tab::part<QLabel>(*dialog, u"purchaseNote"_s)->text().contains(word));
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        QVERIFY(!buy->isEnabled());
        Q_EMIT buy->clicked();
        QVERIFY(tab.bought.isEmpty());
    }

    void aNewBalanceAllowsThePurchase()
    {
        Tab tab;
        tab.balance = usd(1);
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 150)});
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        QTRY_VERIFY(!Tab::part<QWidget>(*dialog, u"purchaseBusy"_s)->isVisible());
        QVERIFY(!buy->isEnabled());
        tab.balance = usd(150);
        tab.purchases.noteBalance(u"a"_s);
        QTRY_VERIFY(buy->isEnabled());
    }

    void anUnknownPriceIsSaidInWordsAndCanBeBought()
    {
        Tab tab;
        Offer priceless = offer(u"A"_s, {}, 0);
        priceless.price.reset();
        tab.load({priceless});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.answer(QList<Offer>{priceless});
        QTRY_VERIFY(Tab::part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
        QCOMPARE(Tab::part<QLabel>(*dialog, u"purchasePrice"_s)->text(), u"Price unknown"_s);
        QVERIFY(Tab::part<QLabel>(*dialog, u"purchaseNote"_s)->text().contains(u"does not say the price"_s));
    }

    void aFailedCheckCanBeTriedAgain()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.answer(error(ErrorKind::Unreachable));
        auto *again = Tab::part<QPushButton>(*dialog, u"checkAgain"_s);
        QTRY_VERIFY(again->isVisible());
        QVERIFY(!Tab::part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
        again->click();
        QCOMPARE(tab.shop.checked.size(), 2);
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 150)});
        QTRY_VERIFY(Tab::part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
        QVERIFY(!again->isVisible());
    }

    void aProviderThatGoesAwayDoesNotLeaveTheDialogWaiting()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        tab.shop.checks.clear();
        QTRY_VERIFY(Tab::part<QPushButton>(*dialog, u"checkAgain"_s)->isVisible());
    }

    void theChosenVariantIsWhatIsBought()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150)});
        ConfirmPurchaseDialog *dialog = tab.open();
        Offer pool = offer(u"A"_s, {}, 1200);
        pool.variant = u"Pool 2"_s;
        pool.successRate = 85;
        tab.shop.answer(QList<Offer>{offer(u"A"_s, {}, 150), pool});
        auto *variant = Tab::part<QComboBox>(*dialog, u"purchaseVariant"_s);
        auto *buy = Tab::part<QPushButton>(*dialog, u"buyNow"_s);
        QTRY_COMPARE(variant->count(), 2);
        QVERIFY(variant->itemText(1).contains(u"Pool 2"_s) && variant->itemText(1).contains(u"85"_s));
        variant->setCurrentIndex(1);
        QVERIFY(!buy->isEnabled()); // dearer than the balance
        tab.balance = usd(2000);
        tab.purchases.noteBalance(u"a"_s);
        buy->click();
        QCOMPARE(tab.bought.value(0).variant, u"Pool 2"_s);
    }

    void aLateAnswerToAClosedDialogIsRefused()
    {
        Tab tab;
        tab.load({offer(u"A"_s, {}, 150), offer(u"B"_s, {}, 100)});
        ConfirmPurchaseDialog *first = tab.open();
        Tab::part<QPushButton>(*first, u"cancelPurchase"_s)->click();
        QCOMPARE(first->result(), int(QDialog::Rejected));
        auto late = std::move(tab.shop.checks.back());
        tab.shop.checks.pop_back();
        ConfirmPurchaseDialog *second = tab.open();
        QVERIFY(second && second != first);
        late.addResult(QList<Offer>{offer(u"B"_s, {}, 1)});
        late.finish();
        QCoreApplication::processEvents();
        QVERIFY(!Tab::part<QPushButton>(*second, u"buyNow"_s)->isEnabled());
    }
};

QTEST_MAIN(CatalogTabTest)
#include "tst_catalogtab.moc"
