#include "ui/accounts/accounteditor.h"

#include "models/accounts/accountlist.h"
#include "models/text/format.h"
#include "providers/http/httpclient.h"
#include "providers/registry.h"
#include "ui/kit/amountedit.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

using namespace std::chrono_literals;

namespace otpdesk {

namespace {

QLabel *hintLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return label;
}

void nameIt(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

const ProviderInfo *infoOf(const QString &providerId)
{
    const ProviderEntry *entry = findProvider(providerId);
    return entry ? &entry->info() : nullptr;
}

} // namespace

AccountEditor::AccountEditor(AccountList &accounts, const Account &account, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_account(account), m_isNew(account.id.isEmpty())
{
    setWindowTitle(tr("Account"));
    setObjectName(QStringLiteral("accountEditor"));
    build();
    fill();
    probeKeyring();
}

void AccountEditor::build()
{
    m_provider = new QComboBox(this);
    nameIt(m_provider, QStringLiteral("provider"), tr("Provider"));
    for (const ProviderEntry &entry : providerRegistry())
        m_provider->addItem(entry.info().name, entry.info().id);

    m_label = new QLineEdit(this);
    nameIt(m_label, QStringLiteral("label"), tr("Label"));
    m_label->setMaxLength(60);

    m_key = new QLineEdit(this);
    nameIt(m_key, QStringLiteral("apiKey"), tr("API key"));
    m_key->setEchoMode(QLineEdit::Password);
    QAction *reveal = m_key->addAction(icon(Icon::Eye), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setText(tr("Show the key"));
    connect(reveal, &QAction::toggled, m_key,
            [this](bool shown) { m_key->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    m_keyHint = hintLabel(this);

    m_address = new QLineEdit(this);
    nameIt(m_address, QStringLiteral("serverAddress"), tr("Server address"));

    m_home = new QComboBox(this);
    nameIt(m_home, QStringLiteral("keyHome"), tr("Keep the key"));
    m_homeHint = hintLabel(this);

    m_askAbove = makeLimit(QStringLiteral("askAbove"), tr("Ask above"));
    m_perDay = makeLimit(QStringLiteral("dailyLimit"), tr("Daily limit"));
    QLabel *limitHint = hintLabel(this);
    limitHint->setText(tr("A purchase beyond these waits for your explicit yes. Empty: no limit."));

    m_bar = new MessageBar(this);
    m_bar->hide();

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::Medium);
    form->setVerticalSpacing(metrics::Small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Provider:"), m_provider);
    form->addRow(tr("&Label:"), m_label);
    form->addRow(tr("API &key:"), m_key);
    form->addRow(QString(), m_keyHint);
    form->addRow(tr("Server &address:"), m_address);
    form->addRow(tr("Keep the key &in:"), m_home);
    form->addRow(QString(), m_homeHint);
    const auto addLimit = [form](const QString &text, const LimitField &field) {
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::Small);
        row->addWidget(field.sign);
        row->addWidget(field.amount, 1);
        row->addStretch();
        form->addRow(text, row);
        static_cast<QLabel *>(form->labelForField(row))->setBuddy(field.amount);
    };
    addLimit(tr("Ask a&bove:"), m_askAbove);
    addLimit(tr("&Daily limit:"), m_perDay);
    form->addRow(QString(), limitHint);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(m_bar);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    setMinimumWidth(520);

    m_patience.setSingleShot(true);
    m_patience.setInterval(1s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_bar->post(MessageBar::Mood::Info,
                    tr("Storing the key… The system may be asking for the password of your keyring."));
    });
    connect(m_provider, &QComboBox::currentIndexChanged, this, &AccountEditor::providerChanged);
    connect(m_home, &QComboBox::currentIndexChanged, this, &AccountEditor::explainHome);
    connect(m_key, &QLineEdit::textChanged, this, &AccountEditor::checkKeyShape);
}

QDialogButtonBox *AccountEditor::makeButtons()
{
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    QPushButton *save = m_buttons->button(QDialogButtonBox::Save);
    save->setText(tr("&Save"));
    save->setIcon(icon(Icon::Check));
    m_buttons->button(QDialogButtonBox::Cancel)->setIcon(QIcon());
    nameIt(save, QStringLiteral("save"), tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancel"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AccountEditor::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return m_buttons;
}

AccountEditor::LimitField AccountEditor::makeLimit(const QString &objectName, const QString &name)
{
    LimitField field{new AmountEdit(name, this), new QLabel(this)};
    field.amount->setObjectName(objectName);
    field.amount->setPlaceholderText(tr("no limit"));
    field.amount->setMaximumWidth(24 * fontMetrics().averageCharWidth());
    field.sign->setObjectName(objectName + QStringLiteral("Sign"));
    field.sign->setTextFormat(Qt::PlainText);
    return field;
}

void AccountEditor::fill()
{
    if (m_isNew) {
        m_account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        providerChanged();
    } else {
        m_provider->setCurrentIndex(m_provider->findData(m_account.providerId));
        m_provider->setEnabled(false); // its orders belong to this provider
        m_label->setText(m_account.label);
        m_address->setText(m_account.baseUrl.toString());
        m_key->setPlaceholderText(tr("Unchanged"));
        checkKeyShape();
        showCurrency();
        const auto show = [](const LimitField &field, const std::optional<Money> &limit) {
            field.amount->setText(limit ? limit->toDecimal() : QString());
        };
        show(m_askAbove, m_account.limits.askAbove);
        show(m_perDay, m_account.limits.perDay);
    }
    const auto offer = [this](SecretHome home, const QString &text) {
        if (m_accounts.store(home))
            m_home->addItem(text, static_cast<int>(home));
    };
    offer(SecretHome::Keyring, tr("The system's keyring"));
    offer(SecretHome::File, tr("A file only you can read"));
    offer(SecretHome::Session, tr("Memory, for this session only"));
    if (!m_isNew)
        m_home->setCurrentIndex(m_home->findData(static_cast<int>(m_account.keyHome)));
    explainHome();
}

/// Where no keyring answers, the next best home is chosen, and the person is told.
void AccountEditor::probeKeyring()
{
    SecretStore *keyring = m_accounts.store(SecretHome::Keyring);
    if (!keyring)
        return;
    whenReady(keyring->probe(), this, [this](bool usable) {
        const int row = m_home->findData(static_cast<int>(SecretHome::Keyring));
        if (usable || row < 0 || (!m_isNew && m_account.keyHome == SecretHome::Keyring))
            return;
        m_home->removeItem(row);
        explainHome();
    });
}

void AccountEditor::providerChanged()
{
    const ProviderInfo *info = infoOf(m_provider->currentData().toString());
    if (!info)
        return;
    // A label of the person's own stays, however it was entered.
    if (m_label->text().trimmed().isEmpty() || m_label->text() == m_suggestedLabel)
        m_label->setText(info->name);
    m_suggestedLabel = info->name;
    m_address->setText(info->baseUrl.toString());
    m_key->setPlaceholderText(info->keyExample);
    checkKeyShape();
    showCurrency();
}

void AccountEditor::showCurrency()
{
    const Currency currency = this->currency();
    for (const LimitField &field : {m_askAbove, m_perDay}) {
        field.sign->setText(currency.sign());
        field.amount->setDecimals(currency.shownDecimals());
    }
}

Currency AccountEditor::currency() const
{
    const ProviderInfo *info = infoOf(m_provider->currentData().toString());
    return info ? info->currency : Currency();
}

void AccountEditor::checkKeyShape()
{
    const ProviderInfo *info = infoOf(m_provider->currentData().toString());
    if (!info)
        return;
    const QString key = m_key->text().trimmed();
    if (!key.isEmpty() && info->keyPattern.isValid() && !info->keyPattern.pattern().isEmpty() &&
        !info->keyPattern.match(key).hasMatch())
        m_keyHint->setText(tr("This does not look like a key of %1 (%2). Check that it was copied in full.")
                               .arg(info->name, info->keyExample));
    else
        m_keyHint->setText(tr("From your account at %1.").arg(info->website.host()));
}

void AccountEditor::explainHome()
{
    switch (static_cast<SecretHome>(m_home->currentData().toInt())) {
    case SecretHome::Keyring:
        m_homeHint->setText(tr("Kept by the system, encrypted, and unlocked when you log in."));
        break;
    case SecretHome::File:
        m_homeHint->setText(m_accounts.store(SecretHome::Keyring)
                                ? tr("Not encrypted, in the profile folder, readable by your user only. "
                                     "Choose the keyring where there is one.")
                                : tr("Not encrypted, in the profile folder, readable by your user only."));
        break;
    case SecretHome::Session:
        m_homeHint->setText(
            tr("Forgotten when OTP Desk quits: you will be asked for it again, and orders are not "
               "checked until then."));
        break;
    }
}

bool AccountEditor::complain(const QString &sentence, QWidget *where)
{
    m_bar->post(MessageBar::Mood::Error, sentence);
    where->setFocus();
    return false;
}

/// A bare host is completed with the provider's own path, since that is what people copy.
QUrl AccountEditor::enteredAddress() const
{
    QString text = m_address->text().trimmed();
    if (!text.contains(QStringLiteral("://")))
        text.prepend(QStringLiteral("https://"));
    QUrl url(text, QUrl::StrictMode);
    const ProviderInfo *info = infoOf(m_provider->currentData().toString());
    if (info && (url.path().isEmpty() || url.path() == u"/"))
        url.setPath(info->baseUrl.path());
    return url.adjusted(QUrl::StripTrailingSlash);
}

/// False after a complaint. An empty field is no limit.
bool AccountEditor::readLimit(const LimitField &field, std::optional<Money> &limit)
{
    const QString text = field.amount->text().trimmed();
    const Currency currency = this->currency();
    limit = Money::fromText(text, currency);
    // More decimals than the currency has were meant otherwise: "1.000" as a thousand.
    const bool exact = text.section(u'.', 1).size() <= currency.shownDecimals();
    if (text.isEmpty() || (limit && exact && !limit->isZero() && !limit->isNegative()))
        return true;
    const Money example = Money::fromUnits(1000 * Money::UnitsPerMain, currency);
    //: %1 is the name of a field, %2 an amount such as 1000
    return complain(tr("%1: enter an amount above 0, such as %2, or leave it empty for no limit.")
                        .arg(field.amount->accessibleName(), example.toDecimal()),
                    field.amount);
}

void AccountEditor::save()
{
    const ProviderInfo *info = infoOf(m_provider->currentData().toString());
    const QString key = m_key->text().trimmed();
    if (!info)
        return;
    if (m_isNew && key.isEmpty()) {
        complain(tr("Enter the API key. You find it in your account at %1.").arg(info->website.host()),
                 m_key);
        return;
    }
    Account account = m_account;
    account.providerId = info->id;
    account.label = m_label->text().trimmed().isEmpty() ? info->name : m_label->text().trimmed();
    account.baseUrl = enteredAddress();
    account.keyHome = static_cast<SecretHome>(m_home->currentData().toInt());
    if (const auto problem = HttpClient::addressProblem(account.baseUrl)) {
        complain(
            tr("This address cannot be used. It must begin with https:// (http:// only for this computer)."),
            m_address);
        return;
    }

    if (!readLimit(m_askAbove, account.limits.askAbove) || !readLimit(m_perDay, account.limits.perDay))
        return;

    m_buttons->setEnabled(false);
    m_bar->dismiss();
    m_patience.start();
    whenEnded(m_accounts.save(account, key), this,
              [this, account](const std::optional<Result<Done>> &result) {
                  m_patience.stop();
                  m_buttons->setEnabled(true);
                  if (result && result->ok()) {
                      Q_EMIT saved(account.id);
                      accept();
                      return;
                  }
                  MessageBar::Message message;
                  message.mood = MessageBar::Mood::Error;
                  message.text = tr("The account was not saved: the key or the account could not be stored. "
                                    "Try again, or keep the key elsewhere.");
                  if (result)
                      message.details = result->error().detail;
                  m_bar->post(message);
              });
}

} // namespace otpdesk
