#include "ui/purchase/confirmpurchasedialog.h"

#include "models/text/format.h"
#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/purchase/purchasewords.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

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

void ConfirmPurchaseDialog::setOptions(const PurchaseOptions &options)
{
    m_options = options;
    m_quantity->setValue(options.quantity);
    m_subject->setText(options.subject);
    m_regex->setText(options.regex);
    showState();
}

void ConfirmPurchaseDialog::setRenewal(const QString &number, const QDateTime &expiresAt)
{
    m_renewedNumber = number;
    m_expiresAt = expiresAt;
    setWindowTitle(tr("Renew rental"));
    m_buy->setText(tr("Renew &now"));
    m_buy->setAccessibleName(tr("Renew now"));
    m_service->setText(purchasewords::title(m_seen, m_renewedNumber));
    showState();
}

PurchaseOptions ConfirmPurchaseDialog::options() const
{
    if (!m_provider.terms(m_seen.kind).takesOptions)
        return {};
    PurchaseOptions options = m_options;
    options.quantity = m_quantity->value();
    options.subject = m_subject->text().trimmed();
    options.regex = m_regex->text().trimmed();
    return options;
}

std::optional<Money> ConfirmPurchaseDialog::price() const
{
    std::optional<Money> price = chosen().price;
    if (isAnyOfDomains()) {
        for (const Offer &offer : m_choices) {
            if (!price || !offer.price)
                return std::nullopt;
            price = *offer.price > *price ? offer.price : price;
        }
    }
    return price ? std::optional(*price * m_quantity->value()) : price;
}

void ConfirmPurchaseDialog::setBalance(const std::optional<Money> &balance)
{
    m_balance = balance;
    showState();
}

void ConfirmPurchaseDialog::setLimits(const SpendLimits &limits)
{
    m_limits = limits;
    showState();
}

void ConfirmPurchaseDialog::setSpentToday(const Money &spent)
{
    m_spentToday = spent;
    showState();
}

void ConfirmPurchaseDialog::showChecking()
{
    if (m_state == State::Confirmed)
        return;
    m_state = State::Checking;
    showState();
}

void ConfirmPurchaseDialog::showOffers(const QList<Offer> &offers)
{
    if (m_state == State::Confirmed)
        return;
    m_state = offers.isEmpty() ? State::Gone : State::Ready;
    if (!offers.isEmpty()) {
        const QString earlier = chosen().identity();
        m_choices.clear(); // at least one follows: what was wanted stands first
        QStringList listed;
        int keep = 0;
        for (const Offer &offer : offers) {
            const bool unwanted = isAnyOfDomains() && !m_options.domains.contains(offer.variantId);
            if (unwanted || listed.contains(offer.identity()))
                continue;
            if (offer.identity() == earlier)
                keep = static_cast<int>(m_choices.size());
            listed.append(offer.identity());
            m_choices.append(offer);
        }
        const QSignalBlocker quiet(m_variant);
        m_variant->clear();
        for (const Offer &offer : std::as_const(m_choices))
            m_variant->addItem(purchasewords::variant(offer));
        m_variant->setCurrentIndex(keep);
    }
    showState();
}

void ConfirmPurchaseDialog::showFailure(const ApiError &error)
{
    if (m_state == State::Confirmed)
        return;
    m_state = State::Failed;
    m_failure = format::error(error, m_provider.name);
    showState();
}

Offer ConfirmPurchaseDialog::chosen() const
{
    return m_choices.value(m_variant->currentIndex() < 0 ? 0 : m_variant->currentIndex(), m_seen);
}

/// The one place that decides what is shown and whether it can be bought.
void ConfirmPurchaseDialog::showState()
{
    const Offer offer = chosen();
    const std::optional<Money> cost = price();
    const bool hasVariants = m_choices.size() > 1 || (m_state == State::Ready && !offer.variant.isEmpty());
    m_form->setRowVisible(m_variant, hasVariants && !isAnyOfDomains());
    m_variant->setEnabled(m_choices.size() > 1 && m_state == State::Ready);
    m_form->setRowVisible(m_domains, isAnyOfDomains());
    m_domains->setText(tr("%1: whichever has an address").arg(m_options.domains.join(u", "_s)));
    m_form->setRowVisible(m_until, m_expiresAt.isValid() && offer.duration.count() > 0);
    m_until->setText(purchasewords::renewedUntil(m_expiresAt, offer.duration));
    m_refund->setText(purchasewords::refund(m_provider.terms(m_seen.kind), offer, m_quantity->value()));

    const bool isUpTo = isAnyOfDomains() && cost;
    m_price->setText(!cost    ? tr("Price unknown")
                     : isUpTo ? tr("up to %1").arg(format::money(cost))
                              : format::money(cost));
    m_price->setFont(fonts::scaled(font(), cost && !isUpTo ? 1.8 : 1.35, QFont::DemiBold));
    m_balanceNow->setText(m_balance ? format::money(m_balance) : tr("Not known"));
    const bool computable = m_balance && cost && m_balance->currency() == cost->currency();
    if (!computable)
        m_balanceAfter->setText(tr("Not known"));
    else
        m_balanceAfter->setText(*m_balance < *cost ? tr("Not enough") : format::money(*m_balance - *cost));
    showLimits(cost);
    QStringList spoken{m_service->text(), purchasewords::country(offer), m_price->text()};
    spoken.removeAll(QString());
    m_heading->setAccessibleName(spoken.join(u", "_s));
    m_heading->setAccessibleDescription(m_refund->text());

    const QString why = obstacle();
    m_buy->setEnabled(mayBuy());
    m_again->setVisible(m_state == State::Failed);
    m_busy->setVisible(m_state == State::Checking);
    switch (m_state) {
    case State::Checking:
        setNote(NoteKind::Busy, tr("Checking the price and stock…"));
        break;
    case State::Failed:
        setNote(NoteKind::Error, m_failure);
        break;
    case State::Gone:
        setNote(NoteKind::Error, tr("This is no longer sold. Nothing was bought."));
        break;
    case State::Ready:
    case State::Confirmed:
        if (!why.isEmpty())
            setNote(NoteKind::Error, why);
        else if (const QString changed = priceChangeNote(); !changed.isEmpty())
            setNote(NoteKind::Warning, changed);
        else if (needsConsent() && !m_consent->isChecked())
            setNote(NoteKind::Info,
                    tr("This goes beyond the limits of the account. Tick the box to buy it all the same."));
        else if (!offer.price)
            setNote(NoteKind::Info,
                    tr("The provider does not say the price before buying. What it cost shows in your "
                       "balance afterwards."));
        else
            setNote(NoteKind::None, {});
        break;
    }
    growToFit();
}

