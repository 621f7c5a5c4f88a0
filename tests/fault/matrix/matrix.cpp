#include "tests/fault/matrix/matrix.h"

#include "models/store/words.h"
#include "tests/fault/matrix/process.h"
#include "tests/fault/matrix/trial.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The computer's time. Only something that hangs takes so long.
constexpr std::chrono::milliseconds Guard = 30s;
/// Of memory in one call: the largest honest answer of 64 MiB, and what it takes to get hold of it.
constexpr qint64 MostGrowth = 256 * 1024 * 1024;
/// Of an answer's bytes, for most of the rows that are flooded.
constexpr qint64 SmallLimit = 1024 * 1024;
/// Two back-offs of the policy, and what little the rate limit spaces three requests.
constexpr std::chrono::milliseconds BackOff = 1500ms + 15s;

/// Until all of them have ended, or one hangs.
void finish(const std::vector<std::unique_ptr<Trial>> &trials)
{
    const auto ready = [&trials] {
        return std::all_of(trials.begin(), trials.end(), [](const auto &trial) { return trial->hasEnded(); });
    };
    QEventLoop loop;
    QTimer tick;
    const QDeadlineTimer guard(Guard);
    for (const auto &trial : trials) {
        QObject::connect(trial.get(), &Trial::ended, &loop, [&] {
            if (ready())
                loop.quit();
        });
        trial->begin();
    }
    tick.callOnTimeout(&loop, [&] {
        for (const auto &trial : trials)
            trial->passTime();
        if (guard.hasExpired())
            loop.quit();
    });
    tick.start(2);
    if (!ready())
        loop.exec();
}

QString lettersAndDigits(const QString &text)
{
    QString left;
    std::copy_if(text.begin(), text.end(), std::back_inserter(left),
                 [](QChar c) { return c.isLetterOrNumber(); });
    return left;
}

/// A code that stands nowhere in the answer.
QString inventedCode(const Digest &digest, const QByteArray &answer)
{
    const QString source = lettersAndDigits(QString::fromUtf8(answer));
    for (auto it = digest.constBegin(); it != digest.constEnd(); ++it) {
        const bool isCode = it.key() == u"code" || it.key().endsWith(u".code");
        if (isCode && !source.contains(lettersAndDigits(*it)))
            return *it;
    }
    return {};
}

bool isWithin(int count, Arrivals arrivals)
{
    return count >= arrivals.fewest && count <= arrivals.most;
}

/// What the documented answer comes to in a call that makes do without it.
std::optional<Digest> forgiven(const WireRow &row)
{
    const auto found = std::find_if(row.cases.cbegin(), row.cases.cend(), [](const WireCase &c) {
        return c.isError && c.expect.value(u"is"_s) == u"value";
    });
    return found == row.cases.cend() ? std::nullopt : std::optional(found->expect);
}

QStringList wrongEnd(const Ending &ending, const WireRow &row, const Digest &digest)
{
    QStringList wrong;
    const bool isError = digest.value(u"is"_s) == u"error";
    if (!isError) {
        const bool isPurchase = row.call.what == u"buy" || row.call.what == u"replace";
        if (!ending.mayBeValue)
            wrong += u"an answer: "_s + written(digest).replace(u'\n', u' ').left(200);
        else if (isPurchase && digest.value(u"id"_s).isEmpty())
            wrong += u"bought, without an order id"_s;
        return wrong;
    }
    QStringList kinds;
    for (const ErrorKind kind : ending.kinds)
        kinds += wordOf(kind);
    const QString outcome = row.delivery == WireDelivery::Repeatable || ending.outcome == Outcome::Definite
                                ? u"definite"_s
                                : u"unknown"_s;
    if (!kinds.contains(digest.value(u"kind"_s)))
        wrong += u"%1 instead of %2"_s.arg(digest.value(u"kind"_s), kinds.join(u'/'));
    if (digest.value(u"outcome"_s) != outcome)
        wrong += u"%1, its outcome is %2"_s.arg(digest.value(u"kind"_s), digest.value(u"outcome"_s));
    const QString wait = ending.retryAfter ? QString::number(*ending.retryAfter) : QString();
    if (digest.value(u"retryAfter"_s) != wait)
        wrong += u"to wait \"%1\" s, not \"%2\""_s.arg(digest.value(u"retryAfter"_s), wait);
    return wrong;
}

} // namespace

Matrix::Matrix(QString row) : m_table(WireTable::load()), m_row(std::move(row)) {}

QList<Matrix::Form> Matrix::formsOf(const FaultCase &fault) const
{
    QList<Form> forms;
    std::set<std::pair<QString, WireDelivery>> seen;
    for (const WireRow &row : m_table.rows) {
        const auto documented = std::find_if(row.cases.cbegin(), row.cases.cend(),
                                             [](const WireCase &one) { return !one.isError; });
        if (documented == row.cases.cend() || !row.id.contains(m_row))
            continue;
        const QList<Variant> variants = fault.variants(row, *documented);
        const bool isFirst = seen.emplace(row.providerId, row.delivery).second;
        for (const Variant &variant : variants) {
            forms += {&row, &*documented, variant,
                      fault.isLarge && !isFirst ? std::optional(SmallLimit) : std::nullopt};
        }
    }
    return forms;
}

