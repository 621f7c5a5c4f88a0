#include "tests/fault/crashes/diskcases.h"

#include "tests/fault/crashes/dyingdisk.h"
#include "tests/fault/crashes/waiting.h"
#include "tests/fault/crashes/world.h"

#include <QTextStream>

#include <cerrno>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds Patience = 20s;
/// More than an intent writes.
constexpr int MostWrites = 40;

QString nameOf(int error)
{
    if (error == ENOSPC)
        return u"disk full"_s;
    return error == EROFS ? u"disk read-only"_s : u"profile not writable"_s;
}

QString nameOfCall(int call)
{
    return QString::fromLatin1(spendings()[call].name);
}

} // namespace

DiskCases::DiskCases(quint32 seed) : m_seed(seed) {}

DiskCases::~DiskCases() = default;

bool DiskCases::run()
{
    if (!dyingdisk::isAvailable())
        return true;
    for (const int error : {ENOSPC, EROFS, EACCES}) {
        for (const bool used : {false, true})
            report(u"%1 when the journal opens, %2 profile"_s.arg(nameOf(error), used ? u"used"_s : u"new"_s),
                   cannotOpen(error, used));
    }
    for (int call = 0; call < spendings().size(); ++call) {
        const QString name = nameOfCall(call);
        report(name + u": disk full at the intent"_s, intentCannotBeWritten(call, ENOSPC));
        report(name + u": disk read-only at the intent"_s, intentCannotBeWritten(call, EROFS));
        report(name + u": disk full after the send"_s, outcomeCannotBeWritten(call));
    }
    m_world.reset();
    return m_clean;
}

void DiskCases::report(const QString &name, const QString &failure)
{
    m_clean = m_clean && failure.isEmpty();
    const QString seen =
        m_refusals > 0 ? u"refused %1 times, nothing sent"_s.arg(m_refusals) : u"nothing lost"_s;
    QTextStream(stdout) << (failure.isEmpty() ? "disk: " : "DAMAGE disk: ") << name << ": "
                        << (failure.isEmpty() ? seen : failure + u" (seed %1)"_s.arg(m_seed)) << Qt::endl;
}

void DiskCases::begin()
{
    m_world = std::make_unique<CrashWorld>(m_seed);
    m_refusals = 0;
}

bool DiskCases::isReady()
{
    BuyerProcess &buyer = *m_world->buyer;
    return comes([&] { return buyer.ready || buyer.failed || !buyer.isRunning(); }, Patience) && buyer.ready;
}

/// That spend.
int DiskCases::requests() const
{
    int count = 0;
    QSet<QPair<QString, QString>> seen;
    for (const Spending &spending : spendings()) {
        if (seen.contains({spending.providerId, spending.call}))
            continue;
        seen.insert({spending.providerId, spending.call});
        count += m_world->simulator.arrivals(spending.providerId, spending.call);
    }
    return count;
}

/// A purchase with nothing in its way: that it succeeds.
QString DiskCases::bought(int call)
{
    BuyerProcess &buyer = *m_world->buyer;
    const SimCatalog &catalog = m_world->simulator.catalog();
    const Spending &spending = spendings()[call];
    const QList<const Offer *> shelf = catalog.of(spending.providerId, spending.line);
    int offer = 0;
    while (offer < shelf.size() - 1 && !(shelf[offer]->available && shelf[offer]->stock.value_or(9) > 3))
        ++offer;
    const qsizetype answers = buyer.asked.size();
    m_world->click(call, offer);
    comes([&] { return buyer.asked.size() > answers; }, Patience);
    m_world->key = buyer.asked.value(answers).toLongLong();
    const bool waits = comes(
        [&] {
            const auto order = buyer.orders.find(m_world->key);
            return order != buyer.orders.end() && order->second.status == OrderStatus::Waiting;
        },
        Patience);
    return waits ? QString() : u"cannot be bought: "_s + buyer.asked.value(answers);
}

/// To a click on whatever buys by this call: "ok", or why not.
QString DiskCases::answerToClick(int call)
{
    BuyerProcess &buyer = *m_world->buyer;
    const Spending &spending = spendings()[call];
    if (spending.needsOrder()) {
        m_world->cashier.expect(call, u"click %1"_s.arg(++m_world->clicks));
        return buyer.command(spending.isRenewal ? u"renew"_s : u"replace"_s, m_world->key);
    }
    const qsizetype answers = buyer.asked.size();
    m_world->click(call, 0);
    comes([&] { return buyer.asked.size() > answers; }, Patience);
    bool isKey = false;
    buyer.asked.value(answers).toLongLong(&isKey);
    return isKey ? u"ok"_s : buyer.asked.value(answers);
}

