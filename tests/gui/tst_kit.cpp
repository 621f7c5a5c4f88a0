#include "providers/types/clock.h"
#include "ui/kit/celldelegate.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/herocode.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/palette.h"
#include "ui/kit/plaintextguard.h"
#include "ui/kit/tablelook.h"
#include "ui/kit/wordbutton.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QPalette lightPalette()
{
    return QPalette(QColor(0xef, 0xef, 0xef));
}

QPalette darkPalette()
{
    return QPalette(QColor(0x35, 0x35, 0x35));
}

void addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    QPalette light = lightPalette();
    light.setColor(QPalette::Highlight, QColor(48, 140, 198));
    QTest::newRow("light") << light;
    QPalette dark = darkPalette();
    dark.setColor(QPalette::Base, QColor(27, 30, 32));
    dark.setColor(QPalette::Highlight, QColor(61, 174, 233));
    QTest::newRow("dark") << dark;
}

/// The colour in the centre, whatever its coverage.
QRgb middleOf(const QPixmap &pixmap)
{
    return pixmap.toImage().pixelColor(pixmap.width() / 2, pixmap.height() / 2).rgb();
}

} // namespace

class TestKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsMarkedForClipboardManagers();
    void plainCopyIsNotMarked();
    void secretIsTakenBackInTime();
    void foreignTextIsLeftAlone();
    void newerSecretRestartsTheWait();
    void secretIsTakenBackAtExit();
    void secretStaysUntilExitWithoutATime();

    void messageShowsMarkupAsText();
    void messageIsAnAlertToAssistiveTechnology();
    void messageActionRunsOnceAndClosesTheBar();
    void providersWordsAreBehindAButton();
    void guardMakesEveryLabelPlain();

    void pillTextIsReadable_data();
    void pillTextIsReadable();
    void marksStandOutFromTheWindow_data();
    void marksStandOutFromTheWindow();
    void mutedTextIsReadable();
    void groundsOfOwnAreReadableAndStandOut_data();
    void groundsOfOwnAreReadableAndStandOut();

    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
    void iconFollowsThePalette();
    void disabledIconIsDisabledColour();

    void heroCodeHasNameAndValue();
    void heroCodeIsCopiedByClickAndKey();
    void flowWrapsInsteadOfCutting();
    void wordButtonIsAsHighAsAPushButton();
    void wordButtonShowsThatItIsOn_data();
    void wordButtonShowsThatItIsOn();
    void wordsCutOffAreToldInFull();
    void selectionIsPaleWithoutTheKeyboard();
};

void TestKit::secretIsMarkedForClipboardManagers()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Clipboard clipboard(clock);
    QSignalSpy copied(&clipboard, &Clipboard::copied);
    QVERIFY(clipboard.copySecret(u"847293"_s));
    QCOMPARE(copied.size(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"847293"_s);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(data->hasFormat(u"application/x-nspasteboard-concealed-type"_s));
    QVERIFY(data->hasFormat(
        u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s));
    QCOMPARE(data->data(u"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""_s),
             QByteArray(4, '\0'));
}

void TestKit::plainCopyIsNotMarked()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Clipboard clipboard(clock);
    QVERIFY(clipboard.copyPlain(u"+923001234567"_s));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    clock.skip(1h);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"+923001234567"_s);
}

void TestKit::secretIsTakenBackInTime()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Clipboard clipboard(clock);
    clipboard.setClearAfter(30s);
    clipboard.copySecret(u"847293"_s);
    clock.skip(29s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"847293"_s);
    clock.skip(1s);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestKit::foreignTextIsLeftAlone()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    {
        Clipboard clipboard(clock);
        clipboard.copySecret(u"847293"_s);
        QGuiApplication::clipboard()->setText(u"my own notes"_s);
        clock.skip(1h);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"my own notes"_s);
        clipboard.copySecret(u"111111"_s);
        QGuiApplication::clipboard()->setText(u"my own notes"_s);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"my own notes"_s);
}

