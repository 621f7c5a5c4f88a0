#include "tests/support/topupbench.h"

#include "models/accounts/accountmodel.h"
#include "providers/wire/signature.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/webhookdialog.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/messagebar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;

/// The Webhook dialog on a provider whose answers the test gives.
class WebhookDialogTest : public QObject
{
    Q_OBJECT

private:
    template <typename Widget = QWidget>
    Widget *find(const QString &name) const
    {
        auto *widget = m_dialog ? m_dialog->findChild<Widget *>(name) : nullptr;
        return widget && widget->isVisible() ? widget : nullptr;
    }
    bool press(const QString &name)
    {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled())
            return false;
        button->click();
        return true;
    }
    QString problem(const QString &field) const
    {
        auto *label = find<QLabel>(field + u"Problem"_s);
        return label ? label->text() : QString();
    }
    QString bar() const
    {
        auto *found = m_dialog->findChild<MessageBar *>();
        return found->isVisible() ? found->text() : QString();
    }
    void type(const QString &field, const QString &text)
    {
        find<QLineEdit>(field)->selectAll();
        if (text.isEmpty())
            QTest::keyClick(find(field), Qt::Key_Delete);
        QTest::keyClicks(find(field), text);
    }
    FakeWebhookDesk &desk() { return m_floor->webhooks; }
    static WebhookState stored()
    {
        return {u"https://example.com/otp"_s, {u"order.otp_received"_s, u"deposit.success"_s}, true};
    }
    void open()
    {
        m_dialog = new WebhookDialog(m_bench->accounts, m_bench->account.id, *m_clipboard);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->show();
    }
    bool openForm(const WebhookState &state = stored())
    {
        desk().states.answer(state);
        open();
        return QTest::qWaitFor([this] { return find(u"webhookUrl"_s) != nullptr; });
    }
    static ApiError refusal(const QString &field, const QString &words = {})
    {
        ApiError error;
        error.kind = ErrorKind::BadRequest;
        error.field = field;
        error.detail = words;
        return error;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TopUpBench::Floor> m_floor;
    std::unique_ptr<TopUpBench> m_bench;
    std::unique_ptr<Clipboard> m_clipboard;
    QPointer<WebhookDialog> m_dialog;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_floor = std::make_unique<TopUpBench::Floor>();
        desk().known = QStringList{u"order.otp_received"_s, u"order.cancelled"_s, u"deposit.success"_s,
                                   u"order.new_thing"_s, u"*"_s};
        desk().problem = [](const WebhookUpdate &update) -> std::optional<ApiError> {
            if (!update.url.startsWith(u"https://"))
                return refusal(u"url"_s);
            if (!update.secret.isEmpty() && update.secret.size() < 16)
                return refusal(u"secret"_s, u"At least 16 characters."_s);
            return std::nullopt;
        };
        m_bench = std::make_unique<TopUpBench>(m_dir->filePath(u"journal.sqlite"_s), *m_floor);
        QVERIFY(m_bench->start());
        m_clipboard = std::make_unique<Clipboard>(m_bench->clock);
    }
    void cleanup()
    {
        delete m_dialog;
        m_clipboard.reset();
        m_bench.reset();
        m_floor.reset();
    }

    void whatIsSetIsShown()
    {
        QVERIFY(openForm());
        QCOMPARE(find<QLineEdit>(u"webhookUrl"_s)->text(), u"https://example.com/otp"_s);
        QVERIFY(find<QCheckBox>(u"event_order.otp_received"_s)->isChecked());
        QVERIFY(!find<QCheckBox>(u"event_order.cancelled"_s)->isChecked());
        QVERIFY(find<QCheckBox>(u"webhookActive"_s)->isChecked());
        QCOMPARE(find<QCheckBox>(u"event_order.otp_received"_s)->text(),
                 u"A code has come (order.otp_received)"_s);
        QCOMPARE(find<QCheckBox>(u"event_order.new_thing"_s)->text(), u"order.new_thing"_s);
        QVERIFY(find(u"urlProblem"_s) == nullptr);
    }

    void theAgreedNamesAreThere()
    {
        QVERIFY(openForm());
        const QList<std::pair<QString, QString>> names{{u"webhookUrl"_s, u"URL"_s},
                                                       {u"webhookActive"_s, u"Active"_s},
                                                       {u"webhookSecret"_s, u"Secret"_s},
                                                       {u"saveWebhook"_s, u"Save webhook"_s}};
        for (const auto &name : names)
            QCOMPARE(find(name.first)->accessibleName(), name.second);
        QCOMPARE(m_dialog->windowTitle(), u"Webhook"_s);
    }

    void aFailureIsSaidAndTriedAgain()
    {
        ApiError down;
        down.kind = ErrorKind::Unreachable;
        desk().states.answer(down);
        open();
        QTRY_VERIFY(find(u"emptyPrimary"_s));
        QVERIFY(!find(u"webhookUrl"_s));
        desk().states.hold();
        QVERIFY(press(u"emptyPrimary"_s));
        QVERIFY(!find(u"emptyPrimary"_s)); // asking
        QTRY_COMPARE(desk().states.waiting(), 1);
        desk().states.settle(stored());
        QTRY_VERIFY(find(u"webhookUrl"_s));
        QCOMPARE(desk().states.calls, 2);
    }

    void anAccountThatGoesAwayIsSaid()
    {
        open();
        QTRY_COMPARE(desk().states.waiting(), 1);
        desk().states.cancel();
        QTRY_VERIFY(find(u"emptyPrimary"_s));
    }

    void mistakesAreToldAsTheyAreTyped()
    {
        QVERIFY(openForm());
        type(u"webhookUrl"_s, u"http://example.com"_s);
        QVERIFY(problem(u"url"_s).startsWith(u"Enter an https address"));
        QVERIFY(problem(u"secret"_s).isEmpty());
        QVERIFY(press(u"saveWebhook"_s));
        QVERIFY(desk().sent.isEmpty());
        type(u"webhookUrl"_s, u"https://example.com/new"_s);
        QVERIFY(problem(u"url"_s).isEmpty());
        type(u"webhookSecret"_s, u"short"_s);
        QCOMPARE(problem(u"secret"_s), u"At least 16 characters."_s);
        type(u"webhookSecret"_s, QString());
        QVERIFY(problem(u"secret"_s).isEmpty());
        find<QCheckBox>(u"event_order.otp_received"_s)->click();
        find<QCheckBox>(u"event_deposit.success"_s)->click();
        QVERIFY(problem(u"events"_s).startsWith(u"Choose at least one event"));
    }

    void allEventsAreOneWord()
    {
        QVERIFY(openForm());
        find<QCheckBox>(u"event_*"_s)->click();
        QVERIFY(!find<QCheckBox>(u"event_deposit.success"_s)->isEnabled());
        QVERIFY(press(u"saveWebhook"_s));
        QTRY_COMPARE(desk().sent.size(), 1);
        QCOMPARE(desk().sent[0].events, QStringList{u"*"_s});
        desk().updates.settle(WebhookSaved{{u"https://example.com/otp"_s, {u"*"_s}, true}, {}});
        QTRY_VERIFY(find<QCheckBox>(u"event_*"_s)->isEnabled());
        find<QCheckBox>(u"event_*"_s)->click();
        QVERIFY(find<QCheckBox>(u"event_deposit.success"_s)->isEnabled());
    }

    void whatIsSavedIsWhatWasEntered()
    {
        QVERIFY(openForm());
        type(u"webhookUrl"_s, u" https://example.com/new "_s);
        type(u"webhookSecret"_s, u"0123456789abcdef"_s);
        find<QCheckBox>(u"webhookActive"_s)->click();
        find<QCheckBox>(u"event_order.cancelled"_s)->click();
        QVERIFY(press(u"saveWebhook"_s));
        QVERIFY(!press(u"saveWebhook"_s)); // one click, one request
        QTRY_COMPARE(desk().sent.size(), 1);
        QCOMPARE(desk().sent[0].url, u"https://example.com/new"_s);
        QCOMPARE(desk().sent[0].secret, u"0123456789abcdef"_s);
        QCOMPARE(desk().sent[0].isActive, false);
        QCOMPARE(desk().sent[0].events,
                 (QStringList{u"order.otp_received"_s, u"order.cancelled"_s, u"deposit.success"_s}));
    }

    void theProvidersRefusalStandsUnderItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("url") << u"url"_s;
        QTest::newRow("events") << u"events"_s;
        QTest::newRow("secret") << u"secret"_s;
    }
    void theProvidersRefusalStandsUnderItsField()
    {
        QFETCH(QString, field);
        QVERIFY(openForm());
        QVERIFY(press(u"saveWebhook"_s));
        desk().updates.settle(refusal(field, u"URL resolves to a <b>private</b> IP"_s));
        QTRY_COMPARE(problem(field), u"URL resolves to a <b>private</b> IP"_s);
        QCOMPARE(find<QLabel>(field + u"Problem"_s)->textFormat(), Qt::PlainText);
        QVERIFY(find(u"saveWebhook"_s)->isEnabled());
        QVERIFY(!find(u"shownSecret"_s));
    }

    void anUnknownOutcomeOffersToLoadAgain()
    {
        QVERIFY(openForm());
        QVERIFY(press(u"saveWebhook"_s));
        ApiError lost;
        lost.kind = ErrorKind::TimedOut;
        lost.outcome = Outcome::Unknown;
        desk().updates.settle(lost);
        QTRY_VERIFY(bar().contains(u"It may have been saved all the same."));
        QVERIFY(press(u"messageAction1"_s));
        QTRY_COMPARE(desk().states.calls, 2);
    }

    void theSecretIsShownOnceAndWiped()
    {
        QVERIFY(openForm());
        type(u"webhookSecret"_s, u"0123456789abcdef"_s);
        QVERIFY(press(u"saveWebhook"_s));
        desk().updates.settle(WebhookSaved{stored(), u"c0ffee00c0ffee00"_s});
        QTRY_VERIFY(find(u"shownSecret"_s));
        QCOMPARE(find<QLineEdit>(u"webhookSecret"_s)->text(), QString());
        QVERIFY(press(u"copySecret"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"c0ffee00c0ffee00"_s);

        auto *shown = find<QLineEdit>(u"shownSecret"_s);
        QString left = u"?"_s;
        connect(m_dialog, &QObject::destroyed, this, [&left] {
            if (left == u"?")
                left = u"never wiped"_s;
        });
        connect(shown, &QLineEdit::textChanged, this, [&left](const QString &text) { left = text; });
        m_dialog->close();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(left, QString());
        open();
        QTRY_VERIFY(find(u"webhookUrl"_s));
        QVERIFY(!find(u"shownSecret"_s));
        m_bench->clock.skip(std::chrono::minutes(2));
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void signaturesAreChecked_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("signature");
        QTest::addColumn<QString>("verdict");
        const QString body = u"{\"event\":\"order.otp_received\"}"_s;
        const QString right = QString::fromLatin1(hmacSha256Hex(body.toUtf8(), "key"));
        const QString lines = QString::fromLatin1(hmacSha256Hex("a\r\nb", "key"));
        QTest::newRow("right") << body << right << u"Match"_s;
        QTest::newRow("prefixed, upper case, blanks")
            << body << (u" SHA256="_s + right.toUpper() + u" \n"_s) << u"Match"_s;
        QTest::newRow("line ends of the network") << u"a\nb"_s << lines << u"Match"_s;
        QTest::newRow("another body") << (body + u' ') << right << u"No match"_s;
        QTest::newRow("cut off") << body << right.left(63) << u"No match"_s;
        QTest::newRow("empty") << body << QString() << u"Fill in all three"_s;
    }
    void signaturesAreChecked()
    {
        QFETCH(QString, payload);
        QFETCH(QString, signature);
        QFETCH(QString, verdict);
        QVERIFY(openForm());
        m_dialog->findChild<QTabWidget *>(u"webhookPages"_s)->setCurrentIndex(1);
        find<QPlainTextEdit>(u"signaturePayload"_s)->setPlainText(payload);
        find<QLineEdit>(u"signatureSecret"_s)->setText(u"key"_s);
        find<QLineEdit>(u"signature"_s)->setText(signature);
        QCOMPARE(find(u"signatureVerdict"_s)->accessibleName(), verdict);
    }

    void theAccountsDialogOffersItWhereItIs()
    {
        Account other = m_bench->account;
        other.id = u"other"_s;
        other.providerId = u"whichotp"_s;
        QVERIFY(m_bench->save(other));
        AccountModel model(m_bench->accounts);
        AccountsDialog accounts(m_bench->accounts, model, *m_clipboard);
        accounts.show();
        auto *list = accounts.findChild<QListView *>(u"accounts"_s);
        auto *button = accounts.findChild<QPushButton *>(u"webhook"_s);
        QCOMPARE(button->accessibleName(), u"Webhook"_s);
        list->setCurrentIndex(model.index(1));
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"WhichOtp does not send webhooks."_s);
        list->setCurrentIndex(model.index(0));
        QVERIFY(button->isEnabled());
        desk().states.answer(stored());
        button->click();
        QVERIFY(accounts.findChild<WebhookDialog *>());
        QTRY_COMPARE(desk().states.calls, 1);
    }
};

QTEST_MAIN(WebhookDialogTest)
#include "tst_webhookdialog.moc"
