#pragma once

#include "models/orders/spendguard.h"
#include "providers/types/order.h"
#include "providers/types/providerinfo.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QProgressBar;
class QPushButton;

namespace otpdesk {

/// The last look before money is spent: what, where, for how much, what is left, and whether it can be
/// undone. The offer is fetched again first; "Buy now" waits for that, for a look at the dialog, and for a
/// yes to what is beyond the account's limits.
class ConfirmPurchaseDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmPurchaseDialog(const QString &accountId, const QString &accountTitle, const ProviderInfo &provider,
                          const Offer &offer, QWidget *parent = nullptr);

    QString accountId() const { return m_accountId; }
    const Offer &seenOffer() const { return m_seen; } ///< as it was when the dialog opened
    /// Wishes to begin with. Of several domains the provider takes the one that has an address.
    void setOptions(const PurchaseOptions &options);
    /// It is more time on a rental, not a number of its own. `expiresAt` is UTC, invalid where unknown.
    void setRenewal(const QString &number, const QDateTime &expiresAt);
    bool isRenewal() const { return !m_renewedNumber.isEmpty(); }
    /// Unknown balances do not stop a purchase: the provider has the last word.
    void setBalance(const std::optional<Money> &balance);
    void setLimits(const SpendLimits &limits);
    /// Until it is known, the engine alone judges the daily limit.
    void setSpentToday(const Money &spent);

    /// The offer is being fetched again.
    void showChecking();
    /// The offer as it is sold now, and its variants after it. None: no longer sold.
    void showOffers(const QList<Offer> &offers);
    void showFailure(const ApiError &error);

Q_SIGNALS:
    /// The person asks to fetch the offer again, after a failure.
    void checkRequested();
    /// Once at most.
    void purchaseConfirmed(const QString &accountId, const otpdesk::Offer &offer,
                           const otpdesk::PurchaseOptions &options, otpdesk::Consent consent);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class State { Checking, Ready, Gone, Failed, Confirmed };
    enum class NoteKind { None, Busy, Info, Warning, Error };

    QWidget *makeHeading();
    QFormLayout *makeForm();
    void makeOptions();
    QWidget *makeConsent();
    QWidget *makeNote();
    QWidget *makeButtons();
    Offer chosen() const;
    PurchaseOptions options() const;
    bool isAnyOfDomains() const { return m_options.domains.size() > 1; }
    /// What it costs at most, with how many are wanted.
    std::optional<Money> price() const;
    void showState();
    void showLimits(const std::optional<Money> &cost);
    bool needsConsent() const;
    bool mayBuy() const;
    void growToFit();
    QString priceChangeNote() const;
    QString obstacle() const;
    void setNote(NoteKind kind, const QString &text);
    void confirm();

    const QString m_accountId;
    const QString m_accountTitle;
    const ProviderInfo m_provider;
    const Offer m_seen;
    QList<Offer> m_choices;
    PurchaseOptions m_options;
    QString m_renewedNumber; // empty: not a renewal
    QDateTime m_expiresAt;   // of the rental that is renewed
    std::optional<Money> m_balance;
    SpendLimits m_limits;
    std::optional<Money> m_spentToday;
    std::optional<Money> m_consentedCost; // what the box asks about
    QTimer m_unseen;                      // runs while a click may still belong to the window below
    State m_state = State::Checking;
    QString m_failure;

    QWidget *m_heading = nullptr;
    QLabel *m_service = nullptr;
    QFormLayout *m_form = nullptr;
    QLabel *m_domains = nullptr;
    QLabel *m_until = nullptr;
    QSpinBox *m_quantity = nullptr;
    QLineEdit *m_subject = nullptr;
    QLineEdit *m_regex = nullptr;
    QLabel *m_spent = nullptr;
    QLabel *m_refund = nullptr;
    QCheckBox *m_consent = nullptr;
    QComboBox *m_variant = nullptr;
    QLabel *m_price = nullptr;
    QLabel *m_balanceNow = nullptr;
    QLabel *m_balanceAfter = nullptr;
    QWidget *m_note = nullptr;
    QLabel *m_noteSymbol = nullptr;
    QLabel *m_noteText = nullptr;
    QProgressBar *m_busy = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_buy = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace otpdesk