void TestKit::newerSecretRestartsTheWait()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Clipboard clipboard(clock);
    clipboard.setClearAfter(60s);
    clipboard.copySecret(u"111111"_s);
    clock.skip(40s);
    clipboard.copySecret(u"222222"_s);
    clock.skip(40s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"222222"_s);
    clock.skip(20s);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestKit::secretIsTakenBackAtExit()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    {
        Clipboard clipboard(clock);
        clipboard.copySecret(u"847293"_s);
    }
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestKit::secretStaysUntilExitWithoutATime()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    Clipboard clipboard(clock);
    clipboard.setClearAfter(0s);
    clipboard.copySecret(u"847293"_s);
    clock.skip(24h);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"847293"_s);
}

void TestKit::messageShowsMarkupAsText()
{
    MessageBar bar;
    const QString markup = u"<b>Out of stock</b><img src=\"file:///etc/hostname\">"_s;
    bar.post({MessageBar::Mood::Error, markup, markup, {}});
    int checked = 0;
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->text().isEmpty())
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), markup);
        ++checked;
    }
    QCOMPARE(checked, 2);
}

void TestKit::messageIsAnAlertToAssistiveTechnology()
{
    MessageBar bar;
    bar.post(MessageBar::Mood::Warning, u"The server is slow."_s);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::AlertMessage);
    QCOMPARE(accessible->text(QAccessible::Name), u"The server is slow."_s);
}

void TestKit::messageActionRunsOnceAndClosesTheBar()
{
    MessageBar bar;
    int runs = 0;
    bar.post({MessageBar::Mood::Info, u"Cancelled."_s, {}, {{u"&Undo"_s, [&runs] { ++runs; }}}});
    QSignalSpy closed(&bar, &MessageBar::closed);
    auto *button = bar.findChild<QPushButton *>(u"messageAction1"_s);
    QVERIFY(button->isVisibleTo(&bar));
    QVERIFY(!bar.findChild<QPushButton *>(u"messageAction2"_s)->isVisibleTo(&bar));
    button->click();
    QCOMPARE(runs, 1);
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar.isHidden());
}

void TestKit::providersWordsAreBehindAButton()
{
    MessageBar bar;
    bar.post({MessageBar::Mood::Error, u"The provider refused."_s, u"ERR_42"_s, {}});
    auto *details = bar.findChild<QLabel *>(u"messageDetails"_s);
    auto *toggle = bar.findChild<QAbstractButton *>(u"messageDetailsToggle"_s);
    QVERIFY(!details->isVisibleTo(&bar));
    toggle->click();
    QVERIFY(details->isVisibleTo(&bar));
    bar.post(MessageBar::Mood::Info, u"Nothing more to say."_s);
    QVERIFY(!toggle->isVisibleTo(&bar));
    QVERIFY(!details->isVisibleTo(&bar));
}

void TestKit::guardMakesEveryLabelPlain()
{
    QObject owner;
    new PlainTextGuard(&owner);
    QMessageBox box;
    box.setText(u"<b>bold</b>"_s);
    box.setInformativeText(u"<i>italic</i>"_s);
    box.show();
    int checked = 0;
    for (const QLabel *label : box.findChildren<QLabel *>()) {
        if (label->text().contains(u'<')) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            ++checked;
        }
    }
    QCOMPARE(checked, 2);

    QToolTip::showText(QPoint(10, 10), u"<h1>tip</h1>"_s, &box);
    QLabel *tip = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(widget);
    }
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QCOMPARE(tip->text(), u"<h1>tip</h1>"_s);
    QToolTip::hideText();
}

void TestKit::pillTextIsReadable_data()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<QPalette>("palette");
    for (int tone = 0; tone < ToneCount; ++tone) {
        QTest::addRow("light %d", tone) << tone << lightPalette();
        QTest::addRow("dark %d", tone) << tone << darkPalette();
    }
}

void TestKit::pillTextIsReadable()
{
    QFETCH(int, tone);
    QFETCH(QPalette, palette);
    const ToneColors tones = colors::of(static_cast<Tone>(tone), palette);
    QVERIFY2(colors::contrast(tones.text, tones.fill) >= 4.5,
             qPrintable(QString::number(colors::contrast(tones.text, tones.fill))));
}

void TestKit::marksStandOutFromTheWindow_data()
{
    pillTextIsReadable_data();
}

void TestKit::marksStandOutFromTheWindow()
{
    QFETCH(int, tone);
    QFETCH(QPalette, palette);
    const QColor mark = colors::of(static_cast<Tone>(tone), palette).mark;
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        const double contrast = colors::contrast(mark, palette.color(ground));
        QVERIFY2(contrast >= 3, qPrintable(QString::number(contrast)));
    }
}

