#include "app/secrets/filestore.h"
#include "app/secrets/secretstores.h"
#include "app/secrets/sessionstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#ifdef OTPDESK_SECRET_SERVICE
#include "app/secrets/secretservicestore_linux.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStandardPaths>
#endif

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The future's value, once the event loop has brought it.
template <typename V>
std::optional<V> await(const QFuture<V> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
        return std::nullopt;
    return future.result();
}

} // namespace

#ifdef OTPDESK_SECRET_SERVICE

namespace {

/// The wire's (oayays).
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

} // namespace

Q_DECLARE_METATYPE(WireSecret)

namespace {

/// A keyring that does as the test says, on a bus of the test's own.
class FakeKeyring : public QDBusVirtualObject
{
public:
    explicit FakeKeyring(const QString &address) : m_bus(QDBusConnection::connectToBus(address, Name))
    {
        qDBusRegisterMetaType<WireSecret>();
        qDBusRegisterMetaType<Attributes>();
        m_bus.registerVirtualObject(u"/org/freedesktop/secrets"_s, this, QDBusConnection::SubPath);
        m_bus.registerService(u"org.freedesktop.secrets"_s);
    }
    ~FakeKeyring() override { vanish(); }

    bool hasCollection = true;
    bool locked = false;
    bool dismisses = false;          ///< the user closes each prompt
    QString hangsAt;                 ///< no answer to this method
    QString vanishesAt;              ///< the process dies when this method is called
    QString answersNonsenseTo;       ///< of the wrong type
    QStringList calls;               ///< methods, in order
    QMap<QString, QByteArray> items; ///< by all their attributes

    void vanish()
    {
        m_bus = QDBusConnection(QString()); // the last copy closes it
        QDBusConnection::disconnectFromBus(Name);
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        calls << message.member();
        if (message.member() == hangsAt)
            return true;
        if (message.member() == vanishesAt) {
            // Not from inside its own call.
            QMetaObject::invokeMethod(
                this, [this] { vanish(); }, Qt::QueuedConnection);
            return true;
        }
        if (message.member() == answersNonsenseTo) {
            connection.send(message.createReply(QVariant(u"nonsense"_s)));
            return true;
        }
        const QString &path = message.path();
        if (path.contains("/prompt/"_L1))
            return answerPrompt(message, connection);
        if (path.contains("/item/"_L1))
            return answerItem(message, connection);
        return answerService(message, connection);
    }

private:
    static inline const QString Name = u"fake-keyring"_s;
    const QDBusObjectPath None{u"/"_s};
    const QDBusObjectPath Session{u"/org/freedesktop/secrets/session/s1"_s};
    const QDBusObjectPath Collection{u"/org/freedesktop/secrets/collection/login"_s};
    const QDBusObjectPath Prompt{u"/org/freedesktop/secrets/prompt/p1"_s};

    static QVariant of(const auto &value) { return QVariant::fromValue(value); }

    bool answerService(const QDBusMessage &message, const QDBusConnection &connection)
    {
        const QString method = message.member();
        const QVariantList arguments = message.arguments();
        QVariantList reply;
        if (method == "OpenSession"_L1) {
            if (arguments.at(0).toString() != "plain"_L1)
                return connection.send(message.createErrorReply(QDBusError::NotSupported, u"algorithm"_s));
            reply = {of(QDBusVariant(QString(u""_s))), of(Session)};
        } else if (method == "ReadAlias"_L1) {
            reply = {of(hasCollection ? Collection : None)};
        } else if (method == "Unlock"_L1) {
            reply = {of(locked ? Paths() : Paths{Collection}), of(locked ? Prompt : None)};
        } else if (method == "CreateCollection"_L1) {
            if (arguments.at(1).toString() != "default"_L1)
                return connection.send(message.createErrorReply(QDBusError::InvalidArgs, u"alias"_s));
            m_promptMakes = true;
            reply = {of(None), of(Prompt)};
        } else if (method == "SearchItems"_L1) {
            Paths found;
            if (const auto at = items.constFind(nameOf(arguments.at(0))); at != items.cend())
                found << itemPath(int(std::distance(items.cbegin(), at)));
            reply = {of(locked ? Paths() : found), of(locked ? found : Paths())};
        } else if (method == "CreateItem"_L1) {
            if (locked)
                return connection.send(
                    message.createErrorReply(u"org.freedesktop.Secret.Error.IsLocked"_s, {}));
            const auto properties = qdbus_cast<QVariantMap>(arguments.at(0));
            items.insert(nameOf(properties.value(u"org.freedesktop.Secret.Item.Attributes"_s)),
                         qdbus_cast<WireSecret>(arguments.at(1)).value);
            reply = {of(itemPath(0)), of(None)};
        } else if (method != "Close"_L1) {
            return false;
        }
        return connection.send(message.createReply(reply));
    }

