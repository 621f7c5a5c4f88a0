#pragma once

#include "models/watches/watch.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace otpdesk {

class AmountEdit;

/// Asks what to wait for in a market: stock, or a price.
class WatchDialog : public QDialog
{
    Q_OBJECT

public:
    /// What there is at the moment.
    struct Now
    {
        std::optional<WatchFinding> cheapest; ///< nothing: out of stock, or not known
        QString account;                      ///< its title
    };
    struct Question
    {
        Market market;
        std::function<Now(Currency)> now; ///< in this currency, where there is a rate; invalid: in any
        std::optional<Watch> existing;    ///< what is waited for already
        QList<Currency> currencies;       ///< for a price, the one the person thinks in first
    };

    explicit WatchDialog(Question question, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Once at most. Nothing: stock is what is waited for.
    void watchRequested(const std::optional<otpdesk::Money> &limit);
    void stopRequested();

private:
    QWidget *makeHead();
    QWidget *makeChoices();
    QWidget *makeButtons();
    void fillIn();
    void applyCurrency();
    /// What is entered for the price; nothing: no amount above 0.
    std::optional<Money> entered() const;
    Currency currency() const;
    /// The one place that decides whether it can go on.
    void updateButtons();
    QString hint() const;
    void choose();

    const Question m_question;
    Now m_now;
    QLabel *m_cheapest = nullptr;
    QRadioButton *m_stock = nullptr;
    QRadioButton *m_price = nullptr;
    AmountEdit *m_amount = nullptr;
    QComboBox *m_currency = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace otpdesk
