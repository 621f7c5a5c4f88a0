#pragma once

#include "models/watches/watch.h"

#include <QDialog>

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
    struct Question
    {
        Market market;
        std::optional<WatchFinding> cheapest; ///< now; nothing: out of stock, or not known
        QString cheapestAccount;              ///< its title
        std::optional<Watch> existing;        ///< what is waited for already
        QList<Currency> currencies;           ///< for a price, the one the person thinks in first
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
    QRadioButton *m_stock = nullptr;
    QRadioButton *m_price = nullptr;
    AmountEdit *m_amount = nullptr;
    QComboBox *m_currency = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace otpdesk
