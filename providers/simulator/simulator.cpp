#include "providers/simulator/simulator.h"

#include "providers/simulator/democatalog.h"
#include "providers/simulator/simotpget.h"
#include "providers/simulator/simotpwall.h"
#include "providers/simulator/simotpzap.h"
#include "providers/simulator/simtopups.h"
#include "providers/simulator/simwhichotp.h"
#include "providers/simulator/simzapotp.h"
#include "providers/simulator/world.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

struct OpenAccount
{
    const char16_t *providerId;
    const char16_t *keyPrefix;
    int keyDigits;
    const char16_t *balance;
    const char16_t *currency;
};

constexpr OpenAccount accounts[] = {
    {u"otpzap", u"otpzap_live_", 40, u"250000", u"IDR"},
    {u"zapotp", u"", 48, u"12500", u"NGN"},
    {u"whichotp", u"wo_live_", 40, u"18.40", u"USD"},
    {u"otpwall", u"", 32, u"9.75", u"USD"},
    {u"otpget", u"", 32, u"3150", u"PKR"},
};

/// Looks like a key, and is worth nothing: it opens an account of the simulator only.
QString keyFor(const OpenAccount &account)
{
    const QByteArray id = QString::fromUtf16(account.providerId).toUtf8();
    const QByteArray hash = QCryptographicHash::hash("demo " + id, QCryptographicHash::Sha256).toHex();
    return QString::fromUtf16(account.keyPrefix) + QString::fromLatin1(hash.left(account.keyDigits));
}

