#include "ui/orders/ordertabcontroller.h"

#include "models/orders/ordermodel.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "providers/types/phonenumber.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/iconengine.h"
#include "ui/orders/messagespanel.h"
#include "ui/orders/ordersview.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace otpdesk {

using std::chrono::milliseconds;

namespace {

constexpr int OlderAtOnce = 300;

QString providerName(const QString &id)
{
    const ProviderEntry *entry = findProvider(id);
    return entry ? entry->info().name : id;
}

bool isOpen(OrderStatus status)
{
    return status == OrderStatus::Buying || status == OrderStatus::Unconfirmed;
}

} // namespace

OrderTabController::OrderTabController(const OrderDesk &desk, const OrderTab &tab, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_tab(tab),
      m_timeline(desk.engine, desk.journal, desk.clock),
      m_messages(desk.engine, desk.clock),
      m_proxy(tab.kind),
      m_reminders(desk.clock),
      m_countdown(desk.clock.alarm([this] { updateActions(); }))
{
    m_proxy.setSourceModel(&desk.orders);
    connectEngine();
}

OrderTabController::~OrderTabController() = default;

QAction *OrderTabController::makeAction(const QString &objectName, const Wording &wording, Icon symbol,
                                        const std::function<void()> &run)
{
    auto *action = new QAction(icon(symbol), wording.text, this);
    action->setObjectName(objectName);
    action->setToolTip(wording.hint);
    m_wordings.insert(action, wording);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QAction *OrderTabController::addAction(const QString &objectName, const Wording &wording, Icon symbol,
                                       const std::function<void()> &run)
{
    QAction *action = makeAction(objectName, wording, symbol, run);
    m_actions.order.append({action, wording.name});
    return action;
}

QAction *OrderTabController::addTool(const QString &objectName, const Wording &wording, Icon symbol,
                                     const std::function<void()> &run)
{
    QAction *action = makeAction(objectName, wording, symbol, run);
    m_actions.tools.append({action, wording.name});
    return action;
}

QAction *OrderTabController::addMenu(const QString &objectName, const Wording &wording, Icon symbol,
                                     const QList<QAction *> &choices)
{
    QAction *action = addAction(objectName, wording, symbol, [] {});
    m_actions.order.last().menu = choices;
    m_actions.order.last().onlyMenu = true;
    return action;
}

QAction *OrderTabController::addCommand(const QString &objectName, const Wording &wording, Icon symbol,
                                        Permission OrderActions::*may, const std::function<void(qint64)> &run)
{
    QAction *action = addAction(objectName, wording, symbol, [this, run] {
        if (const qint64 key = currentKey())
            run(key);
    });
    m_commands.append({action, may});
    return action;
}

void OrderTabController::addCopyCode()
{
    m_copyCode = addAction(
        u"copyCode"_s, {tr("Copy code"), tr("Copy &code"), tr("Copy the newest code (Ctrl+C in the list)")},
        Icon::Copy, [this] { copyCode(); });
}

void OrderTabController::addCopyNumber()
{
    QAction *plain =
        addAction(u"copyNumber"_s, {tr("Copy number"), tr("Copy &number"), tr("Copy the number")},
                  Icon::Phone, [this] { copyNumber(); });
    const auto addForm = [this](const QString &objectName, const QString &text, NumberForm form) {
        auto *action = new QAction(text, this);
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, [this, form] { copyNumberAs(form); });
        return action;
    };
    m_actions.order.last().menu = {
        addForm(u"copyE164"_s, tr("&International, with +"), NumberForm::E164),
        addForm(u"copyDigits"_s, tr("&Digits only"), NumberForm::Digits),
        addForm(u"copyNational"_s, tr("&Without country code"), NumberForm::National)};
    m_numberCopies = QList<QAction *>{plain} + m_actions.order.last().menu;
}

void OrderTabController::addCopyAddress()
{
    m_numberCopies = {addAction(u"copyAddress"_s,
                                {tr("Copy address"), tr("Copy addre&ss"), tr("Copy the e-mail address")},
                                Icon::Mail, [this] { copyNumber(); })};
}

void OrderTabController::connectEngine()
{
    connect(&engine(), &OrderEngine::added, this, [this](qint64 key) {
        if (!m_anyOrders && isOfThisTab(key))
            noteAnyOrders();
    });
    connect(&engine(), &OrderEngine::changed, this, [this](qint64 key) {
        if (key == currentKey())
            updateActions();
    });
    connect(&engine(), &OrderEngine::pollPaceChanged, this, [this](const QString &accountId) {
        const Order *order = currentOrder();
        if (order && order->accountId == accountId)
            updatePace();
    });
    connect(&engine(), &OrderEngine::refused, this, [this](qint64 key, const ApiError &error) {
        if (isOfThisTab(key))
            showError(key, error);
    });
    connect(&engine(), &OrderEngine::unconfirmed, this, [this](qint64 key) {
        if (isOfThisTab(key))
            post({MessageBar::Mood::Warning,
                  tr("A provider did not answer: a purchase may have been charged."),
                  {},
                  {}},
                 key);
    });
    connect(&engine(), &OrderEngine::historyLoaded, this, [this](OfferKind kind, int count) {
        if (kind != m_tab.kind)
            return;
        m_loadingOlder = false;
        m_olderExhausted = count < OlderAtOnce;
    });
    connect(&m_reminders, &Reminders::due, this, [this](qint64 key) {
        const Order *order = engine().order(key);
        if (order && order->status == OrderStatus::Unconfirmed)
            post({MessageBar::Mood::Warning, tr("A purchase is still unconfirmed."), {}, {}}, key);
        updateActions();
    });
}

bool OrderTabController::isOfThisTab(qint64 key) const
{
    const Order *order = m_desk.engine.order(key);
    return order && order->offer.kind == m_tab.kind;
}

qint64 OrderTabController::shownFor(qint64 key) const
{
    const Order *order = m_desk.engine.order(key);
    return order && order->renews != 0 && !isOpen(order->status) ? order->renews : key;
}

void OrderTabController::noteAnyOrders()
{
    m_anyOrders = true;
    if (m_view)
        m_view->setAnyOrders(true);
}

OrdersView *OrderTabController::createView(QWidget *parent)
{
    m_view = new OrdersView(m_tab, m_actions, m_desk.clock, parent);
    m_view->setModels(&m_proxy, &m_timeline, m_tab.messages ? &m_messages : nullptr);
    const auto &orders = engine().orders();
    if (std::any_of(orders.cbegin(), orders.cend(),
                    [this](const auto &entry) { return entry.second.offer.kind == m_tab.kind; }))
        noteAnyOrders();
    connectView();
    showCurrent();
    loadOlder();
    if (m_unshown)
        m_view->messages().post(*std::exchange(m_unshown, std::nullopt));
    return m_view;
}

void OrderTabController::connectView()
{
    using C = OrderTabController;
    connect(m_view, &OrdersView::searchChanged, &m_proxy, &OrderFilterProxy::setSearch);
    connect(m_view, &OrdersView::filterChanged, &m_proxy, &OrderFilterProxy::setFilter);
    connect(m_view, &OrdersView::currentOrderChanged, this, &C::showCurrent);
    connect(m_view, &OrdersView::copyRequested, this, &C::copyBest);
    connect(m_view, &OrdersView::copyCodeRequested, this, &C::copyCode);
    connect(m_view, &OrdersView::copyNumberRequested, this, &C::copyNumber);
    connect(m_view, &OrdersView::catalogRequested, this, [this] { Q_EMIT catalogRequested(m_tab.kind); });
    connect(m_view, &OrdersView::olderWanted, this, &C::loadOlder);
    connect(m_view, &OrdersView::orderIdEntered, this, &C::adopt);
    connect(m_view, &OrdersView::renewedChosen, this, &C::confirmRenewal);
    connect(m_view, &OrdersView::notChargedChosen, this, &C::markNotCharged);
    connect(m_view, &OrdersView::remindLaterChosen, this, &C::remindLater);
    if (MessagesPanel *mail = m_view->mail()) {
        connect(mail, &MessagesPanel::codeCopyRequested, this, &C::copyMessageCode);
        connect(mail, &MessagesPanel::linkCopyRequested, this, [this](const QString &address) {
            if (!m_desk.clipboard.copyPlain(address))
                sayCopyFailed();
        });
    }
}

qint64 OrderTabController::currentKey() const
{
    return m_view ? m_view->currentOrder().data(OrderModel::KeyRole).toLongLong() : 0;
}

const Order *OrderTabController::currentOrder() const
{
    const qint64 key = currentKey();
    return key != 0 ? m_desk.engine.order(key) : nullptr;
}

void OrderTabController::selectOrder(qint64 key)
{
    const int row = m_desk.orders.rowOf(shownFor(key));
    if (row < 0 || !m_view)
        return;
    const QModelIndex source = m_desk.orders.index(row, 0);
    if (!m_proxy.mapFromSource(source).isValid())
        m_view->resetSearch();
    if (const QModelIndex shown = m_proxy.mapFromSource(source); shown.isValid())
        m_view->selectOrder(shown);
}

void OrderTabController::showCurrent()
{
    m_timeline.showOrder(currentKey());
    m_messages.showOrder(currentKey());
    updateActions();
}

void OrderTabController::updateActions()
{
    const Order *order = currentOrder();
    const qint64 key = order ? order->key : 0;
    const bool busy = m_busy.contains(key);
    const Permission nothing = Permission::never(Permission::Reason::None);
    const OrderActions may =
        order ? engine().actions(key) : OrderActions{nothing, nothing, nothing, nothing, nothing};
    updateOthers(order);
    std::optional<milliseconds> tick; // until the next figure changes
    for (const Command &command : std::as_const(m_commands)) {
        const milliseconds left = applyPermission(command.action, may.*command.may, busy);
        if (left > 0ms)
            tick = std::min(tick.value_or(1s), (left - 1ms) % 1s + 1ms);
    }
    m_copyCode->setEnabled(order && !order->code.isEmpty());
    for (QAction *action : std::as_const(m_numberCopies))
        action->setEnabled(order && !order->number.isEmpty());

    updatePace();
    if (order && m_view) {
        m_view->setRemark(remark(*order));
        if (order->status == OrderStatus::Unconfirmed)
            updateUnconfirmed(*order, busy);
    }
    if (tick)
        m_countdown->start(*tick);
    else
        m_countdown->stop();
}

milliseconds OrderTabController::applyPermission(QAction *action, const Permission &permission, bool busy)
{
    const QDateTime now = m_desk.clock.utc();
    const Wording wording = m_wordings.value(action);
    // The engine speaks of the moment it was asked; a waiting time may have passed since.
    const bool later = permission.state == Permission::State::From;
    const milliseconds left(later ? std::max(now.msecsTo(permission.from), qint64(0)) : 0);
    const bool possible = permission.isAllowed() || (later && left == 0ms);
    //: an action and how long until it is possible: "Cancel order (1:24)"
    action->setText(left > 0ms ? tr("%1 (%2)").arg(wording.text, format::timeLeft(left)) : wording.text);
    action->setEnabled(possible && !busy);
    const QString refusal = possible ? QString() : format::permission(permission, now, m_tab.kind);
    action->setToolTip(refusal.isEmpty() ? wording.hint : refusal);
    return left;
}

void OrderTabController::updateUnconfirmed(const Order &order, bool busy)
{
    const QLocale locale;
    UnconfirmedFacts facts;
    facts.asked = format::ago(order.createdAt, m_desk.clock.utc());
    facts.askedAt = locale.toString(order.createdAt.toLocalTime(), QLocale::LongFormat);
    facts.price = format::money(order.price);
    facts.balanceBefore = format::money(order.balanceBefore);
    facts.balanceAfter = format::money(order.balanceAfter);
    facts.quantity = order.options.quantity;
    facts.isRenewal = order.renews != 0;
    const QDateTime remindAt = m_reminders.timeOf(order.key);
    if (remindAt.isValid())
        facts.remindAt = locale.toString(remindAt.toLocalTime().time(), QLocale::ShortFormat);
    m_view->setUnconfirmed(facts, busy);
}

void OrderTabController::updatePace()
{
    const Order *order = currentOrder();
    if (m_view)
        m_view->setPace(order ? paceOf(*order) : QString());
}

/// Why a code may take longer than it should, of an order that waits for one.
QString OrderTabController::paceOf(const Order &order) const
{
    const ProviderEntry *provider = findProvider(order.providerId);
    const bool isPolled = order.status == OrderStatus::Waiting || order.status == OrderStatus::CodeReceived;
    if (!provider || !isPolled)
        return {};
    const OrderEngine &engine = m_desk.engine;
    const int row = m_desk.orders.rowOf(order.key);
    const QString account =
        m_desk.orders.index(row, int(OrderModel::Column::Provider)).data(Qt::DisplayRole).toString();
    if (const QDateTime until = engine.restsUntil(order.accountId); until > m_desk.clock.utc())
        return format::pollRest(account, until);
    const ProviderInfo &info = provider->info();
    return format::pollPace(account, info.terms(order.offer.kind).pollEvery, engine.pollInterval(order),
                            engine.polledOrders(order.accountId), info.requestsPerMinute);
}

void OrderTabController::copyBest()
{
    const Order *order = currentOrder();
    if (!order)
        return;
    if (order->code.isEmpty())
        copyNumber();
    else
        copyCode();
}

void OrderTabController::copyCode()
{
    const Order *order = currentOrder();
    if (!order || order->code.isEmpty())
        return;
    if (m_desk.clipboard.copySecret(order->code))
        m_view->showCodeCopied();
    else
        sayCopyFailed();
}

void OrderTabController::copyMessageCode(const QString &code)
{
    if (m_desk.clipboard.copySecret(code))
        m_view->mail()->showCodeCopied();
    else
        sayCopyFailed();
}

void OrderTabController::copyNumberAs(NumberForm form)
{
    const Order *order = currentOrder();
    if (!order || order->number.isEmpty())
        return;
    QString text;
    if (order->offer.kind != OfferKind::Email) {
        const PhoneNumber number = readPhoneNumber(order->number, order->offer.countryIso);
        text = form == NumberForm::E164     ? number.e164
               : form == NumberForm::Digits ? number.digits
                                            : number.national;
    }
    if (text.isEmpty()) // it cannot be told: the provider's own writing is better than nothing
        text = order->number;
    if (m_desk.clipboard.copyPlain(text))
        m_view->showNumberCopied();
    else
        sayCopyFailed();
}

void OrderTabController::sayCopyFailed()
{
    m_view->messages().post(MessageBar::Mood::Warning,
                            tr("The system did not take the copy. Click into this window and try again."));
}

void OrderTabController::showError(qint64 key, const ApiError &error)
{
    const Order *order = engine().order(key);
    const QString provider = order ? providerName(order->providerId) : QString();
    post({MessageBar::Mood::Error, format::error(error, provider), error.detail, {}}, key);
}

void OrderTabController::post(MessageBar::Message message, qint64 key)
{
    if (key != 0 && shownFor(key) != currentKey())
        message.actions.append({tr("&Go to order"), [this, key] { selectOrder(key); }});
    if (m_view)
        m_view->messages().post(message);
    else
        m_unshown = message;
}

void OrderTabController::rest(qint64 key)
{
    m_busy.insert(key);
    updateActions();
    QTimer::singleShot(QApplication::doubleClickInterval(), this, [this, key] {
        m_busy.remove(key);
        updateActions();
    });
}

void OrderTabController::cancel(qint64 key)
{
    const qsizetype before = engine().order(key)->messages.size();
    const auto sayWhatCame = [this, key, before] {
        const Order *order = engine().order(key);
        if (!order || order->messages.size() <= before)
            return false;
        post({MessageBar::Mood::Warning,
              order->code.isEmpty() ? tr("A message came: the order is not refunded.")
                                    : tr("A code came: the order is not refunded."),
              {},
              {}},
             key);
        return true;
    };
    run<Done>(
        key, engine().cancel(key), [sayWhatCame](const Done &) { sayWhatCame(); },
        [sayWhatCame](const ApiError &) { return sayWhatCame(); });
}

void OrderTabController::adopt(const QString &orderId)
{
    if (const qint64 key = currentKey())
        run<Done>(key, engine().adopt(key, orderId), [this, key](const Done &) { m_reminders.forget(key); });
}

/// The person saw that it was: the rental itself says until when.
void OrderTabController::confirmRenewal()
{
    const Order *renewal = currentOrder();
    if (const Order *rental = renewal ? engine().order(renewal->renews) : nullptr)
        adopt(rental->id);
}

void OrderTabController::markNotCharged()
{
    if (const qint64 key = currentKey())
        run<Done>(key, engine().markNotCharged(key), [this, key](const Done &) { m_reminders.forget(key); });
}

void OrderTabController::remindLater()
{
    if (const qint64 key = currentKey()) {
        m_reminders.remindOf(key);
        updateActions();
    }
}

void OrderTabController::loadOlder()
{
    if (m_loadingOlder || m_olderExhausted)
        return;
    m_loadingOlder = true;
    engine().loadHistory(m_tab.kind, OlderAtOnce);
}

} // namespace otpdesk
