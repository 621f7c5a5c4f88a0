#include "models/catalog/catalog.h"
#include "models/catalog/catalogmodel.h"
#include "providers/types/clock.h"
#include "tests/bench/gallery/chapters.h"
#include "ui/catalog/catalogview.h"
#include "ui/catalog/ratesdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

void fill(Catalog &catalog, int count)
{
    catalog.setAccount({u"zap"_s, u"otpzap"_s, u"Main"_s, u"OTPZap"_s});
    catalog.setAccount({u"get"_s, u"otpget"_s, {}, u"OTPGet"_s});
    catalog.setAccount({u"wall"_s, u"otpwall"_s, {}, u"OTPWALL"_s});
    const QStringList services =
        u"WhatsApp|Telegram|Google, YouTube, Gmail|Instagram|TikTok|Amazon|OpenAI|Discord|Uber|Shopee"_s
            .split(u'|');
    const QStringList countries = u"Indonesia|Pakistan|England|USA|Germany|India|"_s.split(u'|');
    const QStringList variants = u"Telkomsel|Pool 2|Server 1|Any"_s.split(u'|');
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

/// The tab with so many offers, brought into a state before the picture.
void shoot(const Camera &camera, const QString &name, int offers,
           const std::function<void(CatalogView &, Catalog &)> &set = {})
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
    view.showBlank(offers > 0 ? CatalogView::Blank::None : CatalogView::Blank::NoAccount);
    if (set)
        set(view, catalog);
    view.setCounts(model.rowCount(), catalog.count());
    camera.shoot(view, name);
}

void drawTab(const Camera &camera)
{
    using Blank = CatalogView::Blank;
    shoot(camera, u"rows20"_s, 20,
          [](CatalogView &view, Catalog &) { view.findChild<QTableView *>()->selectRow(4); });
    shoot(camera, u"rows10000-loading"_s, 10'000, [](CatalogView &view, Catalog &) {
        view.findChild<QLineEdit *>()->setText(u"what pak"_s);
        view.showProgress(u"Main, OTPGet"_s, 12, 80);
        view.findChild<QTableView *>()->sortByColumn(4, Qt::AscendingOrder);
    });
    shoot(camera, u"rows-failed"_s, 200, [](CatalogView &view, Catalog &catalog) {
        catalog.markStale(u"get"_s, {});
        MessageBar::Message message{
            MessageBar::Mood::Warning,
            u"OTPGet cannot be reached. Check the network connection. Earlier offers are still shown."_s,
            u"ERROR 503"_s,
            {{u"Re&try"_s, [] {}}}};
        view.messageBar()->post(message);
        view.findChild<QTableView *>()->sortByColumn(2, Qt::DescendingOrder);
    });
    shoot(camera, u"no-account"_s, 0);
    shoot(camera, u"loading"_s, 0, [](CatalogView &view, Catalog &) {
        view.showBlank(Blank::Loading);
        view.showProgress(u"Main"_s, 0, 1);
    });
    shoot(camera, u"no-match"_s, 20, [](CatalogView &view, Catalog &) {
        view.findChild<QLineEdit *>()->setText(u"nobody sells this"_s);
        view.showBlank(Blank::NothingMatches);
    });
}

/// The rates: none yet, some, with a mistake, and where none is needed.
void drawRates(const Camera &camera)
{
    const auto currency = [](const char16_t *code) { return Currency::fromCode(QStringView(code)); };
    SteerableClock clock(SteerableClock::Mode::Frozen, QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    const QList<Currency> used{currency(u"USD"), currency(u"IDR"), currency(u"PKR"), currency(u"NGN")};
    ExchangeRates rates;
    const auto draw = [&](const QString &name, const QString &typed = {}) {
        RatesDialog dialog(rates, used, clock);
        if (!typed.isEmpty()) {
            dialog.findChild<QLineEdit *>(u"rateIDR"_s)->setText(typed);
            dialog.findChild<QPushButton *>(u"saveRates"_s)->click();
        }
        camera.shoot(dialog, name);
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

void drawCatalog(const Camera &camera)
{
    for (const QSize size : TabSizes)
        drawTab(camera.at(size));
    drawRates(camera);
}

} // namespace otpdesk
