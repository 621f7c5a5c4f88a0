#include "providers/http/httpjob.h"

#include "providers/http/httperror.h"
#include "providers/http/httpheaders.h"
#include "providers/http/oncebody.h"
#include "providers/provider.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>

#include <utility>

namespace otpdesk {

namespace {

/// How much of a body Qt may hold before we have counted it.
constexpr qint64 ReadAhead = 256 * 1024;
/// A body that gets longer than this gets all the room that it may take: to move tens of megabytes each time
/// they have outgrown their place takes longer than a frame. Nothing of it is touched before it is filled.
constexpr qint64 LongBody = 1024 * 1024;

class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeNetworkManager(const Connection &connection)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setCookieJar(new NoCookies);
    manager->setAutoDeleteReplies(false);
    // "Default" would let the environment choose.
    const bool unset = connection.proxy.type() == QNetworkProxy::DefaultProxy;
    manager->setProxy(unset ? QNetworkProxy(QNetworkProxy::NoProxy) : connection.proxy);
    return manager;
}

HttpJob::HttpJob(QNetworkAccessManager &manager, const AttemptPlan &plan, QObject *parent)
    : QObject(parent), m_largestBody(plan.largestBody)
{
    send(manager, plan.request, plan);
}

HttpJob::HttpJob(std::unique_ptr<QNetworkAccessManager> manager, const AttemptPlan &plan, QObject *parent)
    : QObject(parent), m_ownManager(std::move(manager)), m_largestBody(plan.largestBody)
{
    send(*m_ownManager, plan.request, plan);
}

HttpJob::~HttpJob()
{
    dropReply();
}

void HttpJob::send(QNetworkAccessManager &manager, QNetworkRequest request, const AttemptPlan &plan)
{
    // Ours begins at once and bounds everything; Qt's transfer timeout sees inactivity only.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(ErrorKind::TimedOut); });
    m_deadline.start(plan.deadline);

    // We count what comes out of a compressed body. Qt's own check looks at the ratio instead, and reports a
    // bomb in the same words as a damaged body.
    request.setDecompressedSafetyCheckThreshold(-1);
    if (plan.oneShot) {
        m_onceBody = new OnceBody(plan.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, plan.body.size());
        m_reply = manager.sendCustomRequest(request, plan.method, m_onceBody);
        m_onceBody->setParent(m_reply);
    } else if (plan.method == "GET" && plan.body.isEmpty()) {
        m_reply = manager.get(request);
    } else {
        m_reply = manager.sendCustomRequest(request, plan.method, plan.body);
    }

    m_reply->setReadBufferSize(ReadAhead);
    // The part of Qt that reads from the network does not hear of it before it has begun. Unlimited, it reads
    // a flood faster than anybody here can count it.
    const auto limitAgain = [this] { m_reply->setReadBufferSize(ReadAhead); };
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, limitAgain);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, limitAgain);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { ++m_connects; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_encrypted = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &problems) { m_certificateProblems += problems; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::finished);
}

void HttpJob::readSome()
{
    // In pieces: what is compressed grows while it is read.
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(ReadAhead);
        if (piece.isEmpty())
            return;
        if (m_body.size() + piece.size() > m_largestBody) {
            giveUp(ErrorKind::TooLarge);
            return;
        }
        if (m_body.size() + piece.size() > LongBody)
            m_body.reserve(m_largestBody);
        m_body += piece;
    }
}

void HttpJob::finished()
{
    readSome();
    if (!m_reply)
        return; // too large
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A connection that closes in the middle of a body is not always an error to Qt, and half of an answer in
    // plain text looks like a whole one. What was compressed has no length any more.
    const bool isWhole = m_body.size() >= m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const bool answered =
        isWhole && (error == QNetworkReply::NoError || (status >= 400 && isStatusError(error)));
    // For these two Qt wants to rewind the body even when it is told not to follow.
    const bool redirected = error == QNetworkReply::ContentReSendError && (status == 307 || status == 308);
    if (redirected || (answered && status > 0)) {
        end({readReply(), m_reply->rawHeader("Location"), m_reply->rawHeader("Retry-After"), true});
        return;
    }
    ApiError mapped = errorOfNetwork(error, m_certificateProblems);
    mapped.httpStatus = status;
    end({mapped, {}, {}, mayHaveArrived(error)});
}

/// Ends the attempt from our side.
void HttpJob::giveUp(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    end({error, {}, {}, true});
}

void HttpJob::end(Attempt attempt)
{
    m_deadline.stop();
    dropReply();
    Q_EMIT ended(attempt);
}

void HttpJob::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this); // abort() would come back to finished()
    reply->abort();
    reply->deleteLater();
}

HttpReply HttpJob::readReply() const
{
    HttpReply reply;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.body = m_body;
    reply.contentType = m_reply->rawHeader("Content-Type");
    reply.date = readHttpDate(m_reply->rawHeader("Date"));
    return reply;
}

/// An error that Qt reports (not one of ours, which may race with the sending) is proof that nothing was sent
/// only if the first connection was never ready to carry the request.
bool HttpJob::mayHaveArrived(QNetworkReply::NetworkError error) const
{
    if (m_reply->url().scheme() == QLatin1StringView("https"))
        return m_encrypted || error == QNetworkReply::NoError;
    const bool bodyTaken = m_onceBody && m_onceBody->wasTaken();
    return m_requestSent || bodyTaken || m_connects > 1 || !isConnectFailure(error);
}

} // namespace otpdesk
