#pragma once

#include "providers/types/apierror.h"
#include "providers/types/money.h"
#include "ui/kit/messagebar.h"
#include "ui/topups/topupdetail.h"

#include <QObject>
#include <QPointer>
#include <QSortFilterProxyModel>

#include <optional>

namespace otpdesk {

class AccountList;
class AccountModel;
class Clipboard;
class Clock;
class TopUpEngine;
class TopUpModel;
class TopUpsView;
enum class Icon;
struct TopUp;
struct TopUpForm;

/// Between the top-up engine and the Top-ups tab: decides what is possible, and words what an invoice says.
class TopUpsController : public QObject
{
    Q_OBJECT

public:
    /// `topUps` is fed by `engine`, `accountModel` by `accounts`.
    TopUpsController(TopUpEngine &engine, TopUpModel &topUps, AccountList &accounts,
                     AccountModel &accountModel, Clipboard &clipboard, Clock &clock,
                     QObject *parent = nullptr);
    ~TopUpsController() override;

    /// Makes the tab's content; once.
    TopUpsView *createView(QWidget *parent);
    /// Selects an invoice; unknown keys do nothing.
    void selectTopUp(qint64 key);

Q_SIGNALS:
    void addAccountRequested();
    void editAccountRequested(const QString &accountId);

private:
    QAction *makeAction(const QString &objectName, const QString &text, Icon symbol, const QString &toolTip,
                        void (TopUpsController::*slot)());
    void makeActions();
    void connectView();
    void connectEngine();

    void chooseAccount();
    void update();
    /// The one place that decides what is enabled.
    void updateActions();
    TopUpForm form() const;
    void updatePage();
    std::optional<Money> entered() const;

    void create();
    void createFor(const QString &accountId, const Money &amount);
    void createAgain();
    void copyTotal();
    void copyLink();
    void sayCopyFailed();
    void askToOpen();
    void openWebsite();
    void sayPaid(qint64 key);
    void sayRefused(qint64 key, const ApiError &error);
    void post(const MessageBar::Message &message);
    const TopUp *current() const;
    QString accountLabel(const TopUp &topUp) const;

    TopUpEngine &m_engine;
    TopUpModel &m_topUps;
    AccountList &m_accounts;
    AccountModel &m_accountModel;
    Clipboard &m_clipboard;
    Clock &m_clock;
    QSortFilterProxyModel m_proxy;
    TopUpsActions m_actions;
    QPointer<TopUpsView> m_view;
    std::optional<MessageBar::Message> m_unshown; // what there was to say before the tab was first shown
    bool m_chosenByHand = false;
    bool m_amountFinished = false; // the person left the field: now it may be wrong
};

} // namespace otpdesk
