#include "ui/accounts/webhookdialog.h"

#include "models/accounts/accountlist.h"
#include "models/text/format.h"
#include "providers/webhookdesk.h"
#include "ui/accounts/signaturecheck.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

const QString &everything()
{
    static const QString word = u"*"_s;
    return word;
}

/// An event in plain words; its own name for one that nobody here knows.
QString wordsFor(const QString &event)
{
    static const QHash<QString, const char *> words{
        {u"order.otp_received"_s, QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "A code has come")},
        {u"order.cancelled"_s,
         QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "An order was cancelled and refunded")},
        {u"order.finished"_s, QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "An order was finished")},
        {u"order.replaced"_s, QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "A number was replaced")},
        {u"deposit.success"_s, QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "A top-up was paid")},
        {everything(), QT_TRANSLATE_NOOP("otpdesk::WebhookDialog", "All events")},
    };
    const char *known = words.value(event);
    return known ? WebhookDialog::tr("%1 (%2)").arg(WebhookDialog::tr(known), event) : event;
}

QString sentenceFor(const ApiError &problem)
{
    if (!problem.detail.isEmpty())
        return problem.detail;
    if (problem.field == u"url")
        return WebhookDialog::tr("Enter an https address that can be reached from the internet, not one of "
                                 "this computer or a private network.");
    if (problem.field == u"events")
        return WebhookDialog::tr("Choose at least one event, of those listed here.");
    return WebhookDialog::tr("Enter at least 16 characters, or none.");
}

QLabel *makeNote(const QString &text, QPalette::ColorRole role)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(role);
    return label;
}

QPushButton *makeButton(const QString &text, Icon symbol, const QString &objectName, const QString &name)
{
    auto *button = new QPushButton(icon(symbol), text);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    return button;
}

void nameIt(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}

/// Where a field's problem is told.
QLabel *makeProblem(const QString &field, const QPalette &palette)
{
    QLabel *label = makeNote({}, QPalette::WindowText);
    label->setObjectName(field + u"Problem"_s);
    const ToneColors tone = colors::of(Tone::Failed, palette);
    QPalette words = palette;
    words.setColor(QPalette::WindowText, colors::isDark(palette) ? tone.mark : tone.text);
    label->setPalette(words);
    return label;
}

} // namespace

WebhookDialog::WebhookDialog(AccountList &accounts, const QString &accountId, Clipboard &clipboard,
                             QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_accountId(accountId), m_clipboard(clipboard)
{
    setObjectName(u"webhookDialog"_s);
    setWindowTitle(tr("Webhook"));
    if (Provider *provider = accounts.provider(accountId))
        m_providerName = provider->info().name;

    auto *tabs = new QTabWidget;
    nameIt(tabs, u"webhookPages"_s, tr("Pages"));
    auto *check = new SignatureCheck;
    tabs->addTab(makeSettings(), tr("Settings"));
    tabs->addTab(check, tr("Check a signature"));
    tabs->addTab(makeExplanation(), tr("How it works"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"closeWebhook"_s);
    close->setAutoDefault(false);
    close->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, &WebhookDialog::wipe);
    connect(this, &QDialog::finished, check, &SignatureCheck::wipe);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resize(640, 560);
    load();
}

WebhookDialog::~WebhookDialog() = default;

QWidget *WebhookDialog::makeSettings()
{
    m_state = new EmptyState;
    connect(m_state, &EmptyState::primaryClicked, this, &WebhookDialog::load);
    m_bar = new MessageBar;
    m_form = makeForm();
    auto *formPage = new QWidget;
    auto *formLayout = new QVBoxLayout(formPage);
    formLayout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    formLayout->setSpacing(metrics::Medium);
    formLayout->addWidget(m_bar);
    formLayout->addWidget(m_form);
    formLayout->addWidget(makeSecretPanel());
    formLayout->addStretch();
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_state);
    m_pages->addWidget(formPage);
    return m_pages;
}

