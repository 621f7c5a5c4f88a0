#include "tests/gui/desk.h"

#include "providers/registry.h"
#include "ui/kit/messagebar.h"
#include "ui/preferences.h"
#include "ui/purchase/confirmpurchasedialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSpinBox>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Money rp(int amount)
{
    return Money::fromUnits(amount * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
}

Offer inboxAt(const QString &domain, const std::optional<Money> &price)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.line = u"s3"_s;
    offer.service = offer.serviceId = u"openai.com"_s;
    offer.variant = offer.variantId = domain;
    offer.price = price;
    return offer;
}

template <typename W>
W *part(const QWidget &of, const QString &name)
{
    W *found = of.findChild<W *>(name);
    Q_ASSERT(found);
    return found;
}

/// A key as the system sends it, to whatever has the focus; repeated while it is held.
void send(QEvent::Type type, int key, bool repeated = false)
{
    QWidget *target = QApplication::focusWidget();
    if (!target)
        target = QApplication::activeWindow();
    if (!target)
        return;
    QKeyEvent event(type, key, Qt::NoModifier, key == Qt::Key_Space ? u" "_s : u"\r"_s, repeated);
    QApplication::sendEvent(target, &event);
}

void hold(int key, int repeats = 10)
{
    for (int i = 0; i < repeats; ++i) {
        send(QEvent::KeyRelease, key, true);
        send(QEvent::KeyPress, key, true);
    }
}

} // namespace

/// What an account may spend, from the editor to the purchase; and that one click buys once.
class SpendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // as if everybody waited; the tests about it set another
        m_desk = std::make_unique<Desk>(Script::everyCodeAfter(20s));
    }
    void cleanup()
    {
        m_desk.reset();
        QApplication::setDoubleClickInterval(400);
    }

    void limitsAreKeptWithTheAccount();
    void limitsAreInTheProvidersCurrency();
    void whatIsNoLimitIsSaid_data();
    void whatIsNoLimitIsSaid();
    void theYesNamesWhatIsExceeded_data();
    void theYesNamesWhatIsExceeded();
    void aYesGoesOutWithThePurchase();
    void aYesIsForOneAmount();
    void anotherVariantNeedsItsOwnYes();
    void aYesWaitsUntilBothLimitsAreJudged();
    void whatWasSpentIsShownWhereThereIsADailyLimit();
    void beyondTheLimitNothingIsBoughtWithoutAYes();
    void whatWasSpentMeanwhileIsAskedAboutAgain();
    void aDoubleClickOnBuyDoesNotReachBuyNow();
    void enterHeldFromTheOffersOnBuysOnce();
    void enterTwiceInTheOffersOnlyAsks();
    void spaceHeldBuysOnce();
    void aMnemonicHeldReplacesOnce();
    void thePolicyIsKeptAndHoldsForNewNumbers();
    void anUnknownPolicyIsNone();

private:
    bool openWith(const SpendLimits &limits = {});
    bool openEditor();
    void type(const QString &field, const QString &text);
    QString complaint();
    bool saveEditor();
    int buys() const { return m_desk->simulator.arrivals(u"otpzap"_s, u"buy"_s); }
    int charges() const
    {
        int count = 0;
        for (const LedgerEntry &entry : m_desk->simulator.ledger())
            count += entry.kind == LedgerEntry::Kind::Charge;
        return count;
    }
    /// Selects an offer, with the keyboard in the table.
    bool chooseOffer();
    bool settled()
    {
        return m_desk->passing(!m_desk->session->engine().orders().empty() &&
                               m_desk->newest().status == OrderStatus::Waiting);
    }
    QAction *policy(const QString &text);
    std::unique_ptr<ConfirmPurchaseDialog> dialogFor(const Offer &offer, const SpendLimits &limits)
    {
        auto dialog = std::make_unique<ConfirmPurchaseDialog>(u"a"_s, u"Mine"_s,
                                                              findProvider(u"otpzap"_s)->info(), offer);
        dialog->setLimits(limits);
        dialog->show();
        QCoreApplication::processEvents();
        return dialog;
    }

    std::unique_ptr<Desk> m_desk;
};

