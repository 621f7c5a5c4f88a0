#pragma once

#include "providers/registry.h"
#include "tests/support/desk.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/sampleorders.h"

#include <QTemporaryDir>

namespace otpdesk {

/// What a tab's bench stands on.
struct TabFloor
{
    QTemporaryDir dir;
    SteerableClock time{SteerableClock::Mode::Frozen};
    Drawer drawer;
    ProviderInfo info;
};

/// Everything below a tab of rentals or inboxes: a journal with orders in it, and a provider that sells both
/// and whose answers the test gives.
class TabBench : private TabFloor, public Desk
{
public:
    explicit TabBench(const QString &providerId)
        : Desk(dir.filePath(QStringLiteral("journal.sqlite")), networkOf(this), time, drawer)
    {
        pace = std::chrono::milliseconds(0);
        TabFloor::info = findProvider(providerId)->info();
        ShopTerms terms;
        terms.keepsHistory = true;
        TabFloor::info.shops.insert(OfferKind::Rental, terms);
        TabFloor::info.shops.insert(OfferKind::Email, terms);
        account.id = QStringLiteral("acc");
        account.providerId = providerId;
        account.label = QStringLiteral("Mine");
        account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
        account.keyHome = SecretHome::Session;
    }

    /// Starts with these orders in the journal, as an earlier session has left them: their keys are 1, 2, 3…
    bool start(const QList<Order> &orders)
    {
        {
            Journal earlier(dir.filePath(QStringLiteral("journal.sqlite")));
            if (!ended(earlier.open()))
                return false;
            for (const Order &order : orders) {
                OrderEvent asked;
                asked.at = order.createdAt;
                asked.amount = order.price;
                OrderEvent assigned = asked;
                assigned.kind = EventKind::NumberAssigned;
                assigned.text = order.number;
                QList<OrderEvent> events{asked, assigned};
                for (const Message &message : order.messages) {
                    OrderEvent came;
                    came.at = message.receivedAt;
                    came.kind = EventKind::MessageReceived;
                    came.text = message.text;
                    came.code = message.code;
                    events.append(came);
                }
                if (!ended(earlier.addOrder(order, events)))
                    return false;
            }
        }
        return open() && !save(account, QStringLiteral("key")) &&
               soon([this] { return provider != nullptr; });
    }

    QDateTime now() const { return clock.utc(); }

    Account account;
    FakeProvider *provider = nullptr;

private:
    static NetworkSetup networkOf(TabBench *bench)
    {
        NetworkSetup setup;
        setup.make = [bench](const QString &, const Connection &) {
            auto made = std::make_unique<FakeProvider>(bench->TabFloor::info);
            made->balanceNow = Money::fromText(u"50000", bench->TabFloor::info.currency).value();
            bench->provider = made.get();
            return made;
        };
        return setup;
    }
};

} // namespace otpdesk
