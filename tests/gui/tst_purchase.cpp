#include "models/text/format.h"
#include "providers/registry.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/domainmodel.h"
#include "ui/purchase/newinboxdialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Money rupiah(int amount)
{
    return Money::fromUnits(amount * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
}

Offer inbox(const QString &domain, int price, int stock = 50)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"s3"_s;
    offer.service = offer.serviceId = u"openai.com"_s;
    offer.variant = offer.variantId = domain;
    offer.price = rupiah(price);
    offer.cancelFee = rupiah(price / 10);
    offer.stock = stock;
    return offer;
}

Offer rental(std::chrono::hours duration, int price)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.line = u"rental2"_s;
    offer.country = u"Canada"_s;
    offer.countryIso = u"CA"_s;
    offer.variant = u"Server 2"_s;
    offer.variantId = u"2"_s;
    offer.duration = duration;
    offer.price = Money::fromUnits(price * Money::UnitsPerMain, Currency::fromCode(u"PKR"));
    return offer;
}

/// Sells inboxes; the test answers.
class Shelves : public Shop
{
public:
    std::optional<Shelf> shelfOfSite(const QString &site) const override
    {
        return site.contains(u'.') ? std::optional(Shelf{OfferKind::Email, site, {}, {}, {}, {}})
                                   : std::nullopt;
    }
    Async<ShelfPage> browse(const Shelf &shelf, Priority) override
    {
        asked.append(shelf.path);
        return readyResult<ShelfPage>(page);
    }
    Async<QList<Offer>> refresh(const Offer &) override
    {
        return failedResult<QList<Offer>>(ErrorKind::Refused);
    }
    Async<OrderReport> buy(const Purchase &) override { return no(); }
    Async<OrderReport> check(const Order &, Priority) override { return no(); }
    Async<OrderReport> cancel(const Order &) override { return no(); }
    Async<OrderReport> finish(const Order &) override { return no(); }
    Async<OrderReport> resend(const Order &) override { return no(); }
    Async<OrderReport> replace(const Order &, const QString &) override { return no(); }
    OrderActions actions(const Order &, const QDateTime &) const override { return {}; }

    QStringList asked;
    Result<ShelfPage> page = ShelfPage{{inbox(u"gmail.com"_s, 1500), inbox(u"gmx.com"_s, 900)}, {}};

private:
    static Async<OrderReport> no() { return failedResult<OrderReport>(ErrorKind::Refused); }
};

template <typename W>
W *part(const QWidget &of, const QString &name)
{
    W *found = of.findChild<W *>(name);
    Q_ASSERT(found);
    return found;
}

} // namespace

