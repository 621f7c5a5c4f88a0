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
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace otpdesk {

using namespace Qt::StringLiterals;

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
