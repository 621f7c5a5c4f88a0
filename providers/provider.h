#pragma once

#include "providers/types/order.h"
#include "providers/types/providerinfo.h"
#include "providers/types/result.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>

namespace otpdesk {

class Clock;
class TopUpDesk;
class WebhookDesk;

/// Money in an account. `username` is empty where the provider does not give it.
struct Balance
{
    Money amount;
    QString username;
};

/// What is asked for with a purchase. Everything in it was written to the journal before.
struct Purchase
{
    Offer offer;
    QString idempotencyKey; ///< a fresh UUID per click; the same one for each repeat of that click
    PurchaseOptions options{};
};

/// How urgent a request is: a poll never delays a click.
enum class Priority { User, Reconcile, Poll, Catalog };

/// One account's way to buy things of one kind: SMS numbers, rentals or e-mail inboxes. What was bought is an
/// Order, whatever its kind: it waits, takes messages with codes, and ends. Every future ends in the calling
/// thread; a `NotSupported` error where the provider has no such function (actions() says so beforehand).
class Shop
{
public:
    virtual ~Shop() = default;

    /// Opens one shelf of the catalog; the default Shelf is the root. Follow `shelves` for the rest.
    virtual Async<ShelfPage> browse(const Shelf &shelf, Priority priority) = 0;

    /// Where the inboxes for a site stand that the catalog does not list ("example.org"); nothing where no
    /// site can be chosen.
    virtual std::optional<Shelf> shelfOfSite(const QString &site) const
    {
        Q_UNUSED(site)
        return std::nullopt;
    }

    /// The offer as it is sold now, first, and its variants (operators, pools; of a rental: how long) after
    /// it. Empty: no longer sold. Where the provider has no prices this is the offer itself.
    virtual Async<QList<Offer>> refresh(const Offer &offer) = 0;

    /// Spends money. Sent at most once, or repeated under the same idempotency key where the provider takes
    /// one. An error with Outcome::Unknown may have been charged. Of several bought at once the report is the
    /// first one's, with the others in `more`.
    virtual Async<OrderReport> buy(const Purchase &purchase) = 0;

    virtual Async<OrderReport> check(const Order &order, Priority priority) = 0;
    virtual Async<OrderReport> cancel(const Order &order) = 0;
    virtual Async<OrderReport> finish(const Order &order) = 0;
    /// Asks for another message to the same number or address.
    virtual Async<OrderReport> resend(const Order &order) = 0;
    /// Gives the number back and buys another in one transaction. The report is the new order's. Spends like
    /// buy().
    virtual Async<OrderReport> replace(const Order &order, const QString &idempotencyKey) = 0;

    /// Prolongs a rental at the terms of `offer`, one of those that refresh() gives for it. The report holds
    /// the new expiry. Spends like buy().
    virtual Async<OrderReport> renew(const Order &rental, const Offer &offer)
    {
        Q_UNUSED(rental)
        Q_UNUSED(offer)
        return failedResult<OrderReport>(ErrorKind::NotSupported);
    }

    /// A page (from 1) of the account's own list of orders; NotSupported where the provider has none.
    virtual Async<OrderPage> listOrders(int page, Priority priority)
    {
        Q_UNUSED(page)
        Q_UNUSED(priority)
        return failedResult<OrderPage>(ErrorKind::NotSupported);
    }

    /// What may be done with the order at `nowUtc`.
    virtual OrderActions actions(const Order &order, const QDateTime &nowUtc) const = 0;
};

/// One account at one provider. Owned by the account list; destroying it cancels what is under way.
class Provider : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const ProviderInfo &info() const = 0;
    virtual Async<Balance> balance(Priority priority) = 0;
    /// What sells this kind; null where the provider does not.
    virtual Shop *shop(OfferKind kind) = 0;
    /// Where money is paid in; null where that can only be done on the provider's site.
    virtual TopUpDesk *topUps() { return nullptr; }
    /// What the provider tells another server of the person's; null where it tells nobody.
    virtual WebhookDesk *webhooks() { return nullptr; }
};

/// What makes a provider an account: where, with which key, and through what.
struct Connection
{
    QUrl baseUrl; ///< https, or http to a loopback address
    QString key;
    QNetworkProxy proxy = QNetworkProxy::NoProxy;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    Clock *clock = nullptr; ///< must outlive the provider
    /// In place of the time a provider's client gives a whole answer: a test of silence cannot wait for that.
    std::optional<std::chrono::milliseconds> deadline{};
    /// In place of the most bytes an answer may have: a test of floods cannot wait for so many, each time.
    std::optional<qint64> largestBody{};
};

} // namespace otpdesk
