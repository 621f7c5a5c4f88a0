#pragma once

#include "providers/simulator/httpserver.h"
#include "tests/support/wirecall.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace otpdesk {

/// A request as a provider documents it.
struct WireRequest
{
    QByteArray method = "GET";
    QString path;                    ///< below the account's server address
    QMap<QString, QString> query;    ///< all of it, the key apart
    std::optional<QJsonObject> body; ///< exactly this JSON; nothing: no body at all
    bool keyed = false;              ///< carries the call's Idempotency-Key; no other has one
};

/// A request, and what the server answers to it.
struct WireExchange
{
    WireRequest request;
    ServerReply reply;
};

/// One documented, seen or assumed answer to a row's request, or one of its errors.
struct WireCase
{
    QString name;
    bool isError = false;
    QString mark;          ///< of an answer: who says so, "doc", "seen" or "assumed"
    bool isCommon = false; ///< an error that any call of this provider may end in
    ServerReply reply;
    QList<WireExchange> asides; ///< what else the call asks for, before those of the row
    Digest expect;              ///< these members, exactly; see digestOf()
};

/// How often a row's request may arrive.
enum class WireDelivery {
    Repeatable, ///< a read
    Keyed,      ///< changes something, but is repeated under its key only
    Once,
};

/// How the same call is made at the simulator.
struct WireRehearsal
{
    QString shelf;   ///< where the offer for it is found
    QString message; ///< an SMS or e-mail that arrives before it
    int seconds = 0; ///< that pass before it
};

/// One row of the wire's table: a client's function, its request, and all it may come to.
struct WireRow
{
    QString id;
    QString endpoint; ///< which of the providers' endpoints it is
    QString providerId;
    QString key;      ///< the account's
    QString basePath; ///< of the account's server address
    bool keyInQuery = false;
    WireCall call;
    WireRequest request;
    WireDelivery delivery = WireDelivery::Repeatable;
    QList<WireExchange> asides; ///< what else the call asks for on its way
    QList<WireCase> cases;
    WireRehearsal rehearsal;
};

/// The query of a request that came, without the key where that is part of it. A name that came twice shows.
QMap<QString, QString> queryOf(const WireRow &row, const ServerRequest &came);

/// Whether the request that came is the documented one, by method, path and query.
bool isIt(const WireRow &row, const WireRequest &documented, const ServerRequest &came);

/// An endpoint of the agreed list.
struct WireEndpoint
{
    QString id;
    QString mark;             ///< the best that is known of its answer: "doc", "seen" or "assumed"
    bool listsErrors = false; ///< errors of its own are known
    QString notCalled;        ///< why no client needs it; empty: one does
};

/// The table: tests/data/wire/rows. What is wrong with the data itself stands in `problems`.
struct WireTable
{
    static WireTable load();

    QList<WireEndpoint> endpoints; ///< in the order of the agreed list
    QList<WireRow> rows;
    QStringList problems;
};

} // namespace otpdesk
