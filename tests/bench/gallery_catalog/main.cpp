// Draws the catalog tab and the purchase dialog in all their states into PNG files, to be looked at:
//     otpdesk_gallery_catalog DIR [dark] [WIDTHxHEIGHT]
// QT_SCALE_FACTOR=2 gives the pictures of a 200 % screen.

#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "ui/catalog/catalogview.h"
#include "ui/catalog/ratesdialog.h"
#include "ui/purchase/confirmpurchasedialog.h"
#include "ui/purchase/newinboxdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QStyleFactory>
#include <QTableView>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x35, 0x35, 0x38), QColor(0x2b, 0x2b, 0x2e));
    palette.setColor(QPalette::Base, QColor(0x23, 0x23, 0x26));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x7b, 0xd9));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

void fill(Catalog &catalog, int count)
{
    catalog.setAccount({u"zap"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
    catalog.setAccount({u"get"_s, u"otpget"_s, {}, u"OTPGet"_s});
    catalog.setAccount({u"wall"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
    const QStringList services{u"WhatsApp"_s,  u"Telegram"_s, u"Google, YouTube, Gmail"_s,
                               u"Instagram"_s, u"TikTok"_s,   u"Amazon"_s,
                               u"OpenAI"_s,    u"Discord"_s,  u"Uber"_s,
                               u"Shopee"_s};
    const QStringList countries{u"Indonesia"_s, u"Pakistan"_s, u"England"_s, u"USA"_s,
                                u"Germany"_s,   u"India"_s,    u""_s};
    const QStringList variants{u"Telkomsel"_s, u"Pool 2"_s, u"Server 1"_s, u"Any"_s};
    const Currency currencies[] = {Currency::fromCode(u"IDR"), Currency::fromCode(u"PKR"),
                                   Currency::fromCode(u"USD")};
    const QString accounts[] = {u"zap"_s, u"get"_s, u"wall"_s};
    quint32 dice = 7;
    const auto roll = [&dice](quint32 sides) {
        dice = dice * 1664525u + 1013904223u;
        return int((dice >> 16) % sides);
    };
    for (int account = 0; account < 3; ++account) {
        QList<Offer> page;
        for (int i = 0; i < count / 3 + (account < count % 3); ++i) {
            Offer offer;
            offer.kind = roll(12) == 0   ? OfferKind::Email
                         : roll(12) == 0 ? OfferKind::Rental
                                         : OfferKind::Number;
            offer.line = u"s1"_s;
            offer.service = services[roll(10)];
            offer.country = countries[roll(7)];
            offer.variant = variants[roll(4)];
            offer.productId = QString::number(i);
            if (account < 2)
                offer.price = Money::fromUnits((roll(400) + 20) * (account == 0 ? 1'000'000LL : 5000LL),
                                               currencies[account]);
            if (account < 2)
                offer.stock = roll(5) == 0 ? 0 : roll(2000);
            if (account == 0)
                offer.successRate = 40 + roll(60);
            page.append(offer);
        }
        catalog.putShelf(accounts[account], {}, page);
    }
}

class Gallery
{
public:
    Gallery(const QDir &dir, QSize size) : m_dir(dir), m_size(size) {}

    void shoot(QWidget &widget, const QString &name)
    {
        QApplication::processEvents();
        widget.grab().save(m_dir.filePath(name + u".png"_s));
    }

    /// The tab with so many offers, brought into a state before the picture.
    void view(const QString &name, int offers,
              const std::function<void(CatalogView &, CatalogModel &, Catalog &)> &set)
    {
        Catalog catalog;
        if (offers > 0)
            fill(catalog, offers);
        CatalogModel model(catalog);
        CatalogView view;
        QObject::connect(&view.filters(), &FilterBar::filterChanged, &model, &CatalogModel::setFilter);
        view.setModel(&model);
        view.filters().setCountries(catalog.countries());
        view.filters().setAccounts(catalog.accounts());
        view.setCounts(model.rowCount(), catalog.count());
        view.showBlank(offers > 0 ? CatalogView::Blank::None : CatalogView::Blank::NoAccount);
        view.resize(m_size);
        view.show();
        set(view, model, catalog);
        view.setCounts(model.rowCount(), catalog.count());
        shoot(view, name);
    }

    void dialog(const QString &name, CancelRule rule,
                const std::function<void(ConfirmPurchaseDialog &, Offer)> &set)
    {
        ProviderInfo info;
        info.name = u"OTPZap"_s;
        info.shops.insert(OfferKind::Number, {.cancelCooldown = std::chrono::minutes(2), .cancelRule = rule});
        Offer offer;
        offer.service = u"WhatsApp"_s;
        offer.country = u"England"_s;
        offer.countryIso = u"GB"_s;
        offer.price = Money::fromUnits(15000, Currency::fromCode(u"USD"));
        ConfirmPurchaseDialog dialog(u"zap"_s, u"Main"_s, info, offer);
        dialog.setBalance(Money::fromUnits(125000, Currency::fromCode(u"USD")));
        dialog.show();
        set(dialog, offer);
        shoot(dialog, name);
    }

private:
    QDir m_dir;
    QSize m_size;
};

void drawViews(Gallery &gallery)
{
    using Blank = CatalogView::Blank;
    const auto nothing = [](CatalogView &, CatalogModel &, Catalog &) {};
    gallery.view(u"rows20"_s, 20, [](CatalogView &view, CatalogModel &, Catalog &) {
        view.findChild<QTableView *>()->selectRow(4);
    });
    gallery.view(u"rows10000-loading"_s, 10'000, [](CatalogView &view, CatalogModel &, Catalog &) {
        view.findChild<QLineEdit *>()->setText(u"what pak"_s);
        view.showProgress(u"Main, OTPGet"_s, 12, 80);
        view.findChild<QTableView *>()->sortByColumn(4, Qt::AscendingOrder);
    });
    gallery.view(u"rows-failed"_s, 200, [](CatalogView &view, CatalogModel &, Catalog &catalog) {
        catalog.markStale(u"get"_s, {});
        MessageBar::Message message{
            MessageBar::Mood::Warning,
            u"OTPGet cannot be reached. Check the network connection. Earlier offers are still shown."_s,
            u"ERROR 503"_s,
            {{u"Re&try"_s, [] {}}}};
        view.messageBar()->post(message);
        view.findChild<QTableView *>()->sortByColumn(2, Qt::DescendingOrder);
    });
    gallery.view(u"no-account"_s, 0, nothing);
    gallery.view(u"loading"_s, 0, [](CatalogView &view, CatalogModel &, Catalog &) {
        view.showBlank(Blank::Loading);
        view.showProgress(u"Main"_s, 0, 1);
    });
    gallery.view(u"no-match"_s, 20, [](CatalogView &view, CatalogModel &, Catalog &) {
        view.findChild<QLineEdit *>()->setText(u"nobody sells this"_s);
        view.showBlank(Blank::NothingMatches);
    });
}

void drawDialogs(Gallery &gallery)
{
    gallery.dialog(u"confirm-checking"_s, CancelRule::AfterCooldown,
                   [](ConfirmPurchaseDialog &dialog, const Offer &) { dialog.showChecking(); });
    gallery.dialog(u"confirm-ready"_s, CancelRule::AfterCooldown,
                   [](ConfirmPurchaseDialog &dialog, const Offer &offer) { dialog.showOffers({offer}); });
    gallery.dialog(u"confirm-variants"_s, CancelRule::AtExpiryOnly,
                   [](ConfirmPurchaseDialog &dialog, Offer offer) {
                       offer.price = Money::fromUnits(17500, Currency::fromCode(u"USD"));
                       Offer pool = offer;
                       pool.variant = u"Pool 2"_s;
                       pool.successRate = 85;
                       dialog.showOffers({offer, pool});
                   });
    gallery.dialog(u"confirm-low"_s, CancelRule::WhileWaiting,
                   [](ConfirmPurchaseDialog &dialog, const Offer &offer) {
                       dialog.setBalance(Money::fromUnits(9000, Currency::fromCode(u"USD")));
                       dialog.showOffers({offer});
                   });
    gallery.dialog(u"confirm-unknown"_s, CancelRule::AtExpiryOnly,
                   [](ConfirmPurchaseDialog &dialog, Offer offer) {
                       offer.price.reset();
                       dialog.showOffers({offer});
                   });
    gallery.dialog(u"confirm-failed"_s, CancelRule::WhileWaiting,
                   [](ConfirmPurchaseDialog &dialog, const Offer &) {
                       ApiError error;
                       error.kind = ErrorKind::Unreachable;
                       dialog.showFailure(error);
                   });
}

Money rupiah(int amount)
{
    return Money::fromUnits(amount * Money::UnitsPerMain, Currency::fromCode(u"IDR"));
}

Offer rental(std::chrono::hours duration, int price)
{
    Offer offer;
    offer.kind = OfferKind::Rental;
    offer.country = u"Canada"_s;
    offer.countryIso = u"CA"_s;
    offer.variant = u"Server 2"_s;
    offer.duration = duration;
    offer.price = rupiah(price);
    offer.stock = 3338;
    return offer;
}

Offer inbox(const QString &domain, int price, int rate)
{
    Offer offer;
    offer.kind = OfferKind::Email;
    offer.service = u"openai.com"_s;
    offer.variant = offer.variantId = domain;
    offer.price = rupiah(price);
    offer.cancelFee = rupiah(price / 10);
    offer.successRate = rate;
    offer.stock = price;
    return offer;
}

/// Sells inboxes at three domains, and nothing else.
class Shelves : public Shop
{
public:
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
    Async<QList<Offer>> refresh(const Offer &) override
    {
        return failedResult<QList<Offer>>(ErrorKind::Refused);
    }
    Async<OrderReport> buy(const Purchase &) override { return no(); }
    Async<OrderReport> check(const Order &, Priority) override { return no(); }
    Async<OrderReport> cancel(const Order &) override { return no(); }
    Async<OrderReport> finish(const Order &) override { return no(); }
    Async<OrderReport> resend(const Order &) override { return no(); }
    Async<OrderReport> replace(const Order &, const QString &) override { return no(); }
    OrderActions actions(const Order &, const QDateTime &) const override { return {}; }

private:
    static Async<OrderReport> no() { return failedResult<OrderReport>(ErrorKind::Refused); }
};

/// What is bought for longer, or from a list of domains.
void drawOtherKinds(Gallery &gallery)
{
    const auto draw = [&gallery](const QString &name, const QString &provider, const Offer &offer,
                                 const std::function<void(ConfirmPurchaseDialog &)> &set) {
        ConfirmPurchaseDialog dialog(u"a"_s, u"Main"_s, findProvider(provider)->info(), offer);
        dialog.setBalance(rupiah(60'000));
        dialog.show();
        set(dialog);
        gallery.shoot(dialog, name);
    };
    const QList<Offer> months{rental(720h, 840), rental(4320h, 5040), rental(8640h, 9999)};
    draw(u"confirm-rental"_s, u"otpget"_s, months[0],
         [&](ConfirmPurchaseDialog &shown) { shown.showOffers(months); });
    draw(u"confirm-renewal"_s, u"otpget"_s, months[0], [&](ConfirmPurchaseDialog &shown) {
        shown.setRenewal(u"+1 343 433 7545"_s, QDateTime(QDate(2026, 4, 9), QTime(16, 55), Qt::UTC));
        shown.showOffers(months);
    });
    const QList<Offer> domains{inbox(u"gmail.com"_s, 1500, 91), inbox(u"outlook.com"_s, 900, 84)};
    draw(u"confirm-inbox"_s, u"otpzap"_s, domains[0],
         [&](ConfirmPurchaseDialog &shown) { shown.showOffers(domains); });
    draw(u"confirm-inboxes"_s, u"otpzap"_s, domains[0], [&](ConfirmPurchaseDialog &shown) {
        shown.setOptions({.quantity = 3, .domains = {u"gmail.com"_s, u"outlook.com"_s}, .regex = u"["_s});
        shown.showOffers(domains);
    });

    Shelves shelves;
    const QList<NewInboxDialog::Account> accounts{{u"a"_s, u"Main"_s, findProvider(u"otpzap"_s)->info()}};
    NewInboxDialog chooser(
        accounts, [&shelves](const QString &) { return &shelves; },
        [](const QString &) {
            return QStringList{u"discord.com"_s, u"openai.com"_s};
        });
    chooser.show();
    gallery.shoot(chooser, u"new-inbox"_s);
    chooser.findChild<QComboBox *>(u"inboxSite"_s)->setEditText(u"openai.com"_s);
    chooser.findChild<QPushButton *>(u"showDomains"_s)->click();
    for (int i = 0; i < 20; ++i)
        QApplication::processEvents();
    QAbstractItemModel *table = chooser.findChild<QTableView *>()->model();
    table->setData(table->index(1, 0), Qt::Checked, Qt::CheckStateRole);
    gallery.shoot(chooser, u"new-inbox-domains"_s);
}

/// The rates: none yet, some, with a mistake, and where none is needed.
void drawRates(Gallery &gallery)
{
    const auto currency = [](const char16_t *code) { return Currency::fromCode(QStringView(code)); };
    SteerableClock clock(SteerableClock::Mode::Frozen, QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    const QList<Currency> used{currency(u"USD"), currency(u"IDR"), currency(u"PKR"), currency(u"NGN")};
    ExchangeRates rates;
    const auto draw = [&](const QString &name, const QString &typed = {}) {
        RatesDialog dialog(rates, used, clock);
        dialog.show();
        if (!typed.isEmpty()) {
            dialog.findChild<QLineEdit *>(u"rateIDR"_s)->setText(typed);
            dialog.findChild<QPushButton *>(u"saveRates"_s)->click();
        }
        gallery.shoot(dialog, name);
    };
    draw(u"rates-none"_s);
    rates.setDisplay(currency(u"INR"));
    draw(u"rates-empty"_s);
    rates.set(currency(u"INR"), u"84.10"_s, QDate(2026, 11, 19));
    rates.set(currency(u"IDR"), u"16250"_s, QDate(2026, 10, 28));
    rates.set(currency(u"PKR"), u"278.40"_s, QDate(2025, 1, 3));
    draw(u"rates-some"_s);
    draw(u"rates-wrong"_s, u"16,250"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    if (arguments.contains(u"dark"_s))
        QApplication::setPalette(darkPalette());
    QSize size(900, 600);
    if (const QStringList parts = arguments.last().split(u'x'); parts.size() == 2 && parts[0].toInt() > 0)
        size = {parts[0].toInt(), parts[1].toInt()};
    const QDir dir(arguments.value(1, u"."_s));
    dir.mkpath(u"."_s);
    Gallery gallery(dir, size);
    drawViews(gallery);
    drawDialogs(gallery);
    drawOtherKinds(gallery);
    drawRates(gallery);
    return 0;
}