/// The dialogs before a purchase, for what is not a number.
class PurchaseTest : public QObject
{
    Q_OBJECT

private:
    /// As it is once the person has had a look.
    std::unique_ptr<ConfirmPurchaseDialog> confirm(const QString &provider, const Offer &offer)
    {
        auto dialog =
            std::make_unique<ConfirmPurchaseDialog>(u"a"_s, u"Mine"_s, findProvider(provider)->info(), offer);
        dialog->show();
        QCoreApplication::processEvents();
        return dialog;
    }
    std::unique_ptr<NewInboxDialog> choose(Shelves &shelves)
    {
        const QList<NewInboxDialog::Account> accounts{{u"a"_s, u"Mine"_s, findProvider(u"otpzap"_s)->info()}};
        auto dialog = std::make_unique<NewInboxDialog>(
            accounts, [&shelves](const QString &) { return &shelves; },
            [](const QString &) {
                return QStringList{u"discord.com"_s, u"openai.com"_s};
            });
        dialog->show();
        return dialog;
    }
    void showDomains(NewInboxDialog &dialog, const QString &site)
    {
        part<QComboBox>(dialog, u"inboxSite"_s)->setEditText(site);
        QTest::mouseClick(part<QPushButton>(dialog, u"showDomains"_s), Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(0); }

    void severalInboxesCostSeveralTimes()
    {
        const auto dialog = confirm(u"otpzap"_s, inbox(u"gmail.com"_s, 1500));
        dialog->setBalance(rupiah(5000));
        dialog->showOffers({inbox(u"gmail.com"_s, 1500)});
        part<QSpinBox>(*dialog, u"purchaseQuantity"_s)->setValue(3);
        QCOMPARE(part<QLabel>(*dialog, u"balanceAfter"_s)->text(), format::money(rupiah(500)));
        QVERIFY(part<QLabel>(*dialog, u"purchasePrice"_s)->text().contains(u"4,500"_s));
        QVERIFY(part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
        part<QSpinBox>(*dialog, u"purchaseQuantity"_s)->setValue(4);
        QVERIFY(!part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
        QVERIFY(part<QLabel>(*dialog, u"purchaseNote"_s)
                    ->text()
                    .contains(format::money(rupiah(1000)))); // is missing
    }

    void wishesGoOutWithThePurchase()
    {
        const auto dialog = confirm(u"otpzap"_s, inbox(u"gmail.com"_s, 1500));
        dialog->showOffers({inbox(u"gmail.com"_s, 1500)});
        QSignalSpy confirmed(dialog.get(), &ConfirmPurchaseDialog::purchaseConfirmed);
        part<QSpinBox>(*dialog, u"purchaseQuantity"_s)->setValue(2);
        part<QLineEdit>(*dialog, u"purchaseSubject"_s)->setText(u" code "_s);
        part<QLineEdit>(*dialog, u"purchaseRegex"_s)->setText(u"[0-9"_s);
        QVERIFY(!part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled()); // that is no pattern
        part<QLineEdit>(*dialog, u"purchaseRegex"_s)->setText(u"[0-9]{6}"_s);
        QTest::mouseClick(part<QPushButton>(*dialog, u"buyNow"_s), Qt::LeftButton);
        QCOMPARE(confirmed.count(), 1);
        const auto options = confirmed[0][2].value<PurchaseOptions>();
        QCOMPARE(options, (PurchaseOptions{
                              .quantity = 2, .domains = {}, .subject = u"code"_s, .regex = u"[0-9]{6}"_s}));
    }

    void noMoreThanThereAre()
    {
        const auto dialog = confirm(u"otpzap"_s, inbox(u"gmail.com"_s, 100, 2));
        dialog->showOffers({inbox(u"gmail.com"_s, 100, 2)});
        part<QSpinBox>(*dialog, u"purchaseQuantity"_s)->setValue(3);
        QVERIFY(!part<QPushButton>(*dialog, u"buyNow"_s)->isEnabled());
    }

    void ofSeveralDomainsTheDearestIsThePrice()
    {
        const auto dialog = confirm(u"otpzap"_s, inbox(u"gmx.com"_s, 900));
        dialog->setOptions({.quantity = 1, .domains = {u"gmx.com"_s, u"gmail.com"_s}});
        dialog->showOffers(
            {inbox(u"gmx.com"_s, 900), inbox(u"gmail.com"_s, 1500), inbox(u"mail.com"_s, 9000)});
        QVERIFY(
            part<QLabel>(*dialog, u"purchasePrice"_s)->text().contains(u"1,500"_s)); // mail.com is not wished
        QVERIFY(part<QLabel>(*dialog, u"purchaseDomains"_s)->text().contains(u"gmx.com, gmail.com"_s));
        QVERIFY(!part<QComboBox>(*dialog, u"purchaseVariant"_s)->isVisible());
    }

    void feeIsToldBeforehand()
    {
        const auto dialog = confirm(u"otpzap"_s, inbox(u"gmail.com"_s, 1500));
        dialog->showOffers({inbox(u"gmail.com"_s, 1500)});
        const QString refund = part<QLabel>(*dialog, u"cancelRule"_s)->text();
        QVERIFY2(refund.contains(format::money(rupiah(1350))) && refund.contains(format::money(rupiah(150))),
                 qPrintable(refund));
    }

    void rentalIsChosenByItsTimeAndCannotBeGivenBack()
    {
        const auto dialog = confirm(u"otpget"_s, rental(720h, 840));
        dialog->showOffers({rental(720h, 840), rental(4320h, 5040)});
        auto *lengths = part<QComboBox>(*dialog, u"purchaseVariant"_s);
        QVERIFY(lengths->isVisible());
        QVERIFY(lengths->itemText(1).startsWith(u"180 days"_s));
        lengths->setCurrentIndex(1);
        QVERIFY(part<QLabel>(*dialog, u"purchasePrice"_s)->text().contains(u"5,040"_s));
        QVERIFY(part<QLabel>(*dialog, u"cancelRule"_s)->text().contains(u"cannot be given back"_s));
        QVERIFY(!part<QSpinBox>(*dialog, u"purchaseQuantity"_s)->isVisible());
    }

    void renewalSaysUntilWhen()
    {
        const auto dialog = confirm(u"otpget"_s, rental(720h, 840));
        const QDateTime until(QDate(2026, 4, 9), QTime(12, 0), Qt::UTC);
        dialog->setRenewal(u"+1 343 433 7545"_s, until);
        dialog->showOffers({rental(720h, 840), rental(4320h, 5040)});
        const auto date = [](const QDateTime &at) {
            return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
        };
        QVERIFY(part<QLabel>(*dialog, u"renewedUntil"_s)->text().contains(date(until.addDays(30))));
        part<QComboBox>(*dialog, u"purchaseVariant"_s)->setCurrentIndex(1);
        QVERIFY(part<QLabel>(*dialog, u"renewedUntil"_s)->text().contains(date(until.addDays(180))));
        QCOMPARE(part<QPushButton>(*dialog, u"buyNow"_s)->accessibleName(), u"Renew now"_s);
    }

    void anySiteShowsItsDomainsCheapestFirst()
    {
        Shelves shelves;
        const auto dialog = choose(shelves);
        auto *table = part<QTableView>(*dialog, u"inboxDomains"_s);
        const QAbstractItemModelTester tester(table->model());
        showDomains(*dialog, u"example.org"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(shelves.asked, QStringList{u"example.org"_s});
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"gmx.com"_s);
        QSignalSpy chosen(dialog.get(), &NewInboxDialog::chosen);
        QTest::mouseClick(part<QPushButton>(*dialog, u"chooseInbox"_s), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][1].value<Offer>().variantId, u"gmx.com"_s);
        QVERIFY(chosen[0][2].value<PurchaseOptions>().domains.isEmpty());
    }

    void tickedDomainsAreAllAskedFor()
    {
        Shelves shelves;
        const auto dialog = choose(shelves);
        auto *table = part<QTableView>(*dialog, u"inboxDomains"_s);
        showDomains(*dialog, u"openai.com"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        for (int row : {0, 1})
            QVERIFY(table->model()->setData(table->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole));
        QSignalSpy chosen(dialog.get(), &NewInboxDialog::chosen);
        QTest::mouseClick(part<QPushButton>(*dialog, u"chooseInbox"_s), Qt::LeftButton);
        QCOMPARE(chosen[0][2].value<PurchaseOptions>().domains, (QStringList{u"gmx.com"_s, u"gmail.com"_s}));
    }

    void anotherSiteOutdatesWhatIsShown()
    {
        Shelves shelves;
        const auto dialog = choose(shelves);
        auto *table = part<QTableView>(*dialog, u"inboxDomains"_s);
        showDomains(*dialog, u"openai.com"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        part<QComboBox>(*dialog, u"inboxSite"_s)->setEditText(u"discord.com"_s);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!part<QPushButton>(*dialog, u"chooseInbox"_s)->isEnabled());
    }

    void whatIsNoSiteIsSaidSo()
    {
        Shelves shelves;
        const auto dialog = choose(shelves);
        showDomains(*dialog, u"not a site"_s);
        QVERIFY(part<QLabel>(*dialog, u"newInboxNote"_s)->text().contains(u"not a site"_s));
        QVERIFY(shelves.asked.isEmpty());
    }

    void refusalIsSaidAndNothingCanBeChosen()
    {
        Shelves shelves;
        ApiError error;
        error.kind = ErrorKind::WrongKey;
        shelves.page = error;
        const auto dialog = choose(shelves);
        showDomains(*dialog, u"openai.com"_s);
        QTRY_VERIFY(part<QLabel>(*dialog, u"newInboxNote"_s)->text().contains(u"OTPZap"_s));
        QVERIFY(!part<QPushButton>(*dialog, u"chooseInbox"_s)->isEnabled());
    }

    /// Rows that go with the dialog are nobody's business any more.
    void dialogWithRowsClosesInPeace()
    {
        Shelves shelves;
        auto dialog = choose(shelves);
        showDomains(*dialog, u"openai.com"_s);
        QTRY_COMPARE(part<QTableView>(*dialog, u"inboxDomains"_s)->model()->rowCount(), 2);
        dialog.reset();
    }
};

QTEST_MAIN(PurchaseTest)
#include "tst_purchase.moc"