/// A yes is for one amount and one concern: it is taken back when either changes.
void ConfirmPurchaseDialog::showLimits(const std::optional<Money> &cost)
{
    m_form->setRowVisible(m_spent, m_limits.perDay.has_value());
    //: what was spent today, of the daily limit
    m_spent->setText(m_spentToday
                         ? tr("%1 of %2").arg(format::money(m_spentToday), format::money(m_limits.perDay))
                         : tr("Not known"));
    const QString yes = purchasewords::consent(m_limits, cost, m_spentToday);
    if (yes != m_consent->text() || cost != m_consentedCost) {
        const QSignalBlocker quiet(m_consent);
        m_consent->setChecked(false);
        m_consent->setText(yes);
        m_consentedCost = cost;
    }
    m_consent->setVisible(needsConsent() && m_state != State::Gone && m_state != State::Failed);
    // A yes to one limit must not be one to the other, which cannot be judged yet.
    m_consent->setEnabled(m_state == State::Ready && (m_spentToday || !m_limits.perDay));
}

bool ConfirmPurchaseDialog::needsConsent() const
{
    return !m_consent->text().isEmpty();
}

bool ConfirmPurchaseDialog::mayBuy() const
{
    const bool meant = !needsConsent() || m_consent->isChecked();
    return m_state == State::Ready && obstacle().isEmpty() && meant && !m_unseen.isActive();
}

/// Lines that wrap, and rows that come later, must not be cut off.
void ConfirmPurchaseDialog::growToFit()
{
    const int needed = layout()->totalHeightForWidth(width());
    if (isVisible() && needed > height())
        resize(width(), needed);
}

QString ConfirmPurchaseDialog::priceChangeNote() const
{
    const Offer now = m_choices.isEmpty() ? m_seen : m_choices.first();
    const bool sameOffer =
        chosen().identity() == now.identity() && now.duration == m_seen.duration && !isAnyOfDomains();
    return sameOffer ? purchasewords::priceChange(m_seen.price, now.price) : QString();
}

QString ConfirmPurchaseDialog::obstacle() const
{
    return purchasewords::obstacle(chosen(), options(), m_choices.size() > 1, price(), m_balance);
}

void ConfirmPurchaseDialog::setNote(NoteKind kind, const QString &text)
{
    const QPalette look = palette();
    const auto symbol = [&](Icon name, Tone tone) {
        m_noteSymbol->setPixmap(
            iconPixmap(name, colors::of(tone, look).mark, metrics::IconSmall, devicePixelRatioF()));
    };
    m_noteSymbol->setVisible(kind != NoteKind::None && kind != NoteKind::Busy);
    if (kind == NoteKind::Error)
        symbol(Icon::Error, Tone::Failed);
    else if (kind == NoteKind::Warning)
        symbol(Icon::Warning, Tone::Attention);
    else if (kind == NoteKind::Info)
        symbol(Icon::Info, Tone::Waiting);
    if (m_noteText->text() == text)
        return;
    m_noteText->setText(text);
    m_noteText->setAccessibleName(text);
    if (!text.isEmpty()) {
        QAccessibleEvent said(m_noteText, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&said);
    }
}

void ConfirmPurchaseDialog::confirm()
{
    if (!mayBuy())
        return;
    m_state = State::Confirmed; // before anything else: a second click finds nothing to do
    m_buy->setEnabled(false);
    Q_EMIT purchaseConfirmed(m_accountId, chosen(), options(),
                             needsConsent() ? Consent::Given : Consent::Unasked);
    accept();
}

/// The second click of a double click that opened this must not land on "Buy now" unseen.
void ConfirmPurchaseDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    m_unseen.start(QApplication::doubleClickInterval());
    showState();
}

void ConfirmPurchaseDialog::keyPressEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat())
        QDialog::keyPressEvent(event);
}

/// A key that is still held down from the window below answers nothing here.
bool ConfirmPurchaseDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->isAutoRepeat()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace otpdesk
