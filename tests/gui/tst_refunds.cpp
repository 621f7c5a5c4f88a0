#include "tests/gui/tabstand.h"
#include "ui/kit/elidedlabel.h"
#include "ui/orders/orderscontroller.h"
#include "ui/orders/unconfirmedpanel.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/purchasecontroller.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A tray that says what it says to a list.
class HeardTray
{
public:
    HeardTray(OrderEngine &engine, Clipboard &clipboard)
        : m_settings(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat),
          m_tray(engine, clipboard, m_settings, std::make_unique<Listener>(heard))
    {}

    QList<Notification> heard;

private:
    class Listener : public Notifier
    {
    public:
        explicit Listener(QList<Notification> &into) : m_into(into) {}
        void notify(const Notification &notification) override { m_into.append(notification); }

    private:
        QList<Notification> &m_into;
    };

    QTemporaryDir m_dir;
    QSettings m_settings;
    Tray m_tray;
};

Order waitingNumber(const QDateTime &now)
{
    Order order = sample::rental(now);
    order.providerId = u"otpzap"_s;
    order.offer.kind = OfferKind::Number;
    order.offer.service = u"WhatsApp"_s;
    order.offer.duration = {};
    order.number = u"+6281234567"_s;
    order.price = order.offer.price = sample::rupiah(2000);
    order.createdAt = order.boughtAt = now;
    order.expiresAt = now.addSecs(1200);
    return order;
}

} // namespace

/// The Orders tab about numbers that are given back by themselves; and that no command runs twice.
class RefundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stand = std::make_unique<TabStand>(u"otpzap"_s); }
    void cleanup()
    {
        m_controller.reset();
        m_stand.reset();
    }

    void theTimeIsChosenAndTakenBack();
    void theLineNamesNoTimeBeforeTheProviderAllowsIt();
    void thereIsNothingToChooseWithACode();
    void theRowsMenuOffersWhatTheButtonsDo();
    void whatIsGivenBackByItselfIsAnnounced_data();
    void whatIsGivenBackByItselfIsAnnounced();
    void whatIsGivenBackByHandIsNot();
    void severalIdsAreAskedForWhereSeveralWereBought();
    void aDoubleClickReplacesOnce();
    void aDoubleClickRenewsOnce();

private:
    bool open(const QList<Order> &orders)
    {
        if (!m_stand->start(orders))
            return false;
        m_stand->provider->answer(u"check"_s, OrderReport());
        m_controller = std::make_unique<OrdersController>(m_stand->desk());
        return m_stand->show(*m_controller);
    }
    QDateTime now() const { return m_stand->now(); }
    const Order &order(qint64 key = 1) const { return *m_stand->engine.order(key); }
    QAction *action(const QString &name) { return m_controller->findChild<QAction *>(name); }
    /// What stands below the buttons.
    QString line()
    {
        auto *label = m_stand->find<ElidedLabel>(u"orderRemark"_s);
        return label ? label->text() : QString();
    }
    QString lineFor(const QDateTime &at)
    {
        return u"Cancelled for the refund at %1 if no SMS has come."_s.arg(
            QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat));
    }

    std::unique_ptr<TabStand> m_stand;
    std::unique_ptr<OrdersController> m_controller;
};

void RefundsTest::theTimeIsChosenAndTakenBack()
{
    QVERIFY(open({waitingNumber(now())}));
    auto *button = m_stand->find<QToolButton>(u"cancelAutomaticallyButton"_s);
    QVERIFY(button && button->isEnabled());
    QCOMPARE(button->popupMode(), QToolButton::InstantPopup);
    QCOMPARE(line(), QString());
    QVERIFY(!action(u"cancelNever"_s)->isEnabled()); // it is not going to be

    QVERIFY(button->menu()->actions().contains(action(u"cancelIn5"_s)));
    action(u"cancelIn5"_s)->trigger();
    const QDateTime at = now().addSecs(300);
    QCOMPARE(order().cancelAt, at);
    QCOMPARE(line(), lineFor(at));
    QCOMPARE(m_stand->provider->calls.value(u"cancel"_s), 0);

    action(u"cancelNever"_s)->trigger();
    QVERIFY(!order().cancelAt.isValid());
    QCOMPARE(line(), QString());
}

