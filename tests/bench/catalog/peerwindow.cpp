#include "tests/bench/catalog/peerwindow.h"

#include "ui/kit/tablelook.h"

#include <QHeaderView>
#include <QNetworkReply>
#include <QVBoxLayout>

namespace otpdesk {

using namespace Qt::StringLiterals;

PeerWindow::PeerWindow(QAbstractItemModel &model)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(&m_search);
    layout->addWidget(&m_table);
    applyTableLook(m_table, u"Offers"_s);
    m_table.setModel(&model);
    m_table.horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table.horizontalHeader()->setDefaultSectionSize(210);
}

void fetchWhole(QNetworkAccessManager &network, const QUrl &url, std::function<void(const QByteArray &)> done)
{
    QNetworkReply *reply = network.get(QNetworkRequest(url));
    QObject::connect(reply, &QNetworkReply::finished, &network, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(reply->readAll());
    });
}

QUrl priceListUrl(QUrl server)
{
    server.setPath(server.path() + u"/products"_s);
    server.setQuery(u"country_id=7&page=1&limit=100"_s);
    return server;
}

} // namespace otpdesk
