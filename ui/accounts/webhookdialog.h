#pragma once

#include "providers/types/result.h"
#include "providers/types/webhook.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace otpdesk {

class AccountList;
class Clipboard;
class EmptyState;
class MessageBar;
class WebhookDesk;

/// What a provider tells a server of the person's about an account: where to, about what, and with which
/// secret. The secret is shown once and kept nowhere.
class WebhookDialog : public QDialog
{
    Q_OBJECT

public:
    WebhookDialog(AccountList &accounts, const QString &accountId, Clipboard &clipboard,
                  QWidget *parent = nullptr);
    ~WebhookDialog() override;

private:
    QWidget *makeSettings();
    QWidget *makeForm();
    QWidget *makeEvents();
    QWidget *makeSecretPanel();
    static QWidget *makeExplanation();

    void load();
    void fill(const WebhookState &state);
    void edited();
    /// The one place that decides what is enabled.
    void updateEnabled();
    void judge();
    void showProblem(const std::optional<ApiError> &problem);
    void save();
    void saved(const std::optional<Result<WebhookSaved>> &result);
    void showSecret(const QString &secret);
    void wipe();
    WebhookUpdate entered() const;
    WebhookDesk *desk() const; ///< null: the account's key went away

    AccountList &m_accounts;
    QString m_accountId;
    QString m_providerName;
    Clipboard &m_clipboard;

    QStackedWidget *m_pages; ///< waiting, or what failed; and the form
    EmptyState *m_state;
    MessageBar *m_bar;
    QWidget *m_form;
    QFormLayout *m_fields;
    QLineEdit *m_url;
    QHash<QString, QCheckBox *> m_boxes; ///< by the event's own name
    QCheckBox *m_active;
    QLineEdit *m_secret;
    QHash<QString, QLabel *> m_problems; ///< by the field's name
    QPushButton *m_save;
    QWidget *m_secretPanel;
    QLineEdit *m_shownSecret;
    bool m_touched = false; ///< after the first edit, mistakes are told as they are made
    bool m_saving = false;
    bool m_filling = false;
};

} // namespace otpdesk
