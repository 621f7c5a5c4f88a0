#include "models/accounts/accountmodel.h"
#include "providers/wire/signature.h"
#include "tests/bench/gallery/chapters.h"
#include "tests/support/topupbench.h"
#include "ui/accounts/webhookdialog.h"
#include "ui/kit/clipboard.h"
#include "ui/topups/topupscontroller.h"
#include "ui/topups/topupsview.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

TopUp sample(int i, TopUpStatus status, const QDateTime &now)
{
    constexpr qint64 Amounts[] = {50000, 100000, 25000, 5000, 1250000};
    TopUp topUp;
    topUp.accountId = u"acc"_s;
    topUp.providerId = u"otpzap"_s;
    topUp.idempotencyKey = QString::number(i);
    topUp.amount = TopUpBench::rupiah(Amounts[i % 5]);
    topUp.createdAt = now.addSecs(-420 - 5000 * i);
    topUp.status = status;
    if (status == TopUpStatus::NotCreated) {
        topUp.error = u"Daily deposit limit reached"_s;
    } else if (status != TopUpStatus::Unconfirmed) {
        topUp.id = u"APIDEP-3-%1"_s.arg(i);
        topUp.totalAmount = topUp.amount + TopUpBench::rupiah(17 + i % 80);
        topUp.paymentUrl = QUrl(u"https://otpzap.com/pay/APIDEP-3-%1"_s.arg(i));
        topUp.expiresAt = topUp.createdAt.addSecs(1800);
    }
    if (status == TopUpStatus::Paid)
        topUp.paidAt = topUp.createdAt.addSecs(95);
    return topUp;
}

/// Brings the tab and the dialog into a state, and takes the picture.
class Scenes
{
public:
    explicit Scenes(const Camera &camera) : m_camera(camera)
    {
        m_floor.webhooks.known = {u"order.otp_received"_s, u"order.cancelled"_s, u"order.finished"_s,
                                  u"order.replaced"_s,     u"deposit.success"_s, u"*"_s};
    }

    using Set = std::function<void(TopUpBench &, TopUpsView &)>;
    /// The tab with these invoices, the last one newest, brought into a state before the picture.
    void tab(const QString &name, const QList<TopUpStatus> &statuses, const Set &set = {},
             bool hasAccount = true)
    {
        TopUpBench bench(m_dir.filePath(u"%1.sqlite"_s.arg(m_count++)), m_floor);
        AccountModel accounts(bench.accounts);
        Clipboard clipboard(bench.clock);
        TopUpsController controller(bench.engine, bench.model, bench.accounts, accounts, clipboard,
                                    bench.clock);
        if (!(hasAccount ? bench.start() : bench.open()))
            qFatal("no journal");
        QList<TopUp> topUps;
        for (int i = 0; i < statuses.size(); ++i) {
            TopUp topUp = sample(i, statuses[i], bench.clock.utc());
            topUp.key = statuses.size() - i;
            topUps.append(topUp);
        }
        bench.engine.start(topUps);
        const std::unique_ptr<TopUpsView> view(controller.createView(nullptr));
        if (set)
            set(bench, *view);
        m_camera.shoot(*view, u"tab-"_s + name);
    }

    void dialog(const QString &name, const std::function<void(WebhookDialog &)> &set)
    {
        TopUpBench bench(m_dir.filePath(u"%1.sqlite"_s.arg(m_count++)), m_floor);
        Clipboard clipboard(bench.clock);
        if (!bench.start())
            qFatal("no journal");
        WebhookDialog dialog(bench.accounts, bench.account.id, clipboard);
        dialog.show();
        const QSize size = dialog.size();
        QCoreApplication::processEvents();
        if (set)
            set(dialog);
        dialog.resize(size);
        m_camera.shoot(dialog, u"webhook-"_s + name);
        m_floor.webhooks.states.cancel();
        m_floor.webhooks.updates.cancel();
    }

    FakeWebhookDesk &desk() { return m_floor.webhooks; }

private:
    QTemporaryDir m_dir;
    TopUpBench::Floor m_floor;
    Camera m_camera;
    int m_count = 0;
};