/// What is wrong with the way something was refused.
QString DiskCases::refusal(const QString &answer, int requestsBefore)
{
    if (requests() != requestsBefore)
        return u"a request was sent"_s;
    if (!answer.startsWith("storage_failed "_L1) || answer.section(u' ', 1).trimmed().isEmpty())
        return u"refused without saying why: '%1'"_s.arg(answer);
    ++m_refusals;
    return {};
}

QString DiskCases::cannotOpen(int error, bool used)
{
    begin();
    if (used) {
        m_world->start();
        if (!isReady())
            return u"does not start"_s;
        if (const QString failure = bought(0); !failure.isEmpty())
            return failure;
        m_world->buyer->kill();
    }
    const int before = requests();
    m_world->start(u"fail 1 %1"_s.arg(error));
    QString answer;
    if (isReady())
        answer = answerToClick(0); // what there is can be read; nothing can be bought
    else
        answer = m_world->buyer->failed.value_or(QString());
    if (const QString wrong = refusal(answer, before); !wrong.isEmpty())
        return wrong;
    m_world->buyer->kill();
    m_world->start();
    return isReady() ? bought(0) : u"does not start when all is well again"_s;
}

QString DiskCases::intentCannotBeWritten(int call, int error)
{
    const Spending &spending = spendings()[call];
    begin();
    m_world->start();
    if (!isReady())
        return u"does not start"_s;
    if (spending.needsOrder()) {
        const QString failure = bought(reckoning::callOf(spending.providerId, spending.line, false, false));
        if (!failure.isEmpty())
            return failure;
    }
    // At its first write, its second…: until it is through before the disk is full.
    for (int write = 1; write <= MostWrites; ++write) {
        if (!m_world->buyer->sync())
            return u"does not come to rest"_s;
        const int before = requests();
        m_world->buyer->tell(u"fail %1 %2"_s.arg(write).arg(error));
        const QString answer = answerToClick(call);
        m_world->buyer->tell(u"heal"_s);
        if (answer == "ok"_L1)
            return write > 2 ? QString() : u"was bought on a full disk"_s;
        if (const QString wrong = refusal(answer, before); !wrong.isEmpty())
            return u"write %1: %2"_s.arg(write).arg(wrong);
        m_world->skip(6s); // what is kept in memory is written again
        pass(10ms);
    }
    return u"is refused with room on the disk"_s;
}

QString DiskCases::outcomeCannotBeWritten(int call)
{
    const Spending &spending = spendings()[call];
    begin();
    m_world->start();
    if (!isReady())
        return u"does not start"_s;
    BuyerProcess &buyer = *m_world->buyer;
    const QString command = u"failAfterIntent %1"_s.arg(ENOSPC);
    if (spending.needsOrder()) {
        const QString failure = bought(reckoning::callOf(spending.providerId, spending.line, false, false));
        if (!failure.isEmpty())
            return failure;
        buyer.sync();
        buyer.tell(command);
        if (const QString answer = answerToClick(call); answer != "ok"_L1)
            return u"not carried through: "_s + answer;
    } else {
        buyer.tell(command);
        if (const QString failure = bought(call); !failure.isEmpty())
            return failure;
    }
    const auto told = [&buyer](const char *what) {
        return comes(
            [&] {
                return std::any_of(buyer.storage.cbegin(), buyer.storage.cend(), [what](const QString &line) {
                    return line.startsWith(QLatin1String(what));
                });
            },
            Patience);
    };
    if (!told("failed storage_failed "))
        return u"nobody is told that the disk is full"_s;
    buyer.tell(u"heal"_s);
    for (int i = 0; i < 5; ++i) {
        m_world->skip(6s);
        pass(10ms);
    }
    if (!told("recovered"))
        return u"nobody is told that there is room again"_s;
    buyer.sync();
    buyer.kill();
    JournalLook look = journalfile::look(m_world->profile.path());
    if (!look.damage.isEmpty())
        return look.damage;
    look.orders.removeIf([](const Order &order) {
        return order.status == OrderStatus::Buying || order.status == OrderStatus::Unconfirmed;
    });
    const QList<Charge> unknown = reckoning::unknown(m_world->cashier.charges(), look.orders);
    return unknown.isEmpty() ? QString() : u"the outcome is lost"_s;
}

} // namespace otpdesk
