#include "tests/fault/crashes/tally.h"

#include "tests/support/spending.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <numeric>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int CallTally::*Columns[] = {&CallTally::kills,   &CallTally::purchases, &CallTally::found,
                                       &CallTally::settled, &CallTally::unknown,   &CallTally::doubles,
                                       &CallTally::wrong};
constexpr const char *Titles[] = {"kills", "purchases", "found", "settled", "unknown", "double", "wrong"};

} // namespace

QString nameOf(KillPoint point)
{
    switch (point) {
    case KillPoint::Start:
        return u"starting"_s;
    case KillPoint::AfterIntent:
        return u"after the intent"_s;
    case KillPoint::AfterSend:
        return u"after the send"_s;
    case KillPoint::BeforeOutcome:
        return u"before the outcome"_s;
    case KillPoint::Random:
        return u"random moment"_s;
    case KillPoint::Migration:
        return u"migration"_s;
    case KillPoint::TimelineWrite:
        return u"timeline write"_s;
    case KillPoint::Cancel:
        return u"cancelling"_s;
    case KillPoint::Finish:
        return u"finishing"_s;
    case KillPoint::Resend:
        return u"asking again"_s;
    case KillPoint::Count:
        break;
    }
    return {};
}

Tally::Tally() : calls(spendings().size() + 1) {}

int Tally::kills() const
{
    return std::accumulate(points.cbegin(), points.cend(), 0);
}

Tally &Tally::operator+=(const Tally &other)
{
    for (qsizetype i = 0; i < calls.size(); ++i) {
        for (const auto column : Columns)
            calls[i].*column += other.calls[i].*column;
    }
    for (size_t i = 0; i < points.size(); ++i)
        points[i] += other.points[i];
    corrupt += other.corrupt;
    stuck += other.stuck;
    damage += other.damage;
    return *this;
}

QByteArray Tally::toJson() const
{
    QJsonArray rows;
    for (const CallTally &call : calls) {
        QJsonArray row;
        for (const auto column : Columns)
            row.append(call.*column);
        rows.append(row);
    }
    QJsonArray places;
    for (const int kills : points)
        places.append(kills);
    return QJsonDocument(QJsonObject{{u"calls"_s, rows},
                                     {u"points"_s, places},
                                     {u"corrupt"_s, corrupt},
                                     {u"stuck"_s, stuck},
                                     {u"damage"_s, QJsonArray::fromStringList(damage)}})
        .toJson(QJsonDocument::Compact);
}

Tally Tally::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Tally tally;
    const QJsonArray rows = object.value("calls"_L1).toArray();
    for (qsizetype i = 0; i < tally.calls.size(); ++i) {
        for (size_t column = 0; column < std::size(Columns); ++column)
            tally.calls[i].*Columns[column] = rows[i].toArray()[qsizetype(column)].toInt();
    }
    const QJsonArray places = object.value("points"_L1).toArray();
    for (size_t i = 0; i < tally.points.size(); ++i)
        tally.points[i] = places[qsizetype(i)].toInt();
    tally.corrupt = object.value("corrupt"_L1).toInt();
    tally.stuck = object.value("stuck"_L1).toInt();
    for (const QJsonValue &line : object.value("damage"_L1).toArray())
        tally.damage.append(line.toString());
    return tally;
}

QString Tally::table() const
{
    QString text;
    QTextStream out(&text);
    const auto row = [&out](const QString &name, const CallTally &call) {
        out << name.leftJustified(28);
        for (const auto column : Columns)
            out << QString::number(call.*column).rightJustified(11);
        out << '\n';
    };
    out << u"purchase call"_s.leftJustified(28);
    for (const char *title : Titles)
        out << QString::fromLatin1(title).rightJustified(11);
    out << '\n';
    CallTally all;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const bool isCall = i < spendings().size();
        row(isCall ? QString::fromLatin1(spendings()[i].name) : u"(no order concerned)"_s, calls[i]);
        for (const auto column : Columns)
            all.*column += calls[i].*column;
    }
    row(u"all"_s, all);
    out << "\nkilled at                         kills\n";
    for (size_t i = 0; i < points.size(); ++i)
        out << nameOf(static_cast<KillPoint>(i)).leftJustified(28)
            << QString::number(points[i]).rightJustified(11) << '\n';
    out << "\nkills " << kills() << ", purchases unknown to the journal " << all.unknown
        << ", double purchases " << all.doubles << ", orders in a wrong final state " << all.wrong
        << ", corrupt databases " << corrupt << ", processes that failed otherwise " << stuck << '\n';
    return text;
}

} // namespace otpdesk
