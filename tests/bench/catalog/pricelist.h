#pragma once

#include <QThread>
#include <QUrl>

#include <memory>

namespace otpdesk {

class HttpServer;

/// A server in a thread of its own that speaks as much of OTPZap's catalog as one large price list needs: a
/// single country, and all its products in one answer.
class PriceListServer
{
public:
    explicit PriceListServer(qsizetype bytes);
    ~PriceListServer();

    QUrl url() const { return m_url; }
    int products() const { return m_products; }
    qsizetype bytes() const { return m_list.size(); }

private:
    void makeList(qsizetype bytes);

    QByteArray m_list;
    int m_products = 0;
    QThread m_thread;
    QObject m_inThread;
    std::unique_ptr<HttpServer> m_server;
    QUrl m_url;
};

} // namespace otpdesk
