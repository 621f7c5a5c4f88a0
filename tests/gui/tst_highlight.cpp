#include "models/catalog/catalogmodel.h"
#include "models/search/searchfold.h"
#include "ui/catalog/offerdelegate.h"
#include "ui/kit/flags.h"
#include "ui/kit/highlight.h"
#include "ui/kit/palette.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize CellSize(260, 28);
constexpr int IsoRole = Qt::UserRole + 500;

/// The columns of pixels that two pictures differ in.
struct Columns
{
    int first = -1;
    int last = -1;
    int count = 0;
};

Columns differing(const QImage &a, const QImage &b)
{
    Columns found;
    for (int x = 0; x < a.width(); ++x) {
        bool differs = false;
        for (int y = 0; y < a.height(); ++y)
            differs |= a.pixel(x, y) != b.pixel(x, y);
        if (!differs)
            continue;
        found.first = found.first < 0 ? x : found.first;
        found.last = x;
        ++found.count;
    }
    return found;
}

struct Cell
{
    QString text;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter;
    int width = CellSize.width();

    QImage drawn(const QString &typed) const
    {
        QStyleOptionViewItem option;
        option.palette = QPalette(QColor(0xef, 0xef, 0xef));
        option.font = QApplication::font();
        option.fontMetrics = QFontMetrics(option.font);
        option.direction = direction;
        option.displayAlignment = alignment;
        option.textElideMode = Qt::ElideRight;
        option.text = text;
        QImage image(CellSize, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        drawCellText(&painter, option, QRect(0, 0, width, CellSize.height()), Qt::black, searchWords(typed));
        return image;
    }
};

int advance(const QString &text)
{
    return QFontMetrics(QApplication::font()).horizontalAdvance(text);
}

bool hasEmojiFont()
{
    const QStringList families = QFontDatabase::families();
    return std::any_of(families.cbegin(), families.cend(), [](const QString &family) {
        return family.contains("emoji"_L1, Qt::CaseInsensitive) ||
               family.contains("joypixels"_L1, Qt::CaseInsensitive);
    });
}

int addFlags()
{
    return QFontDatabase::addApplicationFont(QStringLiteral(OTPDESK_TEST_DATA "/fonts/flags.ttf"));
}

} // namespace

class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFoundWordsChangeThePicture();
    void markIsWhereTheWordIs_data();
    void markIsWhereTheWordIs();
    void lettersStayWhereTheyAre();
    void wordBehindTheCutMarksTheEllipsis();
    void mixedDirectionsAreMarkedInParts();
    void numbersReadTheSameInAMirroredWindow();
    void markedTextIsReadable_data();
    void markedTextIsReadable();
    void marksBelongToTheWordsOfTheDelegate();

    void flagsComeAndGoWithTheirFont();
    void placeholdersAndNonsenseAreNoFlags();
    void flagIsDrawnOnce();
    void flagStandsBeforeTheCountry();
};

void TestHighlight::onlyFoundWordsChangeThePicture()
{
    const Cell cell{.text = u"Taiwan & <b>WhatsApp</b>"_s};
    const QImage plain = cell.drawn({});
    QVERIFY(differing(plain, Cell{.text = {}}.drawn({})).count > 0);
    QCOMPARE(cell.drawn(u"telegram wa"_s).copy(0, 0, advance(u"Taiwan"_s), CellSize.height()),
             plain.copy(0, 0, advance(u"Taiwan"_s), CellSize.height()));
    QCOMPARE(cell.drawn(u"telegram"_s), plain);
    QVERIFY(cell.drawn(u"whats"_s) != plain);
}

void TestHighlight::markIsWhereTheWordIs_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("after");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("alignment");
    const int leading = Qt::AlignLeading | Qt::AlignVCenter;
    QTest::newRow("first") << u""_s << u"Whats"_s << u"App"_s << Qt::LeftToRight << leading;
    QTest::newRow("last") << u"Whats"_s << u"App"_s << u""_s << Qt::LeftToRight << leading;
    QTest::newRow("after a pair") << u"𝐀 Café "_s << u"Straße"_s << u" 1"_s << Qt::LeftToRight << leading;
    QTest::newRow("right") << u"Whats"_s << u"App"_s << u""_s << Qt::LeftToRight
                           << int(Qt::AlignRight | Qt::AlignVCenter);
    QTest::newRow("centre") << u"Whats"_s << u"App"_s << u""_s << Qt::LeftToRight << int(Qt::AlignCenter);
    QTest::newRow("mirrored") << u"Whats"_s << u"App"_s << u""_s << Qt::RightToLeft << leading;
}