void RefundsTest::theLineNamesNoTimeBeforeTheProviderAllowsIt()
{
    const QDateTime from = now().addSecs(240);
    QVERIFY(m_stand->start({waitingNumber(now())}));
    m_stand->provider->allowed = [from](const Order &, const QDateTime &) {
        OrderActions may;
        may.cancel = Permission::after(from);
        return may;
    };
    m_controller = std::make_unique<OrdersController>(m_stand->desk());
    QVERIFY(m_stand->show(*m_controller));
    QVERIFY(action(u"cancelAutomatically"_s)->isEnabled()); // though it may not be cancelled yet
    action(u"cancelIn2"_s)->trigger();
    QCOMPARE(line(), lineFor(from));
    action(u"cancelIn10"_s)->trigger();
    QCOMPARE(line(), lineFor(now().addSecs(600)));
}

void RefundsTest::thereIsNothingToChooseWithACode()
{
    Order order = waitingNumber(now());
    order.cancelAt = now().addSecs(300);
    QVERIFY(open({order}));
    QCOMPARE(line(), lineFor(order.cancelAt));
    m_stand->pace = 50ms;
    QVERIFY(m_stand->soon([this] { return m_stand->provider->calls.value(u"check"_s) > 0; }));
    m_stand->provider->answer(u"check"_s, [] {
        OrderReport report;
        report.status = OrderStatus::CodeReceived;
        report.messages = QList<Message>{{u"482913"_s, {}, {}, {}}};
        return report;
    }());
    QVERIFY(m_stand->becomes(1, OrderStatus::CodeReceived));
    QCOMPARE(line(), QString());
    QVERIFY(!action(u"cancelAutomatically"_s)->isEnabled());
    QVERIFY(!action(u"cancelIn2"_s)->isEnabled());
}

void RefundsTest::theRowsMenuOffersWhatTheButtonsDo()
{
    QVERIFY(open({waitingNumber(now())}));
    QTableView *table = m_stand->table(u"orders"_s);
    auto *menu = table->findChild<QMenu *>(u"orderMenu"_s);
    QVERIFY(menu);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(20, 8),
                            table->viewport()->mapToGlobal(QPoint(20, 8)));
    QCoreApplication::sendEvent(table->viewport(), &asked);
    QTRY_VERIFY(menu->isVisible());
    for (const QString &name : {u"copyNumber"_s, u"replace"_s, u"cancel"_s, u"cancelAutomatically"_s})
        QVERIFY2(menu->actions().contains(action(name)), qPrintable(name));
    QMenu *choices = action(u"cancelAutomatically"_s)->menu();
    QVERIFY(choices && choices->actions().contains(action(u"cancelIn10"_s)));
    menu->close();
}

void RefundsTest::whatIsGivenBackByItselfIsAnnounced_data()
{
    QTest::addColumn<std::optional<Money>>("refunded");
    QTest::addColumn<QString>("text");
    QTest::newRow("amount known") << sample::rupiah(2000)
                                  << u"No SMS for WhatsApp: cancelled, %1 refunded"_s.arg(u"Rp\u00a02,000"_s);
    QTest::newRow("amount unknown") << std::optional<Money>()
                                    << u"No SMS for WhatsApp: cancelled and refunded"_s;
}

void RefundsTest::whatIsGivenBackByItselfIsAnnounced()
{
    QFETCH(std::optional<Money>, refunded);
    QFETCH(QString, text);
    HeardTray tray(m_stand->engine, m_stand->clipboard);
    QVERIFY(open({waitingNumber(now())}));
    OrderReport answer;
    answer.status = OrderStatus::Refunded;
    answer.refunded = refunded;
    m_stand->provider->answer(u"cancel"_s, answer);
    action(u"cancelIn2"_s)->trigger();
    m_stand->pace = 1s;
    QVERIFY(m_stand->becomes(1, OrderStatus::Refunded));
    QCOMPARE(tray.heard.size(), 1);
    QCOMPARE(tray.heard.first().orderKey, 1);
    QCOMPARE(tray.heard.first().text, text);
}

