#include "providers/otpwall/otpwallprovider.h"

#include "providers/http/parse.h"
#include "providers/wire/orders.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

OtpWallProvider::OtpWallProvider(Connection connection)
    : m_http(HttpPolicy::of(descriptor(), std::move(connection)))
{
    connect(&m_http, &HttpClient::throttled, this, &Provider::throttled);
}

const ProviderInfo &OtpWallProvider::descriptor()
{
    static const ProviderInfo info = [] {
        ProviderInfo i;
        i.id = u"otpwall"_s;
        i.name = u"OTPWALL"_s;
        i.baseUrl = QUrl(u"https://api.otpwall.online/v1"_s);
        i.website = QUrl(u"https://otpwall.online"_s);
        i.currency = Currency::fromCode(u"USD");
        i.keyExample = u"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"_s;
        i.keyPattern = QRegularExpression(u"^[A-Za-z0-9]{32}$"_s);
        i.shops.insert(OfferKind::Number, {.cancelRule = CancelRule::WhileWaiting});
        return i;
    }();
    return info;
}

Async<Balance> OtpWallProvider::balance(Priority priority)
{
    return parsed(m_http.send(otpwall::balanceRequest(), priority), this, otpwall::readBalance);
}

Async<ShelfPage> OtpWallProvider::browse(const Shelf &shelf, Priority priority)
{
    const bool isRoot = shelf.path.isEmpty();
    if (!isRoot && !m_services.isEmpty())
        return readyResult<ShelfPage>(ShelfPage{otpwall::offersOn(shelf, m_services), {}});

    const auto services = fetchServices(priority);
    if (!isRoot) {
        return mapped(services, this, [shelf](const Result<QList<otpwall::Entry>> &all) -> Result<ShelfPage> {
            if (!all)
                return all.error();
            return ShelfPage{otpwall::offersOn(shelf, *all), {}};
        });
    }
    return chained(services, this,
                   [this, priority](const Result<QList<otpwall::Entry>> &all) -> Async<ShelfPage> {
                       if (!all)
                           return readyResult<ShelfPage>(all.error());
                       return parsed(m_http.send(otpwall::countriesRequest(), priority), this,
                                     [](const HttpReply &reply) -> Result<ShelfPage> {
                                         const auto countries = otpwall::readEntries(reply);
                                         if (!countries)
                                             return countries.error();
                                         return ShelfPage{{}, otpwall::shelvesOf(*countries)};
                                     });
                   });
}

Async<QList<otpwall::Entry>> OtpWallProvider::fetchServices(Priority priority)
{
    const auto fetched =
        parsed(m_http.send(otpwall::servicesRequest(), priority), this, otpwall::readEntries);
    return mapped(fetched, this, [this](Result<QList<otpwall::Entry>> services) {
        if (services)
            m_services = *services;
        return services;
    });
}

Async<QList<Offer>> OtpWallProvider::refresh(const Offer &offer)
{
    return readyResult<QList<Offer>>(QList<Offer>{offer}); // there is no price to ask for
}

Async<OrderReport> OtpWallProvider::buy(const Purchase &purchase)
{
    return parsed(m_http.send(otpwall::buyRequest(purchase.offer), Priority::User), this,
                  otpwall::readPurchase);
}

Async<OrderReport> OtpWallProvider::check(const Order &order, Priority priority)
{
    if (!fitsInPath(order.id))
        return readyResult<OrderReport>(unusableId());
    return parsed(m_http.send(otpwall::statusRequest(order.id), priority), this, otpwall::readStatus);
}

Async<OrderReport> OtpWallProvider::change(const Order &order, otpwall::Change change)
{
    if (!fitsInPath(order.id))
        return readyResult<OrderReport>(unusableId());
    return parsed(m_http.send(otpwall::changeRequest(order.id, change), Priority::User), this,
                  otpwall::readChange);
}

Async<OrderReport> OtpWallProvider::cancel(const Order &order)
{
    return change(order, otpwall::Change::Cancel);
}

Async<OrderReport> OtpWallProvider::finish(const Order &order)
{
    return change(order, otpwall::Change::Complete);
}

Async<OrderReport> OtpWallProvider::resend(const Order &)
{
    return notSupported<OrderReport>();
}

Async<OrderReport> OtpWallProvider::replace(const Order &, const QString &)
{
    return notSupported<OrderReport>();
}

OrderActions OtpWallProvider::actions(const Order &order, const QDateTime &nowUtc) const
{
    OrderActions actions;
    actions.cancel = cancelPermission(order, descriptor().terms(OfferKind::Number), nowUtc);
    actions.finish = finishPermission(order);
    actions.resend = actions.replace = Permission::never(Permission::Reason::NotOffered);
    return actions;
}

} // namespace otpdesk
