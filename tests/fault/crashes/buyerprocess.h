#pragma once

#include "providers/types/order.h"

#include <QHash>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>

namespace otpdesk {

/// An order as the buying process says it knows it.
struct SeenOrder
{
    qint64 key = 0;
    OrderStatus status = OrderStatus::Buying;
    QString providerId;
    QString line;
    QString serviceId;
    QString click; ///< the idempotency key of its intent
    QDateTime at;  ///< UTC, of the intent
    QString id;
    QString code;
    int messages = 0;
    qint64 replaces = 0;
    qint64 renews = 0;
    bool gaveUp = false; ///< Unconfirmed, and the balance is noted for the person to compare
};

/// The other end of a Buyer: starts the process, tells it what to do, and keeps what it says.
class BuyerProcess : public QObject
{
    Q_OBJECT

public:
    explicit BuyerProcess(const QString &profile, QObject *parent = nullptr);
    /// Kills it, where it still runs.
    ~BuyerProcess() override;

    void tell(const QString &command);
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// SIGKILL; returns when it is gone. False: it had ended by itself, in some other way than by SIGKILL.
    bool kill();
    /// Lets it end in good order. False: it did not.
    bool finish();
    /// Waits until it is gone, or has written all it has to.
    bool sync();
    /// The orders something may be done with now.
    QList<qint64> which(const QString &action);
    /// What it answers to a command on an order: "ok", or the error. Empty: it died of it, or is silent.
    QString command(const QString &name, qint64 key, const QString &argument = {});

    std::map<qint64, SeenOrder> orders;
    std::optional<int> ready;      ///< writes until then
    std::optional<QString> failed; ///< why the journal could not be opened
    QStringList asked;             ///< keys of intents, or why there was none
    QStringList storage;           ///< "failed …", "recovered"

private:
    void hear(const QByteArray &line);
    void hearOrder(const QByteArray &json);

    QProcess m_process;
    QHash<QString, QString> m_done; ///< by command and key
    std::optional<QList<qint64>> m_allowed;
    int m_synced = 0;
};

} // namespace otpdesk
