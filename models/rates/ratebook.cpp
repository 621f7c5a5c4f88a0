#include "models/rates/ratebook.h"

namespace otpdesk {

RateBook::RateBook(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_rates(ExchangeRates::load(settings))
{}

void RateBook::setRates(const ExchangeRates &rates)
{
    if (m_rates == rates)
        return;
    m_rates = rates;
    m_rates.save(m_settings);
    Q_EMIT changed();
}

} // namespace otpdesk
