#include "app/tour/tourscript.h"

#include "models/catalog/catalogmodel.h"
#include "models/text/format.h"
#include "providers/simulator/simulator.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>

#include <algorithm>

// Rentals, inboxes, top-ups and webhooks.

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString digitsOf(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

bool endsAlike(const QString &shown, const QString &number)
{
    const QString digits = digitsOf(shown);
    return !digits.isEmpty() && digits.right(7) == digitsOf(number).right(7);
}

} // namespace

/// What stands in a column of the row that shows this text somewhere.
QString TourScript::cellOf(const QString &view, const QString &text, const QString &column) const
{
    const QModelIndex row = m_hand.row(view, [&text](const QModelIndex &first) {
        const QAbstractItemModel *model = first.model();
        for (int i = 0; i < model->columnCount(); ++i) {
            const QString cell = first.siblingAtColumn(i).data().toString();
            if (cell == text || (text.size() > 6 && digitsOf(text) == text && endsAlike(cell, text)))
                return true;
        }
        return false;
    });
    return row.isValid() ? Hand::cell(row, column) : QString();
}

void TourScript::selectRow(const QString &view, const QString &column, std::function<QString()> text)
{
    expect(u"a row of “%1” can be selected"_s.arg(view), [this, view, column, text] {
        const QString wanted = text();
        return m_hand.clickRow(view, [&](const QModelIndex &row) {
            const QString cell = Hand::cell(row, column);
            return cell == wanted || (digitsOf(wanted) == wanted && endsAlike(cell, wanted));
        });
    });
}

void TourScript::rentals()
{
    const auto rental = [this] { return order(m_rental); };
    const Purchase purchase{.step = u"rental"_s,
                            .told = u"a number of Canada for 30 days, at OTPGet, Server 2"_s,
                            .providerId = u"otpget"_s,
                            .search = u"30 days"_s,
                            .country = u"Canada"_s,
                            .line = u"rental2"_s,
                            .kind = u"Rentals"_s};
    step(u"confirm-rental"_s, u"Ask for "_s + purchase.told);
    findOffer(purchase);
    click(u"Buy"_s);
    confirm(purchase);
    arrange([this] { m_rental = m_simulator.orders().last().id; });
    expect(u"the rental is listed with its number"_s,
           [this, rental] { return !cellOf(u"Rentals"_s, rental().number, u"Time left"_s).isEmpty(); });
    expectBalance(u"otpget"_s);

    step(u"rental-message"_s, u"An SMS comes; the provider names no code, it is found in the text"_s);
    await(u"an SMS comes"_s, [rental] { return !rental().messages.isEmpty(); });
    await(u"its code is shown"_s, [this, rental] {
        return digitsOf(cellOf(u"Rentals"_s, rental().number, u"Code"_s)) ==
               digitsOf(rental().messages.last().code);
    });
    expect(u"the message can be read"_s, [this, rental] {
        return m_hand
            .row(u"Rental messages"_s,
                 [&](const QModelIndex &row) {
                     return Hand::cell(row, u"Text"_s).contains(rental().messages.last().text.left(20));
                 })
            .isValid();
    });

    step(u"renew-rental"_s, u"Ask for more time: the price is shown first"_s);
    click(u"Renew rental"_s);
    expect(u"the price is checked"_s, [this] {
        const QWidget *button = m_hand.find(u"Renew now"_s);
        return button && button->isEnabled() && !m_hand.textOf(u"renewedUntil"_s).isEmpty();
    });

    step(u"renewed"_s, u"Renewed: the rental lasts 30 days longer"_s);
    click(u"Renew now"_s);
    expect(u"the provider renews it"_s, [rental] { return rental().renewals == 1; });
    expect(u"the time left is about 60 days"_s, [this, rental] {
        const QString left = cellOf(u"Rentals"_s, rental().number, u"Time left"_s);
        return left.startsWith("59 "_L1) || left.startsWith("60 "_L1);
    });
    expectBalance(u"otpget"_s);
}