    bool answerItem(const QDBusMessage &message, const QDBusConnection &connection)
    {
        const auto at = std::next(items.begin(), message.path().section(u'/', -1).mid(1).toInt());
        if (message.member() == "Delete"_L1) {
            items.erase(at);
            return connection.send(message.createReply(of(None)));
        }
        const WireSecret secret{
            message.arguments().at(0).value<QDBusObjectPath>(), {}, at.value(), u"text/plain"_s};
        return connection.send(message.createReply(of(secret)));
    }

    bool answerPrompt(const QDBusMessage &message, const QDBusConnection &connection)
    {
        connection.send(message.createReply());
        if (message.member() != "Prompt"_L1)
            return true;
        const bool makes = std::exchange(m_promptMakes, false);
        if (!dismisses) {
            locked = false;
            hasCollection = hasCollection || makes;
        }
        QDBusMessage completed =
            QDBusMessage::createSignal(Prompt.path(), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
        const QVariant result = makes ? of(dismisses ? None : Collection) : of(Paths{Collection});
        completed << dismisses << of(QDBusVariant(result));
        return connection.send(completed);
    }

    static QString nameOf(const QVariant &attributes)
    {
        const auto map = qdbus_cast<Attributes>(attributes);
        return QStringList(map.keys() + map.values()).join(u' ');
    }

    static QDBusObjectPath itemPath(int index)
    {
        return QDBusObjectPath(u"/org/freedesktop/secrets/item/i%1"_s.arg(index));
    }

    QDBusConnection m_bus;
    bool m_promptMakes = false;
};

/// A session bus with nobody on it, which can start nothing but what `services` names.
class PrivateBus
{
public:
    explicit PrivateBus(bool canStartKeyring)
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty() || !m_dir.isValid())
            return;
        if (canStartKeyring)
            write(u"services/keyring.service"_s,
                  "[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/nonexistent/keyring\n");
        write(u"bus.conf"_s,
              "<busconfig><type>session</type><listen>unix:dir=" + QFile::encodeName(m_dir.path()) +
                  "</listen>"
                  "<servicedir>" +
                  QFile::encodeName(m_dir.filePath(u"services"_s)) +
                  "</servicedir>"
                  "<policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"true\"/>"
                  "<allow own=\"*\"/></policy></busconfig>");
        m_daemon.start(program, {u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                                 u"--config-file="_s + m_dir.filePath(u"bus.conf"_s)});
        if (QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, 20000))
            m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    QString address() const { return m_address; }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        QDir().mkpath(QFileInfo(file).path());
        if (file.open(QFile::WriteOnly))
            file.write(text);
    }

    QTemporaryDir m_dir;
    QProcess m_daemon;
    QString m_address;
};

} // namespace

#endif

class SecretStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.emplace().isValid()); }
    void cleanup()
    {
#ifdef OTPDESK_SECRET_SERVICE
        m_keyring.reset();
        m_bus.reset();
#endif
        m_dir.reset();
    }

    void whatWasWrittenIsRead_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("session") << u"session"_s;
        QTest::newRow("file") << u"file"_s;
        QTest::newRow("keyring") << u"keyring"_s;
        if (qEnvironmentVariableIsSet("OTPDESK_TEST_SESSION_KEYRING"))
            QTest::newRow("the session's own keyring") << u"real"_s;
    }
    void whatWasWrittenIsRead()
    {
        QFETCH(QString, kind);
        const auto store = make(kind);
        if (!store)
            QSKIP("needs dbus-daemon");
        QCOMPARE(await(store->probe()), std::optional(true));
        const QString odd = u"schlüssel 🔑 \"quoted\"\nline"_s;

        auto reply = await(store->read(u"a"_s));
        QVERIFY(reply);
        QVERIFY2(reply->ok, qPrintable(reply->detail));
        QCOMPARE(reply->secret, QString());
        for (const QString &secret : {u"first"_s, odd}) {
            reply = await(store->write(u"a"_s, secret, u"OTP Desk: Work"_s));
            QVERIFY2(reply && reply->ok, qPrintable(reply->detail));
        }
        QVERIFY(await(store->write(u"b"_s, u"other"_s, u"OTP Desk: Home"_s))->ok);
        QCOMPARE(await(store->read(u"a"_s))->secret, odd);
        QCOMPARE(await(store->read(u"b"_s))->secret, u"other"_s);
        QVERIFY(await(store->erase(u"a"_s))->ok);
        QVERIFY(await(store->erase(u"a"_s))->ok);
        reply = await(store->read(u"a"_s));
        QVERIFY(reply->ok);
        QCOMPARE(reply->secret, QString());
        QCOMPARE(await(store->read(u"b"_s))->secret, u"other"_s);
        QVERIFY(await(store->erase(u"b"_s))->ok);
    }

    void theFileOutlivesItsStoreAndIsPrivate()
    {
        QVERIFY(await(FileStore(keysFile()).write(u"a"_s, u"key"_s, {}))->ok);
        QCOMPARE(await(FileStore(keysFile()).read(u"a"_s))->secret, u"key"_s);
#ifdef Q_OS_UNIX
        const QFile::Permissions others(0x0077);
        QCOMPARE(int(QFile::permissions(keysFile()) & others), 0);
        QVERIFY(QFile::setPermissions(keysFile(), QFile::Permissions(0x6644)));
        QVERIFY(await(FileStore(keysFile()).read(u"a"_s))->ok);
        QCOMPARE(int(QFile::permissions(keysFile()) & others), 0);
        QVERIFY(await(FileStore(keysFile()).write(u"b"_s, u"key"_s, {}))->ok);
        QCOMPARE(int(QFile::permissions(keysFile()) & others), 0);
#endif
    }

    void aDamagedFileIsNotWrittenOver()
    {
        QFile file(keysFile());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("{\"a\": \"precious");
        file.close();
        FileStore store(keysFile());
        for (const auto &reply : {await(store.read(u"a"_s)), await(store.write(u"b"_s, u"x"_s, {})),
                                  await(store.erase(u"a"_s))}) {
            QVERIFY(reply);
            QVERIFY(!reply->ok);
            QCOMPARE(reply->problem, SecretProblem::Failed);
            QVERIFY(!reply->detail.contains("precious"_L1));
        }
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), "{\"a\": \"precious");
    }

    void aFileThatCannotBeWrittenIsAnError()
    {
        FileStore store(m_dir->filePath(u"missing/keys.json"_s));
        QCOMPARE(await(store.probe()), std::optional(false));
        QVERIFY(!await(store.write(u"a"_s, u"x"_s, {}))->ok);
    }

    void everyPlatformHasAFileAndASession()
    {
        const auto stores = secretStores(keysFile());
        QVERIFY(stores.size() >= 2);
        QCOMPARE(stores[stores.size() - 2]->home(), SecretHome::File);
        QCOMPARE(stores.back()->home(), SecretHome::Session);
    }