void drawTabs(const Camera &camera)
{
    Scenes scenes(camera);
    using S = TopUpStatus;
    const QList<S> mixed{S::Pending, S::Paid, S::Expired, S::Paid, S::NotCreated, S::Failed, S::Paid};
    const auto startedWith = [&mixed](S first) {
        QList<S> list = mixed;
        list[0] = first;
        return list;
    };
    const auto type = [](TopUpsView &view, const QString &amount) {
        view.findChild<QLineEdit *>(u"topUpAmount"_s)->setText(amount);
    };
    scenes.tab(u"no-account"_s, {}, {}, false);
    scenes.tab(u"none-yet"_s, {});
    scenes.tab(u"too-little"_s, {S::Paid}, [&](TopUpBench &, TopUpsView &view) {
        type(view, u"400"_s);
        Q_EMIT view.createRequested();
    });
    scenes.tab(u"other-provider"_s, mixed, [](TopUpBench &bench, TopUpsView &view) {
        Account other = bench.account;
        other.id = u"other"_s;
        other.providerId = u"whichotp"_s;
        other.label = u"Spare account"_s;
        bench.save(other);
        view.selectAccount(u"other"_s);
    });
    scenes.tab(u"pending"_s, mixed, [&](TopUpBench &, TopUpsView &view) { type(view, u"75000"_s); });
    scenes.tab(u"pending-open"_s, mixed, [](TopUpBench &, TopUpsView &view) {
        view.show();
        view.findChild<QAbstractButton *>(u"openPaymentPageButton"_s)->click();
    });
    scenes.tab(u"paid"_s, startedWith(S::Paid),
               [](TopUpBench &bench, TopUpsView &) { Q_EMIT bench.engine.paid(7); });
    scenes.tab(u"expired"_s, startedWith(S::Expired));
    scenes.tab(u"unconfirmed"_s, startedWith(S::Unconfirmed));
    scenes.tab(u"refused"_s, startedWith(S::NotCreated), [](TopUpBench &bench, TopUpsView &) {
        ApiError error = TopUpBench::error(ErrorKind::BadRequest);
        error.detail = u"Daily deposit limit reached"_s;
        Q_EMIT bench.engine.refused(7, error);
    });
    QList<S> many;
    for (int i = 0; i < 200; ++i)
        many.append(mixed[i % mixed.size()]);
    scenes.tab(u"many"_s, many);
}

void drawDialogs(const Camera &camera)
{
    Scenes scenes(camera);
    FakeWebhookDesk &desk = scenes.desk();
    const WebhookState state{u"https://example.com/otp"_s, {u"order.otp_received"_s}, true};
    const auto save = [](WebhookDialog &dialog) {
        dialog.findChild<QPushButton *>(u"saveWebhook"_s)->click();
        QCoreApplication::processEvents();
    };
    scenes.dialog(u"loading"_s, {});
    scenes.dialog(u"failed"_s,
                  [&](WebhookDialog &) { desk.states.settle(TopUpBench::error(ErrorKind::Unreachable)); });
    desk.states.answer(state);
    scenes.dialog(u"loaded"_s, {});
    scenes.dialog(u"refused"_s, [&](WebhookDialog &dialog) {
        save(dialog);
        ApiError error = TopUpBench::error(ErrorKind::BadRequest);
        error.field = u"url"_s;
        error.detail = u"The URL resolves to a private IP address."_s;
        desk.updates.settle(error);
    });
    scenes.dialog(u"secret"_s, [&](WebhookDialog &dialog) {
        save(dialog);
        desk.updates.settle(WebhookSaved{state, u"9f2c4e8b7a6d5c3f1e0b9a8d7c6f5e4d3c2b1a0f9e8d7c6b"_s});
    });
    scenes.dialog(u"all"_s,
                  [&](WebhookDialog &dialog) { dialog.findChild<QAbstractButton *>(u"event_*"_s)->click(); });
    scenes.dialog(u"signature"_s, [](WebhookDialog &dialog) {
        const QString body = u"{\"event\":\"order.otp_received\",\"order_id\":65}"_s;
        dialog.findChild<QTabWidget *>()->setCurrentIndex(1);
        dialog.findChild<QPlainTextEdit *>(u"signaturePayload"_s)->setPlainText(body);
        dialog.findChild<QLineEdit *>(u"signatureSecret"_s)->setText(u"0123456789abcdef"_s);
        dialog.findChild<QLineEdit *>(u"signature"_s)
            ->setText(QString::fromLatin1(hmacSha256Hex(body.toUtf8(), "0123456789abcdef")));
    });
    scenes.dialog(u"explanation"_s,
                  [](WebhookDialog &dialog) { dialog.findChild<QTabWidget *>()->setCurrentIndex(2); });
}

} // namespace

void drawTopUps(const Camera &camera)
{
    for (const QSize size : TabSizes)
        drawTabs(camera.at(size));
    drawDialogs(camera);
}

} // namespace otpdesk
