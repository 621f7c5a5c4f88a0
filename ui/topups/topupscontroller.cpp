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
#include "ui/topups/topupsview.h"

#include <QAction>
#include <QDesktopServices>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

constexpr int LongestAddressShown = 300;

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

/// A page that may be opened: nothing unencrypted, no other program, and no name in front of the host that
/// passes itself off as one.
bool isSafe(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
}

/// As ASCII: letters of another alphabet that look alike do not.
QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

bool isOwnSite(const QUrl &url, const QString &providerId)
{
    const ProviderInfo *info = infoOf(providerId);
    const QString own = info ? hostOf(info->website) : QString();
    const QString host = hostOf(url);
    return !own.isEmpty() && (host == own || host.endsWith(u'.' + own));
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
                             .arg(hostOf(info->website));
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
                        info ? hostOf(info->website) : QString());
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
    const bool pending = topUp && topUp->status == TopUpStatus::Pending && !isTooLate(*topUp);
    m_actions.copyAmount->setEnabled(pending && topUp->totalAmount);
    m_actions.openPage->setEnabled(pending && !topUp->paymentUrl.isEmpty());
    m_actions.copyLink->setEnabled(pending && !topUp->paymentUrl.isEmpty());
    m_actions.createAgain->setEnabled(topUp && !isLive(topUp->status) && m_engine.desk(topUp->accountId) &&
                                      !m_engine.isCreating(topUp->accountId));
    if (topUp)
        m_view->showTopUp(facts(*topUp));
}

QString TopUpsController::accountLabel(const TopUp &topUp) const
{
    const AccountEntry *account = m_accounts.find(topUp.accountId);
    return account ? account->account.label : providerName(topUp.providerId);
}

/// Its time is over, and only the provider's last word is awaited.
bool TopUpsController::isTooLate(const TopUp &topUp) const
{
    const QDateTime expires = TopUpEngine::expiry(topUp);
    return expires.isValid() && m_clock.utc() >= expires;
}

TopUpFacts TopUpsController::facts(const TopUp &topUp) const
{
    TopUpFacts facts;
    facts.title = tr("%1 · %2").arg(format::money(topUp.amount), accountLabel(topUp));
    facts.status = topUp.status;
    facts.explanation = explanation(topUp);
    const bool stands = topUp.status == TopUpStatus::Pending || topUp.status == TopUpStatus::Paid;
    if (stands && !isTooLate(topUp) && topUp.totalAmount) {
        facts.total = topUp.totalAmount->toDecimal();
        facts.shownTotal = format::money(topUp.totalAmount);
    }
    switch (topUp.status) {
    case TopUpStatus::Creating:
    case TopUpStatus::Unconfirmed:
        facts.noTotal = tr("Not known yet");
        break;
    case TopUpStatus::Pending:
    case TopUpStatus::Paid:
        facts.noTotal =
            isTooLate(topUp) ? tr("Do not pay this invoice any more") : tr("See the payment page");
        break;
    case TopUpStatus::Expired:
    case TopUpStatus::Failed:
        facts.noTotal = tr("Do not pay this invoice any more");
        break;
    case TopUpStatus::NotCreated:
        facts.noTotal = tr("Nothing to pay");
        break;
    }
    if (const QDateTime expires = TopUpEngine::expiry(topUp); expires.isValid()) {
        facts.left = std::chrono::milliseconds(m_clock.utc().msecsTo(expires));
        facts.lifetime = std::chrono::milliseconds(topUp.createdAt.msecsTo(expires));
    }
    if (isSafe(topUp.paymentUrl))
        facts.place = hostOf(topUp.paymentUrl);
    return facts;
}

QString TopUpsController::explanation(const TopUp &topUp) const
{
    const QString amount = format::money(topUp.amount);
    const QString provider = providerName(topUp.providerId);
    switch (topUp.status) {
    case TopUpStatus::Creating:
        return tr("Asking %1 for the invoice…").arg(provider);
    case TopUpStatus::Unconfirmed:
        return tr("No readable answer came from %1. The same invoice is asked for again; no second one is "
                  "made.")
            .arg(provider);
    case TopUpStatus::Pending:
        if (isTooLate(topUp))
            return tr("Its time is over. %1 is still asked whether it was paid in time.").arg(provider);
        if (topUp.totalAmount && *topUp.totalAmount != topUp.amount)
            return tr("Pay exactly this amount: the last digits tell your payment apart from others. %1 is "
                      "added to your balance.")
                .arg(amount);
        return tr("Pay exactly this amount. %1 is added to your balance.").arg(amount);
    case TopUpStatus::Paid:
        return tr("%1 was added to your balance.").arg(amount);
    case TopUpStatus::Expired:
        return tr("Its time is over: do not pay it any more. If you paid in time, refresh the balance; else "
                  "create a new invoice.");
    case TopUpStatus::Failed:
        return tr("%1 says that the payment failed. Look at your balance there before you pay again.")
            .arg(provider);
    case TopUpStatus::NotCreated:
        if (isGivenUp(topUp))
            return tr("%1 gave no readable answer in time, so this was given up.").arg(provider);
        return topUp.error.isEmpty() ? tr("%1 did not make this invoice.").arg(provider)
                                     : tr("%1 did not make this invoice: %2").arg(provider, topUp.error);
    }
    return {};
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
    const QString total = topUp ? facts(*topUp).total : QString();
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
    const QString address = url.toString(QUrl::FullyEncoded).left(LongestAddressShown);
    if (!isSafe(url)) {
        post({MessageBar::Mood::Error,
              tr("The payment link is not an https address, so it is not opened. Do not pay there; ask %1.")
                  .arg(providerName(topUp->providerId)),
              address,
              {}});
        return;
    }
    const bool own = isOwnSite(url, topUp->providerId);
    const QString sentence = own ? tr("This opens %1 in your browser:\n%2").arg(hostOf(url), address)
                                 : tr("This opens %1 in your browser, which is not a site of %2:\n%3")
                                       .arg(hostOf(url), providerName(topUp->providerId), address);
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
    if (info && isSafe(info->website) && !QDesktopServices::openUrl(info->website))
        post({MessageBar::Mood::Warning,
              tr("No browser could be opened. Go to %1 yourself.").arg(hostOf(info->website)),
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
