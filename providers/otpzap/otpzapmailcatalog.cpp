#include "providers/otpzap/otpzapmailcatalog.h"

#include "providers/otpzap/otpzapwire.h"
#include "providers/wire/envelope.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace otpdesk::otpzap {

using namespace Qt::StringLiterals;

namespace {

/// The site of "s3/<site>"; empty for the root, nothing for a path that is not one of ours.
std::optional<QString> siteOf(const QString &path)
{
    if (path.isEmpty())
        return QString();
    if (path.section(u'/', 0, 0) != LineS3 || path.count(u'/') != 1)
        return std::nullopt;
    const QString site = QUrl::fromPercentEncoding(path.section(u'/', 1).toUtf8());
    return site.isEmpty() ? std::nullopt : std::optional(site);
}

/// What a list names with a plain string or with one of these members.
QString nameIn(const QJsonValue &element, Names names)
{
    return element.isObject() ? JsonView(element).id(names)
                              : JsonView(QJsonObject{{u"name"_s, element}}).id({"name"_L1});
}

Result<ShelfPage> readSites(const HttpReply &reply)
{
    const Result<QJsonArray> list = openList(reply, {"sites"_L1});
    if (!list)
        return list.error();
    ShelfPage page;
    for (const QJsonValue element : *list) {
        const QString site = nameIn(element, {"site"_L1, "domain"_L1, "name"_L1});
        if (!site.isEmpty())
            page.shelves += mailShelfOf(site);
    }
    if (page.shelves.isEmpty() && !list->isEmpty())
        return malformed(reply, u"site"_s);
    return page;
}

/// A number which may be written as "87%".
struct Figure
{
    double value = 0;
    bool hasPercentSign = false;
};

std::optional<Figure> figureIn(const QJsonValue &value)
{
    QString text = scalarText(value).trimmed();
    Figure figure;
    figure.hasPercentSign = text.endsWith(u'%');
    if (figure.hasPercentSign)
        text = text.chopped(1).trimmed();
    bool ok = false;
    figure.value = text.toDouble(&ok);
    return ok && std::isfinite(figure.value) && figure.value >= 0 ? std::optional(figure) : std::nullopt;
}

constexpr auto rateNames = {"activation_rate"_L1, "activationRate"_L1, "success_rate"_L1, "rate"_L1};

/// Whether a list gives its rates as fractions of 1. One number alone does not tell: 1 may be one per cent.
bool hasFractions(const QJsonArray &list)
{
    bool found = false;
    for (const QJsonValue element : list) {
        const auto rate = figureIn(JsonView(element).value(rateNames));
        if (!rate || rate->hasPercentSign)
            continue;
        if (rate->value > 1)
            return false;
        found = found || (rate->value > 0 && rate->value < 1);
    }
    return found;
}

std::optional<int> rateIn(const JsonView &view, bool areFractions)
{
    const auto rate = figureIn(view.value(rateNames));
    if (!rate)
        return std::nullopt;
    const double percent = areFractions && !rate->hasPercentSign ? rate->value * 100 : rate->value;
    return percent <= 100 ? std::optional(int(std::lround(percent))) : std::nullopt;
}

/// `share` of the price, which is given in ten-thousandths of a per cent, to the whole rupiah.
Money shareOf(Money price, qint64 share)
{
    // Ten-thousandths of a rupiah, times ten-thousandths of a per cent, for each whole rupiah.
    constexpr qint64 perRupiah = Money::UnitsPerMain * Money::UnitsPerMain * 100;
    const qint64 whole = price.units() / perRupiah * share; // divided first: the product may be too large
    const qint64 rest = (price.units() % perRupiah * share + perRupiah / 2) / perRupiah;
    return Money::fromUnits((whole + rest) * Money::UnitsPerMain, price.currency());
}

/// What is kept when an inbox is cancelled: an amount, or "10%" of the price.
std::optional<Money> cancelFeeIn(const JsonView &view, const std::optional<Money> &price)
{
    const QJsonValue value = view.value({"cancel_fee"_L1, "cancellation_fee"_L1, "fee"_L1});
    std::optional<Money> fee = Money::fromJson(value, currency());
    const QString text = value.toString().trimmed();
    if (text.endsWith(u'%')) {
        const auto share = Money::fromText(text.chopped(1).trimmed(), currency());
        constexpr qint64 all = 100 * Money::UnitsPerMain;
        const bool canTell = share && price && share->units() <= all && !price->isNegative();
        fee = canTell ? std::optional(shareOf(*price, share->units())) : std::nullopt;
    }
    return fee && !fee->isNegative() ? fee : std::nullopt;
}

Result<ShelfPage> readDomains(const QString &site, const HttpReply &reply)
{
    const Result<QJsonArray> list = openList(reply, {"domains"_L1});
    if (!list)
        return list.error();
    const bool areFractions = hasFractions(*list);
    ShelfPage page;
    for (const QJsonValue element : *list) {
        const JsonView view(element);
        Offer offer;
        offer.kind = OfferKind::Email;
        offer.line = LineS3.toString();
        offer.service = offer.serviceId = site;
        offer.variant = offer.variantId = nameIn(element, {"domain"_L1, "name"_L1});
        offer.price = view.money({"price"_L1, "cost"_L1}, currency());
        offer.stock = view.count({"stock"_L1, "count"_L1, "quantity"_L1});
        offer.successRate = rateIn(view, areFractions);
        offer.cancelFee = cancelFeeIn(view, offer.price);
        offer.available = view.flag({"available"_L1, "is_available"_L1, "is_active"_L1}).value_or(true);
        if (!offer.variantId.isEmpty())
            page.offers += offer;
    }
    if (page.offers.isEmpty() && !list->isEmpty())
        return malformed(reply, u"domain"_s);
    return page;
}

} // namespace

std::optional<HttpRequest> mailShelfRequest(const Shelf &shelf)
{
    const auto site = siteOf(shelf.path);
    if (!site)
        return std::nullopt;
    HttpRequest request;
    request.path = site->isEmpty() ? u"/s3/sites"_s : u"/s3/domains"_s;
    if (!site->isEmpty())
        request.query.addQueryItem(u"site"_s, *site);
    return request;
}

Result<ShelfPage> readMailShelf(const Shelf &shelf, const HttpReply &reply)
{
    const auto site = siteOf(shelf.path);
    if (!site)
        return malformed(reply, shelf.path);
    return site->isEmpty() ? readSites(reply) : readDomains(*site, reply);
}

Shelf mailShelfOf(const QString &site)
{
    Shelf shelf;
    shelf.kind = OfferKind::Email;
    shelf.path = LineS3.toString() + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(site));
    shelf.title = QCoreApplication::translate("OtpZap", "Server 3") + u" · "_s + site;
    shelf.service = site;
    return shelf;
}

QString siteIn(const QString &text)
{
    static const QRegularExpression before(u"^https?://"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression after(u"(:\\d+)?([/?#].*)?$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QString host = text.trimmed().remove(before).remove(after).toLower();
    if (host.startsWith("www."_L1) && host.count(u'.') > 1)
        host = host.mid(4);
    if (host.endsWith(u'.'))
        host.chop(1);
    host = QString::fromLatin1(QUrl::toAce(host)); // empty when it is no host name
    // At least two labels, the last of which tells it from an address in numbers.
    static const QRegularExpression name(
        u"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$"_s);
    return name.match(host).hasMatch() ? host : QString();
}

} // namespace otpdesk::otpzap