bool SpendingTest::openWith(const SpendLimits &limits)
{
    if (!m_desk->open())
        return false;
    Account account;
    account.id = u"account-otpzap"_s;
    account.providerId = account.label = u"otpzap"_s;
    account.baseUrl = m_desk->simulator.baseUrl(account.providerId);
    account.keyHome = SecretHome::File;
    account.limits = limits;
    m_desk->session->accounts().save(account, m_desk->simulator.key(account.providerId));
    return QTest::qWaitFor([this] {
        const AccountEntry *entry = m_desk->session->accounts().find(u"account-otpzap"_s);
        return m_desk->passing(entry && entry->balance, 100ms);
    });
}

bool SpendingTest::openEditor()
{
    return m_desk->open() && m_desk->press(u"emptyPrimary"_s) && m_desk->find(u"accountEditor"_s);
}

void SpendingTest::type(const QString &field, const QString &text)
{
    auto *edit = m_desk->find<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

QString SpendingTest::complaint()
{
    QWidget *editor = m_desk->find(u"accountEditor"_s);
    auto *bar = editor ? editor->findChild<MessageBar *>() : nullptr;
    return bar && bar->isVisible() ? bar->text() : QString();
}

bool SpendingTest::saveEditor()
{
    return m_desk->press(u"save"_s) && QTest::qWaitFor([this] { return !m_desk->find(u"accountEditor"_s); });
}

bool SpendingTest::chooseOffer()
{
    m_desk->window().showTab(MainWindow::Tab::Catalog);
    m_desk->find<QLineEdit>(u"searchOffers"_s)->setText(u"whatsapp"_s);
    auto *table = m_desk->window().findChild<QTableView *>(u"offersTable"_s);
    if (!QTest::qWaitFor(
            [&] { return m_desk->passing(table->isVisible() && table->model()->rowCount() > 0, 100ms); }))
        return false;
    table->selectRow(0);
    table->setFocus();
    return m_desk->find<QAbstractButton>(u"buyOffer"_s)->isEnabled();
}

QAction *SpendingTest::policy(const QString &text)
{
    for (QAction *choice : m_desk->window().findChild<QMenu *>(u"refundPolicy"_s)->actions()) {
        if (choice->text().remove(u'&') == text)
            return choice;
    }
    return nullptr;
}

void SpendingTest::limitsAreKeptWithTheAccount()
{
    QVERIFY(openEditor());
    type(u"apiKey"_s, m_desk->simulator.key(u"otpzap"_s));
    type(u"serverAddress"_s, m_desk->simulator.baseUrl(u"otpzap"_s).toString());
    type(u"askAbove"_s, u"10.000"_s); // as it is written in Indonesia
    type(u"dailyLimit"_s, u"50000"_s);
    QVERIFY(saveEditor());
    const auto kept = [this] { return m_desk->session->accounts().at(0).account.limits; };
    QCOMPARE(kept(), (SpendLimits{.perDay = rp(50000), .askAbove = rp(10000)}));

    QVERIFY(m_desk->press(u"editAccount"_s));
    QCOMPARE(m_desk->find<QLineEdit>(u"askAbove"_s)->text(), u"10000"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"dailyLimit"_s)->text(), u"50000"_s);
    type(u"askAbove"_s, {});
    QVERIFY(saveEditor());
    QCOMPARE(kept(), (SpendLimits{.perDay = rp(50000), .askAbove = {}}));
}

