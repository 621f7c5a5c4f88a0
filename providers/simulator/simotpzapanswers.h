#pragma once

#include "providers/simulator/simwire.h"

/// How OTPZap answers, whatever the call.
namespace otpdesk::simzap {

inline constexpr QLatin1StringView ProviderId("otpzap");

ServerReply answered(const QJsonObject &data);
/// With no data.
ServerReply answeredNothing();
ServerReply refuse(int status, const QString &words, const QString &field = {});
/// A refusal of the world's in the provider's words.
ServerReply refused(const ApiError &error);
/// What refused() says with 422 about one member of the request.
ApiError badField(const QString &field, const QString &words);
ApiError errorOf(ErrorKind kind);

/// "2026-05-19 10:30:00 WIB", seven hours ahead of UTC; null for no time.
QJsonValue wib(const QDateTime &utc);
QString statusWord(const SimOrder &order);

} // namespace otpdesk::simzap