void TourScript::newInbox(const QString &name, const QString &providerId, const QString &site,
                          const QString &domain, Plan plan)
{
    step(u"new-inbox-"_s + name, u"A new inbox for %1 at %2: its domains"_s.arg(site, nameOf(providerId)));
    arrange([this, providerId, plan] { m_simulator.planNext(providerId, plan); });
    openTab(u"Inboxes"_s);
    click(u"New inbox…"_s);
    choose(u"Account"_s, nameOf(providerId));
    expect(u"a site can be typed"_s, [this, site] { return m_hand.type(u"Site"_s, site); });
    click(u"Show domains"_s);
    selectRow(u"Domains"_s, u"Domain"_s, [domain] { return domain; });

    step(u"confirm-inbox-"_s + name, u"Price, fee and wishes before it is bought"_s);
    click(u"Continue"_s);
    confirm({.step = u"inbox-"_s + name,
             .told = u"an inbox at %1 for %2"_s.arg(domain, site),
             .providerId = providerId});
    arrange([this] { m_inbox = m_simulator.orders().last().id; });
    expect(u"the inbox is listed with its address"_s,
           [this] { return !cellOf(u"Inboxes"_s, order(m_inbox).number, u"Status"_s).isEmpty(); });
    expectBalance(providerId);
}

void TourScript::expectMessageRead()
{
    await(u"a message comes"_s, [this] { return !order(m_inbox).messages.isEmpty(); });
    await(u"its code is shown"_s, [this] {
        return digitsOf(cellOf(u"Inboxes"_s, order(m_inbox).number, u"Code"_s)) ==
               digitsOf(order(m_inbox).messages.last().code);
    });
}

void TourScript::inboxes()
{
    const auto says = [this](OrderStatus status) {
        return cellOf(u"Inboxes"_s, order(m_inbox).number, u"Status"_s) == format::status(status);
    };
    const auto code = [this] { return order(m_inbox).messages.last().code; };
    newInbox(u"otpzap"_s, u"otpzap"_s, u"openai.com"_s, u"gmail.com"_s, Plan::codeAfter(8s));

    step(u"inbox-message"_s, u"The message comes and can be read"_s);
    expectMessageRead();
    expect(u"the message is listed"_s, [this] {
        return m_hand.row(u"Messages"_s, [](const QModelIndex &row) { return row.isValid(); }).isValid();
    });
    click(u"Copy code"_s);
    expect(u"the clipboard holds the code"_s,
           [code] { return QGuiApplication::clipboard()->text() == code(); });

    step(u"inbox-again"_s, u"Ask for another message to the same address, which costs nothing"_s);
    arrange([this] { m_balanceBefore = m_simulator.balance(u"otpzap"_s); });
    click(u"Request new message"_s);
    await(u"a second message comes"_s, [this] { return order(m_inbox).messages.size() == 2; });
    expectMessageRead();
    expect(u"nothing was charged"_s, [this] { return m_simulator.balance(u"otpzap"_s) == m_balanceBefore; });

    step(u"inbox-finished"_s, u"Finish the inbox"_s);
    click(u"Finish inbox"_s);
    expect(u"it is finished"_s, [says] { return says(OrderStatus::Finished); });

    newInbox(u"without-message"_s, u"otpzap"_s, u"discord.com"_s, u"gmail.com"_s, Plan::neverACode());
    step(u"inbox-cancelled"_s, u"Cancel it: refunded, less the provider's fee"_s);
    click(u"Cancel inbox"_s);
    expect(u"it is refunded"_s, [says] { return says(OrderStatus::Refunded); });
    expect(u"the provider kept its fee"_s, [this] {
        const LedgerEntry last = m_simulator.ledger().last();
        return last.kind == LedgerEntry::Kind::Refund && last.orderId == m_inbox &&
               last.amount < order(m_inbox).price;
    });
    expectBalance(u"otpzap"_s);

    newInbox(u"otpget-domain"_s, u"otpget"_s, u"telegram.org"_s, u"gmx.com"_s, Plan::neverACode());
    step(u"inbox-refunded"_s, u"Cancel it for the full refund"_s);
    click(u"Cancel inbox"_s);
    expect(u"it is refunded"_s, [says] { return says(OrderStatus::Refunded); });
    expectBalance(u"otpget"_s);

    const Purchase service{.step = u"inbox-service"_s,
                           .told = u"an address for Instagram, at OTPGet, Server 1"_s,
                           .providerId = u"otpget"_s,
                           .search = u"instagram"_s,
                           .line = u"email1"_s,
                           .kind = u"E-mail"_s};
    step(u"confirm-inbox-service"_s, u"Ask for "_s + service.told);
    arrange([this] { m_simulator.planNext(u"otpget"_s, Plan::codeAfter(8s)); });
    findOffer(service);
    click(u"Buy"_s);
    confirm(service);
    arrange([this] { m_inbox = m_simulator.orders().last().id; });
    step(u"inbox-service-message"_s, u"Its code comes as well"_s);
    expectMessageRead();
}