void SpendingTest::limitsAreInTheProvidersCurrency()
{
    QVERIFY(openEditor());
    auto *provider = m_desk->find<QComboBox>(u"provider"_s);
    for (const ProviderEntry &entry : providerRegistry()) {
        provider->setCurrentIndex(provider->findData(entry.info().id));
        QCOMPARE(m_desk->text(u"askAboveSign"_s), entry.info().currency.sign());
        QCOMPARE(m_desk->text(u"dailyLimitSign"_s), entry.info().currency.sign());
        type(u"dailyLimit"_s, u"12.50"_s);
        QCOMPARE(m_desk->find<QLineEdit>(u"dailyLimit"_s)->text(),
                 entry.info().currency.shownDecimals() > 0 ? u"12.50"_s : u"1250"_s);
    }
}

void SpendingTest::whatIsNoLimitIsSaid_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("entered");
    QTest::newRow("nothing") << u"otpzap"_s << u"0"_s;
    QTest::newRow("negative") << u"otpzap"_s << u"-500"_s;
    QTest::newRow("words") << u"otpzap"_s << u"a lot"_s;
    QTest::newRow("nothing, with decimals") << u"otpget"_s << u"0.00"_s;
    QTest::newRow("two points") << u"otpget"_s << u"1.2.3"_s;
    QTest::newRow("comma") << u"otpget"_s << u"1,5"_s;
    QTest::newRow("points for thousands") << u"otpget"_s << u"1.000"_s;
}

void SpendingTest::whatIsNoLimitIsSaid()
{
    QFETCH(QString, provider);
    QFETCH(QString, entered);
    QVERIFY(openEditor());
    auto *choice = m_desk->find<QComboBox>(u"provider"_s);
    choice->setCurrentIndex(choice->findData(provider));
    type(u"apiKey"_s, m_desk->simulator.key(provider));
    for (const auto &[field, name] :
         {std::pair(u"dailyLimit"_s, u"Daily limit"_s), std::pair(u"askAbove"_s, u"Ask above"_s)}) {
        auto *edit = m_desk->find<QLineEdit>(field);
        edit->setText(entered); // typed, not all of it would get in
        QVERIFY(m_desk->press(u"save"_s));
        QVERIFY2(complaint().startsWith(name), qPrintable(complaint()));
        QCOMPARE(m_desk->find(u"accountEditor"_s)->focusWidget(), edit);
        edit->clear();
    }
    QCOMPARE(m_desk->session->accounts().count(), 0);
}

void SpendingTest::theYesNamesWhatIsExceeded_data()
{
    QTest::addColumn<SpendLimits>("limits");
    QTest::addColumn<std::optional<Money>>("price");
    QTest::addColumn<std::optional<Money>>("spent");
    QTest::addColumn<QString>("words");
    const std::optional<Money> none;
    const SpendLimits both{.perDay = rp(50000), .askAbove = rp(10000)};
    QTest::newRow("no limits") << SpendLimits{} << std::optional(rp(90000)) << none << QString();
    QTest::newRow("within") << both << std::optional(rp(10000)) << std::optional(rp(40000)) << QString();
    QTest::newRow("at once") << both << std::optional(rp(10001)) << std::optional(rp(0))
                             << u"&Yes, spend more than Rp\u00a010,000 at once"_s;
    QTest::newRow("a day") << both << std::optional(rp(10000)) << std::optional(rp(40001))
                           << u"&Yes, go beyond my daily limit of Rp\u00a050,000"_s;
    QTest::newRow("both")
        << both << std::optional(rp(20000)) << std::optional(rp(40000))
        << u"&Yes, spend more than Rp\u00a010,000 at once and go beyond my daily limit of Rp\u00a050,000"_s;
    QTest::newRow("price unknown") << both << none << std::optional(rp(0))
                                   << u"&Yes, buy although the price is not known"_s;
}