QWidget *WebhookDialog::makeForm()
{
    m_url = new QLineEdit;
    nameIt(m_url, u"webhookUrl"_s, tr("URL"));
    m_url->setPlaceholderText(u"https://example.com/otp"_s);
    m_active = new QCheckBox(tr("&Active: events are sent"));
    nameIt(m_active, u"webhookActive"_s, tr("Active"));
    m_secret = new QLineEdit;
    nameIt(m_secret, u"webhookSecret"_s, tr("Secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_save = makeButton(tr("&Save webhook"), Icon::Check, u"saveWebhook"_s, tr("Save webhook"));
    m_save->setDefault(true);
    for (const QString &field : {u"url"_s, u"events"_s, u"secret"_s})
        m_problems.insert(field, makeProblem(field, palette()));
    connect(m_url, &QLineEdit::textEdited, this, &WebhookDialog::edited);
    connect(m_secret, &QLineEdit::textEdited, this, &WebhookDialog::edited);
    connect(m_active, &QCheckBox::toggled, this, &WebhookDialog::edited);
    connect(m_save, &QPushButton::clicked, this, &WebhookDialog::save);

    auto *page = new QWidget;
    auto *form = m_fields = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::Medium);
    form->setVerticalSpacing(metrics::Small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&URL:"), m_url);
    form->addRow(QString(), m_problems[u"url"_s]);
    form->addRow(tr("Events:"), makeEvents());
    form->addRow(QString(), m_problems[u"events"_s]);
    form->addRow(QString(), m_active);
    form->addRow(tr("S&ecret:"), m_secret);
    form->addRow(QString(), m_problems[u"secret"_s]);
    form->addRow(QString(),
                 makeNote(tr("At least 16 characters, to check signatures with. Left empty, %1 makes one, "
                             "which may replace the one your server uses.")
                              .arg(m_providerName),
                          QPalette::PlaceholderText));
    auto *row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addStretch();
    form->addRow(QString(), row);
    showProblem({});
    return page;
}

QWidget *WebhookDialog::makeEvents()
{
    auto *group = new QWidget;
    nameIt(group, u"webhookEvents"_s, tr("Events"));
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Tight);
    WebhookDesk *known = desk();
    const QStringList events = known ? known->events() : QStringList();
    for (const QString &event : events) {
        auto *box = new QCheckBox(wordsFor(event));
        box->setObjectName(u"event_"_s + event);
        m_boxes.insert(event, box);
        connect(box, &QCheckBox::toggled, this, &WebhookDialog::edited);
        column->addWidget(box, 0, Qt::AlignLeading); // no wider than what can be clicked
    }
    return group;
}

QWidget *WebhookDialog::makeSecretPanel()
{
    m_shownSecret = new QLineEdit;
    nameIt(m_shownSecret, u"shownSecret"_s, tr("New secret"));
    m_shownSecret->setReadOnly(true);
    m_shownSecret->setFont(fonts::code(font()));
    QPushButton *copy = makeButton(tr("&Copy secret"), Icon::Copy, u"copySecret"_s, tr("Copy secret"));
    connect(copy, &QPushButton::clicked, this, [this] {
        if (m_clipboard.copySecret(m_shownSecret->text()))
            m_bar->post(MessageBar::Mood::Success,
                        tr("Copied. The clipboard forgets it after a minute: put it into your server now."));
        else
            m_bar->post(MessageBar::Mood::Warning,
                        tr("The system did not take the copy. Click into this window and try again."));
    });
    auto *panel = new QGroupBox(tr("The secret, this once"));
    panel->setObjectName(u"secretPanel"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Small);
    row->addWidget(m_shownSecret, 1);
    row->addWidget(copy);
    auto *column = new QVBoxLayout(panel);
    column->setSpacing(metrics::Small);
    column->addLayout(row);
    column->addWidget(makeNote(tr("It is not shown again, neither here nor by %1, and OTP Desk does not keep "
                                  "it. Copy it before you close this window.")
                                   .arg(m_providerName),
                               QPalette::WindowText));
    m_secretPanel = panel;
    panel->hide();
    return panel;
}

QWidget *WebhookDialog::makeExplanation()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    const QString paragraphs[] = {
        tr("A webhook is a request that the provider sends to your own server when something happens in "
           "this account: a code has come, a top-up was paid."),
        tr("OTP Desk cannot receive it. A desktop computer has no public address that the provider could "
           "reach, and the provider refuses addresses of this computer and of private networks."),
        tr("So nothing changes here: OTP Desk goes on asking for codes and payments by itself. Set a webhook "
           "only when your own server should be told too."),
        tr("Your server should check the signature of each request with the secret before it believes a "
           "word of it, and answer quickly."),
    };
    for (const QString &paragraph : paragraphs)
        layout->addWidget(makeNote(paragraph, QPalette::WindowText));
    layout->addStretch();
    return page;
}

WebhookDesk *WebhookDialog::desk() const
{
    Provider *provider = m_accounts.provider(m_accountId);
    return provider ? provider->webhooks() : nullptr;
}

void WebhookDialog::load()
{
    m_state->setPrimary({});
    m_pages->setCurrentWidget(m_state);
    const auto fail = [this](const QString &sentence) {
        m_state->setContent(Icon::Warning, tr("The webhook could not be read"), sentence);
        m_state->setPrimary(tr("&Try again"));
        m_state->primaryButton()->setAccessibleName(tr("Try again"));
    };
    WebhookDesk *known = desk();
    if (!known) {
        fail(tr("The account's key is missing, or the account was removed."));
        return;
    }
    m_state->setContent(Icon::Clock, tr("Asking %1…").arg(m_providerName), {});
    whenEnded(known->state(), this, [this, fail](const std::optional<Result<WebhookState>> &result) {
        if (!result) {
            fail(tr("The account was changed meanwhile."));
        } else if (!result->ok()) {
            const QString words = result->error().detail;
            fail(format::error(result->error(), m_providerName) + (words.isEmpty() ? words : u'\n' + words));
        } else {
            fill(result->value());
            m_pages->setCurrentIndex(1);
            m_url->setFocus();
        }
    });
}

