#include "models/catalog/catalogloader.h"
#include "models/markets/marketmarks.h"
#include "models/rates/ratebook.h"
#include "models/store/journal.h"
#include "providers/types/clock.h"
#include "ui/catalog/catalogcontroller.h"
#include "ui/catalog/catalogview.h"
#include "ui/catalog/choicedelegate.h"
#include "ui/catalog/marketscontroller.h"
#include "ui/catalog/offerdelegate.h"
#include "ui/catalog/ratescontroller.h"
#include "ui/catalog/ratesdialog.h"
#include "ui/kit/elidedlabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using Column = CatalogModel::Column;
using Level = CatalogModel::Level;

namespace {

const Currency Usd = Currency::fromCode(u"USD");
const Currency Idr = Currency::fromCode(u"IDR");

Offer offer(const QString &service, const QString &country, qint64 cents, std::optional<int> stock = {})
{
    Offer one;
    one.service = service;
    one.country = country;
    one.price = Money::fromUnits(cents * 100, Usd);
    one.stock = stock;
    return one;
}

Shelf shelfOf(const QString &path, const QString &iso)
{
    Shelf shelf;
    shelf.path = path;
    shelf.title = path;
    shelf.countryIso = iso;
    return shelf;
}

/// A provider's shelves.
class FakeShop : public Shop
{
public:
    QMap<QString, ShelfPage> pages;
    QStringList asked;