void SpendingTest::theYesNamesWhatIsExceeded()
{
    QFETCH(SpendLimits, limits);
    QFETCH(std::optional<Money>, price);
    QFETCH(std::optional<Money>, spent);
    QFETCH(QString, words);
    const auto dialog = dialogFor(inboxAt(u"gmail.com"_s, price), limits);
    if (spent)
        dialog->setSpentToday(*spent);
    dialog->showOffers({inboxAt(u"gmail.com"_s, price)});
    auto *yes = part<QCheckBox>(*dialog, u"consentToSpend"_s);
    auto *buy = part<QPushButton>(*dialog, u"buyNow"_s);
    QCOMPARE(yes->isVisible(), !words.isEmpty());
    QCOMPARE(yes->text(), words);
    QVERIFY(!yes->isChecked());
    QCOMPARE(buy->isEnabled(), words.isEmpty());
    if (!words.isEmpty()) {
        QTest::keyClick(yes, Qt::Key_Space);
        QVERIFY(buy->isEnabled());
    }
}

void SpendingTest::aYesGoesOutWithThePurchase()
{
    for (const int price : {10000, 10001}) {
        const auto dialog =
            dialogFor(inboxAt(u"gmail.com"_s, rp(price)), {.perDay = {}, .askAbove = rp(10000)});
        dialog->showOffers({inboxAt(u"gmail.com"_s, rp(price))});
        QSignalSpy confirmed(dialog.get(), &ConfirmPurchaseDialog::purchaseConfirmed);
        auto *yes = part<QCheckBox>(*dialog, u"consentToSpend"_s);
        auto *buy = part<QPushButton>(*dialog, u"buyNow"_s);
        if (price > 10000) {
            Q_EMIT buy->clicked(); // whatever way a click finds
            QCOMPARE(confirmed.count(), 0);
            yes->click();
        }
        QTest::mouseClick(buy, Qt::LeftButton);
        QCOMPARE(confirmed.count(), 1);
        QCOMPARE(confirmed[0][3].value<Consent>(), price > 10000 ? Consent::Given : Consent::Unasked);
    }
}

void SpendingTest::aYesIsForOneAmount()
{
    const Offer offer = inboxAt(u"gmail.com"_s, rp(6000));
    const auto dialog = dialogFor(offer, {.perDay = {}, .askAbove = rp(10000)});
    dialog->showOffers({offer});
    auto *yes = part<QCheckBox>(*dialog, u"consentToSpend"_s);
    auto *buy = part<QPushButton>(*dialog, u"buyNow"_s);
    auto *quantity = part<QSpinBox>(*dialog, u"purchaseQuantity"_s);
    QVERIFY(!yes->isVisible() && buy->isEnabled());
    quantity->setValue(2);
    QVERIFY(yes->isVisible() && !buy->isEnabled());
    yes->click();
    QVERIFY(buy->isEnabled());
    quantity->setValue(20);
    QVERIFY(!yes->isChecked() && !buy->isEnabled());
    yes->click();
    dialog->showOffers({inboxAt(u"gmail.com"_s, rp(7000))}); // dearer by now
    QVERIFY(!yes->isChecked() && !buy->isEnabled());
    quantity->setValue(1);
    QVERIFY(!yes->isVisible() && buy->isEnabled());
}

void SpendingTest::anotherVariantNeedsItsOwnYes()
{
    const QList<Offer> offers{inboxAt(u"gmail.com"_s, rp(20000)), inboxAt(u"gmx.com"_s, rp(30000)),
                              inboxAt(u"mail.com"_s, rp(1000))};
    const auto dialog = dialogFor(offers.first(), {.perDay = {}, .askAbove = rp(10000)});
    dialog->showOffers(offers);
    auto *yes = part<QCheckBox>(*dialog, u"consentToSpend"_s);
    auto *variant = part<QComboBox>(*dialog, u"purchaseVariant"_s);
    yes->click();
    QVERIFY(yes->isChecked());
    variant->setCurrentIndex(1);
    QVERIFY(!yes->isChecked());
    variant->setCurrentIndex(2);
    QVERIFY(!yes->isVisible());
}

