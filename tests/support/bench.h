#pragma once

#include "providers/registry.h"
#include "tests/support/desk.h"
#include "tests/support/fakeprovider.h"

#include <QTest>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline ApiError apiError(ErrorKind kind, Outcome outcome = Outcome::Definite)
{
    ApiError error;
    error.kind = kind;
    error.outcome = outcome;
    return error;
}

inline OrderReport boughtReport(const QString &id = u"65"_s)
{
    OrderReport report;
    report.id = id;
    report.number = u"+6281234567"_s;
    report.status = OrderStatus::Waiting;
    return report;
}

inline OrderReport reportWith(OrderStatus status, const QStringList &codes = {})
{
    OrderReport report;
    report.status = status;
    QList<Message> messages;
    for (const QString &code : codes)
        messages.append({code, {}, {}, {}});
    if (!codes.isEmpty())
        report.messages = messages;
    return report;
}

/// What a desk stands on.
struct Floor
{
    SteerableClock time{SteerableClock::Mode::Frozen};
    Drawer drawer;
};

/// Everything below the window, with a provider whose answers the test gives.
class Bench : private Floor, public Desk
{
public:
    Bench(const QString &file, const QString &providerId) : Bench(file, findProvider(providerId)->info()) {}
    /// With a provider that is described otherwise than the registry has it.
    Bench(const QString &file, const ProviderInfo &description)
        : Desk(file, networkOf(this), time, drawer), m_info(description)
    {
        const QString providerId = description.id;
        info = &m_info;
        account.id = u"acc"_s;
        account.providerId = providerId;
        account.label = u"Mine"_s;
        account.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
        account.keyHome = SecretHome::Session;
    }

    /// Opens the journal and has the account ready.
    void start()
    {
        QVERIFY2(open(), "the journal does not open");
        QVERIFY(!save(account, u"key"_s));
        QTRY_VERIFY(provider);
    }

    qint64 buy()
    {
        Offer offer;
        offer.service = u"WhatsApp"_s;
        offer.serviceId = u"wa"_s;
        offer.price = Money::fromText(u"100", info->currency);
        return Desk::buy(account.id, offer);
    }

    const ProviderInfo *info;
    Account account;
    FakeProvider *provider = nullptr;

private:
    ProviderInfo m_info;

    static NetworkSetup networkOf(Bench *bench)
    {
        NetworkSetup setup;
        setup.make = [bench](const QString &, Connection) {
            auto made = std::make_unique<FakeProvider>(*bench->info);
            made->balanceNow = Money::fromText(u"1000", bench->info->currency).value();
            bench->provider = made.get();
            return made;
        };
        return setup;
    }
};

} // namespace otpdesk

/// Waits for a call of this name, then answers it. (QTRY_VERIFY evaluates its argument again once it is
/// true.)
#define SETTLE(name, report)                                                                                 \
    QTRY_VERIFY(b.provider->waiting(name) > 0);                                                              \
    b.provider->settle(name, report)
