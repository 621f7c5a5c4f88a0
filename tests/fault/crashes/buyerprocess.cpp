#include "tests/fault/crashes/buyerprocess.h"

#include "models/store/words.h"
#include "tests/fault/crashes/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds Patience = 20s;

} // namespace

BuyerProcess::BuyerProcess(const QString &profile, QObject *parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            hear(m_process.readLine().trimmed());
    });
    m_process.start(QCoreApplication::applicationFilePath(), {u"--buyer"_s, profile});
}

BuyerProcess::~BuyerProcess()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void BuyerProcess::tell(const QString &command)
{
    m_process.write((command + u'\n').toUtf8());
}

bool BuyerProcess::kill()
{
    m_process.kill();
    const bool gone = comes([this] { return !isRunning(); }, Patience);
#ifdef Q_OS_UNIX
    return gone && m_process.exitStatus() == QProcess::CrashExit && m_process.exitCode() == 9;
#else
    return gone && m_process.exitStatus() == QProcess::CrashExit;
#endif
}

bool BuyerProcess::finish()
{
    m_process.closeWriteChannel();
    return comes([this] { return !isRunning(); }, Patience) &&
           m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

bool BuyerProcess::sync()
{
    const int before = m_synced;
    tell(u"sync"_s);
    return comes([&] { return m_synced > before || !isRunning(); }, Patience);
}

QList<qint64> BuyerProcess::which(const QString &action)
{
    m_allowed.reset();
    tell(u"which "_s + action);
    comes([this] { return m_allowed.has_value() || !isRunning(); }, Patience);
    return m_allowed.value_or(QList<qint64>());
}

QString BuyerProcess::command(const QString &name, qint64 key, const QString &argument)
{
    const QString what = u"%1 %2"_s.arg(name).arg(key);
    m_done.remove(what);
    tell(argument.isEmpty() ? what : what + u' ' + argument);
    comes([&] { return m_done.contains(what) || !isRunning(); }, Patience);
    return m_done.value(what);
}

void BuyerProcess::hear(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = space < 0 ? line : line.left(space);
    const QByteArray rest = space < 0 ? QByteArray() : line.mid(space + 1);
    const QString text = QString::fromUtf8(rest);
    if (word == "ready") {
        ready = rest.toInt();
    } else if (word == "failed") {
        failed = text;
    } else if (word == "order") {
        hearOrder(rest);
    } else if (word == "asked") {
        asked.append(text);
    } else if (word == "storage") {
        storage.append(text);
    } else if (word == "synced") {
        ++m_synced;
    } else if (word == "allowed") {
        m_allowed.emplace();
        for (const QString &key : text.split(u' ', Qt::SkipEmptyParts))
            m_allowed->append(key.toLongLong());
    } else if (word == "done") {
        m_done.insert(text.section(u' ', 0, 1), text.section(u' ', 2));
    }
}

void BuyerProcess::hearOrder(const QByteArray &json)
{
    const QJsonObject told = QJsonDocument::fromJson(json).object();
    SeenOrder order;
    order.key = told.value("key"_L1).toInteger();
    order.status = orderStatusOf(told.value("status"_L1).toString(), OrderStatus::Buying);
    order.providerId = told.value("provider"_L1).toString();
    order.line = told.value("line"_L1).toString();
    order.serviceId = told.value("service"_L1).toString();
    order.click = told.value("click"_L1).toString();
    order.at = QDateTime::fromMSecsSinceEpoch(told.value("at"_L1).toInteger(), Qt::UTC);
    order.id = told.value("id"_L1).toString();
    order.code = told.value("code"_L1).toString();
    order.messages = told.value("messages"_L1).toInt();
    order.replaces = told.value("replaces"_L1).toInteger();
    order.renews = told.value("renews"_L1).toInteger();
    order.gaveUp = told.value("gaveUp"_L1).toBool();
    orders[order.key] = order;
}

} // namespace otpdesk