void SpendingTest::aYesWaitsUntilBothLimitsAreJudged()
{
    const Offer offer = inboxAt(u"gmail.com"_s, rp(20000));
    const auto dialog = dialogFor(offer, {.perDay = rp(50000), .askAbove = rp(10000)});
    dialog->showOffers({offer});
    auto *yes = part<QCheckBox>(*dialog, u"consentToSpend"_s);
    QVERIFY(yes->isVisible() && !yes->isEnabled());
    dialog->setSpentToday(rp(0));
    QVERIFY(yes->isEnabled());
}

void SpendingTest::whatWasSpentIsShownWhereThereIsADailyLimit()
{
    const Offer offer = inboxAt(u"gmail.com"_s, rp(1000));
    const auto dialog = dialogFor(offer, {.perDay = rp(50000), .askAbove = {}});
    auto *spent = part<QLabel>(*dialog, u"spentToday"_s);
    QVERIFY(spent->isVisible());
    QCOMPARE(spent->text(), u"Not known"_s);
    dialog->setSpentToday(rp(12000));
    QCOMPARE(spent->text(), u"Rp\u00a012,000 of Rp\u00a050,000"_s);
    dialog->setLimits({.perDay = {}, .askAbove = rp(1)});
    QVERIFY(!spent->isVisible());
}

void SpendingTest::beyondTheLimitNothingIsBoughtWithoutAYes()
{
    QVERIFY(openWith({.perDay = rp(1), .askAbove = {}}));
    QVERIFY(chooseOffer());
    QVERIFY(m_desk->press(u"buyOffer"_s));
    QTRY_VERIFY(
        m_desk->passing(m_desk->find(u"consentToSpend"_s) && m_desk->find(u"consentToSpend"_s)->isEnabled()));
    QCOMPARE(m_desk->text(u"spentToday"_s), u"Rp\u00a00 of Rp\u00a01"_s);
    QVERIFY(!m_desk->press(u"buyNow"_s));
    QTest::keyClick(m_desk->find(u"confirmPurchase"_s), Qt::Key_Return);
    QVERIFY(m_desk->find(u"confirmPurchase"_s));
    QVERIFY(m_desk->press(u"consentToSpend"_s));
    QVERIFY(m_desk->press(u"buyNow"_s));
    QTRY_VERIFY(settled());
    QCOMPARE(charges(), 1);
}

void SpendingTest::whatWasSpentMeanwhileIsAskedAboutAgain()
{
    QVERIFY(openWith());
    QVERIFY(chooseOffer());
    auto *table = m_desk->find<QTableView>(u"offersTable"_s);
    const auto offer = table->currentIndex().data(CatalogModel::OfferRole).value<Offer>();
    Account account = m_desk->session->accounts().at(0).account;
    account.limits.perDay = *offer.price + rp(1);
    const auto saved = m_desk->session->accounts().save(account, {});
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(m_desk->openConfirmation(u"whatsapp"_s));
    QVERIFY(!m_desk->find(u"consentToSpend"_s));
    // Another purchase spends all but a rupiah while the dialog is open.
    OrderEngine &engine = m_desk->session->engine();
    engine.buy(account.id, offer);
    QTRY_COMPARE(engine.orders().size(), size_t(1));
    QTRY_VERIFY(settled());
    const int before = buys();

    QVERIFY(m_desk->press(u"buyNow"_s));
    QTRY_VERIFY(m_desk->find(u"messageText"_s));
    QVERIFY2(m_desk->text(u"messageText"_s).contains(u"nothing was bought"_s),
             qPrintable(m_desk->text(u"messageText"_s)));
    QCOMPARE(engine.orders().size(), size_t(1));
    QCOMPARE(buys(), before);
    for (QPushButton *button : m_desk->window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == u"Look again")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(
        m_desk->passing(m_desk->find(u"consentToSpend"_s) && m_desk->find(u"consentToSpend"_s)->isEnabled()));
    QVERIFY(m_desk->press(u"consentToSpend"_s));
    QVERIFY(m_desk->press(u"buyNow"_s));
    QTRY_VERIFY(m_desk->passing(buys() == before + 1));
}

