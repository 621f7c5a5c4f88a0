#include "providers/registry.h"
#include "tests/bench/gallery/chapters.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/sampleorders.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/newinboxdialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPushButton>
#include <QTableView>

namespace otpdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Dialog = ConfirmPurchaseDialog;
using Set = std::function<void(Dialog &)>;

Money cents(qint64 amount)
{
    return Money::fromUnits(amount * 100, Currency::fromCode(u"USD"));
}

/// The dialog that opens for an offer, brought into a state before the picture.
void shoot(const Camera &camera, const QString &name, const ProviderInfo &provider, const Offer &offer,
           const std::optional<Money> &balance, const Set &set)
{
    Dialog dialog(u"a"_s, u"Main"_s, provider, offer);
    dialog.setBalance(balance);
    dialog.show();
    set(dialog);
    camera.shoot(dialog, name);
}

void drawNumbers(const Camera &camera)
{
    Offer offer;
    offer.service = u"WhatsApp"_s;
    offer.country = u"England"_s;
    offer.countryIso = u"GB"_s;
    offer.price = cents(150);
    Offer dearer = offer;
    dearer.price = cents(175);
    Offer pool = dearer;
    pool.variant = u"Pool 2"_s;
    pool.successRate = 85;
    Offer unpriced = offer;
    unpriced.price.reset();
    ApiError error;
    error.kind = ErrorKind::Unreachable;
    const auto draw = [&](const QString &name, CancelRule rule, const Set &set) {
        ProviderInfo info;
        info.name = u"OTPZap"_s;
        info.shops.insert(OfferKind::Number, {.cancelCooldown = 2min, .cancelRule = rule});
        shoot(camera, name, info, offer, cents(1250), set);
    };
    draw(u"confirm-checking"_s, CancelRule::AfterCooldown, [](Dialog &dialog) { dialog.showChecking(); });
    draw(u"confirm-ready"_s, CancelRule::AfterCooldown, [&](Dialog &dialog) { dialog.showOffers({offer}); });
    draw(u"confirm-variants"_s, CancelRule::AtExpiryOnly, [&](Dialog &dialog) {
        dialog.showOffers({dearer, pool});
    });
    draw(u"confirm-low"_s, CancelRule::WhileWaiting, [&](Dialog &dialog) {
        dialog.setBalance(cents(90));
        dialog.showOffers({offer});
    });
    draw(u"confirm-unknown"_s, CancelRule::AtExpiryOnly,
         [&](Dialog &dialog) { dialog.showOffers({unpriced}); });
    draw(u"confirm-failed"_s, CancelRule::WhileWaiting, [&](Dialog &dialog) { dialog.showFailure(error); });
}

Offer rental(std::chrono::hours duration, int price)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.country = u"Canada"_s;
    offer.countryIso = u"CA"_s;
    offer.variant = u"Server 2"_s;
    offer.duration = duration;
    offer.price = sample::rupiah(price);
    offer.stock = 3338;
    return offer;
}

Offer inbox(const QString &domain, int price, int rate)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.service = u"openai.com"_s;
    offer.variant = offer.variantId = domain;
    offer.price = sample::rupiah(price);
    offer.cancelFee = sample::rupiah(price / 10);
    offer.successRate = rate;
    offer.stock = price;
    return offer;
}

/// Sells inboxes at three domains.
class Domains : public FakeProvider
{
public:
    using FakeProvider::FakeProvider;

    std::optional<Shelf> shelfOfSite(const QString &site) const override
    {
        return Shelf{{}, site, {}, {}, {}, {}};
    }
    Async<ShelfPage> browse(const Shelf &, Priority) override
    {
        Offer gone = inbox(u"proton.me"_s, 2500, 60);
        gone.stock = 0;
        return readyResult<ShelfPage>(
            ShelfPage{{inbox(u"gmail.com"_s, 1500, 91), inbox(u"outlook.com"_s, 900, 84), gone}, {}});
    }
};

/// What is bought for longer, or from a list of domains.
void drawOtherKinds(const Camera &camera)
{
    const auto draw = [&](const QString &name, const QString &provider, const QList<Offer> &offers,
                          const Set &set = {}) {
        shoot(camera, name, findProvider(provider)->info(), offers[0], sample::rupiah(60'000),
              [&](Dialog &dialog) {
                  if (set)
                      set(dialog);
                  dialog.showOffers(offers);
              });
    };
    const QList<Offer> months{rental(720h, 840), rental(4320h, 5040), rental(8640h, 9999)};
    draw(u"confirm-rental"_s, u"otpget"_s, months);
    draw(u"confirm-renewal"_s, u"otpget"_s, months, [](Dialog &dialog) {
        dialog.setRenewal(u"+1 343 433 7545"_s, QDateTime(QDate(2026, 4, 9), QTime(16, 55), Qt::UTC));
    });
    const QList<Offer> domains{inbox(u"gmail.com"_s, 1500, 91), inbox(u"outlook.com"_s, 900, 84)};
    draw(u"confirm-inbox"_s, u"otpzap"_s, domains);
    draw(u"confirm-inboxes"_s, u"otpzap"_s, domains, [](Dialog &dialog) {
        dialog.setOptions({.quantity = 3, .domains = {u"gmail.com"_s, u"outlook.com"_s}, .regex = u"["_s});
    });
}

void drawNewInbox(const Camera &camera)
{
    const ProviderInfo &info = findProvider(u"otpzap"_s)->info();
    Domains domains(info);
    const QList<NewInboxDialog::Account> accounts{{u"a"_s, u"Main"_s, info}};
    NewInboxDialog chooser(
        accounts, [&domains](const QString &) { return &domains; },
        [](const QString &) {
            return QStringList{u"discord.com"_s, u"openai.com"_s};
        });
    camera.shoot(chooser, u"new-inbox"_s);
    chooser.findChild<QComboBox *>(u"inboxSite"_s)->setEditText(u"openai.com"_s);
    chooser.findChild<QPushButton *>(u"showDomains"_s)->click();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QAbstractItemModel *table = chooser.findChild<QTableView *>()->model();
    table->setData(table->index(1, 0), Qt::Checked, Qt::CheckStateRole);
    camera.shoot(chooser, u"new-inbox-domains"_s);
}

} // namespace

void drawPurchase(const Camera &camera)
{
    drawNumbers(camera);
    drawOtherKinds(camera);
    drawNewInbox(camera);
}

} // namespace otpdesk
