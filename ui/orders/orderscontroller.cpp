#include "ui/orders/orderscontroller.h"

#include "models/orders/ordermodel.h"
#include "models/orders/timelinemodel.h"
#include "models/text/format.h"
#include "providers/registry.h"
#include "providers/types/clock.h"
#include "providers/types/phonenumber.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/iconengine.h"
#include "ui/orders/ordersview.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace otpdesk {

using std::chrono::milliseconds;

namespace {

constexpr int OlderAtOnce = 300;
constexpr auto ReminderSpan = 10min;

QString providerName(const QString &id)
{
    const ProviderEntry *entry = findProvider(id);
    return entry ? entry->info().name : id;
}

} // namespace

OrdersController::OrdersController(OrderEngine &engine, OrderModel &orders, TimelineModel &timeline,
                                   Clipboard &clipboard, Clock &clock, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_orders(orders),
      m_timeline(timeline),
      m_clipboard(clipboard),
      m_clock(clock),
      m_countdown(clock.alarm([this] { updateActions(); })),
      m_reminder(clock.alarm([this] { remind(); }))
{
    m_proxy.setSourceModel(&orders);
    makeActions();
    connectEngine();
    updateActions();
}

OrdersController::~OrdersController() = default;

QAction *OrdersController::makeAction(const QString &objectName, const QString &text, Icon symbol,
                                      const QString &toolTip, void (OrdersController::*slot)())
{
    auto *action = new QAction(icon(symbol), text, this);
    action->setObjectName(objectName);
    action->setToolTip(toolTip);
    m_wordings.insert(action, {text, toolTip});
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void OrdersController::makeActions()
{
    using C = OrdersController;
    m_actions.copyCode = makeAction(u"copyCode"_s, tr("Copy &code"), Icon::Copy,
                                    tr("Copy the newest code (Ctrl+C in the list)"), &C::copyCode);
    m_actions.copyNumber =
        makeAction(u"copyNumber"_s, tr("Copy &number"), Icon::Phone, tr("Copy the number"), &C::copyNumber);
    m_actions.resend = makeAction(u"resend"_s, tr("Re&send SMS"), Icon::Resend,
                                  tr("Ask for another SMS to this number"), &C::resend);
    m_actions.replace = makeAction(u"replace"_s, tr("Re&place number"), Icon::Swap,
                                   tr("Give this number back for another one"), &C::replace);
    m_actions.finish = makeAction(u"finish"_s, tr("F&inish order"), Icon::Check,
                                  tr("Tell the provider that you have what you need"), &C::finish);
    m_actions.cancel = makeAction(u"cancel"_s, tr("Cance&l order"), Icon::Cancel,
                                  tr("Give the number back for the refund"), &C::cancel);

    const auto addForm = [this](const QString &objectName, const QString &text, NumberForm form) {
        auto *action = new QAction(text, this);
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, [this, form] { copyNumberAs(form); });
        return action;
    };
    m_actions.copyE164 = addForm(u"copyE164"_s, tr("&International, with +"), NumberForm::E164);
    m_actions.copyDigits = addForm(u"copyDigits"_s, tr("&Digits only"), NumberForm::Digits);
    m_actions.copyNational = addForm(u"copyNational"_s, tr("&Without country code"), NumberForm::National);
}

void OrdersController::connectEngine()
{
    connect(&m_engine, &OrderEngine::added, this, [this] {
        if (m_view)
            m_view->setAnyOrders(true);
    });
    connect(&m_engine, &OrderEngine::changed, this, [this](qint64 key) {
        if (key == currentKey())
            updateActions();
    });
    connect(&m_engine, &OrderEngine::refused, this, &OrdersController::showError);
    connect(&m_engine, &OrderEngine::unconfirmed, this, [this](qint64 key) {
        post({MessageBar::Mood::Warning,
              tr("A provider did not answer: a purchase may have been charged."),
              {},
              {}},
             key);
    });
    connect(&m_engine, &OrderEngine::historyLoaded, this, [this](int count) {
        m_loadingOlder = false;
        m_olderExhausted = count < OlderAtOnce;
        if (m_view)
            m_view->setAnyOrders(!m_engine.orders().empty());
    });
}

OrdersView *OrdersController::createView(QWidget *parent)
{
    m_view = new OrdersView(m_actions, m_clock, parent);
    m_view->setModels(&m_proxy, &m_timeline);
    m_view->setAnyOrders(!m_engine.orders().empty());
    connectView();
    showCurrent();
    loadOlder();
    if (m_unshown)
        m_view->messages().post(*std::exchange(m_unshown, std::nullopt));
    return m_view;
}

void OrdersController::connectView()
{
    connect(m_view, &OrdersView::searchChanged, &m_proxy, &OrderFilterProxy::setSearch);
    connect(m_view, &OrdersView::filterChanged, &m_proxy, &OrderFilterProxy::setFilter);
    connect(m_view, &OrdersView::currentOrderChanged, this, &OrdersController::showCurrent);
    connect(m_view, &OrdersView::copyRequested, this, &OrdersController::copyBest);
    connect(m_view, &OrdersView::copyCodeRequested, this, &OrdersController::copyCode);
    connect(m_view, &OrdersView::copyNumberRequested, this, &OrdersController::copyNumber);
    connect(m_view, &OrdersView::catalogRequested, this, &OrdersController::catalogRequested);
    connect(m_view, &OrdersView::olderWanted, this, &OrdersController::loadOlder);
    connect(m_view, &OrdersView::orderIdEntered, this, &OrdersController::adopt);
    connect(m_view, &OrdersView::notChargedChosen, this, &OrdersController::markNotCharged);
    connect(m_view, &OrdersView::remindLaterChosen, this, &OrdersController::remindLater);
}

qint64 OrdersController::currentKey() const
{
    return m_view ? m_view->currentOrder().data(OrderModel::KeyRole).toLongLong() : 0;
}

const Order *OrdersController::currentOrder() const
{
    const qint64 key = currentKey();
    return key != 0 ? m_engine.order(key) : nullptr;
}

void OrdersController::selectOrder(qint64 key)
{
    const int row = m_orders.rowOf(key);
    if (row < 0 || !m_view)
        return;
    const QModelIndex source = m_orders.index(row, 0);
    if (!m_proxy.mapFromSource(source).isValid())
        m_view->resetSearch();
    m_view->selectOrder(m_proxy.mapFromSource(source));
}

void OrdersController::showCurrent()
{
    m_timeline.showOrder(currentKey());
    updateActions();
}

void OrdersController::updateActions()
{
    const Order *order = currentOrder();
    const qint64 key = order ? order->key : 0;
    const bool busy = m_busy.contains(key);
    const Permission nothing = Permission::never(Permission::Reason::None);
    const OrderActions may = order ? m_engine.actions(key) : OrderActions{nothing, nothing, nothing, nothing};

    const std::pair<QAction *, Permission> commands[] = {{m_actions.cancel, may.cancel},
                                                         {m_actions.finish, may.finish},
                                                         {m_actions.resend, may.resend},
                                                         {m_actions.replace, may.replace}};
    std::optional<milliseconds> tick; // until the next figure changes
    for (const auto &[action, permission] : commands) {
        const milliseconds left = applyPermission(action, permission, busy);
        if (left > 0ms)
            tick = std::min(tick.value_or(1s), (left - 1ms) % 1s + 1ms);
    }

    const bool hasNumber = order && !order->number.isEmpty();
    m_actions.copyCode->setEnabled(order && !order->code.isEmpty());
    for (QAction *action :
         {m_actions.copyNumber, m_actions.copyE164, m_actions.copyDigits, m_actions.copyNational})
        action->setEnabled(hasNumber);

    if (order && order->status == OrderStatus::Unconfirmed && m_view)
        updateUnconfirmed(*order, busy);
    if (tick)
        m_countdown->start(*tick);
    else
        m_countdown->stop();
}

milliseconds OrdersController::applyPermission(QAction *action, const Permission &permission, bool busy)
{
    const QDateTime now = m_clock.utc();
    const Wording wording = m_wordings.value(action);
    // The engine speaks of the moment it was asked; a waiting time may have passed since.
    const bool later = permission.state == Permission::State::From;
    const milliseconds left(later ? std::max(now.msecsTo(permission.from), qint64(0)) : 0);
    const bool possible = permission.isAllowed() || (later && left == 0ms);
    //: an action and how long until it is possible: "Cancel order (1:24)"
    action->setText(left > 0ms ? tr("%1 (%2)").arg(wording.text, format::timeLeft(left)) : wording.text);
    action->setEnabled(possible && !busy);
    const QString refusal = possible ? QString() : format::permission(permission, now);
    action->setToolTip(refusal.isEmpty() ? wording.hint : refusal);
    return left;
}

void OrdersController::updateUnconfirmed(const Order &order, bool busy)
{
    const QLocale locale;
    UnconfirmedFacts facts;
    facts.asked = format::ago(order.createdAt, m_clock.utc());
    facts.askedAt = locale.toString(order.createdAt.toLocalTime(), QLocale::LongFormat);
    facts.price = format::money(order.price);
    facts.balanceBefore = format::money(order.balanceBefore);
    facts.balanceAfter = format::money(order.balanceAfter);
    const QDateTime remindAt = m_remindAt.value(order.key);
    if (remindAt.isValid())
        facts.remindAt = locale.toString(remindAt.toLocalTime().time(), QLocale::ShortFormat);
    m_view->setUnconfirmed(facts, busy);
}

void OrdersController::copyBest()
{
    const Order *order = currentOrder();
    if (!order)
        return;
    if (order->code.isEmpty())
        copyNumber();
    else
        copyCode();
}

void OrdersController::copyCode()
{
    const Order *order = currentOrder();
    if (!order || order->code.isEmpty())
        return;
    if (m_clipboard.copySecret(order->code))
        m_view->showCodeCopied();
    else
        sayCopyFailed();
}

void OrdersController::copyNumberAs(NumberForm form)
{
    const Order *order = currentOrder();
    if (!order || order->number.isEmpty())
        return;
    const PhoneNumber number = readPhoneNumber(order->number, order->offer.countryIso);
    QString text = form == NumberForm::E164     ? number.e164
                   : form == NumberForm::Digits ? number.digits
                                                : number.national;
    if (text.isEmpty()) // it cannot be told: the provider's own writing is better than nothing
        text = order->number;
    if (m_clipboard.copyPlain(text))
        m_view->showNumberCopied();
    else
        sayCopyFailed();
}

void OrdersController::sayCopyFailed()
{
    m_view->messages().post(MessageBar::Mood::Warning,
                            tr("The system did not take the copy. Click into this window and try again."));
}

template <typename T>
void OrdersController::run(qint64 key, const Async<T> &command, std::function<void(const T &)> done)
{
    m_busy.insert(key);
    updateActions();
    whenReady(command, this, [this, key, done = std::move(done)](const Result<T> &result) {
        m_busy.remove(key);
        if (!result)
            showError(key, result.error());
        else if (done)
            done(*result);
        updateActions();
    });
}

void OrdersController::showError(qint64 key, const ApiError &error)
{
    const Order *order = m_engine.order(key);
    const QString provider = order ? providerName(order->providerId) : QString();
    post({MessageBar::Mood::Error, format::error(error, provider), error.detail, {}}, key);
}

void OrdersController::post(MessageBar::Message message, qint64 key)
{
    if (key != currentKey())
        message.actions.append({tr("&Go to order"), [this, key] { selectOrder(key); }});
    if (m_view)
        m_view->messages().post(message);
    else
        m_unshown = message;
}

void OrdersController::resend()
{
    if (const qint64 key = currentKey())
        run<Done>(key, m_engine.resend(key), {});
}

void OrdersController::replace()
{
    if (const qint64 key = currentKey()) {
        run<qint64>(key, m_engine.replace(key), [this, key](const qint64 &successor) {
            if (currentKey() == key) // unless the person has moved on
                selectOrder(successor);
        });
    }
}

void OrdersController::finish()
{
    if (const qint64 key = currentKey())
        run<Done>(key, m_engine.finish(key), {});
}

void OrdersController::cancel()
{
    if (const qint64 key = currentKey())
        run<Done>(key, m_engine.cancel(key), {});
}

void OrdersController::adopt(const QString &orderId)
{
    if (const qint64 key = currentKey())
        run<Done>(key, m_engine.adopt(key, orderId), [this, key](const Done &) { m_remindAt.remove(key); });
}

void OrdersController::markNotCharged()
{
    if (const qint64 key = currentKey())
        run<Done>(key, m_engine.markNotCharged(key), [this, key](const Done &) { m_remindAt.remove(key); });
}

void OrdersController::remindLater()
{
    const qint64 key = currentKey();
    if (key == 0)
        return;
    m_remindAt.insert(key, m_clock.utc().addDuration(ReminderSpan));
    if (!m_reminder->isActive())
        m_reminder->start(ReminderSpan);
    updateActions();
}

void OrdersController::remind()
{
    // All who are due, and the time until the next who is not.
    qint64 due = 0;
    std::optional<QDateTime> next;
    const QDateTime now = m_clock.utc();
    for (auto it = m_remindAt.begin(); it != m_remindAt.end();) {
        if (it.value() > now) {
            next = next ? qMin(*next, it.value()) : it.value();
            ++it;
            continue;
        }
        const Order *order = m_engine.order(it.key());
        if (order && order->status == OrderStatus::Unconfirmed)
            due = it.key();
        it = m_remindAt.erase(it);
    }
    if (next)
        m_reminder->start(milliseconds(now.msecsTo(*next)));
    if (due != 0)
        post({MessageBar::Mood::Warning, tr("A purchase is still unconfirmed."), {}, {}}, due);
    updateActions();
}

void OrdersController::loadOlder()
{
    if (m_loadingOlder || m_olderExhausted)
        return;
    m_loadingOlder = true;
    m_engine.loadHistory(OlderAtOnce);
}

} // namespace otpdesk
