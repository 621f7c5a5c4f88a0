#pragma once

#include "app/secrets/filestore.h"
#include "app/secrets/sessionstore.h"
#include "app/session/session.h"
#include "app/startup/profile.h"
#include "models/accounts/accountlist.h"
#include "models/catalog/catalogmodel.h"
#include "models/orders/orderengine.h"
#include "models/store/journal.h"
#include "providers/simulator/simulator.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

namespace otpdesk {

/// The whole application in this process, on the simulated providers and on a clock that only a test moves.
class Desk
{
public:
    explicit Desk(const Script &script = Script::everyCodeAfter(std::chrono::seconds(20)))
        : simulator(clock, script)
    {
        if (!simulator.start() || !m_dir.isValid())
            qFatal("No simulator: %s", qPrintable(simulator.errorText()));
    }

    /// Starts the application on the profile, as at the first time or as the last session left it.
    bool open()
    {
        StartOptions options;
        options.profileDir = m_dir.filePath(QStringLiteral("profile"));
        const Result<Profile> profile = Profile::open(options);
        if (!profile)
            return false;
        std::vector<std::unique_ptr<SecretStore>> stores;
        stores.push_back(std::make_unique<FileStore>(profile->secretsFile()));
        stores.push_back(std::make_unique<SessionStore>());
        session = std::make_unique<Session>(
            SessionSetup{profile.value(), clock, std::move(stores), nullptr, false});
        QSignalSpy opened(session.get(), &Session::opened);
        session->open();
        if (opened.isEmpty() && !opened.wait())
            return false;
        session->window().setClosesToTray(false);
        session->show(false);
        return QTest::qWaitForWindowActive(&session->window());
    }
    void quit() { session.reset(); }

    /// Writes orders into the journal, before the application is opened: their keys are 1, 2, 3…
    bool keep(const QList<Order> &orders)
    {
        StartOptions options;
        options.profileDir = m_dir.filePath(QStringLiteral("profile"));
        const Result<Profile> profile = Profile::open(options);
        if (!profile)
            return false;
        Journal journal(profile->journalFile());
        if (!QTest::qWaitFor([opened = journal.open()] { return opened.isFinished(); }))
            return false;
        return std::all_of(orders.cbegin(), orders.cend(), [&journal](const Order &order) {
            return QTest::qWaitFor([key = journal.addOrder(order, {})] { return key.isFinished(); });
        });
    }

    MainWindow &window() { return session->window(); }

    /// A named widget that can be seen now, of the window or of a dialog of it; null: there is none.
    template <typename Widget = QWidget>
    Widget *find(const QString &objectName)
    {
        const QList<Widget *> all = window().findChildren<Widget *>(objectName);
        const auto seen = std::find_if(all.begin(), all.end(), [](Widget *one) { return one->isVisible(); });
        return seen == all.end() ? nullptr : *seen;
    }
    /// Presses a button as a person does: only where it can be seen and is enabled.
    bool press(const QString &objectName)
    {
        auto *button = find<QAbstractButton>(objectName);
        if (!button || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    QString text(const QString &objectName)
    {
        auto *label = find<QLabel>(objectName);
        return label ? label->text() : QString();
    }

    /// An account at a simulated provider, without the dialogs.
    void addAccount(const QString &providerId, const QString &label)
    {
        Account account;
        account.id = QStringLiteral("account-") + providerId;
        account.providerId = providerId;
        account.label = label;
        account.baseUrl = simulator.baseUrl(providerId);
        account.keyHome = SecretHome::File;
        session->accounts().save(account, simulator.key(providerId));
    }
    /// Opens the confirmation for the first offer of a service, of this variant if one is named.
    bool askToBuy(const QString &service, const QString &variant = {})
    {
        window().showTab(MainWindow::Tab::Catalog);
        find<QLineEdit>(QStringLiteral("searchOffers"))->setText(service);
        auto *table = window().findChild<QTableView *>(QStringLiteral("offersTable"));
        const auto wanted = [&] {
            const int column = static_cast<int>(CatalogModel::Column::Variant);
            int row = 0;
            while (row < table->model()->rowCount() && !variant.isEmpty() &&
                   table->model()->index(row, column).data().toString() != variant)
                ++row;
            return row < table->model()->rowCount() ? row : -1;
        };
        if (!comesTrue([&] { return table->isVisible() && wanted() >= 0; }))
            return false;
        table->selectRow(wanted());
        return press(QStringLiteral("buyOffer"));
    }
    /// The same, until the price was checked and it can be bought.
    bool openConfirmation(const QString &service, const QString &variant = {})
    {
        return askToBuy(service, variant) && comesTrue([&] {
                   auto *buy = find<QPushButton>(QStringLiteral("buyNow"));
                   return buy && buy->isEnabled();
               });
    }
    /// Buys the first offer of a service; its order is then the current one of the Orders tab.
    bool buy(const QString &service, const QString &variant = {})
    {
        const auto before = session->engine().orders().size();
        return openConfirmation(service, variant) && press(QStringLiteral("buyNow")) && comesTrue([&] {
                   return session->engine().orders().size() > before && find(QStringLiteral("orders")) &&
                          newest().status != OrderStatus::Buying;
               });
    }
    const Order &newest() const { return session->engine().orders().rbegin()->second; }

    /// Lets time pass for as long as a condition in QTRY_VERIFY() does not hold.
    bool passing(bool condition, std::chrono::milliseconds span = std::chrono::milliseconds(500))
    {
        if (!condition)
            clock.skip(span);
        return condition;
    }

    /// Lets time pass until the condition holds. To load a catalog takes seconds of the computer's own time
    /// where sanitizers look on.
    template <typename Condition>
    bool comesTrue(Condition condition)
    {
        constexpr int Patience = 60'000; // ms
        return QTest::qWaitFor([&] { return passing(condition()); }, Patience);
    }

    /// The clock outlives what runs on it.
    SteerableClock clock{SteerableClock::Mode::Frozen};
    Simulator simulator;
    std::unique_ptr<Session> session;

private:
    QTemporaryDir m_dir;
};

} // namespace otpdesk
