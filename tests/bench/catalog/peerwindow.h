#pragma once

#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QTableView>

#include <functional>

namespace otpdesk {

/// A search field above a table that looks like the application's own: fixed row heights, no grid, the same
/// widths.
class PeerWindow : public QWidget
{
    Q_OBJECT

public:
    explicit PeerWindow(QAbstractItemModel &model);

    QLineEdit &search() { return m_search; }
    QTableView &table() { return m_table; }

private:
    QLineEdit m_search;
    QTableView m_table;
};

/// Fetches a URL with Qt's own means; `done` with the whole body, or with none.
void fetchWhole(QNetworkAccessManager &network, const QUrl &url,
                std::function<void(const QByteArray &)> done);
/// The price list below the address of a PriceListServer.
QUrl priceListUrl(QUrl server);

} // namespace otpdesk
