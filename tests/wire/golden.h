#pragma once

#include "providers/http/httptypes.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

/// Helpers of the wire tests: answers from files or text, and requests in a form that can be compared.
namespace golden {

using namespace Qt::StringLiterals;

/// tests/data/wire/<name>; empty when there is no such file.
inline QByteArray file(const QString &name)
{
    QFile file(QStringLiteral(OTPDESK_TEST_DATA "/wire/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline otpdesk::HttpReply answer(int status, const QByteArray &body,
                                 otpdesk::Delivery delivery = otpdesk::Delivery::Repeatable)
{
    otpdesk::HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.contentType = body.trimmed().startsWith('<') ? "text/html" : "application/json";
    reply.delivery = delivery;
    return reply;
}

/// "POST /path?a=1 {"b":2}", members of the body in order of their names.
inline QString written(const otpdesk::HttpRequest &request)
{
    QString text = QString::fromLatin1(request.method) + u' ' + request.path;
    if (!request.query.isEmpty())
        text += u'?' + request.query.toString(QUrl::FullyDecoded);
    if (!request.body.isEmpty()) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        text += u' ' + QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    return text;
}

} // namespace golden
