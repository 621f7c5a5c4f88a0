#include "ui/purchase/confirmpurchasedialog.h"

#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/purchase/purchasewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

// How the dialog is put together.

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

/// More inboxes in one click are more likely a slip of the finger.
constexpr int MostAtOnce = 20;

QLabel *makeLabel(const QString &objectName, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConfirmPurchaseDialog::ConfirmPurchaseDialog(const QString &accountId, const QString &accountTitle,
                                             const ProviderInfo &provider, const Offer &offer,
                                             QWidget *parent)
    : QDialog(parent),
      m_accountId(accountId),
      m_accountTitle(accountTitle),
      m_provider(provider),
      m_seen(offer),
      m_choices{offer}
{
    setObjectName(u"confirmPurchase"_s);
    setWindowTitle(tr("Confirm purchase"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Large, metrics::Large, metrics::Large, metrics::Large);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(makeHeading());
    layout->addLayout(makeForm());
    layout->addWidget(makeConsent(), 0, Qt::AlignLeading);
    layout->addWidget(makeNote());
    layout->addStretch();
    layout->addWidget(makeButtons());
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    m_unseen.setSingleShot(true);
    connect(&m_unseen, &QTimer::timeout, this, &ConfirmPurchaseDialog::showState);
    showState();
    // Neither button: whoever opened this with Enter must not have answered it, and a reader starts here.
    m_heading->setFocus();
}

QWidget *ConfirmPurchaseDialog::makeHeading()
{
    m_service = makeLabel(u"purchaseService"_s, purchasewords::title(m_seen, {}));
    m_service->setFont(fonts::scaled(font(), 1.35, QFont::DemiBold));
    QStringList facts{purchasewords::country(m_seen), m_accountTitle};
    if (m_seen.kind == OfferKind::Rental)
        facts.insert(1, m_seen.variant);
    if (m_accountTitle != m_provider.name)
        facts.append(m_provider.name);
    facts.removeAll(QString());
    QLabel *where = makeLabel(u"purchaseWhere"_s, facts.join(u" · "_s));
    QPalette words = palette();
    words.setColor(QPalette::WindowText, colors::muted(palette()));
    where->setPalette(words);
    m_price = makeLabel(u"purchasePrice"_s);
    m_price->setWordWrap(false);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_service);
    names->addWidget(where);
    m_heading = new QWidget;
    m_heading->setObjectName(u"purchaseSummary"_s);
    m_heading->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(m_heading);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Large);
    layout->addLayout(names, 1);
    layout->addWidget(m_price);
    return m_heading;
}

