#include "app/tour/tourscript.h"

#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/simulator/simulator.h"
#include "providers/types/phonenumber.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QPalette>
#include <QTableView>

#include <algorithm>
#include <memory>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// Numbers and codes come and are shown grouped in many ways.
QString digitsOf(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

QPalette darkPalette()
{
    QPalette dark(QColor(45, 47, 51), QColor(32, 33, 36));
    dark.setColor(QPalette::Base, QColor(25, 26, 28));
    dark.setColor(QPalette::AlternateBase, QColor(36, 37, 40));
    dark.setColor(QPalette::Highlight, QColor(61, 120, 216));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::PlaceholderText, QColor(150, 153, 158));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(120, 123, 128));
    return dark;
}

} // namespace

SimOrder TourScript::order(const QString &simId) const
{
    const QList<SimOrder> orders = m_simulator.orders();
    const auto found =
        std::find_if(orders.begin(), orders.end(), [&simId](const SimOrder &o) { return o.id == simId; });
    return found == orders.end() ? SimOrder() : *found;
}

QModelIndex TourScript::rowOf(const SimOrder &order) const
{
    return m_hand.row(u"orders"_s, [&order](const QModelIndex &row) {
        // Some providers leave out the country code.
        const QString shown = digitsOf(Hand::cell(row, u"Number"_s));
        return !shown.isEmpty() && shown.right(7) == order.number.right(7);
    });
}

bool TourScript::showsNewest(const SimOrder &order) const
{
    return !order.messages.isEmpty() &&
           digitsOf(Hand::cell(rowOf(order), u"Code"_s)) == digitsOf(order.messages.last().code);
}

void TourScript::selectOrder(std::function<QString()> simId)
{
    expect(u"the order can be selected"_s, [this, simId] {
        const QModelIndex row = rowOf(order(simId()));
        return row.isValid() &&
               m_hand.clickRow(u"orders"_s, [&row](const QModelIndex &r) { return r == row; });
    });
    expect(u"its number is shown"_s, [this, simId] {
        return digitsOf(m_hand.textOf(u"Current number"_s)).right(7) == order(simId()).number.right(7);
    });
}

void TourScript::expectNumberShown()
{
    expect(u"the new order shows its number"_s, [this] {
        const SimOrder newest = m_simulator.orders().last();
        return digitsOf(m_hand.textOf(u"Current number"_s)).right(7) == newest.number.right(7) &&
               rowOf(newest).isValid();
    });
}

void TourScript::purchases()
{
    const QString whatsApp = u"whatsapp"_s;
    const QString indonesia = u"Indonesia"_s;
    buy({u"otpzap-server-1"_s, u"WhatsApp, Indonesia, at OTPZap, Server 1"_s, u"otpzap"_s, whatsApp,
         indonesia, u"s1"_s});
    arrange([this] { m_resent = m_simulator.orders().last().id; });
    buy({u"otpzap-server-2"_s, u"WhatsApp, Indonesia, at OTPZap, Server 2, of one operator"_s, u"otpzap"_s,
         whatsApp, indonesia, u"s2"_s, u"Server 2 · Telkomsel"_s});
    buy({u"otpzap-special"_s,
         u"WhatsApp Business, a special service of OTPZap"_s,
         u"otpzap"_s,
         u"whatsapp business"_s,
         {},
         u"special"_s});
    buy({u"zapotp"_s, u"WhatsApp, Indonesia, at ZapOTP"_s, u"zapotp"_s, whatsApp, indonesia});
    buy({u"whichotp"_s, u"WhatsApp at WhichOtp"_s, u"whichotp"_s, whatsApp});
    buy({u"otpwall"_s, u"WhatsApp, Indonesia, at OTPWALL"_s, u"otpwall"_s, whatsApp, indonesia});
    buy({u"otpget-sms"_s, u"WhatsApp, Indonesia, at OTPGet"_s, u"otpget"_s, whatsApp, indonesia, u"sms"_s});
    buy({u"otpget-cheap"_s,
         u"a cheap number of Pakistan at OTPGet"_s,
         u"otpget"_s,
         u"pakistan server"_s,
         {},
         u"cheap"_s});
}

