#include "models/orders/orderengine.h"
#include "tests/support/watchbench.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/messagebar.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray.h"
#include "ui/watches/watchcontroller.h"
#include "ui/watches/watchdialog.h"
#include "ui/watches/watcheslist.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>

using namespace otpdesk;
using namespace std::chrono_literals;

namespace {

const QList<Currency> Currencies{Currency::fromCode(u"INR"), Currency::fromCode(u"IDR")};

/// Hears what is said, and clicks on it.
class Listener : public Notifier
{
public:
    explicit Listener(QList<Notification> &into) : m_into(into) {}
    void notify(const Notification &notification) override { m_into.append(notification); }
    void click(const Notification &notification) { Q_EMIT activated(notification); }

private:
    QList<Notification> &m_into;
};

} // namespace

/// The dialog that asks what to wait for, the list of what is watched, and how it is told.
class WatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stockIsSuggestedWhereThereIsNone();
    void aPriceIsSuggestedWhereThereIsStock();
    void onlyAPriceAboveNothingIsTaken_data();
    void onlyAPriceAboveNothingIsTaken();
    void wholeAmountsWhereTheCurrencyHasNoOthers();
    void whatIsSoAlreadyIsSaid();
    void thePriceIsSaidInTheCurrencyThatIsAskedFor();
    void anExistingWatchIsFilledInAndStopped();
    void theListShowsAndChangesWatches();
    void aMarketIsWatchedAndLeftAloneFromTheDialog();
    void watchesAreStoppedAndShownFromTheList();
    void whatCannotBeWrittenIsSaidInTheList();
    void withoutAWatchTheListSaysWhatToDo();
    void everythingHasANameForAssistiveTechnology();
    void whatIsFoundIsSaidAndShownOnAClick_data();
    void whatIsFoundIsSaidAndShownOnAClick();

private:
    WatchDialog &ask(const WatchDialog::Question &question)
    {
        m_dialog = std::make_unique<WatchDialog>(question);
        m_dialog->show();
        return *m_dialog;
    }
    WatchesList &list()
    {
        m_list = std::make_unique<WatchesList>(m_bench->watcher, m_bench->catalog, m_floor->clock);
        m_list->show();
        return *m_list;
    }
    template <typename Widget>
    static Widget *find(QWidget &in, const char *name)
    {
        return in.findChild<Widget *>(QString::fromLatin1(name));
    }
    static void press(QWidget &in, const char *name)
    {
        auto *button = find<QPushButton>(in, name);
        QVERIFY2(button && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void type(WatchDialog &dialog, const QString &amount)
    {
        auto *field = find<QLineEdit>(dialog, "watchAmount");
        field->clear();
        QTest::keyClicks(field, amount);
    }
    static WatchDialog::Question question(std::optional<WatchFinding> cheapest = {})
    {
        const auto now = [cheapest](Currency) { return WatchDialog::Now{cheapest, u"ZapOTP"_s}; };
        return {WatchBench::market(), now, std::nullopt, Currencies};
    }
    static WatchFinding finding(const char *price)
    {
        const Offer offer = WatchBench::offer(price, 340);
        return {u"one"_s, offer, offer.price};
    }
    static std::optional<Money> limitIn(const QSignalSpy &spy)
    {
        return spy.value(0).value(0).value<std::optional<Money>>();
    }

    std::unique_ptr<WatchFloor> m_floor;
    std::unique_ptr<WatchBench> m_bench;
    std::unique_ptr<WatchDialog> m_dialog;
    std::unique_ptr<WatchesList> m_list;
};

void WatchesTest::init()
{
    m_floor = std::make_unique<WatchFloor>();
    m_bench = std::make_unique<WatchBench>(*m_floor);
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->add(u"one"_s));
}

void WatchesTest::cleanup()
{
    m_dialog.reset();
    m_list.reset();
    m_bench.reset();
    m_floor.reset();
}

void WatchesTest::stockIsSuggestedWhereThereIsNone()
{
    WatchDialog &dialog = ask(question());
    QCOMPARE(find<QLabel>(dialog, "watchMarket")->text(), u"Telegram in Pakistan"_s);
    QVERIFY(find<QRadioButton>(dialog, "watchStock")->isChecked());
    QVERIFY(!find<QPushButton>(dialog, "watchStop"));
    QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
    press(dialog, "watchOk");
    QCOMPARE(asked.count(), 1);
    QVERIFY(!limitIn(asked));
    QVERIFY(!dialog.isVisible());
}