void TestHighlight::markIsWhereTheWordIs()
{
    QFETCH(QString, before);
    QFETCH(QString, word);
    QFETCH(QString, after);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(int, alignment);
    const QString text = before + word + after;
    const Cell cell{.text = text, .direction = direction, .alignment = Qt::Alignment(alignment)};
    const Columns marked = differing(cell.drawn({}), cell.drawn(word));
    const Qt::Alignment visual = QStyle::visualAlignment(direction, cell.alignment);
    const int free = CellSize.width() - advance(text);
    const int left = visual & Qt::AlignRight ? free : visual & Qt::AlignHCenter ? free / 2 : 0;
    QVERIFY2(qAbs(marked.first - (left + advance(before))) <= 2, qPrintable(QString::number(marked.first)));
    QVERIFY2(qAbs(marked.last + 1 - (left + advance(before + word))) <= 2,
             qPrintable(QString::number(marked.last)));
}

void TestHighlight::lettersStayWhereTheyAre()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const Cell cell{.text = u"WhatsApp, AVA Wave"_s, .direction = direction};
        const QImage plain = cell.drawn({});
        const QImage marked = cell.drawn(u"whats ava"_s);
        int dark = 0;
        for (int y = 0; y < plain.height(); ++y) {
            for (int x = 0; x < plain.width(); ++x) {
                if (qGray(plain.pixel(x, y)) > 40)
                    continue;
                ++dark;
                QVERIFY(qGray(marked.pixel(x, y)) <= 90);
            }
        }
        QVERIFY(dark > 30);
    }
}

void TestHighlight::wordBehindTheCutMarksTheEllipsis()
{
    const Cell cell{.text = u"A very long name of WhatsApp"_s, .width = advance(u"A very long name"_s)};
    const QFontMetrics metrics(QApplication::font());
    const QString elided = metrics.elidedText(cell.text, Qt::ElideRight, cell.width);
    const Columns marked = differing(cell.drawn({}), cell.drawn(u"whats"_s));
    QVERIFY(qAbs(marked.first - advance(elided.chopped(1))) <= 2);
    QVERIFY(qAbs(marked.last + 1 - advance(elided)) <= 2);
    QVERIFY(marked.last < cell.width);
    // Cut within the word: what is left of it is marked, and the ellipsis.
    const Columns within = differing(cell.drawn({}), cell.drawn(u"name"_s));
    QVERIFY(qAbs(within.first - advance(u"A very long "_s)) <= 2);
    QVERIFY(qAbs(within.last + 1 - advance(elided)) <= 2);
    QCOMPARE(cell.drawn(u"name whats"_s), cell.drawn(u"name"_s)); // and not twice
}

void TestHighlight::mixedDirectionsAreMarkedInParts()
{
    // Drawn as "abc ZYX def": the word goes over the end of the Hebrew part, which stands at its left.
    const Cell cell{.text = u"abc \u05d0\u05d1\u05d2 def"_s};
    if (!QFontMetrics(QApplication::font()).inFont(QChar(0x5d0)))
        QSKIP("The font has no Hebrew letters");
    const Columns marked = differing(cell.drawn({}), cell.drawn(u"\u05d2 def"_s));
    QVERIFY(marked.count > 0);
    QVERIFY(qAbs(marked.first - advance(u"abc "_s)) <= 2);
    QVERIFY(marked.last - marked.first + 1 - marked.count > 4); // a gap
}

void TestHighlight::numbersReadTheSameInAMirroredWindow()
{
    const QString number = u"+62 8123 4567"_s;
    const Cell mirrored{.text = number, .direction = Qt::RightToLeft};
    QCOMPARE(mirrored.drawn({}), (Cell{.text = number, .alignment = Qt::AlignRight}.drawn({})));
}

void TestHighlight::markedTextIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(QColor(0xef, 0xef, 0xef));
    QTest::newRow("dark") << QPalette(QColor(0x35, 0x35, 0x35));
}

void TestHighlight::markedTextIsReadable()
{
    QFETCH(QPalette, palette);
    const auto over = [](const QColor &top, const QColor &under) {
        QImage image(1, 1, QImage::Format_RGB32);
        image.fill(under);
        QPainter(&image).fillRect(0, 0, 1, 1, top);
        return image.pixelColor(0, 0);
    };
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = colors::accent(palette);
    for (const QColor &ink : {palette.color(QPalette::Text), colors::muted(palette)}) {
        const QColor mark = over(colors::found(accent, base, ink), base);
        QVERIFY(mark != base);
        QVERIFY2(colors::contrast(mark, ink) >= 4.0, qPrintable(ink.name()));
    }
    QVERIFY(colors::contrast(over(colors::found(accent, base, Qt::black), base), Qt::black) >= 4.5 ||
            colors::isDark(palette));
    const QColor selection = palette.color(QPalette::Highlight);
    const QColor ink = palette.color(QPalette::HighlightedText);
    const QColor mark = over(colors::found(ink, selection, ink), selection);
    QVERIFY(mark != selection);
    QVERIFY(colors::contrast(mark, ink) >= qMin(4.5, colors::contrast(selection, ink) * 0.8));
}