void WebhookDialog::fill(const WebhookState &state)
{
    m_filling = true;
    m_url->setText(state.url);
    m_active->setChecked(state.isActive.value_or(true));
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box)
        box.value()->setChecked(state.events.contains(box.key()));
    m_secret->clear();
    m_filling = false;
    m_touched = false;
    showProblem({});
    updateEnabled();
}

WebhookUpdate WebhookDialog::entered() const
{
    WebhookUpdate update;
    update.url = m_url->text().trimmed();
    update.isActive = m_active->isChecked();
    update.secret = m_secret->text();
    WebhookDesk *known = desk();
    const QStringList events = known ? known->events() : QStringList();
    const QCheckBox *all = m_boxes.value(everything());
    if (all && all->isChecked()) {
        update.events = QStringList{everything()};
        return update;
    }
    for (const QString &event : events) {
        const QCheckBox *box = m_boxes.value(event);
        if (box && box->isChecked())
            update.events.append(event);
    }
    return update;
}

void WebhookDialog::edited()
{
    if (m_filling)
        return;
    m_touched = true;
    judge();
    updateEnabled();
}

void WebhookDialog::updateEnabled()
{
    const QCheckBox *all = m_boxes.value(everything());
    const bool wantsAll = all && all->isChecked();
    for (QCheckBox *box : std::as_const(m_boxes))
        box->setEnabled(box == all || !wantsAll);
    m_form->setEnabled(!m_saving);
    m_save->setEnabled(!m_saving && !m_url->text().trimmed().isEmpty());
}

void WebhookDialog::judge()
{
    const WebhookUpdate update = entered();
    WebhookDesk *known = desk();
    std::optional<ApiError> problem = known ? known->problemWith(update) : std::nullopt;
    if (!problem && update.events.isEmpty()) {
        problem = ApiError{};
        problem->kind = ErrorKind::BadRequest;
        problem->field = u"events"_s;
    }
    showProblem(problem);
}

void WebhookDialog::showProblem(const std::optional<ApiError> &problem)
{
    for (auto label = m_problems.cbegin(); label != m_problems.cend(); ++label) {
        const bool concerned = problem && problem->field == label.key();
        label.value()->setText(concerned ? sentenceFor(*problem) : QString());
        m_fields->setRowVisible(label.value(), concerned);
    }
}

void WebhookDialog::save()
{
    judge();
    const bool isWrong = std::any_of(m_problems.cbegin(), m_problems.cend(),
                                     [](const QLabel *label) { return !label->text().isEmpty(); });
    WebhookDesk *known = desk();
    if (isWrong || m_saving)
        return;
    if (!known) {
        saved(std::nullopt);
        return;
    }
    m_saving = true;
    m_bar->post(MessageBar::Mood::Info, tr("Saving at %1…").arg(m_providerName));
    updateEnabled();
    whenEnded(known->update(entered()), this,
              [this](const std::optional<Result<WebhookSaved>> &result) { saved(result); });
}

void WebhookDialog::saved(const std::optional<Result<WebhookSaved>> &result)
{
    m_saving = false;
    m_bar->dismiss();
    const MessageBar::Action again{tr("&Load again"), [this] { load(); }};
    if (!result) {
        m_bar->post({MessageBar::Mood::Warning,
                     tr("The account was changed meanwhile: it is not known whether this was saved."),
                     {},
                     {again}});
    } else if (result->ok()) {
        const WebhookSaved &done = result->value();
        if (!done.state.url.isEmpty())
            fill(done.state);
        m_secret->clear();
        m_bar->post(MessageBar::Mood::Success,
                    m_active->isChecked()
                        ? tr("Saved. %1 sends these events from now on.").arg(m_providerName)
                        : tr("Saved, and not active: %1 sends nothing.").arg(m_providerName));
        showSecret(done.secret);
    } else if (const ApiError &error = result->error();
               error.kind == ErrorKind::BadRequest && m_problems.contains(error.field)) {
        showProblem(error);
    } else {
        const bool unknown = error.outcome == Outcome::Unknown;
        const QString sentence = format::error(error, m_providerName);
        m_bar->post({MessageBar::Mood::Error,
                     unknown ? sentence + u' ' + tr("It may have been saved all the same.") : sentence,
                     error.detail, unknown ? QList<MessageBar::Action>{again} : QList<MessageBar::Action>{}});
    }
    updateEnabled();
}

void WebhookDialog::showSecret(const QString &secret)
{
    m_shownSecret->setText(secret);
    m_shownSecret->setCursorPosition(0);
    m_secretPanel->setVisible(!secret.isEmpty());
}

void WebhookDialog::wipe()
{
    m_secret->clear();
    showSecret({});
}

} // namespace otpdesk
