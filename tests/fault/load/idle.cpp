// The application at rest: what it asks for, and what wakes it. `otpdesk_idle` judges on an injected clock;
// `otpdesk_idle --watch [SECONDS]` counts on the computer's own.

#include "app/secrets/sessionstore.h"
#include "app/session/session.h"
#include "app/startup/commandline.h"
#include "app/startup/profile.h"
#include "models/accounts/accountlist.h"
#include "models/orders/orderengine.h"
#include "tests/fault/load/networkrest.h"
#include "tests/support/sampleorders.h"
#include "tests/support/spending.h"
#include "ui/kit/plaintextguard.h"
#include "ui/window/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QMap>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>
#include <QTimerEvent>

#include <algorithm>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds AMinute = 1min;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// The whole application on a profile of its own, with an account at every simulated provider.
class Running
{
public:
    explicit Running(Clock &clock) : simulator(clock, quietScript())
    {
        simulator.watch([this](const QString &, const ServerRequest &) { ++requests; });
        StartOptions options;
        options.profileDir = m_dir.filePath(u"profile"_s);
        const Profile profile = Profile::open(options).value();
        keepAnEndedOrder(profile);
        std::vector<std::unique_ptr<SecretStore>> stores;
        stores.push_back(std::make_unique<SessionStore>());
        if (!simulator.start())
            qFatal("No simulator: %s", qPrintable(simulator.errorText()));
        session = std::make_unique<Session>(SessionSetup{profile, clock, std::move(stores), nullptr, false});
        QEventLoop opening;
        QObject::connect(session.get(), &Session::opened, &opening, &QEventLoop::quit);
        session->open();
        opening.exec();
        for (const QString &providerId : simulator.providerIds())
            session->accounts().save(accountAt(simulator, providerId), simulator.key(providerId));
        while (requests < simulator.providerIds().size())
            opening.processEvents(QEventLoop::WaitForMoreEvents);
        session->window().resize(1000, 700);
        session->window().show();
        session->window().activateWindow();
    }

    /// Waits only for its answer: nothing else needs it.
    void rentANumber()
    {
        const Spending rental =
            *std::find_if(spendings().cbegin(), spendings().cend(), [](const Spending &s) {
                return s.line.startsWith("rental"_L1) && !s.needsOrder();
            });
        const Offer offer = affordable(simulator.catalog(), rental, simulator.balance(rental.providerId));
        session->engine().buy(u"account-"_s + rental.providerId, offer);
    }

    Simulator simulator;
    std::unique_ptr<Session> session;
    int requests = 0;

private:
    static void keepAnEndedOrder(const Profile &profile)
    {
        Order order = sample::inbox(QDateTime::currentDateTimeUtc());
        order.offer.kind = OfferKind::Number;
        order.number = u"+6281234567890"_s;
        Journal journal(profile.journalFile());
        const auto opened = journal.open();
        const auto kept = journal.addOrder(
            sample::ended(order, OrderStatus::Refunded, QDateTime::currentDateTimeUtc()), {});
        QEventLoop keeping;
        whenEnded(kept, &keeping, [&keeping](const auto &) { keeping.quit(); });
        keeping.exec();
    }

    QTemporaryDir m_dir;
};

/// What the person has before them.
struct Scene
{
    QString name;
    std::function<void(Running &)> enter;
};

QList<Scene> scenes()
{
    return {
        {u"catalog shown"_s, [](Running &r) { r.session->window().showTab(MainWindow::Tab::Catalog); }},
        {u"ended order selected"_s,
         [](Running &r) {
             r.session->window().showTab(MainWindow::Tab::Orders);
             r.session->window().showOrder(1);
         }},
        {u"window minimised"_s, [](Running &r) { r.session->window().showMinimized(); }},
        {u"window hidden"_s, [](Running &r) { r.session->window().hide(); }},
        {u"rentals shown"_s,
         [](Running &r) {
             r.session->window().showNormal();
             r.session->window().showTab(MainWindow::Tab::Rentals);
         }},
        {u"inboxes shown"_s, [](Running &r) { r.session->window().showTab(MainWindow::Tab::Inboxes); }},
        {u"top-ups shown"_s, [](Running &r) { r.session->window().showTab(MainWindow::Tab::TopUps); }},
    };
}

QString called(const QObject *object)
{
    QStringList path;
    for (; object && path.size() < 3; object = object->parent()) {
        const QString name = object->objectName();
        path.append(QString::fromLatin1(object->metaObject()->className()) +
                    (name.isEmpty() ? QString() : u" '%1'"_s.arg(name)));
    }
    return path.join(u" of ");
}

