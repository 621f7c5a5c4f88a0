#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/apierror.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

/// What the wire tests of several providers share.
namespace otpdesk::wirecheck {

/// A body kept as a file, as the provider documents it or as it was seen.
inline QByteArray golden(const char *name)
{
    QFile file(QStringLiteral(OTPDESK_TEST_DATA "/wire/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no golden file %s", name);
    return file.readAll();
}

inline QDateTime serverDate()
{
    return QDateTime(QDate(2026, 5, 19), QTime(10, 30), Qt::UTC);
}

inline HttpReply replyOf(const QByteArray &body, int status = 200, Delivery delivery = Delivery::Repeatable)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.date = serverDate();
    reply.delivery = delivery;
    return reply;
}

inline HttpReply onceReplyOf(const QByteArray &body, int status = 200)
{
    return replyOf(body, status, Delivery::Once);
}

/// A request on one line, to compare as a whole: method, path, query, body, then how it is sent.
inline QString shapeOf(const HttpRequest &request)
{
    QStringList parts{QString::fromLatin1(request.method), request.path};
    QStringList items;
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded))
        items.append(name + u'=' + value);
    if (!items.isEmpty())
        parts.append(u'?' + items.join(u'&'));
    if (!request.body.isEmpty())
        parts.append(QString::fromUtf8(request.body));
    parts.append(request.delivery == Delivery::Once ? QStringLiteral("once") : QStringLiteral("repeatable"));
    if (request.spends)
        parts.append(QStringLiteral("spends"));
    if (!request.idempotencyKey.isEmpty())
        parts.append(QStringLiteral("key"));
    return parts.join(u' ');
}

inline Money money(const char *text, const char *currency)
{
    return Money::fromText(QString::fromLatin1(text), Currency::fromCode(QString::fromLatin1(currency)))
        .value();
}

} // namespace otpdesk::wirecheck

Q_DECLARE_METATYPE(otpdesk::HttpReply)
Q_DECLARE_METATYPE(otpdesk::HttpRequest)
