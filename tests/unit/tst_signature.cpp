#include "providers/wire/signature.h"

#include <QTest>

using namespace otpdesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray payload = R"({"event":"order.otp_received","order_id":65})";
const QString secret = u"a secret of the person's"_s;

QString right()
{
    return QString::fromLatin1(hmacSha256Hex(payload, secret.toUtf8()));
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfRfc4231_data();
    void vectorsOfRfc4231();
    void signatureIsTakenAsItIsPasted_data();
    void signatureIsTakenAsItIsPasted();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void secretsAreUtf8();
};

void TestSignature::vectorsOfRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("signedText");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("case 1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                            << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                            << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("case 3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                            << QByteArray("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    QTest::newRow("case 4") << QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819")
                            << QByteArray(50, '\xcd')
                            << QByteArray("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    QTest::newRow("case 6") << QByteArray(131, '\xaa')
                            << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                            << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    QTest::newRow("case 7")
        << QByteArray(131, '\xaa')
        << QByteArray("This is a test using a larger than block-size key and a larger than block-size data. "
                      "The key needs to be hashed before being used by the HMAC algorithm.")
        << QByteArray("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

void TestSignature::vectorsOfRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, signedText);
    QTEST(hmacSha256Hex(signedText, key), "digest");
}

void TestSignature::signatureIsTakenAsItIsPasted_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("bare") << right();
    QTest::newRow("upper case") << right().toUpper();
    QTest::newRow("prefix") << u"sha256="_s + right();
    QTest::newRow("prefix, upper case") << u"SHA256="_s + right().toUpper();
    QTest::newRow("space") << u" \t"_s + right() + u"\r\n"_s;
    QTest::newRow("space after the prefix") << u"\nsha256= "_s + right() + u' ';
}

void TestSignature::signatureIsTakenAsItIsPasted()
{
    QFETCH(QString, pasted);
    QVERIFY(signatureMatches(payload, secret, pasted));
}

void TestSignature::anythingElseIsRefused_data()
{
    QTest::addColumn<QString>("pasted");
    QString firstWrong = right();
    firstWrong[0] = firstWrong[0] == u'0' ? u'1' : u'0';
    QString lastWrong = right();
    lastWrong[63] = lastWrong[63] == u'0' ? u'1' : u'0';
    QTest::newRow("empty") << QString();
    QTest::newRow("prefix alone") << u"sha256="_s;
    QTest::newRow("first digit") << firstWrong;
    QTest::newRow("last digit") << lastWrong;
    QTest::newRow("cut") << right().chopped(1);
    QTest::newRow("longer") << right() + u'0';
    QTest::newRow("other hash") << u"sha1="_s + right();
    QTest::newRow("of another secret")
        << QString::fromLatin1(hmacSha256Hex(payload, "another secret, as long"));
    QTest::newRow("of another payload") << QString::fromLatin1(hmacSha256Hex("{}", secret.toUtf8()));
}

void TestSignature::anythingElseIsRefused()
{
    QFETCH(QString, pasted);
    QVERIFY(!signatureMatches(payload, secret, pasted));
}

void TestSignature::secretsAreUtf8()
{
    const QString accented = u"clé secrète, assez longue"_s;
    QVERIFY(
        signatureMatches(payload, accented, QString::fromLatin1(hmacSha256Hex(payload, accented.toUtf8()))));
    QVERIFY(!signatureMatches(payload, accented,
                              QString::fromLatin1(hmacSha256Hex(payload, accented.toLatin1()))));
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
