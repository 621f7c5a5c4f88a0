#include "tests/fault/load/cost.h"

#include "tests/fault/load/loaddesk.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextStream>

#include <ctime>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Orders = 60;
constexpr int Rounds = 5;
constexpr int PerRound = 300;

/// Of the whole process, with the threads of Qt's network and of the journal, in ms.
double cpuTime()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

double costOfBare(const QUrl &address, const QByteArray &key)
{
    QNetworkAccessManager network;
    QNetworkRequest request(address);
    request.setRawHeader("Authorization", "Bearer " + key);
    const double from = cpuTime();
    for (int i = 0; i < PerRound; ++i) {
        QEventLoop loop;
        QNetworkReply *reply = network.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->readAll();
        delete reply;
    }
    return (cpuTime() - from) / PerRound;
}

double costOfPolling(LoadDesk &desk)
{
    const int before = desk.arrivals.count();
    const double from = cpuTime();
    desk.passWhile([&] { return desk.arrivals.count() - before < PerRound; }, 1h);
    return (cpuTime() - from) / (desk.arrivals.count() - before);
}

} // namespace

double measureCost()
{
    QTextStream out(stdout);
    Script script = quietScript();
    script.otpZapRequestsPerMinute = 1000000; // the bare requests know no limit
    LoadDesk desk(script);
    desk.open({{u"otpzap"_s, Orders}});
    for (int i = 0; i < Orders; ++i)
        desk.buy(u"otpzap"_s);
    desk.pass(2min);
    const Order &order = desk.engine.orders().begin()->second;
    const QUrl address(desk.simulator.baseUrl(u"otpzap"_s).toString() + u"/order/check?order_id="_s +
                       order.id);
    double bare = 0;
    double polled = 0;
    for (int round = 0; round < Rounds; ++round) {
        // In turns, so that both see the machine in the same moods.
        bare += costOfBare(address, desk.simulator.key(u"otpzap"_s).toLatin1()) / Rounds;
        polled += costOfPolling(desk) / Rounds;
    }
    out << "CPU time of a check, the simulated server included, with " << desk.live()
        << " live orders:" << Qt::endl
        << "  bare request " << QString::number(bare, 'f', 3) << " ms; engine, client and models "
        << QString::number(polled, 'f', 3) << " ms: " << QString::number(polled / bare, 'f', 2) << " times"
        << Qt::endl;
    return polled / bare;
}

} // namespace otpdesk
