#pragma once

#include "providers/simulator/injection.h"
#include "providers/simulator/script.h"
#include "providers/simulator/simcatalog.h"
#include "providers/simulator/simorder.h"
#include "providers/types/clock.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace otpdesk {

class SimTopUps;
class SimWire;
class World;

/// All five providers on one loopback server, each with an open account and money in it: what the demo, the
/// guided tour and the integration tests run on. Provider ids are the registry's ("otpzap"). Everything
/// happens in the thread that made it, and time is the given clock's.
class Simulator : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive it.
    explicit Simulator(Clock &clock, Script script = Script::demo(), QObject *parent = nullptr);
    Simulator(Clock &clock, Script script, SimCatalog catalog, QObject *parent = nullptr);
    ~Simulator() override;

    /// Port 0: any free one. False: see errorText().
    bool start(quint16 port = 0);
    /// The same over TLS; the configuration holds certificate and key.
    bool start(const QSslConfiguration &tls, quint16 port = 0);
    /// Takes the servers off the network: connections end, new ones are refused. Their time goes on, and start()
    /// with the same port brings them back.
    void stop();
    quint16 port() const; ///< 0 while off the network
    QString errorText() const;

    QStringList providerIds() const;
    QUrl baseUrl(const QString &providerId) const; ///< to be used as the account's server address
    QString key(const QString &providerId) const;  ///< the one that opens the account

    /// The next order at this provider follows this plan; several queue up.
    void planNext(const QString &providerId, Plan plan);
    /// Orders for this service ("WhatsApp") follow this plan from now on, where no planNext() is queued.
    void planService(const QString &service, Plan plan);
    void inject(Injection injection);
    /// Shows every request and the name of its call, before it is acted on.
    void watch(std::function<void(const QString &call, const ServerRequest &request)> seen);
    /// Forgets the injections that are not used up.
    void heal();
    /// An SMS arrives now. Without a code, the first group of digits in the text is what the provider takes
    /// for it. False: there is no such active order.
    bool deliver(const QString &orderId, const QString &text, const QString &code = {});
    /// Whatever it is, e-mails included.
    bool deliver(const QString &orderId, const SimMessage &message);
    /// The order id of the newest invoice; empty: there is none.
    QString newestTopUp() const;
    /// Somebody pays the invoice. False: there is no such one, or it is paid or expired.
    bool payTopUp(const QString &orderId);
    void setBalance(const QString &providerId, Money balance);
    void setBlocked(const QString &providerId, bool blocked);
    /// Changes price, stock or availability of the offers that fit; says how many.
    int changeOffers(const QString &providerId, const std::function<bool(const Offer &)> &fits,
                     const std::function<void(Offer &)> &change);

    /// Requests read completely for this call of a provider ("buy"; the wires' headers list them), whatever
    /// was answered. An empty call counts them all.
    int arrivals(const QString &providerId, const QString &call = {}) const;
    const SimCatalog &catalog() const;
    QList<SimOrder> orders() const; ///< of all providers, oldest first
    QList<LedgerEntry> ledger() const;
    Money balance(const QString &providerId) const;
    QDateTime now() const; ///< the servers' clock, UTC

private:
    ServerReply answer(const ServerRequest &request);
    ServerReply answerOf(SimWire &wire, const ServerRequest &request);
    const SimWire *wireOf(const QString &providerId) const;

    std::unique_ptr<World> m_world;
    std::unique_ptr<SimTopUps> m_topUps;
    std::vector<std::unique_ptr<SimWire>> m_wires;
    QList<Injection> m_injections;
    std::function<void(const QString &, const ServerRequest &)> m_seen;
    QHash<QPair<QString, QString>, int> m_arrivals;
    std::unique_ptr<HttpServer> m_server;
    bool m_secure = false;
};

} // namespace otpdesk