void TestHighlight::marksBelongToTheWordsOfTheDelegate()
{
    QStandardItemModel model(1, static_cast<int>(CatalogModel::Column::Count));
    for (int column = 0; column < model.columnCount(); ++column)
        model.setData(model.index(0, column), u"WhatsApp 50"_s);
    OfferDelegate delegate;
    QStyleOptionViewItem option;
    option.rect = QRect({}, CellSize);
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    const auto drawn = [&](CatalogModel::Column column) {
        QImage image(CellSize, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(0, static_cast<int>(column)));
        return image;
    };
    const QImage service = drawn(CatalogModel::Column::Service);
    const QImage price = drawn(CatalogModel::Column::Price);
    delegate.setWords(searchWords(u"app 50"_s));
    QVERIFY(drawn(CatalogModel::Column::Service) != service);
    QVERIFY(drawn(CatalogModel::Column::Variant) != price);
    QCOMPARE(drawn(CatalogModel::Column::Price), price);
    delegate.setWords({});
    QCOMPARE(drawn(CatalogModel::Column::Service), service);
}

void TestHighlight::flagsComeAndGoWithTheirFont()
{
    if (hasEmojiFont())
        QSKIP("A font with flags is installed");
    const QFont base = QApplication::font();
    QCOMPARE(flagOf(u"PK"_s), QString());
    QCOMPARE(flagFont(base), base);
    const int added = addFlags();
    QVERIFY(added >= 0);
    QCOMPARE(flagOf(u"PK"_s), u"🇵🇰"_s);
    QCOMPARE(flagOf(u"gb"_s), u"🇬🇧"_s);
    QCOMPARE(flagOf(u"DE"_s), QString()); // two letters in this font
    QCOMPARE(flagFont(base).families(), base.families() << u"OTP Desk Test Emoji"_s);
    QVERIFY(QFontDatabase::removeApplicationFont(added));
    QCOMPARE(flagOf(u"PK"_s), QString());
}

void TestHighlight::placeholdersAndNonsenseAreNoFlags()
{
    const int added = addFlags();
    for (const QString &iso : {u""_s, u"P"_s, u"PAK"_s, u"P1"_s, u"ZZ"_s, u"AA"_s, u"ÉÉ"_s})
        QCOMPARE(flagOf(iso), QString());
    QVERIFY(QFontDatabase::removeApplicationFont(added));
}

void TestHighlight::flagIsDrawnOnce()
{
    const int added = addFlags();
    const QFont base = QApplication::font();
    const QPixmap flag = flagPicture(u"PK"_s, base, Qt::black, 1);
    QCOMPARE(flag.width(), QFontMetrics(flagFont(base)).horizontalAdvance(flagOf(u"PK"_s)));
    QImage nothing(flag.size(), QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    QVERIFY(flag.toImage() != nothing);
    QCOMPARE(flagPicture(u"PK"_s, base, Qt::black, 1).cacheKey(), flag.cacheKey());
    QVERIFY(flagPicture(u"GB"_s, base, Qt::black, 1).cacheKey() != flag.cacheKey());

    const QPixmap dense = flagPicture(u"PK"_s, base, Qt::black, 2);
    QCOMPARE(dense.size(), 2 * flag.size());
    QCOMPARE(dense.deviceIndependentSize(), flag.deviceIndependentSize());
    QVERIFY(flagPicture(u"QQ"_s, base, Qt::black, 1).isNull());
    QVERIFY(QFontDatabase::removeApplicationFont(added));
}

void TestHighlight::flagStandsBeforeTheCountry()
{
    const int added = addFlags();
    QStandardItemModel model(1, static_cast<int>(CatalogModel::Column::Count));
    const QModelIndex index = model.index(0, static_cast<int>(CatalogModel::Column::Country));
    model.setData(index, u"Pakistan"_s);
    model.setData(index, u"PK"_s, IsoRole);
    OfferDelegate delegate;
    QStyleOptionViewItem option;
    option.rect = QRect({}, CellSize);
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    const auto drawn = [&] {
        QImage image(CellSize, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, index);
        return image;
    };
    const QImage without = drawn();
    delegate.setFlagRole(IsoRole);
    const QImage with = drawn();
    // The name is the same, only further to the right.
    const int taken = QFontMetrics(flagFont(option.font)).horizontalAdvance(flagOf(u"PK"_s)) + 4;
    QVERIFY(taken > 8);
    const int width = advance(u"Pakistan"_s);
    const int left = 8;
    QCOMPARE(with.copy(left + taken, 0, width, CellSize.height()),
             without.copy(left, 0, width, CellSize.height()));
    model.setData(index, u"QQ"_s, IsoRole); // no flag: as without
    QCOMPARE(drawn(), without);
    QVERIFY(QFontDatabase::removeApplicationFont(added));
}

QTEST_MAIN(TestHighlight)
#include "tst_highlight.moc"
