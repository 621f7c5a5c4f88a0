#include "tests/bench/catalog/peeroffer.h"

#include "models/search/searchfold.h"
#include "models/text/format.h"
#include "providers/types/country.h"
#include "tests/bench/catalog/syntheticcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace otpdesk {

using namespace Qt::StringLiterals;

PeerOffer peerOffer(const Offer &offer, const CatalogAccount &account)
{
    PeerOffer peer;
    peer.service = offer.service;
    peer.country = offer.country;
    peer.provider = account.title();
    peer.variant = offer.variant.isEmpty() ? offer.line : offer.variant;
    if (offer.price)
        peer.price = offer.price->units();
    peer.stock = offer.stock.value_or(-1);
    peer.rate = offer.successRate.value_or(-1);
    peer.available = offer.available;
    QStringList texts{offer.service,        offer.country, account.label,
                      account.providerName, offer.line,    offer.variant};
    const Country *country = findCountry(offer.countryIso);
    if (country && country->name != offer.country)
        texts += country->name;
    if (offer.duration.count() > 0)
        texts += format::duration(offer.duration);
    peer.search = searchFolded(texts.join(u'\n'));
    return peer;
}

const CatalogAccount &peerAccount(const QString &id)
{
    static const QList<CatalogAccount> accounts = SyntheticCatalog::accounts();
    const auto found = std::find_if(accounts.cbegin(), accounts.cend(),
                                    [&id](const CatalogAccount &account) { return account.id == id; });
    Q_ASSERT(found != accounts.cend());
    return *found;
}

QList<PeerOffer> peerOffersIn(const QByteArray &priceList)
{
    const QJsonObject data = QJsonDocument::fromJson(priceList).object()["data"_L1].toObject();
    const QJsonArray products = data["products"_L1].toArray();
    QList<PeerOffer> offers;
    offers.reserve(products.size());
    for (const QJsonValue value : products) {
        const QJsonObject product = value.toObject();
        PeerOffer offer;
        offer.service = product["service_name"_L1].toString();
        offer.country = u"Indonesia"_s;
        offer.provider = u"OTPZap"_s;
        offer.variant = product["name"_L1].toString();
        offer.price = qRound64(product["price"_L1].toDouble() * double(Money::UnitsPerMain));
        offer.stock = product["stock"_L1].toInt(-1);
        offer.rate = product["success_rate"_L1].toInt(-1);
        offer.search = (offer.service + u'\n' + offer.country + u'\n' + offer.variant).toLower();
        offers.append(offer);
    }
    return offers;
}

QString peerText(const PeerOffer &offer, int column)
{
    const QString unknown = u"—"_s;
    switch (column) {
    case 0:
        return offer.service;
    case 1:
        return offer.country;
    case 2:
        return offer.provider;
    case 3:
        return offer.variant;
    case 4:
        return offer.price == PeerOffer::UnknownPrice
                   ? unknown
                   : QLocale().toString(double(offer.price) / double(Money::UnitsPerMain), 'f', 2);
    case 5:
        return offer.stock < 0 ? unknown : QLocale().toString(offer.stock);
    default:
        return offer.rate < 0 ? unknown : QString::number(offer.rate) + u'%';
    }
}

QString peerTitle(int column)
{
    static const QStringList titles{u"Service"_s, u"Country"_s, u"Provider"_s, u"Variant"_s,
                                    u"Price"_s,   u"Stock"_s,   u"Success"_s};
    return titles.value(column);
}

} // namespace otpdesk