void WatchesTest::aPriceIsSuggestedWhereThereIsStock()
{
    WatchDialog &dialog = ask(question(finding("20")));
    QCOMPARE(find<QLabel>(dialog, "watchCheapest")->text(), u"Now: ₹20.00 at ZapOTP, 340 in stock"_s);
    QVERIFY(find<QRadioButton>(dialog, "watchPrice")->isChecked());
    QVERIFY(!find<QPushButton>(dialog, "watchOk")->isEnabled());
    QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
    type(dialog, u"15.5"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(limitIn(asked), std::optional(WatchBench::inr("15.5")));
}

void WatchesTest::onlyAPriceAboveNothingIsTaken_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("zero") << u"0.00"_s << false;
    QTest::newRow("not grouped") << u"1,5"_s << false;
    QTest::newRow("two points") << u"1.5.2"_s << false;
    QTest::newRow("fraction of a cent") << u"0.0125"_s << true;
    QTest::newRow("whole") << u"7"_s << true;
}

void WatchesTest::onlyAPriceAboveNothingIsTaken()
{
    QFETCH(QString, amount);
    QFETCH(bool, taken);
    WatchDialog &dialog = ask(question());
    type(dialog, amount);
    find<QRadioButton>(dialog, "watchPrice")->setChecked(true);
    QCOMPARE(find<QPushButton>(dialog, "watchOk")->isEnabled(), taken);
    QVERIFY(!find<QLabel>(dialog, "watchHint")->text().isEmpty());
    find<QRadioButton>(dialog, "watchStock")->setChecked(true); // then it does not matter
    QVERIFY(find<QPushButton>(dialog, "watchOk")->isEnabled());
}

void WatchesTest::wholeAmountsWhereTheCurrencyHasNoOthers()
{
    WatchDialog &dialog = ask(question());
    find<QComboBox>(dialog, "watchCurrency")->setCurrentText(u"IDR"_s);
    QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
    type(dialog, u"2.500"_s); // typed as an Indonesian does; the point does not stay
    QVERIFY(find<QRadioButton>(dialog, "watchPrice")->isChecked()); // by typing
    press(dialog, "watchOk");
    QCOMPARE(limitIn(asked), Money::fromText(u"2500", Currency::fromCode(u"IDR")));
}

void WatchesTest::whatIsSoAlreadyIsSaid()
{
    WatchDialog &dialog = ask(question(finding("20")));
    auto *hint = find<QLabel>(dialog, "watchHint");
    type(dialog, u"19.99"_s);
    QVERIFY(!hint->text().startsWith(u"That is so already"));
    type(dialog, u"20"_s);
    QVERIFY(hint->text().startsWith(u"That is so already"));
    find<QComboBox>(dialog, "watchCurrency")->setCurrentText(u"IDR"_s); // 20 rupiah are not
    QVERIFY(!hint->text().startsWith(u"That is so already"));
    find<QRadioButton>(dialog, "watchStock")->setChecked(true);
    QVERIFY(hint->text().startsWith(u"That is so already"));
}

void WatchesTest::thePriceIsSaidInTheCurrencyThatIsAskedFor()
{
    QWidget window;
    WatchController controller(
        m_bench->watcher, m_bench->catalog, m_floor->clock, [] { return Currencies; }, window);
    m_bench->watcher.setConvert([](Money, Currency to) { return Money::fromText(u"4000.6437", to); });
    m_bench->catalog.putShelf(u"one"_s, WatchBench::shelf(), {WatchBench::offer("20", 340)});
    controller.ask(WatchBench::market());
    auto *dialog = window.findChild<WatchDialog *>();
    find<QComboBox>(*dialog, "watchCurrency")->setCurrentText(u"IDR"_s);
    QCOMPARE(find<QLabel>(*dialog, "watchCheapest")->text(),
             u"Now: Rp\u00a04,001 (₹20.00) at ZapOTP, 340 in stock"_s);
    type(*dialog, u"4001"_s);
    QVERIFY(find<QLabel>(*dialog, "watchHint")->text().startsWith(u"That is so already"));
}

