#include "ui/watches/watchdialog.h"

#include "models/text/format.h"
#include "models/watches/watchwords.h"
#include "ui/kit/amountedit.h"
#include "ui/kit/fonts.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeText(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WatchDialog::WatchDialog(Question question, QWidget *parent)
    : QDialog(parent), m_question(std::move(question))
{
    setObjectName(u"watchDialog"_s);
    setWindowTitle(tr("Watch"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Large, metrics::Large, metrics::Large, metrics::Large);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(makeHead());
    layout->addWidget(makeChoices());
    auto *note = makeText(u"watchNote"_s);
    note->setText(
        tr("OTP Desk looks about once a minute, and only while it runs. With its window closed to the "
           "tray it goes on; after Quit it does not."));
    QPalette quiet = note->palette();
    quiet.setColor(QPalette::WindowText, colors::muted(palette()));
    note->setPalette(quiet);
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    fillIn();
    // A window takes no notice of how high its lines become when they are wrapped.
    const int width = qMax(fontMetrics().averageCharWidth() * 64, sizeHint().width());
    resize(width, layout->totalHeightForWidth(width));
}

QWidget *WatchDialog::makeHead()
{
    auto *head = new QWidget;
    auto *title = makeText(u"watchMarket"_s);
    title->setFont(fonts::scaled(font(), 1.2, QFont::DemiBold));
    title->setText(watchwords::market(m_question.market));
    m_cheapest = makeText(u"watchCheapest"_s);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Tight);
    layout->addWidget(title);
    layout->addWidget(m_cheapest);
    return head;
}

QWidget *WatchDialog::makeChoices()
{
    m_stock = new QRadioButton(tr("When it is in &stock"));
    m_stock->setObjectName(u"watchStock"_s);
    m_stock->setAccessibleName(tr("When it is in stock"));
    m_price = new QRadioButton(tr("When the &price falls to"));
    m_price->setObjectName(u"watchPrice"_s);
    m_price->setAccessibleName(tr("When the price falls to"));
    m_amount = new AmountEdit(tr("Price"));
    m_amount->setObjectName(u"watchAmount"_s);
    m_currency = new QComboBox;
    m_currency->setObjectName(u"watchCurrency"_s);
    m_currency->setAccessibleName(tr("Currency"));
    for (const Currency &one : m_question.currencies)
        m_currency->addItem(one.code());
    m_hint = makeText(u"watchHint"_s);
    m_hint->setAlignment(Qt::AlignTop);
    m_hint->setMinimumHeight(2 * fontMetrics().lineSpacing());

    connect(m_stock, &QRadioButton::toggled, this, &WatchDialog::updateButtons);
    connect(m_amount, &QLineEdit::textChanged, this, &WatchDialog::updateButtons);
    // Whoever types a price wants to be told of one.
    connect(m_amount, &QLineEdit::textEdited, m_price, [this] { m_price->setChecked(true); });
    connect(m_currency, &QComboBox::currentIndexChanged, this, &WatchDialog::applyCurrency);
    connect(m_price, &QRadioButton::clicked, m_amount, qOverload<>(&QWidget::setFocus));

    auto *price = new QHBoxLayout;
    price->setSpacing(metrics::Small);
    price->addWidget(m_price);
    price->addWidget(m_amount, 1);
    price->addWidget(m_currency);
    auto *choices = new QWidget;
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_stock);
    layout->addLayout(price);
    layout->addWidget(m_hint);
    return choices;
}

QWidget *WatchDialog::makeButtons()
{
    auto *box = new QDialogButtonBox;
    m_ok = box->addButton(tr("&OK"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"watchOk"_s);
    m_ok->setAccessibleName(tr("OK"));
    m_ok->setDefault(true);
    QPushButton *cancel = box->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"watchCancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    connect(m_ok, &QPushButton::clicked, this, &WatchDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (m_question.existing) {
        QPushButton *stop = box->addButton(tr("Stop &watching"), QDialogButtonBox::ResetRole);
        stop->setObjectName(u"watchStop"_s);
        stop->setAccessibleName(tr("Stop watching"));
        stop->setAutoDefault(false);
        connect(stop, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT stopRequested();
        });
    }
    for (QAbstractButton *button : box->buttons())
        button->setIcon({});
    return box;
}

void WatchDialog::fillIn()
{
    const auto limit = m_question.existing ? m_question.existing->limit : std::nullopt;
    if (limit) {
        if (m_currency->findText(limit->currency().code()) < 0)
            m_currency->addItem(limit->currency().code());
        m_currency->setCurrentText(limit->currency().code());
    }
    m_price->setEnabled(m_currency->count() > 0);
    applyCurrency();
    // What is in stock can only become cheaper.
    const bool wantsPrice = m_question.existing ? limit.has_value() : m_now.cheapest.has_value();
    (wantsPrice && m_price->isEnabled() ? m_price : m_stock)->setChecked(true);
    if (limit)
        m_amount->setText(limit->toDecimal());
    if (m_price->isChecked())
        m_amount->setFocus();
    m_amount->selectAll();
}

Currency WatchDialog::currency() const
{
    return Currency::fromCode(m_currency->currentText());
}

std::optional<Money> WatchDialog::entered() const
{
    const auto amount = Money::fromText(m_amount->text(), currency());
    return amount && !amount->isZero() && !amount->isNegative() ? amount : std::nullopt;
}

void WatchDialog::applyCurrency()
{
    // Cheap offers cost fractions of a cent.
    m_amount->setDecimals(currency().shownDecimals() > 0 ? Money::Decimals : 0);
    m_now = m_question.now(currency());
    m_cheapest->setText(m_now.cheapest
                            ? tr("Now: %1").arg(watchwords::cheapest(m_now.cheapest, m_now.account))
                            : tr("Nobody is known to have it in stock now."));
    updateButtons();
}

void WatchDialog::updateButtons()
{
    m_amount->setEnabled(m_price->isEnabled());
    m_currency->setEnabled(m_price->isEnabled());
    const QString text = hint();
    m_hint->setText(text);
    m_hint->setAccessibleName(text);
    m_ok->setEnabled(m_stock->isChecked() || entered());
}

QString WatchDialog::hint() const
{
    const auto &now = m_now.cheapest;
    const QString atOnce = tr("That is so already: you will be told as soon as it is confirmed.");
    if (m_stock->isChecked())
        return now ? atOnce : QString();
    const auto limit = entered();
    if (!limit)
        return m_amount->text().isEmpty() ? tr("Enter the most you want to pay.")
                                          : tr("Enter an amount above 0, such as 15.00.");
    if (now && now->price && *now->price <= *limit)
        return atOnce;
    return tr("Offers in other currencies count where you have entered an exchange rate.");
}

void WatchDialog::choose()
{
    if (!m_ok->isEnabled())
        return;
    m_ok->setEnabled(false);
    const auto limit = m_price->isChecked() ? entered() : std::nullopt;
    accept(); // first: one dialog follows the other
    Q_EMIT watchRequested(limit);
}

} // namespace otpdesk
