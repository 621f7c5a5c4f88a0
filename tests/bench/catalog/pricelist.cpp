#include "tests/bench/catalog/pricelist.h"

#include "providers/simulator/httpserver.h"
#include "tests/bench/catalog/syntheticnames.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

PriceListServer::PriceListServer(qsizetype bytes)
{
    makeList(bytes);
    const auto answer = [this](const ServerRequest &request) {
        ServerReply reply;
        if (request.path.endsWith(u"/products"_s))
            reply.body = m_list;
        else if (request.path.endsWith(u"/s2/countries"_s))
            reply.body = R"({"success":true,"data":{"countries":[]}})";
        else if (request.path.endsWith(u"/countries"_s))
            reply.body = R"({"success":true,"data":{"countries":[{"id":7,"name":"Indonesia"}]}})";
        else
            reply.body = R"({"success":true,"data":{"services":[]}})";
        return reply;
    };
    m_inThread.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_inThread,
        [this, answer] {
            m_server = std::make_unique<HttpServer>(answer);
            if (m_server->listen())
                m_url = QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(m_server->port()));
        },
        Qt::BlockingQueuedConnection);
}

PriceListServer::~PriceListServer()
{
    QMetaObject::invokeMethod(
        &m_inThread, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

/// Every service again and again, a tier dearer each time.
void PriceListServer::makeList(qsizetype bytes)
{
    const QStringList &services = syntheticServices();
    m_list.reserve(bytes + 1024);
    m_list = R"({"success":true,"data":{"products":[)";
    while (m_list.size() < bytes) {
        const auto service = m_products % services.size();
        const auto tier = m_products / services.size();
        const QString product =
            uR"(%1{"product_id":%2,"platform_id":%3,"service_name":"%4","name":"Tier %5","price":%6.00,)"
            uR"("stock":%7,"success_rate":%8})"_s.arg(m_products == 0 ? u""_s : u","_s)
                .arg(100'000 + m_products)
                .arg(service + 1)
                .arg(services[service])
                .arg(tier + 1)
                .arg(1'500 + 50 * ((m_products * 7919LL) % 600) + 400 * tier)
                .arg((m_products * 104'729LL) % 5'000)
                .arg(40 + m_products % 60);
        m_list += product.toUtf8();
        ++m_products;
    }
    m_list += R"(],"pagination":{"page":1,"has_more":false}}})";
}

} // namespace otpdesk