#ifdef OTPDESK_SECRET_SERVICE
    void aLockedKeyringIsUnlockedByItsPrompt()
    {
        const auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        m_keyring->locked = true;
        QVERIFY(await(store->write(u"a"_s, u"key"_s, {}))->ok);
        m_keyring->locked = true;
        QCOMPARE(await(store->read(u"a"_s))->secret, u"key"_s);
        QCOMPARE(m_keyring->calls.count(u"Prompt"_s), 2);
    }

    void aMissingCollectionIsMade()
    {
        const auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        m_keyring->hasCollection = false;
        const auto nothing = await(store->read(u"a"_s));
        QVERIFY(nothing && nothing->ok && nothing->secret.isEmpty());
        QVERIFY(!m_keyring->calls.contains(u"CreateCollection"_s)); // not just to look
        QVERIFY(await(store->write(u"a"_s, u"key"_s, {}))->ok);
        QVERIFY(m_keyring->calls.contains(u"CreateCollection"_s));
        QCOMPARE(await(store->read(u"a"_s))->secret, u"key"_s);
    }

    void aDismissedPromptIsLockedAndNotShownForEachRequest_data()
    {
        QTest::addColumn<bool>("hasCollection");
        QTest::newRow("to unlock") << true;
        QTest::newRow("to make one") << false;
    }
    void aDismissedPromptIsLockedAndNotShownForEachRequest()
    {
        QFETCH(bool, hasCollection);
        const auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        m_keyring->locked = true;
        m_keyring->dismisses = true;
        m_keyring->hasCollection = hasCollection;
        QList<QFuture<SecretReply>> asked;
        for (int i = 0; i < 3; ++i)
            asked << store->write(QString::number(i), u"key"_s, {});
        for (const auto &future : asked) {
            const auto reply = await(future);
            QVERIFY(reply);
            QVERIFY(!reply->ok);
            QCOMPARE(reply->problem, SecretProblem::Locked);
        }
        QCOMPARE(m_keyring->calls.count(u"Prompt"_s), 1);
    }

    void aServiceThatHangsIsGivenUp_data()
    {
        QTest::addColumn<QString>("method");
        for (const char *method : {"OpenSession", "ReadAlias", "Unlock", "CreateItem", "Prompt"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void aServiceThatHangsIsGivenUp()
    {
        QFETCH(QString, method);
        const auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        m_keyring->hangsAt = method;
        m_keyring->locked = method == "Prompt"_L1;
        const auto first = store->write(u"a"_s, u"key"_s, {}), second = store->read(u"b"_s);
        for (const auto &future : {first, second}) {
            const auto reply = await(future);
            QVERIFY(reply);
            QVERIFY(!reply->ok);
            QCOMPARE(reply->problem, SecretProblem::TimedOut);
            QVERIFY(!reply->detail.contains("key"_L1));
        }
        m_keyring->hangsAt.clear(); // and works again when the service does
        QVERIFY(await(store->write(u"a"_s, u"key"_s, {}))->ok);
    }

    void aServiceThatVanishesEndsTheCall_data()
    {
        QTest::addColumn<QString>("method");
        for (const char *method :
             {"OpenSession", "ReadAlias", "Unlock", "SearchItems", "GetSecret", "Prompt"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void aServiceThatVanishesEndsTheCall()
    {
        QFETCH(QString, method);
        const auto store = make(u"keyring"_s, 15s); // by news of its end, not by waiting
        if (!store)
            QSKIP("needs dbus-daemon");
        QVERIFY(await(store->write(u"a"_s, u"key"_s, {}))->ok);
        m_keyring->locked = method == "Prompt"_L1;
        m_keyring->vanishesAt = method;
        const auto reply = await(store->read(u"a"_s));
        QVERIFY(reply);
        QVERIFY(!reply->ok);
        QVERIFY2(reply->problem != SecretProblem::TimedOut, qPrintable(reply->detail));
    }

    void anAnswerOfTheWrongTypeIsAnError_data()
    {
        QTest::addColumn<QString>("method");
        for (const char *method : {"OpenSession", "ReadAlias", "Unlock", "SearchItems", "GetSecret"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void anAnswerOfTheWrongTypeIsAnError()
    {
        QFETCH(QString, method);
        const auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        QVERIFY(await(store->write(u"a"_s, u"key"_s, {}))->ok);
        m_keyring->answersNonsenseTo = method;
        const auto reply = await(store->read(u"a"_s));
        QVERIFY(reply);
        QVERIFY(!reply->ok);
        QCOMPARE(reply->problem, SecretProblem::Failed);
    }

    void withoutAServiceThereIsNoStore()
    {
        m_bus.emplace(false);
        if (m_bus->address().isEmpty())
            QSKIP("needs dbus-daemon");
        SecretServiceStore store({}, m_bus->address());
        QCOMPARE(await(store.probe()), std::optional(false));
        const auto reply = await(store.read(u"a"_s));
        QVERIFY(reply);
        QVERIFY(!reply->ok);
        QCOMPARE(reply->problem, SecretProblem::NoStore);
    }

    void aServiceThatCouldBeStartedCounts()
    {
        m_bus.emplace(true);
        if (m_bus->address().isEmpty())
            QSKIP("needs dbus-daemon");
        SecretServiceStore store({}, m_bus->address());
        QCOMPARE(await(store.probe()), std::optional(true));
        const auto reply = await(store.read(u"a"_s)); // and says so when it cannot
        QVERIFY(reply);
        QVERIFY(!reply->ok);
    }

    void withoutABusThereIsNoStore()
    {
        SecretServiceStore store({}, u"unix:path=/nonexistent/bus"_s);
        QCOMPARE(await(store.probe()), std::optional(false));
        const auto reply = await(store.read(u"a"_s));
        QVERIFY(reply);
        QVERIFY(!reply->ok);
        QCOMPARE(reply->problem, SecretProblem::NoStore);
    }

    void aStoreThatGoesCancelsWhatIsUnderWay()
    {
        auto store = make(u"keyring"_s);
        if (!store)
            QSKIP("needs dbus-daemon");
        m_keyring->hangsAt = u"Unlock"_s;
        const auto one = store->read(u"a"_s), two = store->read(u"b"_s);
        QTRY_VERIFY(m_keyring->calls.contains(u"Unlock"_s));
        store.reset();
        QTRY_VERIFY(one.isCanceled() && two.isCanceled());
    }
#endif

private:
    QString keysFile() const
    {
        return m_dir->filePath(u"keys.json"_s);
    }

    /// Null where there is no D-Bus to test with.
    std::unique_ptr<SecretStore> make(const QString &kind,
                                      [[maybe_unused]] std::chrono::milliseconds patience = 300ms)
    {
        if (kind == "session"_L1)
            return std::make_unique<SessionStore>();
        if (kind == "file"_L1)
            return std::make_unique<FileStore>(keysFile());
#ifdef OTPDESK_SECRET_SERVICE
        if (kind == "real"_L1)
            return std::make_unique<SecretServiceStore>();
        m_bus.emplace(false);
        if (m_bus->address().isEmpty())
            return nullptr;
        m_keyring = std::make_unique<FakeKeyring>(m_bus->address());
        return std::make_unique<SecretServiceStore>(SecretServiceLimits{patience, patience, patience},
                                                    m_bus->address());
#else
        return nullptr;
#endif
    }

    std::optional<QTemporaryDir> m_dir;
#ifdef OTPDESK_SECRET_SERVICE
    std::optional<PrivateBus> m_bus;
    std::unique_ptr<FakeKeyring> m_keyring;
#endif
};

QTEST_GUILESS_MAIN(SecretStoresTest)
#include "tst_secretstores.moc"
