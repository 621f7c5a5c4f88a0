#include "ui/catalog/ratesdialog.h"

#include "models/rates/currencynames.h"
#include "models/rates/ratewords.h"
#include "providers/types/clock.h"
#include "ui/catalog/rateline.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

QLabel *makeParagraph(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QStringList codesOf(const QList<Currency> &currencies)
{
    QStringList codes;
    for (const Currency currency : currencies)
        codes.append(currency.code());
    return codes;
}

} // namespace

RatesDialog::RatesDialog(const ExchangeRates &rates, const QList<Currency> &used, const Clock &clock,
                         QWidget *parent)
    : QDialog(parent), m_kept(rates), m_today(clock.utc().toLocalTime().date())
{
    for (const Currency currency : used) {
        if (currency.isValid() && !m_used.contains(currency))
            m_used.append(currency);
    }
    std::sort(m_used.begin(), m_used.end(), [](Currency a, Currency b) { return a.code() < b.code(); });

    setObjectName(u"ratesDialog"_s);
    setWindowTitle(tr("Exchange rates"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Large, metrics::Large, metrics::Large, metrics::Large);
    layout->setSpacing(metrics::Medium);
    layout->addLayout(makeChoice());
    m_note = makeParagraph(u"ratesNote"_s);
    layout->addWidget(m_note);
    layout->addLayout(makeForm());
    m_examples = makeParagraph(u"rateExamples"_s);
    QPalette words = palette();
    words.setColor(QPalette::WindowText, colors::muted(palette()));
    m_examples->setPalette(words);
    layout->addWidget(m_examples);
    layout->addStretch();
    layout->addWidget(makeButtons());
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    fillChoice();
    showLines();
    connect(m_display, &QComboBox::currentIndexChanged, this, &RatesDialog::showLines);
}

QLayout *RatesDialog::makeChoice()
{
    m_display = new QComboBox;
    m_display->setObjectName(u"displayCurrency"_s);
    m_display->setAccessibleName(tr("Show prices in"));
    m_display->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_display->setMinimumContentsLength(30);
    m_display->setMaxVisibleItems(20);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::Medium);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Show prices &in:"), m_display);
    return form;
}

QLayout *RatesDialog::makeForm()
{
    m_heading = new QLabel(tr("&Rates for one US dollar:"));
    m_heading->setObjectName(u"ratesHeading"_s);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(metrics::Small);
    m_grid->setVerticalSpacing(metrics::Small);
    m_grid->addWidget(m_heading, 0, 0, 1, -1);
    m_grid->setColumnStretch(5, 1); // the age: its words come and go
    return m_grid;
}

