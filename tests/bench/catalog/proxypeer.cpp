#include "tests/bench/catalog/proxypeer.h"

#include "models/search/searchfold.h"
#include "tests/bench/catalog/peerwindow.h"

#include <QSortFilterProxyModel>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int SortRole = Qt::UserRole;

class PlainModel : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_offers.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : PeerColumns;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const PeerOffer &offer = m_offers[index.row()];
        if (role == Qt::DisplayRole)
            return peerText(offer, index.column());
        if (role == Qt::TextAlignmentRole && index.column() >= 4)
            return QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        if (role != SortRole)
            return {};
        switch (index.column()) {
        case 4:
            return offer.price;
        case 5:
            return offer.stock;
        case 6:
            return offer.rate;
        default:
            return peerText(offer, index.column());
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(peerTitle(section))
                                                                        : QVariant();
    }

    const PeerOffer &offer(int row) const { return m_offers[row]; }
    void append(const QList<PeerOffer> &offers)
    {
        if (offers.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(offers.size()) - 1);
        m_offers += offers;
        endInsertRows();
    }
    void set(int row, const PeerOffer &offer)
    {
        m_offers[row] = offer;
        Q_EMIT dataChanged(index(row, 0), index(row, PeerColumns - 1));
    }

private:
    QList<PeerOffer> m_offers;
};

class WordsProxy : public QSortFilterProxyModel
{
public:
    explicit WordsProxy(const PlainModel &plain) : m_plain(plain)
    {
        setSortRole(SortRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
    }
    void setTyped(const QString &typed)
    {
        m_words = searchWords(typed);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return std::all_of(m_words.cbegin(), m_words.cend(),
                           [&](const QString &word) { return m_plain.offer(row).search.contains(word); });
    }

private:
    const PlainModel &m_plain;
    QStringList m_words;
};

int columnOf(SortBy by)
{
    return by == SortBy::Service ? 0 : by == SortBy::Country ? 1 : 4;
}

} // namespace

struct ProxyPeer::Parts
{
    PlainModel plain;
    WordsProxy proxy{plain};
    std::vector<int> shelfStarts;
    QNetworkAccessManager network;
    std::unique_ptr<PeerWindow> window;
};

ProxyPeer::ProxyPeer() : d(std::make_unique<Parts>())
{
    d->proxy.setSourceModel(&d->plain);
    d->proxy.sort(columnOf(SortBy::Service));
}

ProxyPeer::~ProxyPeer() = default;

void ProxyPeer::addShelf(const SyntheticShelf &shelf)
{
    d->proxy.setSourceModel(nullptr); // one by one into a proxy that sorts, the shelves would take minutes
    const CatalogAccount &account = peerAccount(shelf.accountId);
    QList<PeerOffer> offers;
    offers.reserve(shelf.offers.size());
    for (const Offer &offer : shelf.offers)
        offers.append(peerOffer(offer, account));
    d->shelfStarts.push_back(d->plain.rowCount());
    d->plain.append(offers);
}

void ProxyPeer::finishFilling()
{
    d->proxy.setSourceModel(&d->plain);
    count();
}

void ProxyPeer::filter(const QString &typed)
{
    if (d->window)
        d->window->search().setText(typed);
    else
        d->proxy.setTyped(typed);
}

void ProxyPeer::beginWith(const QString &typed)
{
    d->proxy.setSourceModel(nullptr);
    filter(typed);
    d->proxy.setSourceModel(&d->plain);
    count();
}

void ProxyPeer::sort(SortBy by)
{
    d->proxy.sort(columnOf(by));
}

int ProxyPeer::count()
{
    return d->proxy.rowCount();
}

QList<qint64> ProxyPeer::firstAmounts(int rows)
{
    QList<qint64> amounts;
    for (int row = 0; row < std::min(rows, count()); ++row)
        amounts.append(d->proxy.index(row, 4).data(SortRole).toLongLong());
    return amounts;
}

void ProxyPeer::open(QSize size)
{
    d->window = std::make_unique<PeerWindow>(d->proxy);
    QObject::connect(&d->window->search(), &QLineEdit::textChanged, &d->proxy, &WordsProxy::setTyped);
    d->window->resize(size);
    d->window->show();
}

QTableView &ProxyPeer::table()
{
    return d->window->table();
}

/// The plain model is told which offers changed; ours has to find that out by itself.
void ProxyPeer::refresh(int shelf, const SyntheticShelf &later)
{
    const CatalogAccount &account = peerAccount(later.accountId);
    for (const int place : later.changed)
        d->plain.set(d->shelfStarts[static_cast<size_t>(shelf)] + place,
                     peerOffer(later.offers[place], account));
}

void ProxyPeer::load(const QUrl &server, std::function<void(const QString &problem)> done)
{
    fetchWhole(d->network, priceListUrl(server), [this, done = std::move(done)](const QByteArray &body) {
        const QList<PeerOffer> offers = peerOffersIn(body);
        d->plain.append(offers);
        done(offers.isEmpty() ? u"nothing came"_s : QString());
    });
}

} // namespace otpdesk