void WatchesTest::anExistingWatchIsFilledInAndStopped()
{
    WatchDialog::Question known = question(finding("20"));
    const Money limit = Money::fromText(u"0.15", Currency::fromCode(u"USD")).value(); // no longer offered
    known.existing = Watch{7, known.market, limit, {}};
    WatchDialog &dialog = ask(known);
    QCOMPARE(find<QLineEdit>(dialog, "watchAmount")->text(), u"0.15"_s);
    QCOMPARE(find<QComboBox>(dialog, "watchCurrency")->currentText(), u"USD"_s);
    QVERIFY(find<QPushButton>(dialog, "watchOk")->isEnabled());
    QSignalSpy stopped(&dialog, &WatchDialog::stopRequested);
    QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
    press(dialog, "watchStop");
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(asked.count(), 0);
}

void WatchesTest::theListShowsAndChangesWatches()
{
    QVERIFY(m_bench->watch(WatchBench::market(), WatchBench::inr("15")));
    QWidget window;
    WatchController controller(
        m_bench->watcher, m_bench->catalog, m_floor->clock, [] { return Currencies; }, window);
    controller.showList();
    controller.showList(); // the same one
    QCOMPARE(window.findChildren<WatchesList *>().size(), 1);
    auto *shown = window.findChild<WatchesList *>();
    auto *table = find<QTableView>(*shown, "watches");
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"at most ₹15.00"_s);
    QTest::keyClick(table, Qt::Key_Return); // the first is selected
    auto *dialog = shown->findChild<WatchDialog *>();
    QVERIFY(dialog);
    QCOMPARE(find<QLineEdit>(*dialog, "watchAmount")->text(), u"15.00"_s);
    find<QRadioButton>(*dialog, "watchStock")->setChecked(true);
    press(*dialog, "watchOk");
    QVERIFY(m_bench->written());
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"in stock"_s);
    QVERIFY(m_bench->watch(WatchBench::market(u"WhatsApp"_s)));
    QCOMPARE(table->model()->rowCount(), 2);
}

void WatchesTest::aMarketIsWatchedAndLeftAloneFromTheDialog()
{
    QWidget window;
    WatchController controller(
        m_bench->watcher, m_bench->catalog, m_floor->clock, [] { return Currencies; }, window);
    m_bench->catalog.putShelf(u"one"_s, WatchBench::shelf(), {WatchBench::offer("20", 340)});
    controller.ask(WatchBench::market());
    auto *dialog = window.findChild<WatchDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(find<QLabel>(*dialog, "watchCheapest")->text(), u"Now: ₹20.00 at ZapOTP, 340 in stock"_s);
    type(*dialog, u"15"_s);
    press(*dialog, "watchOk");
    QVERIFY(m_bench->written());
    QTRY_VERIFY(!window.findChild<WatchDialog *>());
    const Watch *watch = m_bench->watcher.find(WatchBench::market());
    QVERIFY(watch);
    QCOMPARE(watch->limit, std::optional(WatchBench::inr("15")));

    controller.ask(WatchBench::market());
    press(*window.findChild<WatchDialog *>(), "watchStop");
    QVERIFY(m_bench->written());
    QVERIFY(m_bench->watcher.watches().isEmpty());
}

void WatchesTest::watchesAreStoppedAndShownFromTheList()
{
    QVERIFY(m_bench->watch(WatchBench::market()));
    QVERIFY(m_bench->watch(WatchBench::market(u"WhatsApp"_s)));
    QVERIFY(m_bench->watch(WatchBench::market(u"Signal"_s)));
    WatchesList &shown = list();
    auto *table = find<QTableView>(shown, "watches");
    table->selectRow(1);
    press(shown, "watchesStop");
    QVERIFY(m_bench->written());
    QVERIFY(!m_bench->watcher.find(WatchBench::market(u"WhatsApp"_s)));
    table->selectRow(0);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(m_bench->written());
    QCOMPARE(m_bench->watcher.watches().size(), 1);
    QSignalSpy asked(&shown, &WatchesList::showRequested);
    table->selectRow(0);
    press(shown, "watchesShow");
    QCOMPARE(asked.value(0).value(0).value<Market>(), WatchBench::market(u"Signal"_s));
    QVERIFY(!shown.isVisible());
}

