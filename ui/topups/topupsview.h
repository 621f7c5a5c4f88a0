#pragma once

#include "ui/topups/topupdetail.h"

#include <QModelIndex>
#include <QWidget>

#include <optional>

class QAbstractItemModel;
class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace otpdesk {

class AmountEdit;
class Clock;
class ElidedLabel;
class EmptyState;
class MessageBar;

/// What the form says about the account chosen and the amount entered.
struct TopUpForm
{
    bool takesAmount = false; ///< else there is nothing to enter for this account
    bool canCreate = false;
    QString sign; ///< of the currency
    QString hint; ///< below the amount
    bool isError = false;
    QString otherWays; ///< a quiet line
};

/// The Top-ups tab: a form, a table, and the selected invoice in full. Shows models and sends signals; knows
/// no engine.
class TopUpsView : public QWidget
{
    Q_OBJECT

public:
    /// What takes the place of the list.
    enum class Page { Invoices, NoInvoices, NoAccount, NoKey, Elsewhere };

    TopUpsView(const TopUpsActions &actions, const Clock &clock, QWidget *parent = nullptr);

    /// `accounts` has the roles of AccountModel, `topUps` the columns and roles of TopUpModel.
    void setModels(QAbstractItemModel *accounts, QAbstractItemModel *topUps);

    void setForm(const TopUpForm &form);
    /// `name` is the account's, or of Elsewhere the provider's; `host` its website's.
    void setPage(Page page, const QString &name = {}, const QString &host = {});
    void showTopUp(const TopUpFacts &facts);
    void showTotalCopied();

    QString currentAccount() const; ///< id; empty: none
    void selectAccount(const QString &accountId);
    QString amount() const; ///< digits
    void setAmount(const QString &digits);
    QModelIndex currentTopUp() const;
    void selectTopUp(const QModelIndex &topUp);

    MessageBar &messages() { return *m_messages; }

Q_SIGNALS:
    /// Another account is current; `byHand`: the person chose it.
    void accountChanged(bool byHand);
    void amountChanged();
    void amountFinished();
    void createRequested();
    void copyTotalRequested();
    /// Another invoice is selected, or the selected one has changed.
    void currentChanged();
    void addAccountRequested();
    void editAccountRequested();
    void websiteRequested();
    void refreshBalanceRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeForm();
    void setUpTable(const Clock &clock);
    void refreshCurrent();
    void colorForm();
    void fitColumns();
    void arrange();

    QWidget *m_form;
    QComboBox *m_account;
    QWidget *m_amountPart;
    QLabel *m_sign;
    AmountEdit *m_amount;
    QPushButton *m_create;
    QLabel *m_hint;
    ElidedLabel *m_otherWays;
    MessageBar *m_messages;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QTableView *m_table;
    TopUpDetail *m_detail;
    std::optional<Page> m_page; // nothing before the first
    QStringList m_pageWords;
    bool m_hintIsError = false;
    std::optional<bool> m_sideBySide; // nothing before the first layout
};

} // namespace otpdesk