QWidget *RatesDialog::makeButtons()
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton *save = box->button(QDialogButtonBox::Save);
    save->setObjectName(u"saveRates"_s);
    save->setText(tr("&Save"));
    save->setAccessibleName(tr("Save"));
    save->setIcon(icon(Icon::Check));
    save->setDefault(true);
    QPushButton *cancel = box->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelRates"_s);
    cancel->setText(tr("&Cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setIcon({});
    connect(box, &QDialogButtonBox::accepted, this, &RatesDialog::save);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

/// Those a person is likely to want stand first, by the code that is typed to find one.
void RatesDialog::fillChoice()
{
    const QList<CurrencyName> names = currencyNames();
    const auto add = [&](Currency currency) {
        const QString code = currency.code();
        if (code.isEmpty() || m_display->findData(code) >= 0)
            return;
        const auto named = std::find_if(names.begin(), names.end(), [currency](const CurrencyName &one) {
            return one.currency == currency;
        });
        //: A currency's code and its name
        m_display->addItem(named == names.end() ? code : tr("%1 – %2").arg(code, named->name), code);
    };
    m_display->addItem(tr("None: each in its own currency"), QString());
    add(Currency::fromCode(QLocale::system().currencySymbol(QLocale::CurrencyIsoCode)));
    add(m_kept.display());
    for (const Currency currency : std::as_const(m_used))
        add(currency);
    m_display->insertSeparator(m_display->count());
    for (const CurrencyName &one : names)
        add(one.currency);
    m_display->setCurrentIndex(m_display->findData(m_kept.display().code()));
}

Currency RatesDialog::display() const
{
    return Currency::fromCode(m_display->currentData().toString());
}

/// The currencies that need a rate, so that every price can be shown in the display currency.
QList<Currency> RatesDialog::needed() const
{
    QList<Currency> all = m_used;
    if (!all.contains(display()))
        all.append(display());
    if (!display().isValid() || all.size() < 2)
        return {};
    all.removeAll(ExchangeRates::reference());
    return all;
}

void RatesDialog::addLine(Currency currency)
{
    QWidget *before = m_lines.isEmpty() ? m_display : m_lines.last()->last();
    auto *line = new RateLine(currency, m_kept.rate(currency), m_today, *m_grid, this);
    setTabOrder(before, line->first());
    setTabOrder(line->first(), line->last());
    connect(line, &RateLine::edited, this, &RatesDialog::showExamples);
    connect(line, &RateLine::resized, this, &RatesDialog::growToFit);
    m_lines.append(line);
}

void RatesDialog::showLines()
{
    const QList<Currency> wanted = needed();
    for (const Currency currency : wanted) {
        if (std::none_of(m_lines.cbegin(), m_lines.cend(),
                         [currency](const RateLine *line) { return line->currency() == currency; }))
            addLine(currency);
    }
    for (RateLine *line : std::as_const(m_lines))
        line->setVisible(wanted.contains(line->currency()));

    m_heading->setVisible(!wanted.isEmpty());
    const auto first = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                    [](const RateLine *line) { return line->isVisible(); });
    m_heading->setBuddy(first == m_lines.cend() ? nullptr : (*first)->first());
    if (!display().isValid())
        m_note->setText(tr("Choose a currency to compare all prices in it, at rates that you enter. OTP Desk "
                           "gets none from the internet."));
    else if (wanted.isEmpty())
        m_note->setText(tr("All your accounts are in %1 already: no rate is needed.").arg(display().code()));
    else
        m_note->setText(tr("These are your own figures: OTP Desk gets none from the internet. A price for "
                           "which there is no rate stays in its own currency."));
    showExamples();
}

/// What the rates amount to, so that a wrong one is seen before it decides where to buy.
void RatesDialog::showExamples()
{
    const ExchangeRates rates = entered();
    QStringList examples;
    QList<Currency> missing;
    for (const Currency currency : std::as_const(m_used)) {
        const QString example = ratewords::example(currency, display(), rates);
        if (!example.isEmpty())
            examples.append(example);
        else if (currency != display())
            missing.append(currency);
    }
    QStringList said;
    if (!examples.isEmpty())
        //: %1: "$1.00 ≈ ₹84.10 · Rp 1,000 ≈ ₹5.18"
        said.append(tr("For example: %1").arg(examples.join(u" · "_s)));
    if (!missing.isEmpty())
        said.append(rates.factor(ExchangeRates::reference(), display())
                        ? tr("Without a rate, prices in %1 stay as they are.")
                              .arg(QLocale().createSeparatedList(codesOf(missing)))
                        : tr("Enter the rate of %1 to see prices in it.").arg(display().code()));
    m_examples->setText(said.join(u'\n'));
    m_examples->setVisible(display().isValid() && !said.isEmpty());
    growToFit();
}

/// Lines that come must not be cut off.
void RatesDialog::growToFit()
{
    const int needed = layout()->totalHeightForWidth(width());
    if (isVisible() && needed > height())
        resize(width(), needed);
}

/// A rate that cannot be read counts as none.
ExchangeRates RatesDialog::entered() const
{
    ExchangeRates rates = m_kept;
    rates.setDisplay(display());
    for (const RateLine *line : m_lines) {
        if (line->isVisible() && !line->apply(rates))
            rates.remove(line->currency());
    }
    return rates;
}

void RatesDialog::save()
{
    RateLine *wrong = nullptr;
    for (RateLine *line : std::as_const(m_lines)) {
        if (line->isVisible() && !line->judge() && !wrong)
            wrong = line;
    }
    if (wrong) {
        wrong->focus();
        return;
    }
    Q_EMIT ratesChosen(entered());
    accept();
}

} // namespace otpdesk
