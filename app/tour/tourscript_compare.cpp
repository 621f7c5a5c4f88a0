#include "app/session/demorates.h"
#include "app/tour/tourscript.h"
#include "models/catalog/catalogmodel.h"
#include "models/rates/ratewords.h"
#include "providers/simulator/simulator.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QTableView>
#include <QToolButton>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

const auto Table = u"Offers"_s;
const auto Rupees = u"In INR"_s; // the column's title

bool isMarket(const QModelIndex &row)
{
    return row.data(CatalogModel::LevelRole).toInt() == int(CatalogModel::Level::Market);
}

} // namespace

/// Where is a number of Pakistan for Telegram cheapest, over five accounts in four currencies?
void TourScript::compare()
{
    chooseTelegramInPakistan();
    expandTheMarket();
    starAndReturn();
    exchangeRates();
}

void TourScript::chooseTelegramInPakistan()
{
    step(u"catalog-all"_s, u"Let all offers through again, by name"_s);
    choose(u"Provider filter"_s, u"All providers"_s);
    choose(u"Country"_s, u"All countries"_s);
    choose(u"Kind"_s, u"All kinds"_s);
    clickHeader(u"Service"_s);

    step(u"compare-search"_s, u"Where is Telegram in Pakistan cheapest? Search for “tg pak”"_s);
    type(u"Search offers"_s, u"tg pak"_s);
    expect(u"only Telegram in Pakistan is left, of all who sell numbers by country"_s, [this] {
        QSet<QString> providers;
        for (int row = 0; row < offersShown(); ++row)
            providers.insert(
                Hand::cell(m_hand.find<QTableView>(Table)->model()->index(row, 0), u"Provider"_s));
        return providers.size() == 4 && everyOffer(u"Service"_s, u"Telegram"_s) &&
               everyOffer(u"Country"_s, u"Pakistan"_s);
    });

    expect(u"the switches tell how many of them are in stock"_s, [this] {
        const auto *inStock = m_hand.find<QToolButton>(u"In stock"_s);
        return inStock && inStock->text() == u"In stock (%1)"_s.arg(offersShown() - 1);
    });

    step(u"compare-market"_s, u"One row for all of them"_s);
    click(u"Compare"_s);
    expect(u"one row tells of four providers"_s,
           [this] { return offersShown() == 1 && everyOffer(u"Provider"_s, u"+ 3 more"_s); });

    step(u"compare-rupees"_s, u"Prices in Pakistani rupees, and in Indian ones"_s);
    choose(u"Prices in"_s, u"PKR"_s);
    expect(u"prices are shown in PKR"_s,
           [this] { return everyOffer(u"In PKR"_s, Currency::fromCode(u"PKR").sign()); });
    choose(u"Prices in"_s, u"INR"_s);
    expect(u"the row shows what the cheapest number in stock costs in INR"_s,
           [this] { return everyOffer(Rupees, ratewords::amount(cheapestInRupees())); });
}

void TourScript::expandTheMarket()
{
    step(u"compare-expand"_s, u"All its offers, the cheapest first"_s);
    clickHeader(Rupees);
    expect(u"the row can be selected"_s, [this] { return m_hand.clickRow(Table, isMarket); });
    press(Table, Qt::Key_Right);
    expect(u"the offers stand below it, by their price in INR"_s, [this] {
        const auto rates = demoRates(QDate::currentDate());
        const Currency inr = Currency::fromCode(u"INR");
        std::optional<Money> before;
        for (int row = 1; row < offersShown(); ++row) {
            const QModelIndex offer = m_hand.find<QTableView>(Table)->model()->index(row, 0);
            const auto price = offer.data(CatalogModel::OfferRole).value<Offer>().price;
            const auto converted = price ? rates.convert(*price, inr) : std::nullopt;
            if (before && converted && *converted < *before)
                return false;
            before = converted ? converted : before;
        }
        return before && offersShown() > 6;
    });

    step(u"compare-in-stock"_s, u"Only what is in stock: the cheapest of all was not"_s);
    arrange([this] { m_offersShown = offersShown(); });
    click(u"In stock"_s);
    expect(u"what is sold out is gone"_s, [this] {
        const auto soldOut = [](const QModelIndex &row) {
            return !row.data(CatalogModel::AvailableRole).toBool();
        };
        return offersShown() < m_offersShown && !m_hand.row(Table, soldOut).isValid();
    });
    expect(u"the first offer costs what the market's row says"_s, [this] {
        const auto first = m_hand.row(Table, [](const QModelIndex &row) { return !isMarket(row); });
        return Hand::cell(first, Rupees) == ratewords::amount(cheapestInRupees());
    });
}

