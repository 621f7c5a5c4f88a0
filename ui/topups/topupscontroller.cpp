#include "ui/topups/topupscontroller.h"

#include "models/accounts/accountlist.h"
#include "models/accounts/accountmodel.h"
#include "models/text/format.h"
#include "models/topups/topupchange.h"
#include "models/topups/topupengine.h"
#include "models/topups/topupmodel.h"
#include "providers/registry.h"
#include "providers/topupdesk.h"
#include "providers/types/clock.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/iconengine.h"
#include "ui/topups/topupfacts.h"
#include "ui/topups/topupsview.h"
#include "ui/topups/weblink.h"

#include <QAction>
#include <QDesktopServices>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

const ProviderInfo *infoOf(const QString &providerId)
{
    const ProviderEntry *entry = findProvider(providerId);
    return entry ? &entry->info() : nullptr;
}

QString providerName(const QString &id)
{
    const ProviderInfo *info = infoOf(id);
    return info ? info->name : id;
}

} // namespace

TopUpsController::TopUpsController(TopUpEngine &engine, TopUpModel &topUps, AccountList &accounts,
                                   AccountModel &accountModel, Clipboard &clipboard, Clock &clock,
                                   QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_topUps(topUps),
      m_accounts(accounts),
      m_accountModel(accountModel),
      m_clipboard(clipboard),
      m_clock(clock)
{
    m_proxy.setSortRole(TopUpModel::SortRole);
    m_proxy.setSourceModel(&topUps);
    makeActions();
    connectEngine();
}

TopUpsController::~TopUpsController() = default;

QAction *TopUpsController::makeAction(const QString &objectName, const QString &text, Icon symbol,
                                      const QString &toolTip, void (TopUpsController::*slot)())
{
    auto *action = new QAction(icon(symbol), text, this);
    action->setObjectName(objectName);
    action->setToolTip(toolTip);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void TopUpsController::makeActions()
{
    using C = TopUpsController;
    m_actions.copyAmount = makeAction(u"copyAmount"_s, tr("Copy amount to pa&y"), Icon::Copy,
                                      tr("Copy the total, digits only"), &C::copyTotal);
    m_actions.openPage = makeAction(u"openPaymentPage"_s, tr("&Open payment page"), Icon::Globe,
                                    tr("See where it leads before it opens"), &C::askToOpen);
    m_actions.copyLink = makeAction(u"copyLink"_s, tr("Copy &link"), Icon::Link,
                                    tr("Copy the address of the payment page"), &C::copyLink);
    m_actions.createAgain = makeAction(u"createAgain"_s, tr("Create a &new invoice"), Icon::Plus,
                                       tr("For the same amount, into the same account"), &C::createAgain);
}

void TopUpsController::connectEngine()
{
    connect(&m_engine, &TopUpEngine::added, this, &TopUpsController::update);
    connect(&m_engine, &TopUpEngine::changed, this, &TopUpsController::update);
    connect(&m_engine, &TopUpEngine::paid, this, &TopUpsController::sayPaid);
    connect(&m_engine, &TopUpEngine::refused, this, &TopUpsController::sayRefused);
    connect(&m_accounts, &AccountList::providerReady, this, [this] {
        chooseAccount();
        update();
    });
    connect(&m_accounts, &AccountList::changed, this, &TopUpsController::update);
    connect(&m_accounts, &AccountList::added, this, &TopUpsController::update);
    connect(&m_accounts, &AccountList::removed, this, &TopUpsController::update);
}

TopUpsView *TopUpsController::createView(QWidget *parent)
{
    m_view = new TopUpsView(m_actions, m_clock, parent);
    connectView();
    m_view->setModels(&m_accountModel, &m_proxy);
    chooseAccount();
    update();
    if (m_unshown)
        m_view->messages().post(*std::exchange(m_unshown, std::nullopt));
    return m_view;
}

void TopUpsController::connectView()
{
    connect(m_view, &TopUpsView::accountChanged, this, [this](bool byHand) {
        m_chosenByHand |= byHand;
        update();
    });
    connect(m_view, &TopUpsView::amountChanged, this, [this] {
        m_amountFinished = false;
        update();
    });
    connect(m_view, &TopUpsView::amountFinished, this, [this] {
        m_amountFinished = true;
        update();
    });
    connect(m_view, &TopUpsView::createRequested, this, &TopUpsController::create);
    connect(m_view, &TopUpsView::copyTotalRequested, this, &TopUpsController::copyTotal);
    connect(m_view, &TopUpsView::currentChanged, this, &TopUpsController::updateActions);
    connect(m_view, &TopUpsView::addAccountRequested, this, &TopUpsController::addAccountRequested);
    connect(m_view, &TopUpsView::editAccountRequested, this,
            [this] { Q_EMIT editAccountRequested(m_view->currentAccount()); });
    connect(m_view, &TopUpsView::websiteRequested, this, &TopUpsController::openWebsite);
    connect(m_view, &TopUpsView::refreshBalanceRequested, this,
            [this] { m_accounts.refreshBalance(m_view->currentAccount()); });
}

/// Until the person chooses, the first account that money can be paid into.
void TopUpsController::chooseAccount()
{
    if (!m_view || m_chosenByHand)
        return;
    for (int row = 0; row < m_accounts.count(); ++row) {
        if (m_engine.desk(m_accounts.at(row).account.id)) {
            m_view->selectAccount(m_accounts.at(row).account.id);
            return;
        }
    }
}

void TopUpsController::update()
{
    if (!m_view)
        return;
    m_view->setForm(form());
    updatePage();
    updateActions();
}

std::optional<Money> TopUpsController::entered() const
{
    const TopUpDesk *desk = m_engine.desk(m_view->currentAccount());
    return desk ? Money::fromText(m_view->amount(), desk->terms().minimum.currency()) : std::nullopt;
}

TopUpForm TopUpsController::form() const
{
    TopUpForm form;
    const QString accountId = m_view->currentAccount();
    const TopUpDesk *desk = m_engine.desk(accountId);
    const AccountEntry *account = m_accounts.find(accountId);
    if (!desk || !account)
        return form;
    const Money minimum = desk->terms().minimum;
    const std::optional<Money> amount = entered();
    const bool enough = amount && *amount >= minimum;
    form.takesAmount = true;
    form.canCreate = enough && !m_engine.isCreating(accountId);
    form.sign = minimum.currency().sign();
    form.isError = amount && !enough && m_amountFinished;
    if (enough)
        form.hint = tr("%1 is added to the balance.").arg(format::money(amount));
    else
        form.hint = tr("Enter at least %1.").arg(format::money(minimum));
    if (const ProviderInfo *info = infoOf(account->account.providerId))
        form.otherWays = tr("Paid by QRIS. Other ways, such as crypto, are in the dashboard at %1 only.")
                             .arg(weblink::host(info->website));
    return form;
}

void TopUpsController::updatePage()
{
    using Page = TopUpsView::Page;
    const QString accountId = m_view->currentAccount();
    const AccountEntry *account = m_accounts.find(accountId);
    const bool any = m_topUps.rowCount() > 0;
    if (!account) {
        m_view->setPage(any ? Page::Invoices : Page::NoAccount);
    } else if (account->key == KeyState::Missing || account->key == KeyState::Unavailable) {
        m_view->setPage(Page::NoKey, account->account.label);
    } else if (m_accounts.provider(accountId) && !m_engine.desk(accountId)) {
        const ProviderInfo *info = infoOf(account->account.providerId);
        m_view->setPage(Page::Elsewhere, providerName(account->account.providerId),
                        info ? weblink::host(info->website) : QString());
    } else {
        m_view->setPage(any ? Page::Invoices : Page::NoInvoices);
    }
}

const TopUp *TopUpsController::current() const
{
    const QModelIndex index = m_view ? m_view->currentTopUp() : QModelIndex();
    return index.isValid() ? m_engine.topUp(index.data(TopUpModel::KeyRole).toLongLong()) : nullptr;
}

void TopUpsController::updateActions()
{
    const TopUp *topUp = current();
    const bool pending = topUp && topUp->status == TopUpStatus::Pending && !isTooLate(*topUp, m_clock.utc());
    m_actions.copyAmount->setEnabled(pending && topUp->totalAmount);
    m_actions.openPage->setEnabled(pending && !topUp->paymentUrl.isEmpty());
    m_actions.copyLink->setEnabled(pending && !topUp->paymentUrl.isEmpty());
    m_actions.createAgain->setEnabled(topUp && !isLive(topUp->status) && m_engine.desk(topUp->accountId) &&
                                      !m_engine.isCreating(topUp->accountId));
    if (topUp)
        m_view->showTopUp(factsOf(*topUp, accountLabel(*topUp), m_clock.utc()));
}

QString TopUpsController::accountLabel(const TopUp &topUp) const
{
    const AccountEntry *account = m_accounts.find(topUp.accountId);
    return account ? account->account.label : providerName(topUp.providerId);
}

void TopUpsController::create()
{
    m_amountFinished = true;
    update();
    const std::optional<Money> amount = entered();
    if (amount && form().canCreate)
        createFor(m_view->currentAccount(), *amount);
}

void TopUpsController::createFor(const QString &accountId, const Money &amount)
{
    whenReady(m_engine.create(accountId, amount), this, [this, accountId](const Result<qint64> &key) {
        const AccountEntry *account = m_accounts.find(accountId);
        if (key) {
            selectTopUp(key.value());
            if (m_view)
                m_view->setAmount({}); // another click on the same amount would be another invoice
        } else {
            post({MessageBar::Mood::Error,
                  format::error(key.error(), account ? providerName(account->account.providerId) : QString()),
                  key.error().detail,
                  {}});
        }
        update();
    });
    update();
}

void TopUpsController::createAgain()
{
    if (const TopUp *topUp = current())
        createFor(topUp->accountId, topUp->amount);
}

void TopUpsController::selectTopUp(qint64 key)
{
    const int row = m_topUps.rowOf(key);
    if (row >= 0 && m_view)
        m_view->selectTopUp(m_proxy.mapFromSource(m_topUps.index(row, 0)));
}

void TopUpsController::copyTotal()
{
    const TopUp *topUp = current();
    const QString total = topUp ? factsOf(*topUp, accountLabel(*topUp), m_clock.utc()).total : QString();
    if (total.isEmpty())
        return;
    if (m_clipboard.copyPlain(total))
        m_view->showTotalCopied();
    else
        sayCopyFailed();
}

void TopUpsController::copyLink()
{
    const TopUp *topUp = current();
    if (!topUp)
        return;
    if (m_clipboard.copyPlain(topUp->paymentUrl.toString(QUrl::FullyEncoded)))
        post({MessageBar::Mood::Success, tr("The link was copied."), {}, {}});
    else
        sayCopyFailed();
}

void TopUpsController::sayCopyFailed()
{
    post({MessageBar::Mood::Warning,
          tr("The system did not take the copy. Click into this window and try again."),
          {},
          {}});
}

void TopUpsController::askToOpen()
{
    const TopUp *topUp = current();
    if (!topUp)
        return;
    const QUrl url = topUp->paymentUrl;
    const QString address = weblink::inLines(url);
    if (!weblink::isSafe(url)) {
        post({MessageBar::Mood::Error,
              tr("The payment link is not an https address, so it is not opened. Do not pay there; ask %1.")
                  .arg(providerName(topUp->providerId)),
              address,
              {}});
        return;
    }
    const ProviderInfo *info = infoOf(topUp->providerId);
    const bool own = info && weblink::belongsTo(url, info->website);
    const QString sentence = own ? tr("This opens %1 in your browser:\n%2").arg(weblink::host(url), address)
                                 : tr("This opens %1, which is not a site of %2, in your browser:\n%3")
                                       .arg(weblink::host(url), providerName(topUp->providerId), address);
    const auto open = [this, url] {
        if (!QDesktopServices::openUrl(url))
            post({MessageBar::Mood::Warning,
                  tr("No browser could be opened. Copy the link and open it yourself."),
                  {},
                  {}});
    };
    post({own ? MessageBar::Mood::Info : MessageBar::Mood::Warning,
          sentence,
          {},
          {{tr("Open"), open}, {tr("Copy link"), [this] { copyLink(); }}}});
}

void TopUpsController::openWebsite()
{
    const AccountEntry *account = m_accounts.find(m_view->currentAccount());
    const ProviderInfo *info = account ? infoOf(account->account.providerId) : nullptr;
    if (info && weblink::isSafe(info->website) && !QDesktopServices::openUrl(info->website))
        post({MessageBar::Mood::Warning,
              tr("No browser could be opened. Go to %1 yourself.").arg(weblink::host(info->website)),
              {},
              {}});
}

void TopUpsController::sayPaid(qint64 key)
{
    const TopUp &topUp = *m_engine.topUp(key);
    post({MessageBar::Mood::Success,
          tr("%1 was added to %2.").arg(format::money(topUp.amount), accountLabel(topUp)),
          {},
          {}});
}

void TopUpsController::sayRefused(qint64 key, const ApiError &error)
{
    const TopUp &topUp = *m_engine.topUp(key);
    const QString provider = providerName(topUp.providerId);
    const QString amount = format::money(topUp.amount);
    if (isGivenUp(topUp))
        post({MessageBar::Mood::Warning,
              tr("%1 gave no readable answer about an invoice of %2, so it was given up. Nothing has to be "
                 "paid.")
                  .arg(provider, amount),
              {},
              {}});
    else if (error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Refused)
        post({MessageBar::Mood::Error,
              tr("%1 did not make the invoice of %2. Look at its answer in the details.")
                  .arg(provider, amount),
              error.detail,
              {}});
    else
        post({MessageBar::Mood::Error, format::error(error, provider), error.detail, {}});
}

void TopUpsController::post(const MessageBar::Message &message)
{
    if (m_view)
        m_view->messages().post(message);
    else
        m_unshown = message;
}

} // namespace otpdesk