/// Every timer below a minute, of whatever can be reached from the application and its windows.
QStringList fastTimers()
{
    QSet<QObject *> all{QCoreApplication::instance()};
    for (QObject *child : QCoreApplication::instance()->findChildren<QObject *>())
        all.insert(child);
    for (QWidget *widget : QApplication::allWidgets()) {
        all.insert(widget);
        for (QObject *child : widget->findChildren<QObject *>())
            all.insert(child);
    }
    QStringList found;
    for (QObject *object : std::as_const(all)) {
        for (const auto &timer : QAbstractEventDispatcher::instance()->registeredTimers(object)) {
            if (milliseconds(timer.interval) < AMinute)
                found.append(u"%1 ms: %2"_s.arg(timer.interval).arg(called(object)));
        }
    }
    return found;
}

QString focused()
{
    const QWidget *widget = QApplication::focusWidget();
    return widget ? called(widget) : u"nothing"_s;
}

/// Counts who is woken by a timer, and how often the loop wakes up at all.
class WakeUps : public QObject
{
public:
    WakeUps()
    {
        QCoreApplication::instance()->installEventFilter(this);
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
                [this] { ++count; });
    }
    int count = 0;
    QMap<QString, int> timers;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Timer)
            ++timers[called(watched)];
        return QObject::eventFilter(watched, event);
    }
};

/// On a frozen clock: an hour without a request in each scene, and no timer below a minute.
int judge()
{
    SteerableClock clock(SteerableClock::Mode::Frozen);
    NetworkRest rest;
    Running running(clock);
    int damage = 0;
    const auto pass = [&](milliseconds span) {
        for (const milliseconds end = clock.steady() + span; clock.steady() < end;) {
            clock.skip(std::min(clock.nextAlarm().value_or(1s), milliseconds(1s)));
            rest.await();
            QThreadPool::globalInstance()->waitForDone(); // long answers are read there
        }
    };
    for (const Scene &scene : scenes()) {
        scene.enter(running);
        // What a tab asks for when it is first shown, and what is said for a moment.
        int before = -1;
        while (before != running.requests) {
            before = running.requests;
            pass(10min);
        }
        pass(1h);
        const int since = running.requests - before;
        const auto alarm = clock.nextAlarm();
        const QStringList timers = fastTimers();
        out() << scene.name << ": " << before << " requests before, " << since << " in an hour; alarm "
              << (alarm ? QString::number(alarm->count()) + u" ms"_s : u"none"_s)
              << "; timers below a minute: " << timers.size() << "; the focus has " << focused() << Qt::endl;
        for (const QString &timer : timers)
            out() << "  " << timer << Qt::endl;
        if (since > 0 || !timers.isEmpty() || (alarm && *alarm < AMinute))
            ++damage;
    }
    out() << (damage == 0 ? u"No damage."_s : u"%1 scenes are damaged."_s.arg(damage)) << Qt::endl;
    return damage == 0 ? 0 : 1;
}

/// On the computer's clock.
int watch(milliseconds span)
{
    SystemClock clock;
    Running running(clock);
    QEventLoop loop;
    const auto wait = [&loop](milliseconds time) {
        QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    };
    QList<Scene> all = scenes();
    all.append({u"rental alive, catalog shown"_s, [](Running &r) {
                    r.rentANumber();
                    r.session->window().showTab(MainWindow::Tab::Catalog);
                }});
    out() << "The catalogs are being loaded, at the pace of their limits." << Qt::endl;
    for (int before = -1; before != running.requests;) {
        before = running.requests;
        wait(15s);
    }
    for (const Scene &scene : std::as_const(all)) {
        scene.enter(running);
        wait(12s); // what is said for a moment, and the caret
        const int before = running.requests;
        WakeUps wakeUps;
        wait(span);
        out() << scene.name << ": " << wakeUps.count << " wake-ups and " << running.requests - before
              << " requests in " << std::chrono::duration_cast<std::chrono::seconds>(span).count()
              << " s; the focus has " << focused() << Qt::endl;
        for (auto timer = wakeUps.timers.cbegin(); timer != wakeUps.timers.cend(); ++timer)
            out() << "  " << timer.value() << " times " << timer.key() << Qt::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"otpdesk"_s);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    new PlainTextGuard(&application);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    if (wanted.value(0) == "--watch"_L1)
        return watch(std::chrono::seconds(wanted.value(1, u"65"_s).toInt()));
    return judge();
}