void RefundsTest::whatIsGivenBackByHandIsNot()
{
    HeardTray tray(m_stand->engine, m_stand->clipboard);
    QVERIFY(open({waitingNumber(now())}));
    OrderReport answer;
    answer.status = OrderStatus::Refunded;
    m_stand->provider->answer(u"cancel"_s, answer);
    QVERIFY(m_stand->press(u"cancelButton"_s));
    QVERIFY(m_stand->becomes(1, OrderStatus::Refunded));
    QVERIFY(tray.heard.isEmpty());
}

void RefundsTest::severalIdsAreAskedForWhereSeveralWereBought()
{
    UnconfirmedPanel panel(OrdersController::tab().question);
    auto *field = panel.findChild<QLineEdit *>(u"orderId"_s);
    UnconfirmedFacts facts;
    facts.quantity = 3;
    panel.setFacts(facts);
    QCOMPARE(field->placeholderText(), u"Order ids, up to 3, separated by commas"_s);
    facts.quantity = 1;
    panel.setFacts(facts);
    QCOMPARE(field->placeholderText(), QString());

    QSignalSpy entered(&panel, &UnconfirmedPanel::orderIdEntered);
    const QString ids = QStringList(20, u"7401234567890123456"_s).join(u", "_s);
    field->setText(ids);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(entered.value(0).value(0).toString(), ids);
}

/// The number that took the other's place is selected at once: the second click must not give that one back.
void RefundsTest::aDoubleClickReplacesOnce()
{
    QVERIFY(open({waitingNumber(now())}));
    OrderReport another;
    another.id = u"77"_s;
    another.number = u"+6287654321"_s;
    another.status = OrderStatus::Waiting;
    m_stand->provider->answer(u"replace"_s, another);
    QAbstractButton *replace = m_stand->button(u"replaceButton"_s);
    QTest::mouseClick(replace, Qt::LeftButton);
    QTRY_VERIFY(m_controller->currentKey() > 1);
    QTest::mouseDClick(replace, Qt::LeftButton);
    QTest::mouseClick(replace, Qt::LeftButton);
    const qint64 successor = m_controller->currentKey();
    // A click that is meant finds it possible again.
    QTRY_VERIFY(replace->isEnabled());
    QCOMPARE(m_controller->currentKey(), successor);
    QCOMPARE(m_stand->provider->calls.value(u"replace"_s), 1);
    QCOMPARE(m_stand->engine.orders().size(), size_t(2));
}

void RefundsTest::aDoubleClickRenewsOnce()
{
    QVERIFY(open({sample::rental(now())}));
    QWidget window;
    const ProviderInfo &info = m_stand->provider->info();
    PurchaseController purchases(
        {[this](const QString &, OfferKind) { return m_stand->provider; },
         [&info](const QString &) { return &info; }, [](const QString &) { return u"Mine"_s; },
         [](const QString &) { return std::nullopt; }, [](const QString &) { return SpendLimits(); },
         [this](const QString &id) { return m_stand->engine.spentToday(id); }},
        window);
    connect(&purchases, &PurchaseController::renewalConfirmed, this,
            [this](qint64 key, const Offer &offer, Consent consent) {
                m_stand->engine.renew(key, offer, consent);
            });
    purchases.confirmRenewal(order());
    auto *dialog = window.findChild<ConfirmPurchaseDialog *>();
    auto *renew = dialog->findChild<QPushButton *>(u"buyNow"_s);
    QTRY_VERIFY(renew->isEnabled());
    QTest::mouseClick(renew, Qt::LeftButton);
    QTest::mouseDClick(renew, Qt::LeftButton);
    QTest::mouseClick(renew, Qt::LeftButton);
    QVERIFY(m_stand->soon([this] { return m_stand->provider->waiting(u"renew"_s) > 0; }));
    QCOMPARE(m_stand->provider->renewals.size(), 1);
    QCOMPARE(m_stand->engine.orders().size(), size_t(2)); // the rental, and one renewal
}

QTEST_MAIN(RefundsTest)
#include "tst_refunds.moc"
