#include "app/tour/tourscript.h"

#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/simulator/simulator.h"

#include <QWidget>

// What an account may spend unasked, and numbers that are given back by themselves.

namespace otpdesk {

using namespace Qt::StringLiterals;

void TourScript::spending()
{
    limitOtpZap(u"1500"_s);
    choosePolicy();
    buyBeyondTheLimit();
    expectSilentOrderGoesBack();
}

void TourScript::limitOtpZap(const QString &amount)
{
    step(u"daily-limit"_s, u"Set a daily limit for the account at OTPZap"_s);
    click(u"accountsButton"_s);
    expect(u"the account can be selected"_s, [this] {
        return m_hand.clickRow(u"accounts"_s, [this](const QModelIndex &row) {
            return row.data().toString().contains(nameOf(u"otpzap"_s));
        });
    });
    click(u"Edit account"_s);
    type(u"Daily limit"_s, amount);
}

void TourScript::choosePolicy()
{
    step(u"refund-policy"_s, u"Saved. Choose after how long numbers without an SMS are given back"_s);
    click(u"Save"_s);
    expectMessage(u"Connected to OTPZap"_s);
    click(u"Close"_s);
    expect(u"the dialogs are closed"_s, [this] { return !m_hand.isDialogOpen(); });
    expect(u"the menu “View” can be opened"_s, [this] { return m_hand.openMenu(u"View"_s); });
    expect(u"it leads to the policy"_s, [this] { return m_hand.chooseFromMenu(u"Cancel without an SMS"_s); });
    expect(u"there are times to choose from"_s, [this] { return m_hand.isInMenu(u"After 3 minutes"_s); });
}

void TourScript::buyBeyondTheLimit()
{
    const auto canBuy = [this] {
        const QWidget *button = m_hand.find(u"Buy now"_s);
        return button && button->isEnabled();
    };
    step(u"beyond-limit"_s, u"Ask for a number: it is beyond the daily limit and waits for a yes"_s);
    expect(u"three minutes can be chosen"_s, [this] { return m_hand.chooseFromMenu(u"After 3 minutes"_s); });
    arrange([this] {
        m_balanceBefore = m_simulator.balance(u"otpzap"_s);
        m_simulator.planNext(u"otpzap"_s, Plan::neverACode());
    });
    findOffer({u"silent"_s, u"a number"_s, u"otpzap"_s, u"telegram"_s, u"Indonesia"_s, u"s1"_s});
    click(u"Buy"_s);
    expect(u"the price is checked"_s, [this] {
        const QWidget *yes = m_hand.find(u"consentToSpend"_s);
        return yes && yes->isEnabled() && !m_hand.find(u"purchaseBusy"_s);
    });
    expect(u"“Buy now” waits"_s, [canBuy] { return !canBuy(); });

    step(u"yes-beyond-limit"_s, u"Say yes and buy. The order says when it is going to be given back"_s);
    click(u"consentToSpend"_s);
    expect(u"it can be bought"_s, canBuy);
    arrange([this] { m_ordersBefore = m_simulator.orders().size(); });
    click(u"Buy now"_s);
    expect(u"one order is made"_s, [this] { return m_simulator.orders().size() == m_ordersBefore + 1; });
    arrange([this] { m_silent = m_simulator.orders().last().id; });
    expectNumberShown();
    expect(u"the order says when it is given back"_s, [this] {
        const QWidget *line = m_hand.find(u"orderRemark"_s);
        return line && line->accessibleName().startsWith(u"Cancelled for the refund at"_s);
    });
}

void TourScript::expectSilentOrderGoesBack()
{
    step(u"given-back"_s, u"No SMS comes: after three minutes it is cancelled and refunded"_s);
    await(u"the order is refunded"_s, [this] {
        return Hand::cell(rowOf(order(m_silent)), u"Status"_s) == format::status(OrderStatus::Refunded);
    });
    expect(u"its timeline says why"_s, [this] {
        return m_hand
            .row(u"Timeline"_s,
                 [](const QModelIndex &event) {
                     return event.data(TimelineModel::KindRole).toInt() == int(EventKind::RefundDue);
                 })
            .isValid();
    });
    expect(u"the provider's books are even"_s,
           [this] { return m_simulator.balance(u"otpzap"_s) == m_balanceBefore; });
    expectBalance(u"otpzap"_s);
}

} // namespace otpdesk