void TestKit::mutedTextIsReadable()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        const QColor muted = colors::muted(palette);
        QVERIFY(colors::contrast(muted, palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(muted != palette.color(QPalette::WindowText));
    }
    QVERIFY(!colors::isDark(lightPalette()));
    QVERIFY(colors::isDark(darkPalette()));
    QCOMPARE(qRound(colors::contrast(Qt::black, Qt::white)), 21);
}

void TestKit::groundsOfOwnAreReadableAndStandOut_data()
{
    addPalettes();
}

void TestKit::groundsOfOwnAreReadableAndStandOut()
{
    QFETCH(QPalette, palette);
    const QColor on = colors::switchedOn(palette);
    QVERIFY(colors::contrast(on, palette.color(QPalette::ButtonText)) >= 4.5);
    QVERIFY(colors::contrast(on, palette.color(QPalette::Button)) >= 1.2);
    const QPalette pale = colors::withPaleSelection(palette);
    const QColor selection = pale.color(QPalette::Highlight);
    QVERIFY(colors::contrast(selection, pale.color(QPalette::HighlightedText)) >= 4.5);
    QVERIFY(colors::contrast(selection, palette.color(QPalette::Base)) >= 1.2);
    QVERIFY(colors::contrast(selection, palette.color(QPalette::Highlight)) >= 1.2);
}

void TestKit::everyIconIsDrawn_data()
{
    QTest::addColumn<int>("symbol");
    QTest::addColumn<int>("size");
    for (int symbol = 0; symbol < IconCount; ++symbol) {
        for (const int size : {16, 24, 48})
            QTest::addRow("icon %d at %d", symbol, size) << symbol << size;
    }
}

void TestKit::everyIconIsDrawn()
{
    QFETCH(int, symbol);
    QFETCH(int, size);
    const QImage image = iconPixmap(static_cast<Icon>(symbol), Qt::red, size, 1).toImage();
    QCOMPARE(image.size(), QSize(size, size));
    int solid = 0;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 100) {
                QVERIFY(pixel.red() > 240 && pixel.green() < 10 && pixel.blue() < 10);
                ++solid;
            }
        }
    }
    QVERIFY2(solid > 0 && solid < size * size / 2, qPrintable(QString::number(solid)));
}

void TestKit::iconFollowsThePalette()
{
    const QPalette before = QGuiApplication::palette();
    const QIcon plus = icon(Icon::Plus);
    for (const QColor color : {QColor(Qt::blue), QColor(Qt::green)}) {
        QPalette palette = before;
        palette.setColor(QPalette::ButtonText, color);
        QGuiApplication::setPalette(palette);
        QCOMPARE(middleOf(plus.pixmap(24)), color.rgb());
    }
    QGuiApplication::setPalette(before);
}

void TestKit::disabledIconIsDisabledColour()
{
    const QPalette before = QGuiApplication::palette();
    QPalette palette = before;
    palette.setColor(QPalette::Normal, QPalette::ButtonText, Qt::blue);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::green);
    QGuiApplication::setPalette(palette);
    const QSize size(24, 24);
    QCOMPARE(middleOf(icon(Icon::Plus).pixmap(size, QIcon::Normal)), QColor(Qt::blue).rgb());
    QCOMPARE(middleOf(icon(Icon::Plus).pixmap(size, QIcon::Disabled)), QColor(Qt::green).rgb());
    QGuiApplication::setPalette(before);
}

void TestKit::heroCodeHasNameAndValue()
{
    HeroCode hero(u"Current code"_s);
    hero.setPlaceholder(u"No code yet"_s);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&hero);
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Name), u"Current code"_s);
    QCOMPARE(accessible->text(QAccessible::Value), u"No code yet"_s);
    hero.setCode(u"847293"_s, u"847293"_s);
    QCOMPARE(accessible->role(), QAccessible::StaticText);
    QCOMPARE(accessible->text(QAccessible::Value), u"847293"_s);
    QVERIFY(accessible->textInterface());
    QCOMPARE(accessible->textInterface()->text(0, 6), u"847293"_s);
}

