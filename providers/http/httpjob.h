#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/result.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include <memory>

namespace otpdesk {

class OnceBody;
struct Connection;

/// A manager that keeps to the account's proxy and has no memory: no cookies.
std::unique_ptr<QNetworkAccessManager> makeNetworkManager(const Connection &connection);

/// What one attempt needs to know.
struct AttemptPlan
{
    QNetworkRequest request;
    QByteArray method;
    QByteArray body;
    bool oneShot = false; ///< Qt must not send it again by itself
    std::chrono::milliseconds deadline{0};
    qint64 largestBody = 0;
};

/// What one attempt came to.
struct Attempt
{
    Result<HttpReply> result; ///< the outcome of an error is not yet decided
    QByteArray location;      ///< the header, as written
    QByteArray retryAfter;    ///< the header, as written
    bool mayHaveArrived = true;
};

/// One attempt at a request: sends it now, and ends exactly once, with ended(). Destroying it aborts.
class HttpJob : public QObject
{
    Q_OBJECT

public:
    HttpJob(QNetworkAccessManager &manager, const AttemptPlan &plan, QObject *parent);
    /// On a connection of its own.
    HttpJob(std::unique_ptr<QNetworkAccessManager> manager, const AttemptPlan &plan, QObject *parent);
    ~HttpJob() override;

Q_SIGNALS:
    void ended(const otpdesk::Attempt &attempt);

private:
    void send(QNetworkAccessManager &manager, QNetworkRequest request, const AttemptPlan &plan);
    void readSome();
    void finished();
    void giveUp(ErrorKind kind);
    void end(Attempt attempt);
    void dropReply();
    HttpReply readReply() const;
    bool mayHaveArrived(QNetworkReply::NetworkError error) const;

    std::unique_ptr<QNetworkAccessManager> m_ownManager;
    QNetworkReply *m_reply = nullptr;
    OnceBody *m_onceBody = nullptr; ///< the reply's child
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_certificateProblems;
    qint64 m_largestBody;
    int m_connects = 0;
    bool m_encrypted = false;
    bool m_requestSent = false;
};

} // namespace otpdesk
