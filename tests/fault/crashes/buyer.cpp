#include "tests/fault/crashes/buyer.h"

#include "models/store/words.h"
#include "providers/simulator/democatalog.h"
#include "tests/support/spending.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

QString wordsOf(const ApiError &error)
{
    return wordOf(error.kind) + u' ' + error.detail;
}

dyingdisk::Death deathOf(const QString &word)
{
    if (word == "torn"_L1)
        return dyingdisk::Death::Torn;
    return word == "synced"_L1 ? dyingdisk::Death::AfterSync : dyingdisk::Death::Before;
}

} // namespace

Buyer::Floor::Floor(const QString &file, Drawer &drawer, const QDateTime &now)
    : clock(SteerableClock::Mode::Running, now),
      journal(file),
      accounts(journal, {&drawer}, clock),
      engine(journal, accounts, clock)
{}

Buyer::Buyer(const QString &profile, QObject *parent)
    : QObject(parent), m_profile(profile), m_catalog(demoCatalog())
{}

Buyer::~Buyer() = default;

void Buyer::obey(const QString &command)
{
    const QStringList words = command.split(u' ');
    const QString &name = words.first();
    if (name == "account"_L1) {
        Account account;
        account.id = words.value(1);
        account.providerId = words.value(2);
        account.label = u"Mine"_s;
        account.baseUrl = QUrl(words.value(3));
        account.keyHome = SecretHome::Session;
        m_drawer.write(account.id, words.value(4), {});
        m_missingAccounts.append({account, words.value(4)});
    } else if (name == "open"_L1) {
        open(QDateTime::fromMSecsSinceEpoch(words.value(1).toLongLong(), Qt::UTC));
    } else if (name == "skip"_L1) {
        m_floor->clock.skip(std::chrono::milliseconds(words.value(1).toLongLong()));
    } else if (name == "buy"_L1) {
        buy(words.value(1).toInt(), words.value(2).toInt());
    } else if (name == "which"_L1) {
        tellWhich(words.value(1));
    } else if (name == "die"_L1) {
        dyingdisk::dieAt(words.value(1).toInt(), deathOf(words.value(2)));
    } else if (name == "dieAfterIntent"_L1) {
        m_arms = {words.value(1).toInt(), deathOf(words.value(2)), 0};
    } else if (name == "fail"_L1) {
        dyingdisk::failFrom(words.value(1).toInt(), words.value(2).toInt());
    } else if (name == "failAfterIntent"_L1) {
        m_arms = {1, dyingdisk::Death::Before, words.value(1).toInt()};
    } else if (name == "heal"_L1) {
        dyingdisk::heal();
    } else if (name == "sync"_L1) {
        whenReady(m_floor->journal.fact(u"nothing"_s), this,
                  [](const Result<QString> &) { say(u"synced"_s); });
    } else {
        this->command(name, words.value(1).toLongLong(), words.value(2));
    }
}

void Buyer::open(const QDateTime &now)
{
    m_floor = std::make_unique<Floor>(m_profile + u"/journal.sqlite"_s, m_drawer, now);
    OrderEngine &engine = m_floor->engine;
    connect(&engine, &OrderEngine::added, this, [this](qint64 key) {
        if (m_started)
            intentWritten();
        tellOrder(key);
    });
    connect(&engine, &OrderEngine::changed, this, &Buyer::tellOrder);
    connect(&engine, &OrderEngine::storageFailed, this,
            [](const ApiError &error) { say(u"storage failed "_s + wordsOf(error)); });
    connect(&engine, &OrderEngine::storageRecovered, this, [] { say(u"storage recovered"_s); });
    whenReady(m_floor->journal.open(), this, [this](const Result<JournalStart> &start) { opened(start); });
}

void Buyer::opened(const Result<JournalStart> &start)
{
    if (!start) {
        say(u"failed "_s + wordsOf(start.error()));
        return;
    }
    for (const Account &account : start->accounts)
        m_missingAccounts.removeIf(
            [&account](const auto &missing) { return missing.first.id == account.id; });
    m_floor->accounts.start(start->accounts);
    m_floor->engine.start(start->liveOrders);
    m_started = true;
    saveNextAccount();
}