/// The second click comes when the dialog stands where the button was.
void SpendingTest::aDoubleClickOnBuyDoesNotReachBuyNow()
{
    QVERIFY(openWith());
    QVERIFY(chooseOffer());
    QApplication::setDoubleClickInterval(400);
    auto *buy = m_desk->find<QAbstractButton>(u"buyOffer"_s);
    QTest::mouseClick(buy, Qt::LeftButton);
    auto *dialog = m_desk->window().findChild<ConfirmPurchaseDialog *>();
    QVERIFY(dialog);
    dialog->showOffers({dialog->seenOffer()}); // answered at once
    auto *buyNow = part<QPushButton>(*dialog, u"buyNow"_s);
    QVERIFY(!buyNow->isEnabled());
    QTest::mouseDClick(buyNow, Qt::LeftButton);
    QTest::mouseClick(buyNow, Qt::LeftButton);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTest::mouseDClick(buy, Qt::LeftButton); // or beside the dialog
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_desk->window().findChildren<ConfirmPurchaseDialog *>().size(), 1);
    QCOMPARE(buys(), 0);
    QTRY_VERIFY(m_desk->passing(buyNow->isEnabled(), 100ms));
    QTest::mouseClick(buyNow, Qt::LeftButton);
    QTRY_VERIFY(settled());
    QCOMPARE(buys(), 1);
}

void SpendingTest::enterHeldFromTheOffersOnBuysOnce()
{
    QVERIFY(openWith());
    QVERIFY(chooseOffer());
    const auto ready = [this] {
        auto *buyNow = m_desk->find<QPushButton>(u"buyNow"_s);
        return m_desk->passing(buyNow && buyNow->isEnabled(), 100ms);
    };
    send(QEvent::KeyPress, Qt::Key_Return);
    hold(Qt::Key_Return);
    QTRY_VERIFY(ready());
    hold(Qt::Key_Return);
    QVERIFY(m_desk->find(u"confirmPurchase"_s));
    send(QEvent::KeyRelease, Qt::Key_Return);
    QCOMPARE(buys(), 0);

    send(QEvent::KeyPress, Qt::Key_Return); // that is meant
    hold(Qt::Key_Return);
    QTRY_VERIFY(settled());
    hold(Qt::Key_Return);
    send(QEvent::KeyRelease, Qt::Key_Return);
    QVERIFY(!m_desk->find(u"confirmPurchase"_s));
    QCOMPARE(buys(), 1);
    QCOMPARE(charges(), 1);
}

void SpendingTest::enterTwiceInTheOffersOnlyAsks()
{
    QVERIFY(openWith());
    QVERIFY(chooseOffer());
    QApplication::setDoubleClickInterval(400);
    for (int i = 0; i < 2; ++i) {
        send(QEvent::KeyPress, Qt::Key_Return);
        send(QEvent::KeyRelease, Qt::Key_Return);
        if (auto *dialog = m_desk->window().findChild<ConfirmPurchaseDialog *>())
            dialog->showOffers({dialog->seenOffer()});
    }
    QVERIFY(m_desk->find(u"confirmPurchase"_s));
    QVERIFY(m_desk->session->engine().orders().empty());

    // Twice on "Buy now": the second one finds the window below, which asks at most.
    QTRY_VERIFY(m_desk->passing(m_desk->find(u"buyNow"_s)->isEnabled(), 100ms));
    for (int i = 0; i < 2; ++i) {
        send(QEvent::KeyPress, Qt::Key_Return);
        send(QEvent::KeyRelease, Qt::Key_Return);
    }
    QTRY_VERIFY(settled());
    QCOMPARE(buys(), 1);
}