    Async<ShelfPage> browse(const Shelf &shelf, Priority) override
    {
        asked.append(shelf.path);
        return readyResult<ShelfPage>(pages.value(shelf.path));
    }
    Async<QList<Offer>> refresh(const Offer &one) override
    {
        return readyResult<QList<Offer>>(QList<Offer>{one});
    }
    Async<OrderReport> buy(const Purchase &) override { return no(); }
    Async<OrderReport> check(const Order &, Priority) override { return no(); }
    Async<OrderReport> cancel(const Order &) override { return no(); }
    Async<OrderReport> finish(const Order &) override { return no(); }
    Async<OrderReport> resend(const Order &) override { return no(); }
    Async<OrderReport> replace(const Order &, const QString &) override { return no(); }
    OrderActions actions(const Order &, const QDateTime &) const override { return {}; }

private:
    static Async<OrderReport> no()
    {
        ApiError error;
        error.kind = ErrorKind::NotSupported;
        return readyResult<OrderReport>(error);
    }
};

/// The tab with what the person keeps of it: stars, rates, and the way back.
struct Tab
{
    Tab()
    {
        QVERIFY(journal.open().result());
        marks.start();
        catalog.setAccount({u"a"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
        catalog.setAccount({u"b"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
        view.resize(1200, 700);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
    }
    /// WhatsApp of two providers in Pakistan, and of one in India; Telegram in Pakistan.
    void fill()
    {
        catalog.putShelf(u"a"_s, {},
                         {offer(u"WhatsApp"_s, u"Pakistan"_s, 200, 5),
                          offer(u"Telegram"_s, u"Pakistan"_s, 50, 0),
                          offer(u"WhatsApp"_s, u"India"_s, 80, 3)});
        catalog.putShelf(u"b"_s, {}, {offer(u"WhatsApp"_s, u"Pakistan"_s, 150, 7)});
    }

    template <typename Widget>
    Widget *part(const QString &objectName) const
    {
        return view.findChild<Widget *>(objectName);
    }
    QTableView *table() const { return part<QTableView>(u"offersTable"_s); }
    void press(const QString &objectName) const
    {
        QTest::mouseClick(part<QAbstractButton>(objectName), Qt::LeftButton);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QString cell(int row, Column column) const
    {
        return table()->model()->index(row, int(column)).data().toString();
    }
    QVariant data(int row, int role) const { return table()->model()->index(row, 0).data(role); }
    /// "W" for a market, "-W" for an offer below one, "w" for an offer in a list.
    QString lines() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const QString letter = cell(row, Column::Service).left(1);
            switch (static_cast<Level>(data(row, CatalogModel::LevelRole).toInt())) {
            case Level::Offer:
                all.append(letter.toLower());
                break;
            case Level::Market:
                all.append(letter);
                break;
            case Level::MarketsOffer:
                all.append(u'-' + letter);
                break;
            }
        }
        return all.join(u' ');
    }
    /// Clicks on a sign in the row's first cell.
    void click(int row, QRect (*sign)(const QRect &, Qt::LayoutDirection)) const
    {
        const QRect rect = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          sign(rect, table()->layoutDirection()).center());
    }
    static int countAt(const QComboBox &combo, const QString &text)
    {
        const QVariant count = combo.itemData(combo.findText(text), ChoiceDelegate::CountRole);
        return count.isValid() ? count.toInt() : -1;
    }
    /// As a person chooses it.
    void chooseCurrency(const QString &beginning) const
    {
        auto *combo = part<QComboBox>(u"displayCurrency"_s);
        const int index = combo->findText(beginning, Qt::MatchStartsWith);
        QVERIFY(index >= 0);
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
    void knowRupiah()
    {
        ratesControl.setCurrencies({Usd, Idr});
        ExchangeRates known;
        known.set(Idr, u"16000"_s, QDate(2026, 5, 19));
        rates.setRates(known);
    }
    QAction *menuEntry(const QString &text) const
    {
        for (QAction *action : part<QToolButton>(u"savedMarkets"_s)->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    QTemporaryDir dir;
    SteerableClock clock{SteerableClock::Mode::Frozen};
    Journal journal{dir.filePath(u"journal.sqlite"_s)};
    QSettings settings{dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    FakeShop shop;
    FakeShop otherShop;
    Catalog catalog;
    CatalogLoader loader{catalog, [this](const QString &account, OfferKind kind) -> Shop * {
                             if (kind != OfferKind::Number)
                                 return nullptr;
                             return account == u"a"_s ? &shop : &otherShop;
                         }};
    MarketMarks marks{journal, clock};
    RateBook rates{settings};
    CatalogView view;
    CatalogController controller{catalog, loader, view};
    MarketsController markets{marks, controller.model(), view};
    RatesController ratesControl{rates, clock, controller.model(), view.filters()};
};

} // namespace

/// The catalog tab: comparing markets, keeping them, and prices in one currency.
class ComparingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compareShowsALineForEachMarket()
    {
        Tab tab;
        tab.fill();
        QCOMPARE(tab.lines(), u"t w w w"_s);
        tab.press(u"groupOffers"_s);
        QCOMPARE(tab.lines(), u"T W W"_s);
        QVERIFY(tab.part<ElidedLabel>(u"offerCount"_s)->text().contains(u"Rows: 3"_s));
        tab.press(u"groupOffers"_s);
        QCOMPARE(tab.lines(), u"t w w w"_s);
    }

    void namesHaveTheirRoomInEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {900, 1180, 1600})
            QTest::newRow(QByteArray::number(width).constData()) << width;
    }

    void namesHaveTheirRoomInEveryWidth()
    {
        QFETCH(int, width);
        Tab tab;
        tab.fill();
        tab.knowRupiah();
        tab.chooseCurrency(u"IDR"_s);
        tab.view.resize(width, 600);
        const auto widthOf = [&](Column column) { return tab.table()->columnWidth(int(column)); };
        QVERIFY(widthOf(Column::Converted) > 0);
        const QFontMetrics font = tab.table()->fontMetrics();
        QVERIFY(widthOf(Column::Service) >= OfferDelegate::widthOfService(font, u"WhatsApp"_s));
        QCOMPARE(tab.table()->horizontalHeader()->length(), tab.table()->viewport()->width());
        const int before = widthOf(Column::Service);
        tab.table()->setColumnWidth(int(Column::Provider), widthOf(Column::Provider) - 30);
        QCOMPARE(widthOf(Column::Service), before + 10); // the names share what is set free
    }

    void keysExpandAMarketAndCollapseIt()
    {
        Tab tab;
        tab.fill();
        tab.press(u"groupOffers"_s);
        const int pakistan = tab.cell(1, Column::Country) == u"Pakistan"_s ? 1 : 2;
        tab.table()->setFocus();
        tab.table()->selectRow(pakistan);
        tab.key(Qt::Key_Right);
        QCOMPARE(tab.table()->model()->rowCount(), 5);
        QCOMPARE(tab.view.currentRow(), pakistan); // and stays selected
        tab.key(Qt::Key_Right);                    // it is open
        QCOMPARE(tab.table()->model()->rowCount(), 5);
        tab.key(Qt::Key_Left);
        QCOMPARE(tab.lines(), u"T W W"_s);
        QCOMPARE(tab.view.currentRow(), pakistan);
        // From right to left it is the other way round.
        tab.view.setLayoutDirection(Qt::RightToLeft);
        tab.key(Qt::Key_Left);
        QCOMPARE(tab.table()->model()->rowCount(), 5);
        tab.key(Qt::Key_Right);
        QCOMPARE(tab.lines(), u"T W W"_s);
        // What is one offer has nothing to expand.
        tab.view.setLayoutDirection(Qt::LeftToRight);
        tab.table()->selectRow(0);
        tab.key(Qt::Key_Right);
        QCOMPARE(tab.lines(), u"T W W"_s);
    }

    void aClickOnTheArrowExpands()
    {
        Tab tab;
        tab.fill();
        tab.press(u"groupOffers"_s);
        const int pakistan = tab.cell(1, Column::Country) == u"Pakistan"_s ? 1 : 2;
        tab.click(pakistan, &OfferDelegate::arrowRect);
        QCOMPARE(tab.table()->model()->rowCount(), 5);
        QVERIFY(tab.data(pakistan, CatalogModel::ExpandedRole).toBool());
        tab.click(pakistan, &OfferDelegate::arrowRect);
        QCOMPARE(tab.lines(), u"T W W"_s);
        tab.click(0, &OfferDelegate::arrowRect); // has none
        QCOMPARE(tab.lines(), u"T W W"_s);
        QCOMPARE(tab.view.currentRow(), 0);
    }

    void theMenuOffersWhatTheArrowDoes()
    {
        Tab tab;
        tab.fill();
        auto *expand = tab.part<QAction>(u"expandMarket"_s);
        tab.table()->selectRow(0);
        QVERIFY(!expand->isVisible());
        tab.press(u"groupOffers"_s);
        const int pakistan = tab.cell(1, Column::Country) == u"Pakistan"_s ? 1 : 2;
        tab.table()->selectRow(pakistan);
        QVERIFY(expand->isVisible());
        const QString shows = expand->text();
        expand->trigger();
        QCOMPARE(tab.table()->model()->rowCount(), 5);
        QVERIFY(expand->text() != shows);
        expand->trigger();
        QCOMPARE(tab.lines(), u"T W W"_s);
    }

    void aStarIsSetByKeyAndByClick()
    {
        Tab tab;
        tab.fill();
        tab.table()->setFocus();
        tab.table()->selectRow(0);
        auto *star = tab.part<QAction>(u"starMarket"_s);
        const QString before = star->text();
        tab.key(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(tab.data(0, CatalogModel::FavouriteRole).toBool());
        QCOMPARE(tab.marks.favourites().size(), 1);
        QTRY_VERIFY(star->text() != before);
        tab.key(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!tab.data(0, CatalogModel::FavouriteRole).toBool());

        tab.click(1, &OfferDelegate::starRect);
        QVERIFY(tab.data(1, CatalogModel::FavouriteRole).toBool());
        QCOMPARE(tab.marks.favourites().value(0).service, u"WhatsApp"_s);
        // Other offers of the market are starred with it.
        int starred = 0;
        for (int row = 0; row < 4; ++row)
            starred += tab.data(row, CatalogModel::FavouriteRole).toBool();
        QCOMPARE(starred, tab.cell(1, Column::Country) == u"Pakistan"_s ? 2 : 1);
        tab.click(1, &OfferDelegate::starRect);
        QVERIFY(tab.marks.favourites().isEmpty());
    }

    void favouritesCanBeShownAlone()
    {
        Tab tab;
        tab.fill();
        tab.marks.setFavourite({OfferKind::Number, u"whatsapp"_s, u"PK"_s, u"WhatsApp"_s, u"Pakistan"_s},
                               true);
        tab.press(u"favouriteFilter"_s);
        QCOMPARE(tab.lines(), u"w w"_s);
        tab.press(u"groupOffers"_s);
        QCOMPARE(tab.lines(), u"W"_s);
        tab.marks.setFavourite({OfferKind::Number, u"whatsapp"_s, u"PK"_s, {}, {}}, false);
        QCOMPARE(tab.view.blank(), CatalogView::Blank::NothingMatches);
        tab.press(u"favouriteFilter"_s);
        QCOMPARE(tab.lines(), u"T W W"_s);
    }

    void theMenuGoesToAMarket()
    {
        Tab tab;
        tab.fill();
        tab.part<QLineEdit>(u"searchOffers"_s)->setText(u"nothing like that"_s);
        QVERIFY(!tab.menuEntry(u"WhatsApp · Pakistan"_s));
        tab.marks.setFavourite({OfferKind::Number, u"whatsapp"_s, u"PK"_s, u"WhatsApp"_s, u"Pakistan"_s},
                               true);
        QAction *there = tab.menuEntry(u"WhatsApp · Pakistan"_s);
        QVERIFY(there);
        there->trigger();
        QCOMPARE(tab.lines(), u"w w"_s);
        const CatalogFilter filter = tab.view.filters().filter();
        QCOMPARE(filter.country, u"PK"_s);
        QCOMPARE(filter.kind, OfferKind::Number);
        QCOMPARE(filter.text, u"WhatsApp"_s);
        QCOMPARE(tab.part<QComboBox>(u"countryFilter"_s)->currentText(), u"Pakistan"_s);
    }

    /// As after a click on a watch's notification.
    void aMarketThatIsShownCanBeBoughtAtOnce()
    {
        Tab tab;
        tab.fill();
        QSignalSpy bought(&tab.controller, &CatalogController::buyRequested);
        tab.controller.showMarket({OfferKind::Number, u"whatsapp"_s, u"PK"_s, u"WhatsApp"_s, u"Pakistan"_s});
        QCOMPARE(tab.lines(), u"w w"_s);
        QCOMPARE(tab.view.currentRow(), 0);
        QTest::keyClick(tab.table(), Qt::Key_Return);
        QCOMPARE(bought.count(), 1);
    }

    void theMenuGoesToACountryThatIsNotSoldNow()
    {
        Tab tab;
        tab.fill();
        tab.marks.setFavourite({OfferKind::Number, u"viber"_s, u"CL"_s, u"Viber"_s, u"Chile"_s}, true);
        tab.menuEntry(u"Viber · Chile"_s)->trigger();
        QCOMPARE(tab.view.filters().filter().country, u"CL"_s);
        QCOMPARE(tab.view.blank(), CatalogView::Blank::NothingMatches);
        tab.catalog.putShelf(u"b"_s, shelfOf(u"more"_s, {}), {offer(u"Viber"_s, u"Chile"_s, 5)});
        QCOMPARE(tab.lines(), u"v"_s);
        QTRY_COMPARE(Tab::countAt(*tab.part<QComboBox>(u"countryFilter"_s), u"Chile"_s), 1);
        QCOMPARE(tab.view.filters().filter().country, u"CL"_s);
    }

    void whatIsBoughtIsFoundAgain()
    {
        Tab tab;
        tab.fill();
        QSignalSpy bought(&tab.controller, &CatalogController::buyRequested);
        tab.table()->selectRow(1);
        const QString country = tab.cell(1, Column::Country);
        tab.press(u"buyOffer"_s);
        QCOMPARE(bought.count(), 1);
        QVERIFY(tab.menuEntry(u"WhatsApp · "_s + country));
    }

    void choicesTellWhatTheyWouldLeave()
    {
        Tab tab;
        tab.fill();
        auto *country = tab.part<QComboBox>(u"countryFilter"_s);
        auto *kind = tab.part<QComboBox>(u"kindFilter"_s);
        auto *provider = tab.part<QComboBox>(u"providerFilter"_s);
        QTRY_COMPARE(Tab::countAt(*country, u"Pakistan"_s), 3);
        QCOMPARE(Tab::countAt(*country, u"India"_s), 1);
        QCOMPARE(Tab::countAt(*kind, u"Numbers"_s), 4);
        QCOMPARE(Tab::countAt(*kind, u"Rentals"_s), 0);
        QCOMPARE(Tab::countAt(*provider, u"OTPZap"_s), 3);
        QCOMPARE(Tab::countAt(*provider, u"OTPWALL"_s), 1);
        QVERIFY(tab.part<QToolButton>(u"inStockFilter"_s)->text().contains(u"(3)"_s));
        // A choice narrows the others and not itself.
        country->setCurrentText(u"India"_s);
        QTRY_COMPARE(Tab::countAt(*provider, u"OTPWALL"_s), 0);
        QCOMPARE(Tab::countAt(*country, u"Pakistan"_s), 3);
        QCOMPARE(Tab::countAt(*kind, u"Numbers"_s), 1);
        QVERIFY(tab.part<QToolButton>(u"inStockFilter"_s)->text().contains(u"(1)"_s));
        tab.part<QLineEdit>(u"searchOffers"_s)->setText(u"telegram"_s);
        QTRY_COMPARE(Tab::countAt(*country, u"India"_s), 0);
        QCOMPARE(Tab::countAt(*country, u"Pakistan"_s), 1);
        tab.marks.setFavourite({OfferKind::Number, u"whatsapp"_s, u"IN"_s, {}, {}}, true);
        tab.part<QLineEdit>(u"searchOffers"_s)->clear();
        QTRY_VERIFY(tab.part<QToolButton>(u"favouriteFilter"_s)->text().contains(u"(1)"_s));
        country->setCurrentIndex(0);
        provider->setCurrentText(u"OTPZap"_s);
        QTRY_COMPARE(Tab::countAt(*country, u"Pakistan"_s), 2);
        QCOMPARE(Tab::countAt(*provider, u"OTPWALL"_s), 1);
    }

    void inStockLeavesOutWhatCannotBeBought()
    {
        Tab tab;
        tab.fill();
        tab.press(u"inStockFilter"_s);
        QCOMPARE(tab.lines(), u"w w w"_s);
        tab.catalog.noteOffer(u"a"_s, offer(u"Telegram"_s, u"Pakistan"_s, 50, 2)); // there again
        QCOMPARE(tab.lines(), u"t w w w"_s);
        tab.press(u"inStockFilter"_s);
        QCOMPARE(tab.lines(), u"t w w w"_s);
    }

    void aCurrencyWithARateIsShownAtOnce()
    {
        Tab tab;
        tab.fill();
        tab.knowRupiah();
        QVERIFY(tab.table()->isColumnHidden(int(Column::Converted)));
        tab.chooseCurrency(u"IDR"_s);
        QVERIFY(!tab.view.findChild<RatesDialog *>());
        QVERIFY(!tab.table()->isColumnHidden(int(Column::Converted)));
        QVERIFY(tab.table()
                    ->model()
                    ->headerData(int(Column::Converted), Qt::Horizontal)
                    .toString()
                    .contains(u"IDR"_s));
        QVERIFY(tab.cell(0, Column::Converted).contains(u"8,000"_s)); // half a dollar
        QVERIFY(tab.part<QComboBox>(u"displayCurrency"_s)->currentText().startsWith(u"IDR"_s));
        tab.chooseCurrency(u"Their own"_s);
        QVERIFY(tab.table()->isColumnHidden(int(Column::Converted)));
        QVERIFY(!tab.view.findChild<RatesDialog *>());
    }

    void aCurrencyWithoutARateAsksForIt()
    {
        Tab tab;
        tab.fill();
        tab.ratesControl.setCurrencies({Usd, Idr});
        tab.chooseCurrency(u"IDR"_s);
        auto *dialog = tab.view.findChild<RatesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        // Until there are rates it is as it was.
        QVERIFY(tab.table()->isColumnHidden(int(Column::Converted)));
        QCOMPARE(tab.part<QComboBox>(u"displayCurrency"_s)->currentIndex(), 0);
        auto *rate = dialog->findChild<QLineEdit *>(u"rateIDR"_s);
        QVERIFY(rate && rate->isVisible()); // the one that is needed
        rate->setText(u"16000"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!tab.table()->isColumnHidden(int(Column::Converted)));
        QVERIFY(tab.cell(0, Column::Converted).contains(u"8,000"_s));
        QCOMPARE(tab.rates.rates().display(), Idr);
    }

    void theRatesCancelledChangeNothing()
    {
        Tab tab;
        tab.fill();
        tab.ratesControl.setCurrencies({Usd, Idr});
        tab.chooseCurrency(u"Exchange rates"_s);
        auto *dialog = tab.view.findChild<RatesDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!tab.view.findChild<RatesDialog *>());
        QCOMPARE(tab.rates.rates(), ExchangeRates());
        QCOMPARE(tab.part<QComboBox>(u"displayCurrency"_s)->currentIndex(), 0);
    }

    void refreshLoadsTheChosenCountryAlone()
    {
        Tab tab;
        tab.shop.pages[{}] = {{}, {shelfOf(u"pk"_s, u"PK"_s), shelfOf(u"in"_s, u"IN"_s)}};
        tab.shop.pages[u"pk"_s] = {{offer(u"WhatsApp"_s, u"Pakistan"_s, 200)}, {}};
        tab.shop.pages[u"in"_s] = {{offer(u"WhatsApp"_s, u"India"_s, 80)}, {}};
        QSignalSpy finished(&tab.loader, &CatalogLoader::finished);
        tab.press(u"refreshOffers"_s);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(tab.shop.asked, (QStringList{{}, u"pk"_s, u"in"_s}));
        QCOMPARE(tab.otherShop.asked, QStringList{QString()});

        auto *country = tab.part<QComboBox>(u"countryFilter"_s);
        QTRY_COMPARE(country->count(), 3);
        country->setCurrentText(u"India"_s);
        tab.shop.asked.clear();
        tab.otherShop.asked.clear();
        tab.shop.pages[u"in"_s] = {{offer(u"WhatsApp"_s, u"India"_s, 90)}, {}};
        tab.part<QComboBox>(u"providerFilter"_s)->setCurrentText(u"OTPZap"_s);
        tab.press(u"refreshOffers"_s);
        QTRY_COMPARE(finished.count(), 3);
        QCOMPARE(tab.shop.asked, (QStringList{{}, u"in"_s}));
        QVERIFY(tab.otherShop.asked.isEmpty());
        QCOMPARE(tab.cell(0, Column::Price), u"$0.90"_s);
        QCOMPARE(tab.catalog.count(), 2); // the other country stays
    }

    void fromTheSearchToThePurchaseByKeyAlone()
    {
        Tab tab;
        tab.fill();
        QSignalSpy bought(&tab.controller, &CatalogController::buyRequested);
        tab.table()->setFocus();
        tab.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), tab.part<QLineEdit>(u"searchOffers"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"wa pak"_s);
        QCOMPARE(tab.lines(), u"w w"_s);
        // On to Compare, by Tab, and pressed with the space bar.
        for (int i = 0; i < 20 && QApplication::focusWidget()->objectName() != u"groupOffers"_s; ++i)
            tab.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"groupOffers"_s);
        tab.key(Qt::Key_Space);
        QCOMPARE(tab.lines(), u"W"_s);
        tab.key(Qt::Key_F, Qt::ControlModifier);
        tab.key(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), tab.table());
        tab.key(Qt::Key_Right);
        QCOMPARE(tab.lines(), u"W -W -W"_s);
        tab.key(Qt::Key_Down);
        tab.key(Qt::Key_Down);
        QCOMPARE(tab.view.currentRow(), 2);
        tab.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tab.marks.favourites().size(), 1);
        tab.key(Qt::Key_Return);
        QCOMPARE(bought.count(), 1);
        QCOMPARE(bought[0][0].toString(), u"a"_s);
        QCOMPARE(bought[0][1].value<Offer>().price, offer({}, {}, 200).price); // the dearer one, as selected
        tab.key(Qt::Key_Up);
        tab.key(Qt::Key_Up);
        tab.key(Qt::Key_Return);
        QCOMPARE(bought.count(), 2);
        QCOMPARE(bought[1][0].toString(), u"b"_s); // the market's best
    }
};

QTEST_MAIN(ComparingTest)
#include "tst_comparing.moc"