void Buyer::saveNextAccount()
{
    if (m_missingAccounts.isEmpty()) {
        say(u"ready %1"_s.arg(dyingdisk::writes()));
        return;
    }
    const auto [account, key] = m_missingAccounts.takeFirst();
    whenReady(m_floor->accounts.save(account, key), this, [this](const Result<Done> &saved) {
        if (saved)
            saveNextAccount();
        else
            say(u"failed "_s + wordsOf(saved.error()));
    });
}

void Buyer::buy(qsizetype which, qsizetype shelfPlace)
{
    const Spending &spending = spendings()[which];
    const QList<const Offer *> shelf = m_catalog.of(spending.providerId, spending.line);
    const Offer offer = askedFor(*shelf[shelfPlace % shelf.size()]);
    whenReady(m_floor->engine.buy(u"account-"_s + spending.providerId, offer), this,
              [](const Result<qint64> &key) {
                  say(u"asked "_s + (key ? QString::number(key.value()) : wordsOf(key.error())));
              });
}

void Buyer::command(const QString &name, qint64 key, const QString &argument)
{
    OrderEngine &engine = m_floor->engine;
    const auto tell = [name, key](const auto &result) {
        say(u"done %1 %2 %3"_s.arg(name).arg(key).arg(result ? u"ok"_s : wordsOf(result.error())));
    };
    const Order *order = engine.order(key);
    if (!order) {
        say(u"done %1 %2 not_found"_s.arg(name).arg(key));
    } else if (name == "replace"_L1) {
        whenReady(engine.replace(key), this, tell);
    } else if (name == "renew"_L1) {
        whenReady(engine.renew(key, order->offer), this, tell);
    } else if (name == "cancel"_L1) {
        whenReady(engine.cancel(key), this, tell);
    } else if (name == "finish"_L1) {
        whenReady(engine.finish(key), this, tell);
    } else if (name == "resend"_L1) {
        whenReady(engine.resend(key), this, tell);
    } else if (name == "adopt"_L1) {
        whenReady(engine.adopt(key, argument), this, tell);
    } else if (name == "mark"_L1) {
        whenReady(engine.markNotCharged(key), this, tell);
    } else if (name == "reconcile"_L1) {
        engine.reconcile(key);
    }
}

void Buyer::tellOrder(qint64 key)
{
    const Order &order = *m_floor->engine.order(key);
    QJsonObject told{{u"key"_s, key},
                     {u"status"_s, wordOf(order.status)},
                     {u"provider"_s, order.providerId},
                     {u"line"_s, order.offer.line},
                     {u"service"_s, order.offer.serviceId},
                     {u"at"_s, order.createdAt.toMSecsSinceEpoch()},
                     {u"click"_s, order.idempotencyKey},
                     {u"id"_s, order.id},
                     {u"code"_s, order.code},
                     {u"messages"_s, order.messages.size()},
                     {u"replaces"_s, order.replaces},
                     {u"renews"_s, order.renews},
                     {u"gaveUp"_s, order.balanceAfter.has_value()}};
    say(u"order "_s + QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact)));
}

void Buyer::tellWhich(const QString &action)
{
    static const QHash<QString, Permission OrderActions::*> actions = {{u"cancel"_s, &OrderActions::cancel},
                                                                       {u"finish"_s, &OrderActions::finish},
                                                                       {u"resend"_s, &OrderActions::resend},
                                                                       {u"replace"_s, &OrderActions::replace},
                                                                       {u"renew"_s, &OrderActions::renew}};
    QString keys;
    for (const auto &[key, order] : m_floor->engine.orders()) {
        if ((m_floor->engine.actions(key).*actions.value(action)).isAllowed())
            keys += u' ' + QString::number(key);
    }
    say(u"allowed"_s + keys);
}

/// In the journal, and nothing is sent yet.
void Buyer::intentWritten()
{
    const Arms arms = std::exchange(m_arms, {});
    if (arms.failure != 0)
        dyingdisk::failFrom(arms.count, arms.failure);
    else if (arms.count > 0)
        dyingdisk::dieAt(arms.count, arms.how);
}

int runBuyer(const QString &profile)
{
    Buyer buyer(profile);
    // A notifier of the event loop would not do: Windows has none for pipes.
    std::thread reader([&buyer] {
        std::string line;
        while (std::getline(std::cin, line)) {
            QMetaObject::invokeMethod(
                &buyer, [&buyer, command = QString::fromStdString(line)] { buyer.obey(command); },
                Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    reader.join();
    return code;
}

} // namespace otpdesk
