#include "app/tour/tourscript.h"

#include "models/catalog/catalogmodel.h"
#include "providers/simulator/simulator.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto Table = u"Offers"_s;
const auto Search = u"Search offers"_s;
constexpr int Looked = 200; // rows at the top: a look at all of them would be a stall of the tour's own
constexpr int Presses = 30; // of a key that is held down

} // namespace

QList<TourStep> TourScript::stepsThroughManyOffers()
{
    m_steps.clear();
    loadManyOffers();
    typeThroughManyOffers();
    sortManyOffers();
    scrollManyOffers();
    groupManyOffers();
    refreshManyOffers();
    return m_steps;
}

void TourScript::loadManyOffers()
{
    const auto selling = static_cast<int>(m_simulator.catalog().of(u"otpzap"_s, u"s2").size());
    step(u"offers-account"_s, u"Add the accounts: their offers load by themselves"_s);
    for (const QString &id : m_simulator.providerIds())
        addAccount(id);
    click(u"Close"_s);
    expect(u"the dialog closes"_s, [this] { return !m_hand.isDialogOpen(); });

    step(u"offers-loaded"_s, u"Wait for %L1 offers of OTPZap's server 2, and all others"_s.arg(selling));
    awaitOffers(selling);
}

void TourScript::awaitOffers(int atLeast)
{
    await(u"offers load"_s, [this] { return m_hand.find(u"Loading offers"_s) != nullptr; });
    const auto loaded = [this, atLeast] {
        return !m_hand.find(u"Loading offers"_s) && offersShown() >= atLeast;
    };
    await(u"all offers appear and loading ends"_s, loaded, 2s);
}

void TourScript::typeThroughManyOffers()
{
    step(u"offers-type"_s, u"Search for “telegram bra”, letter by letter"_s);
    click(Search);
    arrange([this] { m_offersShown = offersShown(); });
    typeByLetter(Search, u"telegram bra"_s);
    expect(u"few offers are left"_s,
           [this] { return offersShown() > 0 && offersShown() < m_offersShown / 10; });

    step(u"offers-erase"_s, u"And back, letter by letter"_s);
    for (int i = 0; i < 12; ++i)
        press(Search, Qt::Key_Backspace);
    expect(u"all offers are back"_s, [this] { return offersShown() == m_offersShown; });
}

void TourScript::sortManyOffers()
{
    const auto cheapestFirst = [this] { return isCheapestFirst(std::min(Looked, offersShown())); };
    step(u"offers-price"_s, u"Sort all by price"_s);
    clickHeader(u"Price"_s);
    expect(u"the cheapest of each currency comes first"_s, cheapestFirst);

    step(u"offers-name"_s, u"By country, and by name"_s);
    clickHeader(u"Country"_s);
    expect(u"the first country comes first"_s, [this] {
        return m_hand.row(Table, [](const QModelIndex &) { return true; }).siblingAtColumn(1).data() ==
               u"Afghanistan"_s;
    });
    clickHeader(u"Service"_s);
    expect(u"names are in order"_s, [this] {
        const auto isOther = [](const QModelIndex &row) {
            return row.row() >= Looked || !row.data().toString().startsWith(u'A', Qt::CaseInsensitive);
        };
        return m_hand.row(Table, isOther).row() == Looked;
    });

    step(u"offers-rupees"_s, u"In Indian rupees, by price"_s);
    choose(u"Prices in"_s, u"INR"_s);
    clickHeader(u"In INR"_s);
    expect(u"the cheapest of each currency comes first"_s, cheapestFirst);
}

void TourScript::scrollManyOffers()
{
    const auto isAt = [this](double part) {
        const auto *table = m_hand.find<QTableView>(Table);
        const QScrollBar *bar = table ? table->verticalScrollBar() : nullptr;
        return bar && bar->maximum() > 0 && qAbs(double(bar->value()) / bar->maximum() - part) < 0.001;
    };
    step(u"offers-keys"_s, u"To the end and back with the keyboard, page by page at both"_s);
    expect(u"the first row can be selected"_s,
           [this] { return m_hand.clickRow(Table, [](const QModelIndex &) { return true; }); });
    press(Table, Qt::CTRL | Qt::Key_End);
    expect(u"the end is shown"_s, [isAt] { return isAt(1); });
    for (int i = 0; i < Presses; ++i)
        press(Table, Qt::Key_PageUp);
    press(Table, Qt::CTRL | Qt::Key_Home);
    expect(u"the beginning is shown"_s, [isAt] { return isAt(0); });
    for (int i = 0; i < Presses; ++i)
        press(Table, Qt::Key_PageDown);

    step(u"offers-wheel"_s, u"Back to the beginning, and with the wheel"_s);
    press(Table, Qt::CTRL | Qt::Key_Home);
    expect(u"the beginning is shown"_s, [isAt] { return isAt(0); });
    for (int i = 0; i < Presses; ++i)
        expect(u"the wheel can be turned"_s, [this] { return m_hand.turnWheel(Table, -3); });
    expect(u"other rows are shown"_s, [this] {
        const auto *table = m_hand.find<QTableView>(Table);
        return table && table->rowAt(0) > Presses;
    });
}

void TourScript::groupManyOffers()
{
    step(u"offers-group"_s, u"One row for each service and country"_s);
    arrange([this] { m_offersShown = offersShown(); });
    click(u"Compare"_s);
    expect(u"there are fewer rows"_s, [this] { return offersShown() > 0 && offersShown() < m_offersShown; });

    step(u"offers-group-type"_s, u"Search for “tg pak” in them, letter by letter"_s);
    click(Search);
    typeByLetter(Search, u"tg pak"_s);
    expect(u"Telegram in Pakistan is left"_s, [this] {
        return offersShown() > 0 && offersShown() < 5 && everyOffer(u"Service"_s, u"Telegram"_s);
    });

    step(u"offers-ungroup"_s, u"And every offer again"_s);
    for (int i = 0; i < 6; ++i)
        press(Search, Qt::Key_Backspace);
    click(u"Compare"_s);
    expect(u"each offer has a row"_s, [this] { return offersShown() == m_offersShown; });
}

void TourScript::refreshManyOffers()
{
    step(u"offers-refresh"_s, u"Refresh them all, and type meanwhile"_s);
    click(u"Refresh offers"_s);
    click(Search);
    typeByLetter(Search, u"whatsapp"_s);
    for (int i = 0; i < 8; ++i)
        press(Search, Qt::Key_Backspace);
    awaitOffers(static_cast<int>(m_simulator.catalog().of(u"otpzap"_s, u"s2").size()));
}

} // namespace otpdesk