void TourScript::starAndReturn()
{
    step(u"compare-star"_s, u"Star it, for the next time"_s);
    expect(u"the row can be selected"_s, [this] { return m_hand.clickRow(Table, isMarket); });
    click(u"Star"_s);
    expect(u"the row has a star"_s,
           [this] { return m_hand.row(Table, isMarket).data(CatalogModel::FavouriteRole).toBool(); });

    step(u"compare-elsewhere"_s, u"Look at something else"_s);
    type(u"Search offers"_s, u"wa indo"_s);
    expect(u"only WhatsApp in Indonesia is left"_s, [this] {
        return offersShown() > 0 && everyOffer(u"Service"_s, u"WhatsApp"_s) &&
               everyOffer(u"Country"_s, u"Indonesia"_s);
    });

    step(u"compare-go-to"_s, u"“Go to” has what was starred"_s);
    expect(u"“Go to” can be clicked"_s, [this] { return m_hand.openMenu(u"Go to"_s); });
    expect(u"the menu offers Telegram in Pakistan"_s,
           [this] { return m_hand.isInMenu(u"Telegram · Pakistan"_s); });

    step(u"compare-back"_s, u"Back at Telegram in Pakistan"_s);
    expect(u"Telegram in Pakistan can be chosen"_s,
           [this] { return m_hand.chooseFromMenu(u"Telegram · Pakistan"_s); });
    expect(u"only Telegram in Pakistan is shown"_s, [this] {
        const auto *country = m_hand.find<QComboBox>(u"Country"_s);
        const auto *search = m_hand.find<QLineEdit>(u"Search offers"_s);
        return country && country->currentText() == "Pakistan"_L1 && search &&
               search->text() == "Telegram"_L1 && offersShown() > 0 &&
               everyOffer(u"Service"_s, u"Telegram"_s) && everyOffer(u"Country"_s, u"Pakistan"_s);
    });
}

void TourScript::exchangeRates()
{
    step(u"compare-rates"_s, u"Look at the exchange rates that this rests on"_s);
    click(u"Prices in"_s);
    expect(u"the rates are in the list"_s, [this] { return m_hand.chooseFromList(u"Exchange rates…"_s); });
    expect(u"the dialog shows the rate of INR"_s,
           [this] { return m_hand.textOf(u"Rate of INR"_s) == "84.10"_L1; });

    step(u"compare-done"_s, u"Leave them as they are, and list every offer again"_s);
    click(u"Cancel"_s);
    expect(u"the dialog closes"_s, [this] { return !m_hand.isDialogOpen(); });
    click(u"Compare"_s);
    expect(u"each offer has a row"_s, [this] {
        return m_hand.find(Table) && !m_hand.row(Table, isMarket).isValid() && offersShown() > 6;
    });
}

/// Of what can be bought, as the simulator knows it. Without OTPWALL, which tells no prices.
Money TourScript::cheapestInRupees() const
{
    const ExchangeRates rates = demoRates(QDate::currentDate());
    const Currency inr = Currency::fromCode(u"INR");
    std::optional<Money> cheapest;
    const SimCatalog &catalog = m_simulator.catalog();
    for (const QString &provider : m_simulator.providerIds()) {
        for (const Offer *offer : catalog.of(provider)) {
            if (provider == "otpwall"_L1 || offer->service != "Telegram"_L1 || offer->countryIso != "PK"_L1 ||
                !offer->price || offer->stock == 0)
                continue;
            const Money price = rates.convert(*offer->price, inr).value_or(Money());
            if (!cheapest || price < *cheapest)
                cheapest = price;
        }
    }
    return cheapest.value_or(Money());
}

} // namespace otpdesk
