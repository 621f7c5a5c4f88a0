#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

/// What a sentence is filled with: "%1", "%2", "%n", sorted.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%(?:L?\\d+|n)"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.append(match.next().captured());
    places.sort();
    return places;
}

/// How many letters a text underlines: "&&" is a plain ampersand.
qsizetype mnemonicsIn(QString text)
{
    return text.remove(u"&&"_s).count(u'&');
}

/// The sign a label ends with, which tells that a dialog follows, or a field, or a line.
QString tailOf(const QString &text)
{
    static const QString tails = u"…:\n"_s;
    return !text.isEmpty() && tails.contains(text.back()) ? text.last(1) : QString();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translatedTextsKeepWhatTheCodeReliesOn_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        const QDir folder(QStringLiteral(OTPDESK_TEST_DATA "/../../resources/translations"));
        const QStringList files = folder.entryList({u"*.ts"_s}, QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QXmlStreamReader xml(&file);
            QString source;
            int row = 0;
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement)
                    continue;
                if (xml.name() == "source"_L1) {
                    source = xml.readElementText();
                } else if (xml.name() == "translation"_L1) {
                    const bool open = xml.attributes().value("type"_L1) == "unfinished"_L1;
                    const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                    if (!open)
                        QTest::addRow("%s %d", qPrintable(name), ++row) << source << text;
                }
            }
            QVERIFY2(!xml.hasError(), qPrintable(name + u": "_s + xml.errorString()));
            QVERIFY2(row > 0, qPrintable(name));
        }
    }

    void translatedTextsKeepWhatTheCodeReliesOn()
    {
        QFETCH(QString, source);
        QFETCH(QString, translation);
        QVERIFY2(!translation.isEmpty(), qPrintable(source));
        QCOMPARE(placesIn(translation), placesIn(source));
        QCOMPARE(mnemonicsIn(translation), mnemonicsIn(source));
        QCOMPARE(tailOf(translation), tailOf(source));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
