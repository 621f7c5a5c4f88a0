#pragma once

#include "models/rates/exchangerates.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;

namespace otpdesk {

class Clock;
class RateLine;

/// "Exchange rates": the currency in which prices are shown, and the person's own figure for each that is
/// needed to get there. A rate that is changed is of today, unless the person says of when it is.
class RatesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `used` are the currencies of the person's accounts, in any order.
    RatesDialog(const ExchangeRates &rates, const QList<Currency> &used, const Clock &clock,
                QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person has said yes to these. Never when the dialog is cancelled.
    void ratesChosen(const otpdesk::ExchangeRates &rates);

private:
    QLayout *makeChoice();
    QLayout *makeForm();
    QWidget *makeButtons();
    void fillChoice();
    Currency display() const;
    QList<Currency> needed() const;
    void addLine(Currency currency);
    void showLines();
    void showExamples();
    void growToFit();
    ExchangeRates entered() const;
    void save();

    const ExchangeRates m_kept;
    QList<Currency> m_used; ///< each once, by code
    const QDate m_today;
    QComboBox *m_display;
    QLabel *m_note;
    QLabel *m_heading;
    QGridLayout *m_grid;
    QLabel *m_examples;
    QList<RateLine *> m_lines; ///< each that was needed since this was opened
};

} // namespace otpdesk