QByteArray httpDate(const QDateTime &utc)
{
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

Simulator::Simulator(Clock &clock, Script script, QObject *parent)
    : Simulator(clock, std::move(script), demoCatalog(), parent)
{}

Simulator::Simulator(Clock &clock, Script script, SimCatalog catalog, QObject *parent)
    : QObject(parent),
      m_world(std::make_unique<World>(clock, std::move(script), std::move(catalog))),
      m_topUps(std::make_unique<SimTopUps>(*m_world)),
      m_server(std::make_unique<HttpServer>([this](const ServerRequest &request) { return answer(request); }))
{
    for (const OpenAccount &account : accounts) {
        const Currency currency = Currency::fromCode(account.currency);
        m_world->open(QString::fromUtf16(account.providerId), keyFor(account),
                      Money::fromText(account.balance, currency).value());
    }
    m_wires.push_back(std::make_unique<SimOtpZap>(*m_world, *m_topUps));
    m_wires.push_back(std::make_unique<SimZapOtp>(*m_world));
    m_wires.push_back(std::make_unique<SimWhichOtp>(*m_world));
    m_wires.push_back(std::make_unique<SimOtpWall>(*m_world));
    m_wires.push_back(std::make_unique<SimOtpGet>(*m_world));
}

Simulator::~Simulator() = default;

bool Simulator::start(quint16 port)
{
    m_secure = false;
    return m_server->listen(port);
}

bool Simulator::start(const QSslConfiguration &tls, quint16 port)
{
    m_secure = true;
    return m_server->listenTls(tls, port);
}

void Simulator::stop()
{
    m_server->close();
}

quint16 Simulator::port() const
{
    return m_server->port();
}

QString Simulator::errorText() const
{
    return m_server->errorText();
}

QStringList Simulator::providerIds() const
{
    QStringList ids;
    for (const auto &wire : m_wires)
        ids.append(wire->providerId());
    return ids;
}

const SimWire *Simulator::wireOf(const QString &providerId) const
{
    const auto found = std::find_if(m_wires.cbegin(), m_wires.cend(), [&providerId](const auto &wire) {
        return wire->providerId() == providerId;
    });
    return found == m_wires.cend() ? nullptr : found->get();
}

QUrl Simulator::baseUrl(const QString &providerId) const
{
    const SimWire *wire = wireOf(providerId);
    if (!wire)
        return {};
    QUrl url;
    url.setScheme(m_secure ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->port());
    url.setPath(wire->prefix());
    return url;
}

QString Simulator::key(const QString &providerId) const
{
    return m_world->account(providerId).key;
}

void Simulator::planNext(const QString &providerId, Plan plan)
{
    m_world->planNext(providerId, std::move(plan));
}

void Simulator::planService(const QString &service, Plan plan)
{
    m_world->planService(service, std::move(plan));
}

void Simulator::inject(Injection injection)
{
    m_injections.append(std::move(injection));
}

void Simulator::watch(std::function<void(const QString &, const ServerRequest &)> seen)
{
    m_seen = std::move(seen);
}

void Simulator::heal()
{
    m_injections.clear();
}

bool Simulator::deliver(const QString &orderId, const QString &text, const QString &code)
{
    return m_world->deliver(orderId, text, code);
}

bool Simulator::deliver(const QString &orderId, const SimMessage &message)
{
    return m_world->deliver(orderId, message);
}

QString Simulator::newestTopUp() const
{
    return m_topUps->newest();
}

bool Simulator::payTopUp(const QString &orderId)
{
    return m_topUps->pay(orderId);
}

void Simulator::setBalance(const QString &providerId, Money balance)
{
    m_world->setBalance(providerId, balance);
}

void Simulator::setBlocked(const QString &providerId, bool blocked)
{
    m_world->setBlocked(providerId, blocked);
}

int Simulator::changeOffers(const QString &providerId, const std::function<bool(const Offer &)> &fits,
                            const std::function<void(Offer &)> &change)
{
    return m_world->changeOffers(providerId, fits, change);
}

int Simulator::arrivals(const QString &providerId, const QString &call) const
{
    if (!call.isEmpty())
        return m_arrivals.value({providerId, call});
    int all = 0;
    for (auto it = m_arrivals.cbegin(); it != m_arrivals.cend(); ++it)
        all += it.key().first == providerId ? it.value() : 0;
    return all;
}

const SimCatalog &Simulator::catalog() const
{
    return m_world->catalog();
}

QList<SimOrder> Simulator::orders() const
{
    return m_world->orders();
}

QList<LedgerEntry> Simulator::ledger() const
{
    m_topUps->settle();
    return m_world->ledger();
}

Money Simulator::balance(const QString &providerId) const
{
    m_topUps->settle();
    return m_world->balance(providerId);
}

QDateTime Simulator::now() const
{
    return m_world->now();
}

ServerReply Simulator::answer(const ServerRequest &request)
{
    ServerReply reply;
    m_topUps->settle();
    const auto wire = std::find_if(m_wires.cbegin(), m_wires.cend(), [&request](const auto &w) {
        return request.path.startsWith(w->prefix() + u'/');
    });
    if (wire == m_wires.cend()) {
        reply = textReply(u"Nobody lives here.\n"_s, "text/plain");
        reply.status = 404;
    } else {
        reply = answerOf(**wire, request);
    }
    reply.headers.append({"Date", httpDate(m_world->now())});
    return reply;
}

ServerReply Simulator::answerOf(SimWire &wire, const ServerRequest &request)
{
    const SimWire::Call call = wire.resolve(request, request.path.mid(wire.prefix().size()));
    ++m_arrivals[{wire.providerId(), call.name}];
    if (m_seen)
        m_seen(call.name, request);

    const auto found = std::find_if(m_injections.begin(), m_injections.end(), [&](const Injection &i) {
        return i.providerId == wire.providerId() && (i.call.isEmpty() || i.call == call.name);
    });
    if (found == m_injections.end())
        return call.answer();
    const Injection injection = *found;
    if (--found->times <= 0)
        m_injections.erase(found);

    ServerReply reply;
    if (injection.when == Injection::When::AfterActing)
        reply = call.answer();
    if (injection.reply)
        reply = *injection.reply;
    reply.fault = injection.fault;
    reply.delay += injection.delay;
    return reply;
}

} // namespace otpdesk
