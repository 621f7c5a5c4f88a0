#include "ui/watches/watchcontroller.h"

#include "models/catalog/catalog.h"
#include "models/watches/marketwatcher.h"
#include "ui/watches/watchdialog.h"
#include "ui/watches/watcheslist.h"

namespace otpdesk {

WatchController::WatchController(MarketWatcher &watcher, Catalog &catalog, Clock &clock,
                                 Currencies currencies, QWidget &window)
    : QObject(&window),
      m_watcher(watcher),
      m_catalog(catalog),
      m_clock(clock),
      m_currencies(std::move(currencies)),
      m_window(window)
{}

void WatchController::ask(const Market &market)
{
    askOver(&m_window, market);
}

void WatchController::showList()
{
    if (m_list) {
        m_list->raise();
        m_list->activateWindow();
        return;
    }
    m_list = new WatchesList(m_watcher, m_catalog, m_clock, &m_window);
    m_list->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_list, &WatchesList::changeRequested, this,
            [this](const Market &market) { askOver(m_list, market); });
    connect(m_list, &WatchesList::showRequested, this, &WatchController::showRequested);
    connect(m_list, &WatchesList::catalogRequested, this, &WatchController::catalogRequested);
    m_list->open();
}

void WatchController::askOver(QWidget *parent, const Market &market)
{
    const Watch *existing = m_watcher.find(market);
    WatchDialog::Question question;
    question.market = market;
    question.currencies = m_currencies();
    question.existing = existing ? std::optional(*existing) : std::nullopt;
    question.now = [this, market](Currency currency) {
        const auto asked = currency.isValid() ? std::optional(Money::fromUnits(0, currency)) : std::nullopt;
        WatchDialog::Now now{m_watcher.cheapest(market, asked), {}};
        const CatalogAccount *account = now.cheapest ? m_catalog.account(now.cheapest->accountId) : nullptr;
        if (account)
            now.account = account->title();
        return now;
    };
    auto *dialog = new WatchDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WatchDialog::watchRequested, this,
            [this, market](const std::optional<Money> &limit) { m_watcher.watch(market, limit); });
    connect(dialog, &WatchDialog::stopRequested, this, [this, market] {
        if (const Watch *watch = m_watcher.find(market))
            m_watcher.unwatch(watch->id);
    });
    dialog->open();
}

} // namespace otpdesk