FaultCount Matrix::run(const FaultCase &fault) const
{
    FaultCount count;
    count.name = fault.name;
    QElapsedTimer timer;
    timer.start();
    const QList<Form> forms = formsOf(fault);
    QSet<QString> rows;
    for (const Form &form : forms)
        rows += form.row->id;
    count.rows = int(rows.size());
    count.calls = int(forms.size());

    if (fault.isSlow && !forms.isEmpty()) {
        runTogether(fault, forms, count);
    } else {
        for (const Form &form : forms)
            runTogether(fault, {form}, count);
    }
    count.ran = std::chrono::milliseconds(timer.elapsed());
    return count;
}

void Matrix::runTogether(const FaultCase &fault, const QList<Form> &forms, FaultCount &count) const
{
    const int filesBefore = process::openFiles().value_or(0);
    process::forgetPeakMemory();
    const qint64 memory = process::memory().value_or(0);
    tryOnce(fault, forms, &count);
    if (fault.isLarge) {
        const qint64 growth = process::peakMemory().value_or(memory) - memory;
        count.growth = std::max(count.growth, growth);
        if (growth > MostGrowth)
            count.deviations += u"%1: %2 MiB more memory"_s.arg(forms.first().row->id).arg(growth >> 20);
    }
    if (fault.where == Where::UnknownHost)
        return; // Qt's own threads look names up, and keep a resolver open each
    const int files = process::openFilesSoon(filesBefore);
    if (files <= filesBefore)
        return;
    // What a first call opens for good (a thread of a pool, a resolver) is no leak: the next opens it not
    // again.
    tryOnce(fault, forms, nullptr);
    const int more = process::openFilesSoon(files) - files;
    if (more > 0)
        count.deviations += u"%1: %2 more open files each time"_s.arg(forms.first().row->id).arg(more);
}

void Matrix::tryOnce(const FaultCase &fault, const QList<Form> &forms, FaultCount *count) const
{
    std::vector<std::unique_ptr<Trial>> trials;
    for (const Form &form : forms)
        trials.push_back(
            std::make_unique<Trial>(*form.row, *form.documented, fault, form.sent(), form.largestBody));
    finish(trials);
    for (size_t i = 0; i < trials.size(); ++i) {
        const QString left = trials[i]->tidyUp();
        if (count)
            judge(fault, forms[qsizetype(i)], *trials[i], left, *count);
    }
}

void Matrix::judge(const FaultCase &fault, const Form &form, const Trial &trial, const QString &left,
                   FaultCount &count) const
{
    const WireRow &row = *form.row;
    const Ending ending = endingOf(fault, row, *form.documented);
    const Digest &digest = trial.digest();
    QStringList wrong;
    if (!left.isEmpty())
        wrong += left;
    if (trial.ends() != 1) {
        wrong += trial.ends() == 0 ? u"hangs"_s : u"ended %1 times"_s.arg(trial.ends());
    } else if (fault.where == Where::Departure) {
        if (!trial.wasCancelled())
            wrong += u"not cancelled: "_s + digest.value(u"kind"_s);
    } else if (trial.wasCancelled()) {
        wrong += u"cancelled"_s;
    } else if (form.variant.twin) {
        std::vector<std::unique_ptr<Trial>> twin;
        twin.push_back(std::make_unique<Trial>(row, *form.documented, fault, *form.variant.twin));
        finish(twin);
        if (digest != twin.front()->digest())
            wrong += u"not what the last value alone comes to: "_s + missing(twin.front()->digest(), digest);
        twin.front()->tidyUp();
    } else if (const auto instead = forgiven(row);
               instead && !ending.mayBeValue && digest.value(u"is"_s) == u"value") {
        wrong += missing(*instead, digest);
        wrong.removeAll(QString());
    } else {
        wrong += wrongEnd(ending, row, digest);
    }
    if (const QString code = inventedCode(digest, form.variant.answer.bytes); !code.isEmpty())
        wrong += u"a code from nowhere: "_s + code;
    if (!isWithin(trial.arrivals(), ending.arrivals(row.delivery)))
        wrong += u"came %1 times"_s.arg(trial.arrivals());
    if (row.delivery == WireDelivery::Once && trial.arrivals() + trial.beginnings() > 1 &&
        fault.where != Where::BrokenHandshake)
        wrong += u"began on %1 connections"_s.arg(trial.arrivals() + trial.beginnings());
    if (trial.strangers() > 0)
        wrong += u"%1 requests that are not in the row"_s.arg(trial.strangers());
    if (trial.took() > std::chrono::seconds(ending.longestWait) + BackOff)
        wrong += u"took %1 ms"_s.arg(trial.took().count());

    count.deviating += wrong.isEmpty() ? 0 : 1;
    for (const QString &what : std::as_const(wrong)) {
        const QString form_ = form.variant.name.isEmpty() ? QString() : u" ("_s + form.variant.name + u')';
        count.deviations += row.id + form_ + u": "_s + what;
    }
    count.longest = std::max(count.longest, trial.took());
    int &most = row.delivery == WireDelivery::Keyed ? count.mostArrivalsKeyed : count.mostArrivals;
    if (row.delivery != WireDelivery::Repeatable)
        most = std::max(most, trial.arrivals());
}

} // namespace otpdesk