void WatchesTest::whatCannotBeWrittenIsSaidInTheList()
{
    QVERIFY(m_bench->watch(WatchBench::market()));
    WatchesList &shown = list();
    ApiError error;
    error.kind = ErrorKind::StorageFailed;
    Q_EMIT m_bench->watcher.failed(error);
    QVERIFY(shown.findChild<MessageBar *>()->isVisible());
    QVERIFY(!shown.findChild<MessageBar *>()->text().isEmpty());
}

void WatchesTest::withoutAWatchTheListSaysWhatToDo()
{
    WatchesList &shown = list();
    QVERIFY(!find<QTableView>(shown, "watches")->isVisible());
    for (const char *name : {"watchesChange", "watchesStop", "watchesShow"})
        QVERIFY2(!find<QPushButton>(shown, name)->isEnabled(), name);
    QSignalSpy asked(&shown, &WatchesList::catalogRequested);
    press(shown, "emptyPrimary");
    QCOMPARE(asked.count(), 1);

    QVERIFY(m_bench->watch(WatchBench::market()));
    shown.show();
    QVERIFY(find<QTableView>(shown, "watches")->isVisible());
}

void WatchesTest::everythingHasANameForAssistiveTechnology()
{
    WatchDialog::Question known = question(finding("20"));
    known.existing = Watch{7, known.market, std::nullopt, {}};
    for (QWidget *window : {static_cast<QWidget *>(&ask(known)), static_cast<QWidget *>(&list())}) {
        const QList<QWidget *> all = window->findChildren<QWidget *>();
        for (QWidget *one : all) {
            const bool isInteractive = one->isVisible() && one->focusPolicy() != Qt::NoFocus &&
                                       !one->objectName().startsWith(u"qt_");
            if (isInteractive)
                QVERIFY2(!QAccessible::queryAccessibleInterface(one)->text(QAccessible::Name).isEmpty(),
                         one->metaObject()->className());
        }
    }
}

void WatchesTest::whatIsFoundIsSaidAndShownOnAClick_data()
{
    QTest::addColumn<std::optional<Money>>("limit");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::newRow("price") << std::optional(WatchBench::inr("15"))
                           << u"Telegram in Pakistan: ₹12.40 at ZapOTP"_s
                           << u"You asked for ₹15.00 at most. 340 in stock."_s;
    QTest::newRow("stock") << std::optional<Money>() << u"Telegram in Pakistan is in stock at ZapOTP"_s
                           << u"From ₹12.40. 340 in stock."_s;
}

void WatchesTest::whatIsFoundIsSaidAndShownOnAClick()
{
    QFETCH(std::optional<Money>, limit);
    QFETCH(QString, title);
    QFETCH(QString, text);
    OrderEngine engine(m_bench->journal, m_bench->accounts, m_floor->clock);
    Clipboard clipboard(m_floor->clock);
    QSettings settings(m_floor->dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QList<Notification> heard;
    auto listener = std::make_unique<Listener>(heard);
    Listener *notifier = listener.get();
    Tray tray(engine, clipboard, settings, std::move(listener));
    tray.sayFound({7, WatchBench::market(), limit, {}}, finding("12.4"), u"ZapOTP"_s);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.first().title, title);
    QCOMPARE(heard.first().text, text);
    QVERIFY(!heard.first().offersCopy);

    QSignalSpy market(&tray, &Tray::marketRequested);
    QSignalSpy order(&tray, &Tray::orderRequested);
    QSignalSpy window(&tray, &Tray::showRequested);
    notifier->click(heard.first());
    QCOMPARE(market.value(0).value(0).value<Market>(), WatchBench::market());
    QCOMPARE(order.count() + window.count(), 0);
    Notification plain;
    plain.orderKey = 5;
    notifier->click(plain);
    QCOMPARE(order.value(0).value(0).toLongLong(), 5);
    plain.orderKey = 0;
    notifier->click(plain);
    QCOMPARE(window.count(), 1);
    QCOMPARE(market.count(), 1);
}

QTEST_MAIN(WatchesTest)
#include "tst_watches.moc"
