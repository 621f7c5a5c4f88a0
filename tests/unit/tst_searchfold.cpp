#include "models/search/searchfold.h"

#include <QRandomGenerator>
#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

/// Text in which folding changes lengths, and words begin and end in all sorts of places.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{
        u"a"_s,  u"b"_s,  u"s"_s,  u"W"_s, u"A"_s, u" "_s, u"-"_s,       u"1"_s,          u"ß"_s,
        u"ẞ"_s,  u"ﬁ"_s,  u"é"_s,  u"e"_s, u"İ"_s, u"ı"_s, u"e\u0301"_s, u"\u0301"_s,     u"Ł"_s,
        u"Ａ"_s, u"서"_s, u"微"_s, u"ไ"_s, u"س"_s, u"😀"_s, u"𝐀"_s,       u"\U0001D165"_s, u"½"_s,
    };
    QString text;
    for (int i = random.bounded(12); i > 0; --i)
        text += pieces[random.bounded(pieces.size())];
    if (random.bounded(8) == 0)
        text += QChar(random.bounded(2) == 0 ? 0xd83d : 0xde00); // half of a pair
    return text;
}

/// What folding a whole text means, said in another way than character by character.
QString foldedAtOnce(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.replace(u'ł', u'l').replace(u'ı', u'i').replace(u"ß"_s, u"ss"_s);
    QString letters;
    const QList<uint> all = folded.toUcs4();
    for (const uint c : all) {
        if (!QChar::isMark(c))
            letters += QChar::fromUcs4(c);
    }
    return letters;
}

QStringList partsOf(const QString &text, const QList<TextRange> &ranges)
{
    QStringList parts;
    for (const TextRange &range : ranges)
        parts.append(text.sliced(range.start, range.length));
    return parts;
}

} // namespace

class TestSearchFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldingIsTheSameForPartsAndWhole()
    {
        QRandomGenerator random(41);
        for (int i = 0; i < 20'000; ++i) {
            const QString text = randomText(random);
            if (text.isValidUtf16())
                QCOMPARE(searchFolded(text), foldedAtOnce(text));
            QCOMPARE(searchFolded(searchFolded(text)), searchFolded(text));
            QCOMPARE(searchFolded(text.normalized(QString::NormalizationForm_C)), searchFolded(text));
        }
    }

    void shortWordsStandAtBeginnings_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("first") << u"wa"_s << u"walmart"_s << true;
        QTest::newRow("within") << u"wa"_s << u"kwai taiwan"_s << false;
        QTest::newRow("second word") << u"wa"_s << u"taiwan walmart"_s << true;
        QTest::newRow("next line") << u"wa"_s << u"kwai\nwa"_s << true;
        QTest::newRow("after punctuation") << u"wa"_s << u"sms-wa"_s << true;
        QTest::newRow("one letter") << u"x"_s << u"netflix"_s << false;
        QTest::newRow("one letter, first") << u"x"_s << u"twitter (x)"_s << true;
        QTest::newRow("digit within a number") << u"2"_s << u"server 12"_s << false;
        QTest::newRow("digit") << u"2"_s << u"server 2"_s << true;
        QTest::newRow("digit after a letter") << u"2"_s << u"o2"_s << false;
        QTest::newRow("letter after a digit") << u"x"_s << u"1xbet"_s << false;
        QTest::newRow("end of a site") << u"co"_s << u"telegram.com"_s << false;
        QTest::newRow("longer end of a site") << u"com"_s << u"telegram.com"_s << true;
        QTest::newRow("after a sentence") << u"co"_s << u"cheap. colombia"_s << true;
        QTest::newRow("after a leading dot") << u"co"_s << u".com"_s << true;
        QTest::newRow("longer word within") << u"hat"_s << u"whatsapp"_s << true;
        QTest::newRow("longer word not there") << u"hax"_s << u"whatsapp"_s << false;
        QTest::newRow("cyrillic first") << u"ок"_s << u"ок"_s << true;
        QTest::newRow("cyrillic within") << u"ок"_s << u"кокос"_s << false;
        QTest::newRow("chinese anywhere") << u"信"_s << u"微信"_s << true;
        QTest::newRow("latin after chinese") << u"wa"_s << u"微信wa"_s << true;
        QTest::newRow("thai anywhere") << u"ทย"_s << u"ไทย"_s << true;
        QTest::newRow("arabic after its article") << u"عر"_s << u"العراق"_s << true;
        QTest::newRow("korean syllable") << searchFolded(u"울") << searchFolded(u"서울") << true;
        QTest::newRow("punctuation anywhere") << u"+"_s << u"disney+"_s << true;
        QTest::newRow("nothing") << u""_s << u"any"_s << true;
        QTest::newRow("in nothing") << u"wa"_s << u""_s << false;
    }
    void shortWordsStandAtBeginnings()
    {
        QFETCH(QString, word);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(SearchWord(word).isIn(text), found);
        QCOMPARE(SearchWord(word).isIn(SearchText(text)), found);
    }

    /// Letters only rule out what is not there anyway.
    void letterSetsChangeNoAnswer()
    {
        QRandomGenerator random(43);
        int hits = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QString text = searchFolded(randomText(random));
            const SearchWord word(searchFolded(randomText(random)).left(1 + random.bounded(3)));
            hits += word.isIn(text);
            QCOMPARE(word.isIn(SearchText(text)), word.isIn(text));
        }
        QVERIFY(hits > 1000);
    }

    void rangesAreOfTheTextAsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("plain") << u"WhatsApp"_s << u"what"_s << QStringList{u"What"_s};
        QTest::newRow("every place") << u"Papa"_s << u"pap apa"_s << QStringList{u"Papa"_s};
        QTest::newRow("apart") << u"bank to bank"_s << u"bank"_s << QStringList{u"bank"_s, u"bank"_s};
        QTest::newRow("in order") << u"Facebook"_s << u"book fac"_s << QStringList{u"Fac"_s, u"book"_s};
        QTest::newRow("those that touch") << u"Facebook"_s << u"book face"_s << QStringList{u"Facebook"_s};
        QTest::newRow("short within") << u"Taiwan"_s << u"wa"_s << QStringList{};
        QTest::newRow("short first") << u"Taiwan Walmart"_s << u"wa"_s << QStringList{u"Wa"_s};
        QTest::newRow("sharp s") << u"Die Straße 5"_s << u"strasse"_s << QStringList{u"Straße"_s};
        QTest::newRow("half of a sharp s") << u"Maß"_s << u"mas"_s << QStringList{u"Maß"_s};
        QTest::newRow("ligature") << u"WiﬁNet"_s << u"fin"_s << QStringList{u"ﬁN"_s};
        QTest::newRow("composed") << u"Café bar"_s << u"cafe"_s << QStringList{u"Café"_s};
        QTest::newRow("decomposed") << u"Cafe\u0301 bar"_s << u"cafe"_s << QStringList{u"Cafe\u0301"_s};
        QTest::newRow("accent of the letter before") << u"e\u0301bar"_s << u"bar"_s << QStringList{u"bar"_s};
        QTest::newRow("dotted I") << u"İstanbul"_s << u"ist"_s << QStringList{u"İst"_s};
        QTest::newRow("after a pair") << u"😀 Signal"_s << u"sign"_s << QStringList{u"Sign"_s};
        QTest::newRow("pairs") << u"x𝐀𝐁𝐂y"_s << u"bcy"_s << QStringList{u"𝐁𝐂y"_s};
        QTest::newRow("korean") << u"서울특별시"_s << u"특별"_s << QStringList{u"특별"_s};
        QTest::newRow("nothing typed") << u"Signal"_s << u""_s << QStringList{};
        QTest::newRow("nothing to look in") << u""_s << u"sign"_s << QStringList{};
    }
    void rangesAreOfTheTextAsWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QFETCH(QStringList, marked);
        QCOMPARE(partsOf(text, matchRanges(text, searchWords(typed))), marked);
        QCOMPARE(matchRanges(text, {QString()}), QList<TextRange>());
    }

    void rangesAreSortedApartAndWhole()
    {
        QRandomGenerator random(47);
        int found = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QString text = randomText(random);
            QStringList words;
            for (int n = random.bounded(3); n >= 0; --n)
                words.append(searchFolded(randomText(random)).left(1 + random.bounded(4)));
            words.removeAll({});
            const QList<TextRange> ranges = matchRanges(text, words);
            qsizetype before = -1;
            for (const TextRange &range : ranges) {
                QVERIFY(range.start > before && range.length > 0 && range.end() <= text.size());
                before = range.end();
                const bool cutsPair = text.isValidUtf16() &&
                                      (text[range.start].isLowSurrogate() ||
                                       (range.end() < text.size() && text[range.end()].isLowSurrogate()));
                QVERIFY(!cutsPair);
            }
            // Something is marked exactly when a search finds something.
            bool isThere = false;
            for (const QString &word : std::as_const(words))
                isThere |= SearchWord(word).isIn(searchFolded(text));
            QCOMPARE(!ranges.isEmpty(), isThere);
            found += isThere;
        }
        QVERIFY(found > 1000);
    }

    /// A word taken from the text itself is within what is marked for it.
    void wordOfTheTextIsMarked()
    {
        QRandomGenerator random(53);
        for (int i = 0; i < 20'000; ++i) {
            const QString before = randomText(random);
            const QString word = u"q"_s + randomText(random).trimmed() + u"z"_s;
            const QString text = before + word + randomText(random);
            const QList<TextRange> ranges = matchRanges(text, {searchFolded(word)});
            const bool within = std::any_of(ranges.cbegin(), ranges.cend(), [&](const TextRange &range) {
                return range.start <= before.size() && range.end() >= before.size() + word.size();
            });
            const bool isShort = searchFolded(word).size() <= 2;
            QVERIFY2(within || isShort, qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchFold)
#include "tst_searchfold.moc"