QFormLayout *ConfirmPurchaseDialog::makeForm()
{
    m_variant = new QComboBox;
    m_variant->setObjectName(u"purchaseVariant"_s);
    m_variant->setAccessibleName(tr("Variant"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->setMinimumContentsLength(30);
    m_variant->installEventFilter(this);
    connect(m_variant, &QComboBox::currentIndexChanged, this, &ConfirmPurchaseDialog::showState);
    auto *variantLabel = new QLabel(m_seen.kind == OfferKind::Rental  ? tr("&For how long:")
                                    : m_seen.kind == OfferKind::Email ? tr("&Domain:")
                                                                      : tr("&Variant:"));
    variantLabel->setBuddy(m_variant);
    m_domains = makeLabel(u"purchaseDomains"_s);
    m_until = makeLabel(u"renewedUntil"_s);
    m_balanceNow = makeLabel(u"balanceNow"_s);
    m_balanceAfter = makeLabel(u"balanceAfter"_s);

    auto *form = m_form = new QFormLayout;
    form->setHorizontalSpacing(metrics::Large);
    form->setVerticalSpacing(metrics::Small);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(variantLabel, m_variant);
    form->addRow(tr("Domains:"), m_domains);
    form->addRow(tr("Runs until:"), m_until);
    makeOptions();
    form->addRow(tr("Balance now:"), m_balanceNow);
    form->addRow(tr("Balance after:"), m_balanceAfter);
    m_spent = makeLabel(u"spentToday"_s);
    form->addRow(tr("Spent today:"), m_spent);
    m_refund = makeLabel(u"cancelRule"_s);
    form->addRow(tr("Refund:"), m_refund);
    return form;
}

void ConfirmPurchaseDialog::makeOptions()
{
    m_quantity = new QSpinBox;
    m_quantity->setObjectName(u"purchaseQuantity"_s);
    m_quantity->setAccessibleName(tr("How many"));
    m_quantity->setRange(1, MostAtOnce);
    m_quantity->setMaximumWidth(m_quantity->sizeHint().width() * 2);
    connect(m_quantity, &QSpinBox::valueChanged, this, &ConfirmPurchaseDialog::showState);
    m_subject = new QLineEdit;
    m_subject->setObjectName(u"purchaseSubject"_s);
    m_subject->setAccessibleName(tr("Subject contains"));
    m_subject->setPlaceholderText(tr("any subject"));
    m_regex = new QLineEdit;
    m_regex->setObjectName(u"purchaseRegex"_s);
    m_regex->setAccessibleName(tr("Code pattern"));
    m_regex->setPlaceholderText(tr("found automatically; or a regular expression such as \\d{6}"));
    connect(m_regex, &QLineEdit::textChanged, this, &ConfirmPurchaseDialog::showState);
    for (QWidget *field : std::initializer_list<QWidget *>{m_quantity, m_subject, m_regex})
        field->installEventFilter(this);
    m_form->addRow(tr("How &many:"), m_quantity);
    m_form->addRow(tr("&Subject contains:"), m_subject);
    m_form->addRow(tr("Code &pattern:"), m_regex);
    const bool offered = m_provider.terms(m_seen.kind).takesOptions;
    for (QWidget *field : std::initializer_list<QWidget *>{m_quantity, m_subject, m_regex})
        m_form->setRowVisible(field, offered);
}

QWidget *ConfirmPurchaseDialog::makeConsent()
{
    m_consent = new QCheckBox;
    m_consent->setObjectName(u"consentToSpend"_s);
    m_consent->installEventFilter(this);
    connect(m_consent, &QCheckBox::toggled, this, &ConfirmPurchaseDialog::showState);
    return m_consent;
}

QWidget *ConfirmPurchaseDialog::makeNote()
{
    m_noteSymbol = new QLabel;
    m_noteText = makeLabel(u"purchaseNote"_s);
    m_busy = new QProgressBar;
    m_busy->setObjectName(u"purchaseBusy"_s);
    m_busy->setAccessibleName(tr("Checking the price"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(90, metrics::Medium);
    m_again = new QPushButton(tr("&Try again"));
    m_again->setObjectName(u"checkAgain"_s);
    m_again->setAccessibleName(tr("Try again"));
    m_again->setAutoDefault(false);
    m_again->installEventFilter(this);
    connect(m_again, &QPushButton::clicked, this, &ConfirmPurchaseDialog::checkRequested);

    m_note = new QWidget;
    auto *layout = new QHBoxLayout(m_note);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_noteSymbol);
    layout->addWidget(m_noteText, 1);
    layout->addWidget(m_busy);
    layout->addWidget(m_again);
    // The same height in every state: the buttons stay where the pointer is.
    m_note->setMinimumHeight(qMax(m_again->sizeHint().height(), 2 * fontMetrics().lineSpacing()));
    return m_note;
}

QWidget *ConfirmPurchaseDialog::makeButtons()
{
    auto *box = new QDialogButtonBox;
    m_buy = box->addButton(tr("Buy &now"), QDialogButtonBox::AcceptRole);
    m_buy->setObjectName(u"buyNow"_s);
    m_buy->setAccessibleName(tr("Buy now"));
    m_buy->setIcon(icon(Icon::Cart));
    m_buy->setDefault(true);
    m_cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(u"cancelPurchase"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setIcon({});
    for (QPushButton *button : {m_buy, m_cancel})
        button->installEventFilter(this);
    connect(m_buy, &QPushButton::clicked, this, &ConfirmPurchaseDialog::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    return box;
}

} // namespace otpdesk
