#include "app/tour/tourscript.h"

#include "models/catalog/catalogmodel.h"
#include "models/orders/ordermodel.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/simulator/simulator.h"

#include <QComboBox>
#include <QKeySequence>
#include <QLineEdit>
#include <QTableView>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QList<TourStep> TourScript::steps()
{
    m_steps.clear();
    accounts();
    catalog();
    compare();
    purchases();
    codes();
    copies();
    resend();
    finish();
    replaceAndCancel();
    overview();
    rentals();
    inboxes();
    topUps();
    webhook();
    spending();
    darkTheme();
    return m_steps;
}

void TourScript::step(const QString &name, const QString &told)
{
    m_steps.append({name, told, {}});
}

void TourScript::arrange(std::function<void()> change)
{
    m_steps.last().beats.append({{}, [change = std::move(change)] {
                                     change();
                                     return true;
                                 }});
}

void TourScript::expect(const QString &sentence, std::function<bool()> seen)
{
    m_steps.last().beats.append({sentence, std::move(seen)});
}

void TourScript::await(const QString &sentence, std::function<bool()> seen, std::chrono::milliseconds passing)
{
    m_steps.last().beats.append({sentence, std::move(seen), passing});
}

void TourScript::click(const QString &name)
{
    expect(u"“%1” can be clicked"_s.arg(name), [this, name] { return m_hand.click(name); });
}

void TourScript::openTab(const QString &text)
{
    expect(u"the tab “%1” can be clicked"_s.arg(text), [this, text] { return m_hand.clickTab(text); });
}

void TourScript::type(const QString &name, const QString &text)
{
    type(name, [text] { return text; });
}

void TourScript::type(const QString &name, std::function<QString()> text)
{
    expect(u"one can type into “%1”"_s.arg(name), [this, name, text] { return m_hand.type(name, text()); });
    expect(u"“%1” holds what was typed"_s.arg(name), [this, name, text] {
        const auto *field = m_hand.find<QLineEdit>(name);
        return field && field->text() == text();
    });
}

void TourScript::choose(const QString &combo, const QString &entry)
{
    click(combo);
    expect(u"“%1” offers “%2”"_s.arg(combo, entry), [this, entry] { return m_hand.chooseFromList(entry); });
    expect(u"“%1” shows “%2”"_s.arg(combo, entry), [this, combo, entry] {
        const auto *box = m_hand.find<QComboBox>(combo);
        return box && box->currentText().startsWith(entry);
    });
}

void TourScript::expectMessage(const QString &beginning)
{
    expect(u"a message begins with “%1”"_s.arg(beginning),
           [this, beginning] { return m_hand.textOf(u"messageText"_s).startsWith(beginning); });
}

QString TourScript::nameOf(const QString &providerId) const
{
    const ProviderEntry *entry = findProvider(providerId);
    return entry ? entry->info().name : providerId;
}

void TourScript::expectBalance(const QString &providerId)
{
    expect(u"the window shows the balance at %1"_s.arg(nameOf(providerId)), [this, providerId] {
        const QString amount = format::money(m_simulator.balance(providerId));
        return m_hand.find(u"%1 balance %2"_s.arg(nameOf(providerId), amount)) != nullptr;
    });
}

void TourScript::addAccount(const QString &providerId)
{
    click(u"Add account"_s);
    choose(u"Provider"_s, nameOf(providerId));
    type(u"API key"_s, m_simulator.key(providerId));
    type(u"Server address"_s, m_simulator.baseUrl(providerId).toString());
    click(u"Save"_s);
    expectMessage(u"Connected to %1"_s.arg(nameOf(providerId)));
}

