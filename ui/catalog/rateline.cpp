#include "ui/catalog/rateline.h"

#include "models/rates/ratewords.h"
#include "ui/kit/amountedit.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/palette.h"

#include <QAccessible>
#include <QAction>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

constexpr int Decimals = 9; // the smallest rate there may be

QLabel *makeLabel(const QString &objectName, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void paintWords(QLabel &label, const QColor &color)
{
    QPalette words = label.palette();
    words.setColor(QPalette::WindowText, color);
    label.setPalette(words);
}

} // namespace

RateLine::RateLine(Currency currency, const std::optional<ExchangeRates::Rate> &kept, QDate today,
                   QGridLayout &form, QObject *parent)
    : QObject(parent), m_currency(currency), m_kept(kept.value_or(ExchangeRates::Rate())), m_today(today)
{
    build(form);
    m_rate->setText(m_kept.text);
    showDate(m_kept.date.isValid() ? m_kept.date : today);
    showState();
    connect(m_rate, &QLineEdit::textChanged, this, &RateLine::takeText);
    connect(m_rate, &QLineEdit::editingFinished, this, &RateLine::judge);
    connect(m_date, &QDateEdit::dateChanged, this, &RateLine::takeDate);
}

void RateLine::build(QGridLayout &form)
{
    const QString code = m_currency.code();
    m_rate = new AmountEdit(tr("Rate of %1").arg(code));
    m_rate->setObjectName(u"rate"_s + code);
    m_rate->setDecimals(Decimals);
    m_rate->setPlaceholderText(tr("no rate"));
    m_rate->setFixedWidth(24 * m_rate->fontMetrics().averageCharWidth());
    const ToneColors failed = colors::of(Tone::Failed, m_rate->palette());
    m_mark = m_rate->addAction(icon(Icon::Error, failed.mark), QLineEdit::TrailingPosition);
    m_mark->setVisible(false);

    m_date = new QDateEdit;
    m_date->setObjectName(u"rateDate"_s + code);
    m_date->setAccessibleName(tr("Date of the %1 rate").arg(code));
    m_date->setCalendarPopup(true);
    //: Format of a day with its year, in a field; see QLocale::toString()
    m_date->setDisplayFormat(tr("d MMM yyyy"));
    m_date->setMaximumDate(m_kept.date.isValid() ? std::max(m_today, m_kept.date) : m_today);

    m_age = makeLabel(u"rateAge"_s + code);
    paintWords(*m_age, colors::muted(m_age->palette()));
    m_problem = makeLabel(u"rateProblem"_s + code);
    m_problem->setWordWrap(true);
    paintWords(*m_problem, colors::isDark(m_problem->palette()) ? failed.mark : failed.text);
    m_problem->hide();

    auto *before = makeLabel(u"rateReference"_s + code, u"1 %1 ="_s.arg(ExchangeRates::reference().code()));
    auto *after = makeLabel(u"rateCurrency"_s + code, code);
    //: Between an exchange rate and its date
    auto *asOf = makeLabel(u"rateAsOf"_s + code, tr("as of"));
    m_shown = {before, m_rate, after, asOf, m_date, m_age};
    const int row = form.rowCount();
    for (int column = 0; column < m_shown.size(); ++column)
        form.addWidget(m_shown[column], row, column);
    form.addWidget(m_problem, row + 1, 1, 1, -1);
}

QWidget *RateLine::first() const
{
    return m_rate;
}

QWidget *RateLine::last() const
{
    return m_date;
}

void RateLine::setVisible(bool visible)
{
    m_isVisible = visible;
    for (QWidget *part : std::as_const(m_shown))
        part->setVisible(visible);
    m_problem->setVisible(visible && !m_problem->text().isEmpty());
}

bool RateLine::apply(ExchangeRates &rates) const
{
    const QString text = m_rate->text().trimmed();
    if (text.isEmpty()) {
        rates.remove(m_currency);
        return true;
    }
    // What was kept is as it was meant, in whatever language it was typed.
    const bool isKept = text == m_kept.text;
    if (!isKept && ExchangeRates::problemWith(text, QLocale()) != ExchangeRates::Problem::None)
        return false;
    return rates.set(m_currency, text, m_date->date());
}

bool RateLine::judge()
{
    ExchangeRates scratch;
    const bool isRight = apply(scratch);
    const QString text = m_rate->text().trimmed();
    showProblem(isRight ? QString() : ratewords::problem(ExchangeRates::problemWith(text, QLocale()), text));
    return isRight;
}

void RateLine::focus()
{
    m_rate->setFocus();
    m_rate->selectAll();
}

/// A new figure is of today, and the earlier one, typed again, of its own day.
void RateLine::takeText()
{
    if (!m_hasOwnDate) {
        const bool isKept = m_rate->text().trimmed() == m_kept.text && m_kept.date.isValid();
        showDate(isKept ? m_kept.date : m_today);
    }
    showProblem({});
    showState();
    Q_EMIT edited();
}

void RateLine::takeDate()
{
    m_hasOwnDate = true;
    showState();
    Q_EMIT edited();
}

void RateLine::showDate(QDate date)
{
    const QSignalBlocker quiet(m_date);
    m_date->setDate(date);
}

void RateLine::showState()
{
    const bool isEmpty = m_rate->text().trimmed().isEmpty();
    m_date->setEnabled(!isEmpty);
    m_age->setText(isEmpty ? QString() : ratewords::age(m_date->date(), m_today));
    m_date->setAccessibleDescription(m_age->text());
}

void RateLine::showProblem(const QString &sentence)
{
    if (m_problem->text() == sentence)
        return;
    m_problem->setText(sentence);
    m_problem->setVisible(m_isVisible && !sentence.isEmpty());
    m_mark->setVisible(!sentence.isEmpty());
    m_mark->setText(sentence);
    m_rate->setAccessibleDescription(sentence);
    QAccessibleEvent said(m_rate, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    Q_EMIT resized();
}

} // namespace otpdesk
