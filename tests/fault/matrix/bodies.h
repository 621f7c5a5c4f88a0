#pragma once

#include "tests/support/wirerow.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace otpdesk {

/// Answers that a provider might give on a bad day, made from one that is documented.
namespace bodies {

/// Head and body as HTTP/1.1. `length` instead of the true one.
QByteArray http(const WireCase &answer, const QByteArray &body, std::optional<qint64> length = {});
QByteArray http(int status, const QByteArray &contentType, const QByteArray &body,
                const QList<QPair<QByteArray, QByteArray>> &headers = {});

bool isJson(const WireCase &answer);

/// The documented body, with a member before all others that is `levels` arrays deep. A body that is no
/// object, or not JSON: the arrays alone.
QByteArray deep(const WireCase &answer, int levels);

struct Changed
{
    QString at; ///< which member: "data.order_id"
    QByteArray body;
    QByteArray twin{}; ///< the same with nothing but what comes last
};
/// Each member of the body as each of the other JSON types, one at a time. Of a list, the first element.
QList<Changed> wrongTypes(const WireCase &answer);
/// Each member of the body twice with different values: once the true one last, once the other one.
QList<Changed> duplicates(const WireCase &answer);

/// `Content-Encoding: gzip`: so many bytes of spaces.
QByteArray gzipBomb(qsizetype size);

} // namespace bodies

} // namespace otpdesk
