#include "ui/catalog/ratesdialog.h"

#include "providers/types/clock.h"
#include "ui/kit/accessiblecombo.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const Currency usd = Currency::fromCode(u"USD");
const Currency inr = Currency::fromCode(u"INR");
const Currency idr = Currency::fromCode(u"IDR");
const Currency pkr = Currency::fromCode(u"PKR");

/// Every face that can be seen in one.
void collect(QAccessibleInterface *face, QList<QAccessibleInterface *> &all)
{
    if (!face || face->state().invisible)
        return;
    all.append(face);
    if (face->role() == QAccessible::ComboBox)
        return; // its entries are its own business
    for (int i = 0; i < face->childCount(); ++i)
        collect(face->child(i), all);
}

} // namespace

/// The dialog "Exchange rates" on a frozen clock, for accounts in dollars and rupiah.
class RatesDialogTest : public QObject
{
    Q_OBJECT

private:
    template <typename Widget = QWidget>
    Widget *find(const QString &name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    QString text(const QString &label) const
    {
        auto *found = find<QLabel>(label);
        return found ? found->text() : QString();
    }
    void press(const QString &name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void type(const QString &field, const QString &typed)
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        if (typed.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, typed);
    }
    void choose(const QString &code)
    {
        auto *combo = find<QComboBox>(u"displayCurrency"_s);
        QVERIFY(combo->findData(code) >= 0);
        combo->setCurrentIndex(combo->findData(code));
    }
    QDate date(const QString &code) const { return find<QDateEdit>(u"rateDate"_s + code)->date(); }
    bool open(const ExchangeRates &rates, const QList<Currency> &used = {usd, idr, usd, {}})
    {
        m_dialog = std::make_unique<RatesDialog>(rates, used, m_clock);
        m_chosen.clear();
        connect(m_dialog.get(), &RatesDialog::ratesChosen, this,
                [this](const ExchangeRates &chosen) { m_chosen.append(chosen); });
        m_dialog->show();
        m_dialog->activateWindow();
        return QTest::qWaitForWindowActive(m_dialog.get());
    }
    QDate today() const { return m_clock.utc().toLocalTime().date(); }
    ExchangeRates someRates() const
    {
        ExchangeRates rates;
        rates.setDisplay(inr);
        rates.set(inr, u"84.10"_s, today().addDays(-2));
        rates.set(idr, u"16250"_s, today().addDays(-23));
        return rates;
    }

    SteerableClock m_clock{SteerableClock::Mode::Frozen,
                           QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<RatesDialog> m_dialog;
    QList<ExchangeRates> m_chosen;

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        nameComboBoxes();
    }
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void cleanup() { m_dialog.reset(); }

    void withoutADisplayCurrencyNothingIsAsked()
    {
        QVERIFY(open({}));
        QCOMPARE(find<QComboBox>(u"displayCurrency"_s)->currentData().toString(), QString());
        QVERIFY(!find(u"rateIDR"_s) && !find(u"ratesHeading"_s) && !find(u"rateExamples"_s));
        QVERIFY(text(u"ratesNote"_s).contains(u"none from the internet"_s));
        press(u"saveRates"_s);
        QCOMPARE(m_chosen, {ExchangeRates()});
        QVERIFY(!m_dialog->isVisible());
    }

    void whatTheChosenCurrencyNeedsIsAsked()
    {
        QVERIFY(open({}));
        choose(u"INR"_s);
        QVERIFY(find(u"rateIDR"_s) && find(u"rateINR"_s));
        QVERIFY(!find(u"rateUSD"_s));
        QVERIFY(text(u"ratesNote"_s).contains(u"your own figures"_s));
        QVERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        choose(u"USD"_s);
        QVERIFY(find(u"rateIDR"_s) && !find(u"rateINR"_s));
        choose(QString());
        QVERIFY(!find(u"rateIDR"_s));
        choose(u"INR"_s);
        QCOMPARE(m_dialog->findChildren<QLineEdit *>(u"rateINR"_s).size(), 1);
    }

    void accountsInTheChosenCurrencyNeedNoRate()
    {
        QVERIFY(open({}, {idr}));
        choose(u"IDR"_s);
        QVERIFY(!find(u"rateIDR"_s));
        QVERIFY(text(u"ratesNote"_s).contains(u"no rate is needed"_s));
    }

    void likelyCurrenciesStandFirst()
    {
        ExchangeRates rates;
        rates.setDisplay(Currency::fromCode(u"XQZ")); // known to nobody, and chosen all the same
        QVERIFY(open(rates));
        auto *combo = find<QComboBox>(u"displayCurrency"_s);
        QCOMPARE(combo->currentText(), u"XQZ"_s);
        QCOMPARE(combo->itemText(0), u"None: each in its own currency"_s);
        QVERIFY(combo->findData(u"IDR"_s) < 5 && combo->findData(u"USD"_s) < 5);
        QVERIFY(combo->count() > 100);
        QCOMPARE(combo->itemText(combo->findData(u"INR"_s)), u"INR – Indian Rupee"_s);
        combo->setFocus();
        QTest::keyClicks(combo, u"INR"_s);
        QCOMPARE(combo->currentData().toString(), u"INR"_s);
    }

    void keptRatesAreShownAsTheyWereTyped()
    {
        QVERIFY(open(someRates()));
        QCOMPARE(find<QLineEdit>(u"rateINR"_s)->text(), u"84.10"_s);
        QCOMPARE(date(u"INR"_s), today().addDays(-2));
        QCOMPARE(text(u"rateAgeINR"_s), QString());
        QCOMPARE(text(u"rateAgeIDR"_s), u"3 weeks old"_s);
        QCOMPARE(find(u"rateDateIDR"_s)->accessibleDescription(), u"3 weeks old"_s);
        press(u"saveRates"_s);
        QCOMPARE(m_chosen, {someRates()});
    }

    void aChangedRateIsOfToday()
    {
        QVERIFY(open(someRates()));
        type(u"rateIDR"_s, u"16300"_s);
        QCOMPARE(date(u"IDR"_s), today());
        QCOMPARE(text(u"rateAgeIDR"_s), QString());
        type(u"rateIDR"_s, u"16250"_s); // nothing has changed
        QCOMPARE(date(u"IDR"_s), today().addDays(-23));
        type(u"rateIDR"_s, u"16300"_s);
        press(u"saveRates"_s);
        ExchangeRates expected = someRates();
        QVERIFY(expected.set(idr, u"16300"_s, today()));
        QCOMPARE(m_chosen, {expected});
    }

    void aDateOfThePersonsOwnStays()
    {
        QVERIFY(open(someRates()));
        find<QDateEdit>(u"rateDateIDR"_s)->setDate(today().addDays(-10));
        QCOMPARE(text(u"rateAgeIDR"_s), u"10 days old"_s);
        type(u"rateIDR"_s, u"16300"_s);
        QCOMPARE(date(u"IDR"_s), today().addDays(-10));
        press(u"saveRates"_s);
        QCOMPARE(m_chosen.first().rate(idr)->date, today().addDays(-10));
        QCOMPARE(m_chosen.first().rate(idr)->text, u"16300"_s);
    }

    void noRateIsOfTomorrow()
    {
        ExchangeRates rates = someRates();
        QVERIFY(rates.set(inr, u"84"_s, today().addDays(30))); // of a clock that was wrong
        QVERIFY(open(rates));
        find<QDateEdit>(u"rateDateIDR"_s)->setDate(today().addDays(1));
        QCOMPARE(date(u"IDR"_s), today());
        QCOMPARE(date(u"INR"_s), today().addDays(30));
    }

    void anEmptiedFieldIsNoRate()
    {
        QVERIFY(open(someRates()));
        type(u"rateIDR"_s, QString());
        QVERIFY(!find(u"rateDateIDR"_s)->isEnabled());
        QCOMPARE(text(u"rateExamples"_s),
                 u"For example: $1.00 ≈ ₹84.10\nWithout a rate, prices in IDR stay as they are."_s);
        press(u"saveRates"_s);
        QVERIFY(!m_chosen.first().rate(idr));
        QVERIFY(m_chosen.first().rate(inr));
    }

    void examplesShowWhatARateAmountsTo()
    {
        QVERIFY(open(someRates()));
        const auto examples = [this] { return text(u"rateExamples"_s).replace(QChar::Nbsp, u' '); };
        QCOMPARE(examples(), u"For example: Rp 1,000 ≈ ₹5.18 · $1.00 ≈ ₹84.10"_s);
        type(u"rateIDR"_s, u"16.25"_s);
        QCOMPARE(examples(), u"For example: Rp 1 ≈ ₹5.18 · $1.00 ≈ ₹84.10"_s);
        type(u"rateINR"_s, QString());
        QCOMPARE(examples(), u"Enter the rate of INR to see prices in it."_s);
    }

    void badInputIsRefusedInItsField_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("zero") << u"0"_s << u"Enter a number above 0"_s;
        QTest::newRow("nonsense") << u"1.2.3"_s << u"Enter a number such as"_s;
        QTest::newRow("grouped") << u"16,250"_s << u"This can be read in two ways"_s;
        QTest::newRow("wild") << u"9999999999"_s << u"Check the zeros"_s;
    }
    void badInputIsRefusedInItsField()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        QVERIFY(open(someRates()));
        type(u"rateIDR"_s, typed);
        QVERIFY(!find(u"rateProblemIDR"_s)); // it may become a number yet
        type(u"rateINR"_s, u"85"_s);
        QVERIFY2(text(u"rateProblemIDR"_s).startsWith(sentence), qPrintable(text(u"rateProblemIDR"_s)));
        QCOMPARE(find(u"rateIDR"_s)->accessibleDescription(), text(u"rateProblemIDR"_s));
        QTest::keyClick(find(u"rateINR"_s), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_chosen.isEmpty());
        QCOMPARE(QApplication::focusWidget(), find(u"rateIDR"_s));
        QVERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        type(u"rateIDR"_s, u"16300"_s);
        QVERIFY(!find(u"rateProblemIDR"_s));
        QCOMPARE(find(u"rateIDR"_s)->accessibleDescription(), QString());
        QTest::keyClick(find(u"rateIDR"_s), Qt::Key_Return);
        QCOMPARE(m_chosen.size(), 1);
        QCOMPARE(m_chosen.first().rate(idr)->text, u"16300"_s);
        QCOMPARE(m_chosen.first().rate(inr)->text, u"85"_s);
    }

    void whatIsNotShownIsKept()
    {
        QVERIFY(open(someRates()));
        type(u"rateINR"_s, u"0"_s);
        choose(u"USD"_s); // needs no INR
        press(u"saveRates"_s);
        ExchangeRates expected = someRates();
        expected.setDisplay(usd);
        QCOMPARE(m_chosen, {expected});
    }

    void cancelChangesNothing()
    {
        for (const bool byKey : {false, true}) {
            QVERIFY(open(someRates()));
            type(u"rateINR"_s, u"90"_s);
            choose(u"USD"_s);
            if (byKey)
                QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
            else
                press(u"cancelRates"_s);
            QVERIFY(!m_dialog->isVisible());
            QVERIFY(m_chosen.isEmpty());
            QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
        }
    }

    void aRateTypedInAnotherLanguageIsNotQuestioned()
    {
        ExchangeRates rates = someRates();
        QVERIFY(rates.set(idr, u"16,250"_s, today())); // where the comma is the decimal mark
        QVERIFY(open(rates));
        press(u"saveRates"_s);
        QCOMPARE(m_chosen, {rates});
    }

    void theKeyboardReachesEverythingInReadingOrder()
    {
        QVERIFY(open(someRates(), {usd, idr}));
        choose(u"PKR"_s); // its line comes after the buttons were made
        type(u"ratePKR"_s, u"278"_s);
        find(u"displayCurrency"_s)->setFocus();
        QStringList stops;
        for (int i = 0; i < 20; ++i) {
            if (!stops.isEmpty() && QApplication::focusWidget() == find(u"displayCurrency"_s))
                break;
            stops.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        stops.removeDuplicates(); // a date has its day, month and year in turn
        QCOMPARE(stops, (QStringList{u"displayCurrency"_s, u"rateIDR"_s, u"rateDateIDR"_s, u"ratePKR"_s,
                                     u"rateDatePKR"_s, u"saveRates"_s, u"cancelRates"_s}));
        QTest::keyClick(m_dialog.get(), Qt::Key_R, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), find(u"rateIDR"_s));
        QTest::keyClick(m_dialog.get(), Qt::Key_I, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), find(u"displayCurrency"_s));
    }

    void assistiveTechnologySeesNames()
    {
        QVERIFY(open(someRates()));
        type(u"rateIDR"_s, u"0"_s);
        press(u"saveRates"_s);
        QList<QAccessibleInterface *> all;
        collect(QAccessible::queryAccessibleInterface(m_dialog.get()), all);
        QStringList seen;
        for (QAccessibleInterface *face : all) {
            const QString role =
                QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(face->role()));
            const QString name = face->text(QAccessible::Name);
            const QList<QAccessible::Role> roles{QAccessible::Button, QAccessible::EditableText};
            if (face->state().focusable || roles.contains(face->role())) {
                QVERIFY2(!name.isEmpty(), qPrintable(role + u' ' + face->object()->objectName()));
                QVERIFY2(!seen.contains(role + u' ' + name), qPrintable(role + u' ' + name));
            }
            seen.append(role + u' ' + name);
        }
        for (const QString &wanted :
             {u"Dialog Exchange rates"_s, u"ComboBox Show prices in"_s, u"EditableText Rate of IDR"_s,
              u"EditableText Rate of INR"_s, u"SpinBox Date of the IDR rate"_s, u"Button Save"_s,
              u"Button Cancel"_s})
            QVERIFY2(seen.contains(wanted), qPrintable(seen.join(u'\n')));
    }
};

QTEST_MAIN(RatesDialogTest)
#include "tst_ratesdialog.moc"