void TourScript::codes()
{
    step(u"codes"_s, u"Let time pass: all eight codes arrive"_s);
    await(u"each order shows its code"_s, [this] {
        const QList<SimOrder> orders = m_simulator.orders();
        return std::all_of(orders.begin(), orders.end(),
                           [this](const SimOrder &o) { return showsNewest(o); });
    });
    expect(u"the selected order shows its code in large"_s, [this] {
        return digitsOf(m_hand.textOf(u"Current code"_s)) ==
               digitsOf(m_simulator.orders().last().messages.last().code);
    });
}

void TourScript::copies()
{
    const auto resent = [this] { return m_resent; };
    const auto number = [this] {
        const SimOrder sold = order(m_resent);
        return readPhoneNumber(sold.number, sold.offer.countryIso);
    };
    step(u"number-forms"_s, u"Open the forms in which the number can be copied"_s);
    selectOrder(resent);
    expect(u"the menu of “Copy number” can be opened"_s,
           [this] { return m_hand.openMenu(u"Copy number"_s); });
    expect(u"the menu is open"_s, [] { return QApplication::activePopupWidget() != nullptr; });

    step(u"copy-number"_s, u"Copy the number: international, digits only, without country code"_s);
    using Form = QString PhoneNumber::*;
    const std::pair<QString, Form> forms[] = {{u"International, with +"_s, &PhoneNumber::e164},
                                              {u"Digits only"_s, &PhoneNumber::digits},
                                              {u"Without country code"_s, &PhoneNumber::national}};
    for (const auto &[entry, form] : forms) {
        expect(u"the menu offers “%1”"_s.arg(entry), [this, entry = entry] {
            if (!QApplication::activePopupWidget())
                m_hand.openMenu(u"Copy number"_s);
            return m_hand.chooseFromMenu(entry);
        });
        expect(u"the clipboard holds the number: %1"_s.arg(entry), [number, form = form] {
            return !(number().*form).isEmpty() && clipboardText() == number().*form;
        });
    }

    step(u"copy-code"_s, u"Copy the code"_s);
    click(u"Copy code"_s);
    expect(u"the clipboard holds the code"_s,
           [this] { return clipboardText() == digitsOf(order(m_resent).messages.last().code); });
}

void TourScript::resend()
{
    step(u"resend"_s, u"Ask OTPZap for another SMS to the same number"_s);
    click(u"Resend SMS"_s);
    expect(u"the provider was asked"_s, [this] { return order(m_resent).resendCount == 1; });

    step(u"second-code"_s, u"The second code comes into the same timeline and is the current one"_s);
    await(u"a second code comes"_s, [this] { return order(m_resent).messages.size() == 2; });
    await(u"it is the current code"_s, [this] {
        const QString code = order(m_resent).messages.last().code;
        return showsNewest(order(m_resent)) && digitsOf(m_hand.textOf(u"Current code"_s)) == digitsOf(code);
    });
    expect(u"the timeline holds both messages"_s, [this] {
        const auto *timeline = m_hand.find<QAbstractItemView>(u"Timeline"_s);
        int messages = 0;
        for (int i = 0; timeline && i < timeline->model()->rowCount(); ++i)
            messages +=
                timeline->model()->index(i, 0).data(TimelineModel::MessageRole).toString().isEmpty() ? 0 : 1;
        return messages == 2;
    });
}

void TourScript::finish()
{
    step(u"finished"_s, u"Finish the order"_s);
    click(u"Finish order"_s);
    expect(u"the provider ends it"_s, [this] { return order(m_resent).state == SimState::Finished; });
    expect(u"its row says so"_s, [this] {
        return Hand::cell(rowOf(order(m_resent)), u"Status"_s) == format::status(OrderStatus::Finished);
    });
}