void TestKit::heroCodeIsCopiedByClickAndKey()
{
    HeroCode hero(u"Current code"_s);
    QSignalSpy asked(&hero, &HeroCode::copyRequested);
    QTest::mouseClick(&hero, Qt::LeftButton);
    QTest::keyClick(&hero, Qt::Key_Return);
    QCOMPARE(asked.size(), 0); // there is nothing to copy
    hero.setCode(u"847293"_s, u"847 293"_s);
    QTest::mouseClick(&hero, Qt::LeftButton);
    QTest::keyClick(&hero, Qt::Key_Return);
    QTest::keyClick(&hero, Qt::Key_Space);
    QCOMPARE(asked.size(), 3);
}

void TestKit::flowWrapsInsteadOfCutting()
{
    QWidget panel;
    auto *flow = new FlowLayout(&panel);
    QList<QPushButton *> buttons;
    for (int i = 0; i < 6; ++i) {
        buttons.append(new QPushButton(u"Button %1"_s.arg(i)));
        flow->addWidget(buttons.last());
    }
    const int oneLine = flow->heightForWidth(2000);
    QVERIFY(flow->heightForWidth(200) > oneLine);
    panel.resize(200, flow->heightForWidth(200));
    panel.show();
    for (const QPushButton *button : buttons)
        QVERIFY(panel.rect().contains(button->geometry()));
}

void TestKit::wordButtonIsAsHighAsAPushButton()
{
    QPushButton push(icon(Icon::Cart), u"&Buy"_s);
    WordButton word;
    word.setText(u"S&tar"_s);
    word.setIcon(icon(Icon::Star));
    QCOMPARE(word.sizeHint().height(), push.sizeHint().height());
    const int width = word.sizeHint().width();
    QMenu menu;
    word.setMenu(&menu);
    word.setPopupMode(QToolButton::InstantPopup);
    QVERIFY(word.sizeHint().width() > width); // the arrow has its room
}

void TestKit::wordButtonShowsThatItIsOn_data()
{
    addPalettes();
}

void TestKit::wordButtonShowsThatItIsOn()
{
    QFETCH(QPalette, palette);
    WordButton word; // without words: its ground is in the middle
    word.setStyle(QStyleFactory::create(u"Fusion"_s));
    word.style()->setParent(&word);
    word.setPalette(palette);
    word.setCheckable(true);
    word.resize(80, 25);
    const QColor off = middleOf(word.grab());
    word.setChecked(true);
    const QColor on = middleOf(word.grab());
    QVERIFY(on.hsvSaturation() > off.hsvSaturation() + 30);
}

void TestKit::wordsCutOffAreToldInFull()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"Server 2 · any operator"_s));
    QTableView table;
    applyTableLook(table, u"Table"_s);
    table.setModel(&model);
    table.show();
    const auto told = [&](int width) {
        table.setColumnWidth(0, width);
        const QRect cell = table.visualRect(model.index(0, 0));
        QHelpEvent event(QEvent::ToolTip, cell.center(), table.viewport()->mapToGlobal(cell.center()));
        QApplication::sendEvent(table.viewport(), &event);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    QCOMPARE(told(60), u"Server 2 · any operator"_s);
    model.item(0)->setToolTip(u"Sold out."_s);
    QCOMPARE(told(60), u"Server 2 · any operator\nSold out."_s);
    QCOMPARE(told(400), u"Sold out."_s);
    QToolTip::hideText();
}

void TestKit::selectionIsPaleWithoutTheKeyboard()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem);
    QWidget window;
    auto *field = new QLineEdit(&window);
    auto *table = new QTableView(&window);
    table->setStyle(QStyleFactory::create(u"Fusion"_s));
    table->style()->setParent(table);
    applyTableLook(*table, u"Table"_s);
    table->setModel(&model);
    table->setGeometry(0, 40, 300, 100);
    table->selectRow(0);
    window.resize(300, 140);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto ground = [&] {
        return middleOf(table->viewport()->grab(table->visualRect(model.index(0, 0))));
    };
    table->setFocus();
    QCOMPARE(ground(), table->palette().color(QPalette::Highlight).rgb());
    field->setFocus();
    QCOMPARE(ground(), colors::withPaleSelection(table->palette()).color(QPalette::Highlight).rgb());
}

QTEST_MAIN(TestKit)
#include "tst_kit.moc"
