#pragma once

#include "providers/provider.h"

#include <QHash>

#include <functional>
#include <memory>

namespace otpdesk {

/// A provider without a network: tests answer its calls by hand. Calls wait until answered unless an answer
/// was laid ready; each is counted by name.
class FakeProvider : public Provider, public Shop
{
public:
    using Report = Result<OrderReport>;

    explicit FakeProvider(const ProviderInfo &info) : m_info(info) {}

    const ProviderInfo &info() const override { return m_info; }
    Async<Balance> balance(Priority) override
    {
        ++calls[QStringLiteral("balance")];
        return readyResult<Balance>(Balance{balanceNow, {}});
    }
    /// Sells what its description says, all in one shop.
    Shop *shop(OfferKind kind) override { return m_info.sells(kind) ? this : nullptr; }

    TopUpDesk *topUps() override { return topUpDesk; }
    WebhookDesk *webhooks() override { return webhookDesk; }

    Async<ShelfPage> browse(const Shelf &, Priority) override { return readyResult<ShelfPage>(ShelfPage{}); }
    Async<QList<Offer>> refresh(const Offer &offer) override
    {
        return readyResult<QList<Offer>>(QList<Offer>{offer});
    }
    Async<OrderReport> buy(const Purchase &purchase) override
    {
        purchases.append(purchase);
        return call(QStringLiteral("buy"));
    }
    Async<OrderReport> check(const Order &, Priority) override { return call(QStringLiteral("check")); }
    Async<OrderReport> cancel(const Order &) override { return call(QStringLiteral("cancel")); }
    Async<OrderReport> finish(const Order &) override { return call(QStringLiteral("finish")); }
    Async<OrderReport> resend(const Order &) override { return call(QStringLiteral("resend")); }
    Async<OrderReport> replace(const Order &, const QString &) override
    {
        return call(QStringLiteral("replace"));
    }
    Async<OrderReport> renew(const Order &, const Offer &offer) override
    {
        renewals.append(offer);
        return call(QStringLiteral("renew"));
    }
    /// The list in `listed`, in pages of `pageSize`.
    Async<OrderPage> listOrders(int page, Priority) override
    {
        ++calls[QStringLiteral("listOrders")];
        if (page == listFailsAtPage)
            return failedResult<OrderPage>(ErrorKind::ServiceDown);
        const qsizetype from = (page - 1) * qsizetype(pageSize);
        return readyResult<OrderPage>(OrderPage{listed.mid(from, pageSize), from + pageSize < listed.size()});
    }
    OrderActions actions(const Order &order, const QDateTime &nowUtc) const override
    {
        return allowed(order, nowUtc);
    }

    /// Lays an answer ready for the next call of this name; the last one laid stays for all that follow.
    void answer(const QString &name, Report report) { m_ready[name].append(std::move(report)); }
    /// Answers the oldest waiting call of this name. False: none waits.
    bool settle(const QString &name, Report report)
    {
        if (m_waiting[name].isEmpty())
            return false;
        const auto promise = m_waiting[name].takeFirst();
        promise->addResult(std::move(report));
        promise->finish();
        return true;
    }
    int waiting(const QString &name) const { return static_cast<int>(m_waiting.value(name).size()); }

    TopUpDesk *topUpDesk = nullptr;
    WebhookDesk *webhookDesk = nullptr;
    QHash<QString, int> calls;
    QList<Purchase> purchases;
    QList<Offer> renewals;
    QList<OrderReport> listed;
    int pageSize = 20;
    int listFailsAtPage = 0; ///< 0: at none
    Money balanceNow;
    std::function<OrderActions(const Order &, const QDateTime &)> allowed = [](const Order &,
                                                                               const QDateTime &) {
        return OrderActions{Permission::allowed(), Permission::allowed(), Permission::allowed(),
                            Permission::allowed(), Permission::allowed()};
    };

private:
    Async<OrderReport> call(const QString &name)
    {
        ++calls[name];
        if (QList<Report> &ready = m_ready[name]; !ready.isEmpty())
            return readyResult<OrderReport>(ready.size() > 1 ? ready.takeFirst() : ready.first());
        auto promise = std::make_shared<QPromise<Report>>();
        promise->start();
        m_waiting[name].append(promise);
        return promise->future();
    }

    const ProviderInfo &m_info;
    QHash<QString, QList<Report>> m_ready;
    QHash<QString, QList<std::shared_ptr<QPromise<Report>>>> m_waiting;
};

} // namespace otpdesk
