#include "ui/accounts/accountsdialog.h"

#include "models/accounts/accountlist.h"
#include "models/accounts/accountmodel.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "ui/accounts/accountdelegate.h"
#include "ui/accounts/accounteditor.h"
#include "ui/accounts/webhookdialog.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tablelook.h"

#include <QDialogButtonBox>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace otpdesk {

namespace {

QPushButton *button(const QString &text, Icon symbol, const QString &objectName, const QString &name,
                    QWidget *parent)
{
    auto *made = new QPushButton(icon(symbol), text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

AccountsDialog::AccountsDialog(AccountList &accounts, AccountModel &model, Clipboard &clipboard,
                               QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_model(model), m_clipboard(clipboard)
{
    setWindowTitle(tr("Accounts"));
    setObjectName(QStringLiteral("accountsDialog"));
    build();
    if (model.rowCount() > 0)
        m_list->setCurrentIndex(model.index(0));
    updateButtons();
}

void AccountsDialog::build()
{
    m_bar = new MessageBar(this);
    m_bar->hide();

    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("accounts"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setModel(&m_model);
    makeSelectedCurrent(*m_list);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setUniformItemSizes(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsDialog::updateButtons);
    connect(m_list, &QListView::activated, this, [this] { editAccount(currentId()); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &AccountsDialog::updateButtons);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &AccountsDialog::updateButtons);

    m_add = button(tr("&Add account"), Icon::Plus, QStringLiteral("addAccount"), tr("Add account"), this);
    m_edit =
        button(tr("&Edit account"), Icon::Settings, QStringLiteral("editAccount"), tr("Edit account"), this);
    m_test = button(tr("&Test connection"), Icon::Refresh, QStringLiteral("testConnection"),
                    tr("Test connection"), this);
    m_webhook = button(tr("&Webhook…"), Icon::Link, QStringLiteral("webhook"), tr("Webhook"), this);
    m_remove = button(tr("&Remove account"), Icon::Minus, QStringLiteral("removeAccount"),
                      tr("Remove account"), this);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addAccount);
    connect(m_edit, &QPushButton::clicked, this, [this] { editAccount(currentId()); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::removeAccount);
    connect(m_test, &QPushButton::clicked, this, &AccountsDialog::testConnection);
    connect(m_webhook, &QPushButton::clicked, this, &AccountsDialog::openWebhook);
    connect(&m_accounts, &AccountList::providerReady, this, &AccountsDialog::updateButtons);

    auto *side = new QVBoxLayout;
    side->setSpacing(metrics::Small);
    side->addWidget(m_add);
    side->addWidget(m_edit);
    side->addWidget(m_test);
    side->addWidget(m_webhook);
    side->addStretch(1);
    side->addWidget(m_remove);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(metrics::Medium);
    middle->addWidget(m_list, 1);
    middle->addLayout(side);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(m_bar);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resize(620, 400);
}

QString AccountsDialog::currentId() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.data(AccountModel::AccountIdRole).toString() : QString();
}

void AccountsDialog::select(const QString &accountId)
{
    const int row = m_accounts.rowOf(accountId);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void AccountsDialog::updateButtons()
{
    const bool any = !currentId().isEmpty();
    m_edit->setEnabled(any);
    m_remove->setEnabled(any);
    m_test->setEnabled(any && m_testing.isEmpty());

    Provider *provider = m_accounts.provider(currentId());
    const bool tells = provider && provider->webhooks();
    m_webhook->setEnabled(tells);
    m_webhook->setToolTip(tells      ? tr("What the provider tells your own server")
                          : provider ? tr("%1 does not send webhooks.").arg(provider->info().name)
                          : any      ? tr("The account's key is missing.")
                                     : QString());
}

void AccountsDialog::addAccount()
{
    openEditor(QString());
}

void AccountsDialog::editAccount(const QString &accountId)
{
    if (!accountId.isEmpty())
        openEditor(accountId);
}

void AccountsDialog::openWebhook()
{
    auto *dialog = new WebhookDialog(m_accounts, currentId(), m_clipboard, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccountsDialog::openEditor(const QString &accountId)
{
    const AccountEntry *entry = m_accounts.find(accountId);
    auto *editor = new AccountEditor(m_accounts, entry ? entry->account : Account(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &AccountEditor::saved, this, [this](const QString &id) {
        select(id);
        testConnection(); // whoever enters a key wants to know whether it works
    });
    editor->open();
}

void AccountsDialog::removeAccount()
{
    const AccountEntry *entry = m_accounts.find(currentId());
    if (!entry)
        return;
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Remove account"),
                        tr("Remove “%1” and its key from this computer?").arg(entry->account.label),
                        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Nothing changes at the provider. Orders stay in the list, but are no longer checked."));
    QPushButton *remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id = entry->account.id] {
        whenReady(m_accounts.remove(id), this, [this](const Result<Done> &result) {
            if (!result)
                m_bar->post({MessageBar::Mood::Error,
                             format::error(result.error(), QString()),
                             result.error().detail,
                             {}});
        });
    });
    question->open();
}

void AccountsDialog::testConnection()
{
    const QString id = currentId();
    const AccountEntry *entry = m_accounts.find(id);
    if (!entry)
        return;
    Provider *provider = m_accounts.provider(id);
    if (!provider) {
        m_accounts.retryKey(id);
        m_bar->post(
            MessageBar::Mood::Error,
            tr("The key of “%1” is not there. Unlock the keyring and try again, or enter the key with "
               "Edit account.")
                .arg(entry->account.label));
        return;
    }
    m_testing = id;
    updateButtons();
    m_bar->post(MessageBar::Mood::Info, tr("Asking %1 for the balance…").arg(provider->info().name));
    const QString name = provider->info().name;
    whenEnded(provider->balance(Priority::User), this,
              [this, id, name](const std::optional<Result<Balance>> &result) {
                  m_testing.clear();
                  updateButtons();
                  if (!result)
                      return;
                  if (result->ok()) {
                      const Balance &balance = result->value();
                      m_accounts.noteBalance(id, balance.amount);
                      m_bar->post(
                          MessageBar::Mood::Success,
                          balance.username.isEmpty()
                              ? tr("Connected to %1. Balance: %2").arg(name, format::money(balance.amount))
                              : tr("Connected to %1 as %2. Balance: %3")
                                    .arg(name, balance.username, format::money(balance.amount)));
                  } else {
                      m_bar->post({MessageBar::Mood::Error,
                                   format::error(result->error(), name),
                                   result->error().detail,
                                   {}});
                      m_accounts.refreshBalance(id);
                  }
              });
}

} // namespace otpdesk
