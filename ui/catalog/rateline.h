#pragma once

#include "models/rates/exchangerates.h"

#include <QObject>

class QAction;
class QDateEdit;
class QGridLayout;
class QLabel;
class QWidget;

namespace otpdesk {

class AmountEdit;

/// One rate in a form of several: "1 USD = [84.10] INR as of [3 Nov 2026]", its age, and below it what is
/// wrong with it. Not a widget of its own, so that all lines share the form's columns.
class RateLine : public QObject
{
    Q_OBJECT

public:
    /// Goes below what the form has. `kept` is the rate so far.
    RateLine(Currency currency, const std::optional<ExchangeRates::Rate> &kept, QDate today,
             QGridLayout &form, QObject *parent);

    Currency currency() const { return m_currency; }
    void setVisible(bool visible);
    bool isVisible() const { return m_isVisible; }
    /// Puts what was entered into `rates`, or takes out what was emptied. False where it is no rate.
    bool apply(ExchangeRates &rates) const;
    /// Shows what is wrong, or that nothing is. False where something is.
    bool judge();
    void focus();

    /// For the order of the fields, and the label of them all.
    QWidget *first() const;
    QWidget *last() const;

Q_SIGNALS:
    void edited();
    /// Something has come or gone below the fields.
    void resized();

private:
    void build(QGridLayout &form);
    void takeText();
    void takeDate();
    void showDate(QDate date);
    void showState();
    void showProblem(const QString &sentence);

    Currency m_currency;
    ExchangeRates::Rate m_kept; ///< empty text: none
    QDate m_today;
    bool m_isVisible = true;
    bool m_hasOwnDate = false; ///< the person has set one: it stays, whatever the rate becomes
    AmountEdit *m_rate;
    QDateEdit *m_date;
    QLabel *m_age;
    QLabel *m_problem;
    QAction *m_mark;          ///< in the field, with the problem
    QList<QWidget *> m_shown; ///< all but the problem
};

} // namespace otpdesk
