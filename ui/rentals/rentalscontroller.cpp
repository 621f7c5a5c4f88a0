#include "ui/rentals/rentalscontroller.h"

#include "models/accounts/accountlist.h"
#include "models/text/format.h"
#include "ui/kit/iconengine.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

RentalsController::RentalsController(const OrderDesk &desk, const AccountList &accounts, QObject *parent)
    : OrderTabController(desk, tab(), parent), m_accounts(accounts)
{
    addCopyCode();
    addCopyNumber();
    addCommand(u"renew"_s,
               {tr("Renew rental"), tr("&Renew rental…"),
                tr("Add time to this rental. You see the price before anything is paid.")},
               Icon::Clock, &OrderActions::renew, [this](qint64 key) { Q_EMIT renewRequested(key); });
    m_checkNow =
        addAction(u"checkNow"_s, {tr("Check now"), tr("Chec&k now"), tr("Look for new messages at once")},
                  Icon::Refresh, [this] { engine().pollNow(currentKey()); });
    m_readList = addTool(u"readList"_s,
                         {tr("Read provider's list"), tr("Read &provider's list"),
                          tr("Take over rentals that were bought elsewhere")},
                         Icon::Refresh, [this] { readLists(); });
    connect(&engine(), &OrderEngine::listRead, this, &RentalsController::listEnded);
    connect(&engine(), &OrderEngine::listFailed, this,
            [this](const QString &accountId, const ApiError &error) {
                if (!m_reading.contains(accountId))
                    return; // nobody here asked for it
                const AccountEntry *account = m_accounts.find(accountId);
                post({MessageBar::Mood::Error,
                      format::error(error, account ? account->account.label : QString()),
                      error.detail,
                      {}});
                listEnded(accountId);
            });
    updateActions();
}

OrderTab RentalsController::tab()
{
    OrderTab tab;
    tab.kind = OfferKind::Rental;
    tab.symbol = Icon::Home;
    tab.table = {u"rentals"_s, tr("Rentals")};
    tab.search = {u"searchRentals"_s, tr("Search rentals")};
    tab.filter = {u"rentalFilter"_s, tr("Rental filter")};
    tab.number = tr("Rented number");
    tab.columns = {{Column::Number, 27},      {Column::Country, 16, 3}, {Column::Variant, 12, 2},
                   {Column::Provider, 13, 1}, {Column::Code, 17},       {Column::Status, 20},
                   {Column::TimeLeft, 17},    {Column::Price, 15, 4},   {Column::Bought, 18, 5}};
    tab.none = {tr("No rentals yet"),
                tr("Rent a number in the catalog, for days or months. All messages to it appear here."),
                tr("&Open the catalog")};
    tab.noMatch = {tr("No rental matches"), tr("Search for something else, or show all rentals."),
                   tr("Show &all rentals")};
    tab.question = {tr("&Enter the rental's order id…"), tr("Enter the rental's order id"),
                    tr("Rental's or&der id"), tr("Rental's order id")};
    tab.messages = {u"rentalMessages"_s, tr("Rental messages")};
    return tab;
}

void RentalsController::updateOthers(const Order *order)
{
    m_checkNow->setEnabled(order && !order->id.isEmpty() && isLive(order->status));
    m_readList->setEnabled(m_reading.isEmpty());
    m_readList->setText(m_reading.isEmpty() ? tr("Read &provider's list") : tr("Reading the list…"));
}

bool RentalsController::keepsList(const QString &accountId) const
{
    Provider *provider = m_accounts.provider(accountId);
    return provider && std::any_of(std::begin(AllOfferKinds), std::end(AllOfferKinds), [&](OfferKind kind) {
               return provider->info().terms(kind).keepsHistory && provider->shop(kind);
           });
}

void RentalsController::readLists()
{
    for (int row = 0; row < m_accounts.count(); ++row) {
        if (const QString id = m_accounts.at(row).account.id; keepsList(id))
            m_reading.insert(id);
    }
    if (m_reading.isEmpty())
        post(
            {MessageBar::Mood::Info, tr("None of your accounts has a provider that lists rentals."), {}, {}});
    updateActions();
    engine().readLists();
}

void RentalsController::listEnded(const QString &accountId)
{
    m_reading.remove(accountId);
    updateActions();
}

} // namespace otpdesk