void SpendingTest::spaceHeldBuysOnce()
{
    QVERIFY(openWith());
    QVERIFY(m_desk->openConfirmation(u"whatsapp"_s));
    m_desk->find(u"buyNow"_s)->setFocus();
    hold(Qt::Key_Space);
    QCOMPARE(buys(), 0);
    send(QEvent::KeyPress, Qt::Key_Space);
    hold(Qt::Key_Space);
    send(QEvent::KeyRelease, Qt::Key_Space);
    hold(Qt::Key_Space);
    QTRY_VERIFY(settled());
    QCOMPARE(buys(), 1);
}

/// As the keyboard repeats it, the mnemonic would reach the button of the number that has just come.
void SpendingTest::aMnemonicHeldReplacesOnce()
{
    m_desk->simulator.planService(u"WhatsApp"_s, Plan::neverACode());
    QVERIFY(openWith());
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    auto *replace = m_desk->find<QAbstractButton>(u"replaceButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->passing(replace->isEnabled(), 1s), 20000);
    const auto press = [this](bool repeated) {
        QTest::simulateEvent(&m_desk->window(), true, Qt::Key_P, Qt::AltModifier, u"p"_s, repeated);
    };
    press(false);
    QTRY_VERIFY(m_desk->passing(m_desk->simulator.orders().size() == 2, 100ms));
    // Nothing happens while it is held, however long that is.
    const auto heldUntilPossible = [&] {
        const bool possible = replace->isEnabled();
        press(true);
        return m_desk->passing(possible, 100ms);
    };
    QTRY_VERIFY(heldUntilPossible());
    for (int i = 0; i < 5; ++i) {
        press(true);
        QVERIFY2(!replace->isDown(), "pressed again by the same hand");
    }
    QVERIFY(settled());
    QCOMPARE(m_desk->simulator.arrivals(u"otpzap"_s, u"replace"_s), 1);
    QCOMPARE(m_desk->simulator.orders().size(), 2);
}

void SpendingTest::thePolicyIsKeptAndHoldsForNewNumbers()
{
    m_desk->simulator.planService(u"WhatsApp"_s, Plan::neverACode());
    QVERIFY(openWith());
    QVERIFY(policy(u"Never"_s)->isChecked());
    QVERIFY(policy(u"After 5 minutes"_s)->toolTip().contains(u"refund"_s));
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    QVERIFY(!m_desk->newest().cancelAt.isValid());

    policy(u"After 5 minutes"_s)->trigger();
    QVERIFY(!policy(u"Never"_s)->isChecked());
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    QVERIFY(!m_desk->session->engine().order(1)->cancelAt.isValid()); // it was bought before
    QVERIFY(m_desk->newest().cancelAt.isValid());
    m_desk->quit();

    QVERIFY(m_desk->open());
    QTRY_COMPARE(m_desk->session->accounts().count(), 1);
    QVERIFY(policy(u"After 5 minutes"_s)->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->passing(m_desk->newest().status == OrderStatus::Refunded, 1s), 20000);
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    QVERIFY(m_desk->newest().cancelAt.isValid());
    policy(u"Never"_s)->trigger();
    QVERIFY(m_desk->buy(u"whatsapp"_s, u"Server 1"_s));
    QVERIFY(!m_desk->newest().cancelAt.isValid());
}

void SpendingTest::anUnknownPolicyIsNone()
{
    QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(preferences::refundAfter(settings), 0min);
    preferences::setRefundAfter(settings, 10min);
    QCOMPARE(preferences::refundAfter(settings), 10min);
    for (const char *written : {"-5", "7", "soon"}) {
        settings.setValue(settings.allKeys().constFirst(), QString::fromLatin1(written));
        QCOMPARE(preferences::refundAfter(settings), 0min);
    }
}

QTEST_MAIN(SpendingTest)
#include "tst_spending.moc"
