#include "ui/inboxes/inboxescontroller.h"

#include "models/text/format.h"
#include "ui/kit/iconengine.h"

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = OrderModel::Column;

InboxesController::InboxesController(const OrderDesk &desk, QObject *parent)
    : OrderTabController(desk, tab(), parent)
{
    addCopyAddress();
    addCopyCode();
    addCommand(u"requestMessage"_s,
               {tr("Request new message"), tr("Re&quest new message · free"),
                tr("Wait for another message at this address. It costs nothing.")},
               Icon::Resend, &OrderActions::resend, [this](qint64 key) { resend(key); });
    addCommand(u"finishInbox"_s,
               {tr("Finish inbox"), tr("F&inish inbox"), tr("Tell the provider that you have what you need")},
               Icon::Check, &OrderActions::finish, [this](qint64 key) { finish(key); });
    m_cancel =
        addCommand(u"cancelInbox"_s,
                   {tr("Cancel inbox"), tr("Cance&l inbox"), tr("Give the address back for the refund")},
                   Icon::Cancel, &OrderActions::cancel, [this](qint64 key) { cancel(key); });
    addTool(u"newInbox"_s,
            {tr("New inbox…"), tr("New in&box…"), tr("Buy an address at a site and domain of your choice")},
            Icon::Plus, [this] { Q_EMIT newInboxRequested(); });
    updateActions();
}

OrderTab InboxesController::tab()
{
    OrderTab tab;
    tab.kind = OfferKind::Email;
    tab.symbol = Icon::Mail;
    tab.table = {u"inboxes"_s, tr("Inboxes")};
    tab.search = {u"searchInboxes"_s, tr("Search inboxes")};
    tab.filter = {u"inboxFilter"_s, tr("Inbox filter")};
    tab.number = tr("Current address");
    tab.columns = {{Column::Number, 27},   {Column::Service, 18, 1}, {Column::Provider, 13, 3},
                   {Column::Code, 24},     {Column::Status, 21},     {Column::TimeLeft, 15},
                   {Column::Price, 15, 2}, {Column::Bought, 18, 4}};
    tab.none = {
        tr("No inboxes yet"),
        tr("Buy an e-mail address for a while. It appears here, with every message that comes to it."),
        tr("&Open the catalog")};
    tab.noMatch = {tr("No inbox matches"), tr("Search for something else, or show all inboxes."),
                   tr("Show &all inboxes")};
    tab.question = {tr("&Enter the e-mail id or reference…"), tr("Enter the e-mail id or reference"),
                    tr("E-mail i&d or reference"), tr("E-mail id or reference")};
    tab.messages = {u"messages"_s, tr("Messages")};
    tab.showsSubjects = true;
    return tab;
}

QString InboxesController::remark(const Order &order) const
{
    return format::refund(order);
}

void InboxesController::updateOthers(const Order *order)
{
    const QString refund = order ? format::refund(*order) : QString();
    if (refund.isEmpty())
        setHint(m_cancel, tr("Give the address back for the refund"));
    else
        //: %1 is a sentence such as "Refund: Rp 900 of Rp 1,000 (fee Rp 100)"
        setHint(m_cancel, tr("Give the address back. %1").arg(refund));
}

} // namespace otpdesk