void TourScript::accounts()
{
    step(u"first-run"_s, u"Start without an account"_s);
    for (const QString &button : {u"Add account"_s, u"Try the demo"_s})
        expect(u"there is a button “%1”"_s.arg(button), [this, button] { return m_hand.find(button); });

    const QString zap = u"otpzap"_s;
    const QString wrongKey = u"otpzap_live_"_s + QString(40, u'0');
    step(u"account-editor"_s, u"Enter an account of OTPZap with a wrong key"_s);
    click(u"Add account"_s);
    choose(u"Provider"_s, nameOf(zap));
    type(u"API key"_s, wrongKey);
    type(u"Server address"_s, m_simulator.baseUrl(zap).toString());

    step(u"wrong-key"_s, u"Test the connection: the provider refuses the key"_s);
    click(u"Save"_s);
    expectMessage(u"OTPZap"_s);
    click(u"Test connection"_s);
    expectMessage(u"OTPZap"_s);
    expect(u"the provider was asked twice"_s, [this, zap] { return m_simulator.arrivals(zap) >= 2; });

    step(u"right-key"_s, u"Correct the key and test again: connected, with the balance"_s);
    click(u"Edit account"_s);
    type(u"API key"_s, m_simulator.key(zap));
    click(u"Save"_s);
    expectMessage(u"Connected to OTPZap"_s);
    click(u"Test connection"_s);
    expect(u"the message shows the balance"_s, [this, zap] {
        return m_hand.textOf(u"messageText"_s).contains(format::money(m_simulator.balance(zap)));
    });

    step(u"all-accounts"_s, u"Add the accounts of the other four providers"_s);
    const QStringList providers = m_simulator.providerIds();
    for (const QString &id : providers) {
        if (id != zap)
            addAccount(id);
    }
    click(u"Close"_s);
    expect(u"the dialog closes"_s, [this] { return !m_hand.isDialogOpen(); });
    for (const QString &id : providers)
        expectBalance(id);
}

int TourScript::offersShown() const
{
    const auto *table = m_hand.find<QTableView>(u"Offers"_s);
    return table && table->model() ? table->model()->rowCount() : 0;
}

bool TourScript::everyOffer(const QString &column, const QString &word) const
{
    const auto other = [&](const QModelIndex &row) {
        return !Hand::cell(row, column).contains(word, Qt::CaseInsensitive);
    };
    return m_hand.find(u"Offers"_s) && !m_hand.row(u"Offers"_s, other).isValid();
}

/// Of each currency, among so many rows from the top.
bool TourScript::isCheapestFirst(int rows) const
{
    const auto *table = m_hand.find<QTableView>(u"Offers"_s);
    if (!table)
        return false;
    const auto price = [table](int row) {
        return table->model()
            ->index(row, int(CatalogModel::Column::Price))
            .data(CatalogModel::SortRole)
            .value<Money>();
    };
    for (int row = 1; row < rows; ++row) {
        if (price(row - 1).currency() == price(row).currency() && price(row) < price(row - 1))
            return false;
    }
    return true;
}

void TourScript::press(const QString &view, QKeyCombination keys)
{
    const QString name = QKeySequence(keys).toString();
    expect(u"%1 can be pressed in “%2”"_s.arg(name, view),
           [this, view, keys] { return m_hand.press(view, keys); });
}

/// As fast as nobody types.
void TourScript::typeByLetter(const QString &name, const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        expect(u"one can type into “%1”"_s.arg(name),
               [this, name, letter = text[i]] { return m_hand.addLetter(name, letter); });
        expect(u"“%1” holds what was typed"_s.arg(name), [this, name, typed = text.first(i + 1)] {
            const auto *field = m_hand.find<QLineEdit>(name);
            return field && field->text() == typed;
        });
    }
}

void TourScript::clickHeader(const QString &column)
{
    expect(u"the header “%1” can be clicked"_s.arg(column),
           [this, column] { return m_hand.clickHeader(u"Offers"_s, column); });
}