void TourScript::topUps()
{
    const QString zap = u"otpzap"_s;
    const auto create = [this](const QString &amount) {
        type(u"Amount"_s, amount);
        click(u"Create invoice"_s);
        expect(u"the amount to pay is shown"_s, [this] {
            return !digitsOf(m_hand.textOf(u"Total to pay"_s)).isEmpty() &&
                   digitsOf(m_hand.textOf(u"Total to pay"_s)) != digitsOf(m_hand.textOf(u"Amount"_s));
        });
        arrange([this] { m_invoice = m_simulator.newestTopUp(); });
    };
    step(u"topup"_s, u"An invoice over Rp 50,000: the exact amount to pay"_s);
    openTab(u"Top-ups"_s);
    choose(u"Account"_s, nameOf(zap));
    create(u"50000"_s);

    step(u"topup-link"_s, u"The payment page's address is shown before it is opened"_s);
    click(u"Open payment page"_s);

    step(u"topup-paid"_s, u"Paid: the balance has grown"_s);
    arrange([this, zap] {
        m_balanceBefore = m_simulator.balance(zap);
        m_simulator.payTopUp(m_invoice);
    });
    await(u"the top-up says that it is paid"_s, [this] {
        return m_hand
            .row(u"Top-ups"_s,
                 [](const QModelIndex &row) { return Hand::cell(row, u"Status"_s) == u"Paid"_s; })
            .isValid();
    });
    expect(u"the balance has grown"_s, [this, zap] { return m_balanceBefore < m_simulator.balance(zap); });
    expectBalance(zap);

    step(u"topup-expired"_s, u"Another invoice that nobody pays expires after 30 minutes"_s);
    create(u"25000"_s);
    await(
        u"it expires"_s,
        [this] {
            return m_hand
                .row(u"Top-ups"_s,
                     [](const QModelIndex &row) { return Hand::cell(row, u"Status"_s) == u"Expired"_s; })
                .isValid();
        },
        10s);

    step(u"topup-elsewhere"_s, u"Where the other providers take money"_s);
    choose(u"Account"_s, nameOf(u"zapotp"_s));
    expect(u"the provider's site is named"_s, [this] { return m_hand.find(u"Open website"_s) != nullptr; });
}

void TourScript::webhook()
{
    const auto set = [this](const QString &url) { type(u"URL"_s, url); };
    step(u"webhook"_s,
         u"A webhook to a server of one's own: what is wrong with it is said beside the field"_s);
    click(u"accountsButton"_s);
    expect(u"the account can be selected"_s, [this] {
        return m_hand.clickRow(u"accounts"_s, [this](const QModelIndex &row) {
            return row.data().toString().contains(nameOf(u"otpzap"_s));
        });
    });
    click(u"Webhook"_s);
    set(u"http://192.168.1.20/hook"_s);
    expect(u"the address is refused beside its field"_s,
           [this] { return !m_hand.textOf(u"urlProblem"_s).isEmpty(); });

    step(u"webhook-refused"_s, u"What only the provider can know is said there as well"_s);
    arrange([this] {
        Injection refusal{
            .providerId = u"otpzap"_s, .call = u"webhookupdate"_s, .when = Injection::When::BeforeActing};
        ServerReply reply;
        reply.status = 422;
        reply.contentType = "application/json";
        reply.body = R"({"success":false,"message":"URL resolves to a private IP address"})";
        refusal.reply = reply;
        m_simulator.inject(refusal);
    });
    set(u"https://hooks.example.com/otp"_s);
    click(u"event_*"_s);
    click(u"Save webhook"_s);
    expect(u"the provider's refusal stands beside the address"_s,
           [this] { return !m_hand.textOf(u"urlProblem"_s).isEmpty(); });

    step(u"webhook-secret"_s, u"Saved: its secret is shown once"_s);
    click(u"Save webhook"_s);
    expect(u"the secret is shown"_s, [this] { return m_hand.find(u"Copy secret"_s) != nullptr; });
    click(u"Copy secret"_s);
    expect(u"it was copied"_s, [] { return QGuiApplication::clipboard()->text().size() == 48; });

    step(u"accounts-again"_s, u"Back in the window"_s);
    click(u"closeWebhook"_s);
    click(u"Close"_s);
    expect(u"the dialogs are closed"_s, [this] { return !m_hand.isDialogOpen(); });
}

} // namespace otpdesk