void TourScript::replaceAndCancel()
{
    const auto rowSays = [this](const QString &simId, OrderStatus status) {
        return Hand::cell(rowOf(order(simId)), u"Status"_s) == format::status(status);
    };
    const auto cancelButton = [this] { return m_hand.find<QAbstractButton>(u"Cancel order"_s); };

    arrange([this] {
        m_balanceBefore = m_simulator.balance(u"otpzap"_s);
        m_simulator.planNext(u"otpzap"_s, Plan::neverACode());
    });
    buy({u"without-code"_s, u"a number that will get no code, at OTPZap, Server 1"_s, u"otpzap"_s,
         u"telegram"_s, u"Indonesia"_s, u"s1"_s});
    arrange([this] { m_codeless = m_simulator.orders().last().id; });

    step(u"replaced"_s, u"Replace it by another number; the old one is refunded"_s);
    arrange([this] { m_simulator.planNext(u"otpzap"_s, Plan::neverACode()); });
    click(u"Replace number"_s);
    expect(u"the provider gives another number"_s,
           [this] { return m_simulator.orders().last().replaces == m_codeless; });
    arrange([this] { m_successor = m_simulator.orders().last().id; });
    expectNumberShown();
    expect(u"its timeline says that it took the place of another"_s, [this] {
        return m_hand
            .row(u"Timeline"_s,
                 [](const QModelIndex &event) {
                     return event.data(TimelineModel::KindRole).toInt() == int(EventKind::Replaces);
                 })
            .isValid();
    });
    expect(u"the old order is refunded"_s,
           [this, rowSays] { return rowSays(m_codeless, OrderStatus::Refunded); });

    step(u"early-cancel"_s, u"Cancelling must wait: the button counts down"_s);
    expect(u"“Cancel order” is disabled and counts down"_s, [cancelButton] {
        const QAbstractButton *button = cancelButton();
        return button && !button->isEnabled() && button->text().contains(u":"_s);
    });

    step(u"cancelled"_s, u"After two minutes cancel: refunded, and the balance is as before"_s);
    await(u"“Cancel order” can be clicked"_s, [this] { return m_hand.click(u"Cancel order"_s); });
    expect(u"the order is refunded"_s,
           [this, rowSays] { return rowSays(m_successor, OrderStatus::Refunded); });
    expect(u"the provider's books are even"_s, [this] {
        const QList<LedgerEntry> ledger = m_simulator.ledger();
        return m_simulator.balance(u"otpzap"_s) == m_balanceBefore &&
               ledger.last().kind == LedgerEntry::Kind::Refund && ledger.last().orderId == m_successor;
    });
    expectBalance(u"otpzap"_s);
}

void TourScript::overview()
{
    const auto rows = [this] {
        const auto *table = m_hand.find<QTableView>(u"orders"_s);
        return table ? table->model()->rowCount() : -1;
    };
    step(u"orders-ended"_s, u"Show the ended orders only"_s);
    choose(u"Order filter"_s, u"Ended"_s);
    expect(u"no live order is left"_s, [this, rows] {
        const QModelIndex live = m_hand.row(u"orders"_s, [](const QModelIndex &row) {
            return isLive(static_cast<OrderStatus>(row.data(OrderModel::StatusRole).toInt()));
        });
        return rows() > 0 && !live.isValid();
    });

    step(u"orders-search"_s, u"Search the orders for a number"_s);
    choose(u"Order filter"_s, u"All"_s);
    type(u"Search orders"_s, [this] { return order(m_resent).number.right(6); });
    expect(u"one order is left"_s, [this, rows] { return rows() == 1 && rowOf(order(m_resent)).isValid(); });

    step(u"orders-all"_s, u"All orders again"_s);
    type(u"Search orders"_s, QString());
    expect(u"all orders are back"_s, [this, rows] { return rows() == m_simulator.orders().size(); });
}

void TourScript::darkTheme()
{
    const auto light = std::make_shared<QPalette>();
    step(u"dark-orders"_s, u"The orders in a dark theme"_s);
    arrange([light] {
        *light = QApplication::palette();
        QApplication::setPalette(darkPalette());
    });
    openTab(u"Orders"_s);
    selectOrder([this] { return m_resent; });

    for (const QString &tab : {u"Rentals"_s, u"Inboxes"_s, u"Top-ups"_s}) {
        step(u"dark-"_s + tab.toLower(), u"The tab %1 in a dark theme"_s.arg(tab));
        openTab(tab);
        if (tab == "Top-ups"_L1)
            choose(u"Account"_s, nameOf(u"otpzap"_s));
        expect(u"its table is shown"_s, [this, tab] { return m_hand.find(tab) != nullptr; });
    }

    step(u"dark-catalog"_s, u"The catalog in a dark theme"_s);
    openTab(u"Catalog"_s);
    expect(u"the catalog is shown"_s, [this] { return m_hand.find(u"Offers"_s) != nullptr; });

    step(u"end"_s, u"Back in the light"_s);
    arrange([light] { QApplication::setPalette(*light); });
    openTab(u"Orders"_s);
    expect(u"the orders are shown"_s, [this] { return m_hand.find(u"orders"_s) != nullptr; });
}

} // namespace otpdesk
