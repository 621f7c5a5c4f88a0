#pragma once

#include "models/rates/exchangerates.h"

#include <QObject>

namespace otpdesk {

/// The exchange rates in use, kept in the profile's settings.
class RateBook : public QObject
{
    Q_OBJECT

public:
    /// The settings must outlive it.
    explicit RateBook(QSettings &settings, QObject *parent = nullptr);

    const ExchangeRates &rates() const { return m_rates; }
    void setRates(const ExchangeRates &rates);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
    ExchangeRates m_rates;
};

} // namespace otpdesk
