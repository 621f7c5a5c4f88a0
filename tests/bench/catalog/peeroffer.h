#pragma once

#include "models/catalog/catalog.h"

namespace otpdesk {

/// An offer as a plain table keeps it: the text of each cell, and what rows are found and sorted by.
struct PeerOffer
{
    static constexpr qint64 UnknownPrice = std::numeric_limits<qint64>::max(); // comes last

    QString service;
    QString country;
    QString provider;
    QString variant;
    qint64 price = UnknownPrice;
    int stock = -1;
    int rate = -1;
    bool available = true;
    /// Everything a search looks at, without case and diacritics, so that both peers find what ours finds,
    /// and find it faster than cell by cell.
    QString search;
};

PeerOffer peerOffer(const Offer &offer, const CatalogAccount &account);
/// The account of this id.
const CatalogAccount &peerAccount(const QString &id);
/// What the one large price list holds. Empty: it cannot be read.
QList<PeerOffer> peerOffersIn(const QByteArray &priceList);
/// The text of a cell; columns as in the window.
QString peerText(const PeerOffer &offer, int column);
inline constexpr int PeerColumns = 7;
QString peerTitle(int column);

} // namespace otpdesk
