#include "tests/bench/gallery/chapters.h"
#include "ui/kit/balancechip.h"
#include "ui/kit/countdown.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/herocode.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/pill.h"
#include "ui/kit/searchedit.h"

#include <QToolButton>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void addFlows(QBoxLayout &page)
{
    auto *chips = new FlowLayout;
    using S = AccountModel::State;
    const std::tuple<const char *, const char *, S> accounts[] = {
        {"OTPZap", "Rp 152,400", S::Ok},
        {"ZapOTP", "$0.80", S::Low},
        {"WhichOTP", "₦12,000.00", S::Loading},
        {"OTPWall", "₨45.00", S::Stale},
        {"OTPGet", "—", S::Failed},
        {"A provider with a very long name", "—", S::KeyMissing}};
    for (const auto &[name, balance, state] : accounts) {
        auto *chip = new BalanceChip;
        chip->setAccount(QString::fromUtf8(name), QString::fromUtf8(balance), state, u"Updated 3 min ago"_s);
        chips->addWidget(chip);
    }
    auto *pills = new FlowLayout;
    for (int status = 0; status <= int(OrderStatus::NotBought); ++status) {
        auto *pill = new PillLabel;
        pill->setPill(pillFor(static_cast<OrderStatus>(status)));
        pills->addWidget(pill);
    }
    auto *symbols = new FlowLayout;
    for (int symbol = 0; symbol < IconCount; ++symbol) {
        auto *button = new QToolButton;
        button->setIcon(icon(static_cast<Icon>(symbol)));
        button->setEnabled(symbol % 7 != 6);
        symbols->addWidget(button);
    }
    for (FlowLayout *flow : {chips, pills, symbols})
        page.addLayout(flow);
}

void addMessages(QBoxLayout &page)
{
    using Mood = MessageBar::Mood;
    const MessageBar::Message messages[] = {
        {Mood::Info, u"Prices are from 10 minutes ago. <b>Refresh</b> to see today's."_s, {}, {}},
        {Mood::Success, u"The order was cancelled and Rp 2,100 came back."_s, {}, {}},
        {Mood::Warning, u"This account is polled every 12 seconds, since 64 orders are live."_s, {}, {}},
        {Mood::Error,
         u"ZapOTP could not cancel the order: a message has just come. The code is below; it stays valid "
         "until the order ends."_s,
         u"STATUS_CANCEL_DENIED: sms already received"_s,
         {{u"&Try again"_s, {}}}}};
    for (const MessageBar::Message &message : messages) {
        auto *bar = new MessageBar;
        page.addWidget(bar);
        bar->post(message);
    }
}

void addCodes(QBoxLayout &page)
{
    auto *heroes = new QHBoxLayout;
    heroes->setSpacing(metrics::Medium);
    for (int i = 0; i < 3; ++i) {
        auto *hero = new HeroCode(u"Current code"_s);
        hero->setPlaceholder(u"Waiting for the SMS…"_s);
        if (i > 0)
            hero->setCode(u"847293"_s, u"847 293"_s);
        if (i == 2)
            hero->showCopied();
        heroes->addWidget(hero);
    }
    page.addLayout(heroes);
    auto *rings = new QHBoxLayout;
    for (const auto left : {1100s, 734s, 180s, 41s, 0s}) {
        auto *ring = new CountdownRing;
        ring->setTime(left, 1200s);
        rings->addWidget(ring);
    }
    rings->addStretch();
    rings->addWidget(new SearchEdit(u"Search offers"_s));
    page.addLayout(rings);
}

} // namespace

void drawKit(const Camera &camera)
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    addFlows(*layout);
    addMessages(*layout);
    addCodes(*layout);
    auto *empty = new EmptyState;
    empty->setContent(Icon::Globe, u"No offers yet"_s,
                      u"Add an account to see what its provider sells, or look around in the demo."_s);
    empty->setPrimary(u"&Add account"_s);
    empty->setSecondary(u"&Try the demo"_s);
    layout->addWidget(empty, 1);
    camera.at({900, 780}).shoot(page, u"all"_s);
    camera.at({480, 900}).shoot(page, u"all"_s);
}

} // namespace otpdesk