void TourScript::catalog()
{
    const auto shown = [this] { return offersShown(); };
    const auto every = [this](const QString &column, const QString &word) {
        return everyOffer(column, word);
    };

    step(u"catalog"_s, u"Wait for the offers of all five providers"_s);
    await(u"offers appear"_s, [shown] { return shown() > 0; });
    const auto loaded = [this] { return !m_hand.find(u"Loading offers"_s); };
    await(u"loading ends"_s, loaded, 2s);

    step(u"catalog-search"_s, u"Search for “whatsapp”"_s);
    arrange([this, shown] { m_offersShown = shown(); });
    type(u"Search offers"_s, u"whatsapp"_s);
    expect(u"only offers for WhatsApp are left"_s, [this, shown, every] {
        return shown() > 0 && shown() < m_offersShown && every(u"Service"_s, u"WhatsApp"_s);
    });

    step(u"catalog-country"_s, u"Numbers of Indonesia only"_s);
    choose(u"Kind"_s, u"Numbers"_s);
    choose(u"Country"_s, u"Indonesia"_s);
    expect(u"only offers of Indonesia are left"_s,
           [shown, every] { return shown() > 0 && every(u"Country"_s, u"Indonesia"_s); });

    step(u"catalog-price"_s, u"Sort them by price"_s);
    clickHeader(u"Price"_s);
    expect(u"the cheapest of each currency comes first"_s,
           [this, shown] { return shown() > 1 && isCheapestFirst(shown()); });

    step(u"catalog-provider"_s, u"Those of OTPGet only"_s);
    choose(u"Provider filter"_s, u"OTPGet"_s);
    expect(u"only offers of OTPGet are left"_s,
           [shown, every] { return shown() > 0 && every(u"Provider"_s, u"OTPGet"_s); });
}

void TourScript::findOffer(const Purchase &purchase)
{
    openTab(u"Catalog"_s);
    choose(u"Kind"_s, purchase.kind);
    choose(u"Provider filter"_s, nameOf(purchase.providerId));
    choose(u"Country"_s, purchase.country.isEmpty() ? u"All countries"_s : purchase.country);
    type(u"Search offers"_s, purchase.search);
    expect(u"the offer can be selected"_s, [this, purchase] {
        return m_hand.clickRow(u"Offers"_s, [&purchase](const QModelIndex &row) {
            const auto offer = row.data(CatalogModel::OfferRole).value<Offer>();
            return (purchase.line.isEmpty() || offer.line == purchase.line) &&
                   row.data(CatalogModel::AvailableRole).toBool();
        });
    });
}

void TourScript::buy(const Purchase &purchase)
{
    step(u"confirm-"_s + purchase.step, u"Ask for "_s + purchase.told);
    findOffer(purchase);
    click(u"Buy"_s);
    confirm(purchase);
    expectNumberShown();
    expectBalance(purchase.providerId);
}

/// In the dialog: what it says, and then what it does.
void TourScript::confirm(const Purchase &purchase)
{
    const auto canBuy = [this] {
        const QWidget *button = m_hand.find(u"Buy now"_s);
        return button && button->isEnabled();
    };
    expect(u"the price is checked"_s, canBuy);
    if (!purchase.variant.isEmpty()) {
        choose(u"Variant"_s, purchase.variant);
        expect(u"the variant can be bought"_s, canBuy);
    }
    expect(u"the dialog shows price, balance and refund"_s, [this, purchase] {
        return !m_hand.textOf(u"purchasePrice"_s).isEmpty() && !m_hand.textOf(u"balanceAfter"_s).isEmpty() &&
               !m_hand.textOf(u"cancelRule"_s).isEmpty() &&
               m_hand.textOf(u"balanceNow"_s) == format::money(m_simulator.balance(purchase.providerId));
    });

    step(u"buy-"_s + purchase.step, u"Buy "_s + purchase.told);
    arrange([this] { m_ordersBefore = m_simulator.orders().size(); });
    click(u"Buy now"_s);
    expect(u"one order is made"_s, [this, purchase] {
        const QList<SimOrder> orders = m_simulator.orders();
        return orders.size() == m_ordersBefore + 1 && orders.last().providerId == purchase.providerId;
    });
}

} // namespace otpdesk
