#pragma once

#include "ui/orders/ordertab.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace otpdesk {

/// What is known about a purchase nobody answered for, ready to read.
struct UnconfirmedFacts
{
    QString asked;   ///< when, relative
    QString askedAt; ///< when, absolute
    QString price;
    QString balanceBefore; ///< a dash where unknown
    QString balanceAfter;
    QString remindAt;       ///< not empty: the person chose to be reminded at that time
    int quantity = 1;       ///< how many were bought at once
    bool isRenewal = false; ///< of a rental: its id is known, only whether it was charged is not
};

/// Asks the person about an unconfirmed purchase: three answers.
class UnconfirmedPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UnconfirmedPanel(const OrderTab::Question &question, QWidget *parent = nullptr);

    void setFacts(const UnconfirmedFacts &facts);
    /// Puts the answer's buttons out of reach while an answer is being checked.
    void setBusy(bool busy);
    /// Forgets what was typed: for another order.
    void reset();

Q_SIGNALS:
    void orderIdEntered(const QString &id);
    void renewedChosen();
    void notChargedChosen();
    void remindLaterChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFacts();
    QWidget *makeAnswers(const OrderTab::Question &question);
    QWidget *makeIdRow(const OrderTab::Question &question);
    void submitId();

    QLabel *m_headline;
    QLabel *m_asked;
    QLabel *m_price;
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_reminder;
    QWidget *m_idRow = nullptr;
    QLineEdit *m_id = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_enter = nullptr;
    QPushButton *m_renewed = nullptr;
    QList<QPushButton *> m_answers;
};

} // namespace otpdesk
