#include "ui/catalog/ratescontroller.h"

#include "models/rates/ratebook.h"
#include "ui/catalog/filterbar.h"
#include "ui/catalog/ratesdialog.h"

#include <algorithm>

namespace otpdesk {

RatesController::RatesController(RateBook &book, const Clock &clock, CatalogModel &model, FilterBar &bar,
                                 QObject *parent)
    : QObject(parent), m_book(book), m_clock(clock), m_model(model), m_bar(bar)
{
    connect(&m_bar, &FilterBar::currencyChosen, this, &RatesController::choose);
    connect(&m_bar, &FilterBar::ratesRequested, this, [this] { openDialog(m_book.rates().display()); });
    connect(&m_book, &RateBook::changed, this, &RatesController::show);
    show();
}

void RatesController::setCurrencies(const QList<Currency> &used)
{
    m_used = used;
    show();
}

void RatesController::show()
{
    const ExchangeRates &rates = m_book.rates();
    QList<Currency> choices{ExchangeRates::reference()};
    const auto add = [&choices](Currency currency) {
        if (currency.isValid() && !choices.contains(currency))
            choices.append(currency);
    };
    for (const ExchangeRates::Rate &rate : rates.rates())
        add(rate.currency);
    for (const Currency &currency : m_used)
        add(currency);
    add(rates.display());
    std::sort(choices.begin(), choices.end(),
              [](const Currency &a, const Currency &b) { return a.code() < b.code(); });
    m_bar.setCurrencies(choices, rates.display());
    m_model.setRates(rates);
}

/// A currency that nothing can be converted to yet needs its rate first.
void RatesController::choose(Currency currency)
{
    const auto converts = [&](const Currency &from) {
        return from != currency && m_book.rates().factor(from, currency).has_value();
    };
    if (!currency.isValid() || m_used.isEmpty() || std::any_of(m_used.cbegin(), m_used.cend(), converts)) {
        ExchangeRates rates = m_book.rates();
        rates.setDisplay(currency);
        m_book.setRates(rates);
        return;
    }
    show(); // as it was, until there are rates
    openDialog(currency);
}

void RatesController::openDialog(Currency display)
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    ExchangeRates rates = m_book.rates();
    rates.setDisplay(display);
    m_dialog = new RatesDialog(rates, m_used, m_clock, m_bar.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RatesDialog::ratesChosen, &m_book, &RateBook::setRates);
    m_dialog->open();
}

} // namespace otpdesk
