#include "tests/fault/matrix/trial.h"

#include "models/accounts/accountlist.h"
#include "tests/fault/matrix/bodies.h"
#include "tests/support/tlsfixture.h"

#include <QCoreApplication>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Of calls that only their deadline ends. Many run at a time, so that this passes once for all of them.
constexpr std::chrono::milliseconds Patience = 3s;

bool isSecure(Where where)
{
    return where == Where::ExpiredCertificate || where == Where::OtherHostsCertificate ||
           where == Where::BrokenHandshake || where == Where::UnknownHost;
}

} // namespace

Trial::Trial(const WireRow &row, const WireCase &documented, const FaultCase &fault, const RawAnswer &answer,
             std::optional<qint64> largestBody)
    : m_row(row),
      m_documented(documented),
      m_fault(fault),
      m_answer(answer),
      m_largestBody(largestBody),
      m_server([this](const ServerRequest &request) { return answerTo(request); },
               [this](const ServerRequest &request) {
                   return m_fault.where == Where::UnreadRequest && isOwn(request);
               }),
      m_elsewhere([this](const ServerRequest &) {
          ++m_strangers;
          return RawAnswer{bodies::http(m_documented, m_documented.reply.body)};
      })
{}

Trial::~Trial() = default;

bool Trial::isOwn(const ServerRequest &request) const
{
    return isIt(m_row, m_row.request, request);
}

RawAnswer Trial::answerTo(const ServerRequest &request)
{
    if (isOwn(request)) {
        ++m_arrivals;
        if (m_fault.where == Where::Departure) {
            // Not from inside the server's own work.
            QMetaObject::invokeMethod(
                this, [this] { m_provider.reset(); }, Qt::QueuedConnection);
        }
        return m_answer;
    }
    const QList<WireExchange> asides = m_documented.asides + m_row.asides;
    const auto found = std::find_if(asides.cbegin(), asides.cend(), [&](const WireExchange &aside) {
        return isIt(m_row, aside.request, request);
    });
    if (found == asides.cend()) {
        ++m_strangers;
        return {bodies::http(418, "text/plain", "not in the row")};
    }
    WireCase aside;
    aside.reply = found->reply;
    return {bodies::http(aside, aside.reply.body)};
}

bool Trial::open()
{
    switch (m_fault.where) {
    case Where::ExpiredCertificate:
        return m_server.listen(tls::server(u"expired"_s));
    case Where::OtherHostsCertificate:
        return m_server.listen(tls::server(u"otherhost"_s));
    case Where::BrokenHandshake:
        return m_server.listen(); // a handshake is no request to it
    default:
        return m_server.listen();
    }
}

QUrl Trial::address() const
{
    const QString scheme = isSecure(m_fault.where) ? u"https"_s : u"http"_s;
    const QString host = m_fault.where == Where::UnknownHost ? u"nowhere.invalid"_s : u"127.0.0.1"_s;
    return QUrl(u"%1://%2:%3%4"_s.arg(scheme, host, QString::number(m_server.port()), m_row.basePath));
}

void Trial::begin()
{
    if (!open() || !m_elsewhere.listen())
        qFatal("no port to listen on");
    m_answer.bytes.replace("ELSEWHERE", u"http://127.0.0.1:%1/again"_s.arg(m_elsewhere.port()).toLatin1());
    Connection connection;
    connection.baseUrl = address();
    connection.key = m_row.key;
    connection.clock = &m_clock;
    connection.tls = tls::trustingClient();
    connection.largestBody = m_largestBody;
    if (m_fault.isSilent)
        connection.deadline = Patience;
    if (m_fault.where == Where::ClosedPort)
        m_server.close();
    m_provider = NetworkSetup::fromRegistry(m_row.providerId, connection);
    m_childrenBefore = m_provider->findChildren<QObject *>().size();

    const auto begun = m_clock.steady();
    whenEnded(made(m_row.call, *m_provider), this, [this, begun](const std::optional<Digest> &digest) {
        ++m_ends;
        m_came = digest.has_value();
        if (digest)
            m_digest = *digest;
        m_took = m_clock.steady() - begun;
        Q_EMIT ended();
    });
}

void Trial::passTime()
{
    if (const auto next = m_clock.nextAlarm(); next && !hasEnded())
        m_clock.skip(*next);
}

QString Trial::tidyUp()
{
    QString left;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (m_provider) {
        const auto children = m_provider->findChildren<QObject *>();
        if (children.size() != m_childrenBefore) {
            left = u"the account has %1 objects, not %2:"_s.arg(children.size()).arg(m_childrenBefore);
            for (const QObject *child : children)
                left += u' ' + QString::fromLatin1(child->metaObject()->className());
        }
        m_provider.reset();
    }
    if (m_clock.nextAlarm())
        left += u" an alarm still rings"_s;
    return left;
}

} // namespace otpdesk
