#include "providers/types/clock.h"
#include "ui/kit/caretrest.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>

using namespace otpdesk;
using namespace std::chrono_literals;

class CaretRestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaretStandsStillUntilSomebodyTypes_data()
    {
        QTest::addColumn<bool>("lines");
        QTest::newRow("one line") << false;
        QTest::newRow("several lines") << true;
    }

    void aCaretStandsStillUntilSomebodyTypes()
    {
        QFETCH(bool, lines);
        SteerableClock clock(SteerableClock::Mode::Frozen);
        const CaretRest rest(clock);
        const std::unique_ptr<QWidget> field(lines ? static_cast<QWidget *>(new QTextEdit) : new QLineEdit);
        field->show();
        field->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(field.get()));
        field->setFocus();
        QTRY_VERIFY(timers(*field) > 0);
        clock.skip(9s);
        QVERIFY(timers(*field) > 0);
        clock.skip(1s);
        QCOMPARE(timers(*field), 0);
        QVERIFY(!clock.nextAlarm());
        QTest::keyClick(field.get(), Qt::Key_A);
        QVERIFY(timers(*field) > 0);
        clock.skip(10s);
        QCOMPARE(timers(*field), 0);
    }

    void whatTheSystemSaysIsGivenBack()
    {
        const int usual = QApplication::cursorFlashTime();
        SteerableClock clock(SteerableClock::Mode::Frozen);
        {
            const CaretRest rest(clock);
            QCOMPARE(QApplication::cursorFlashTime(), usual);
            clock.skip(1min);
            QCOMPARE(QApplication::cursorFlashTime(), 0);
        }
        QCOMPARE(QApplication::cursorFlashTime(), usual);
    }

private:
    static qsizetype timers(QWidget &field)
    {
        const QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
        qsizetype count = loop->registeredTimers(&field).size();
        for (QObject *part : field.findChildren<QObject *>())
            count += loop->registeredTimers(part).size();
        return count;
    }
};

QTEST_MAIN(CaretRestTest)
#include "tst_caretrest.moc"
