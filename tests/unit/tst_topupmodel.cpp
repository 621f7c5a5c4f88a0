#include "tests/support/topupbench.h"

#include <QTemporaryDir>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = TopUpModel::Column;

class TestTopUpModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TopUpBench::Floor> m_floor;
    std::unique_ptr<TopUpBench> m_bench;

    QString text(int row, Column column) const
    {
        return m_bench->model.index(row, int(column)).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_dir = std::make_unique<QTemporaryDir>();
        m_floor = std::make_unique<TopUpBench::Floor>();
        m_bench = std::make_unique<TopUpBench>(m_dir->filePath(u"journal.sqlite"_s), *m_floor);
        QVERIFY(m_bench->start());
    }
    void cleanup()
    {
        m_bench.reset();
        m_floor.reset();
    }

    void anInvoiceReadsAsAPersonExpects()
    {
        m_bench->pending();
        QCOMPARE(m_bench->model.rowCount(), 1);
        QCOMPARE(text(0, Column::Created), u"just now"_s);
        QCOMPARE(text(0, Column::Account), u"Main"_s);
        QCOMPARE(text(0, Column::Amount), u"Rp\u00a050,000"_s);
        QCOMPARE(text(0, Column::ToPay), u"Rp\u00a050,017"_s);
        QCOMPARE(text(0, Column::Status), u"To be paid"_s);
        QCOMPARE(text(0, Column::TimeLeft), u"30:00"_s);
        QCOMPARE(text(0, Column::PaidAt), QString());
        const QModelIndex index = m_bench->model.index(0, int(Column::ToPay));
        QCOMPARE(index.data(TopUpModel::SortRole).toLongLong(), 500170000);
        QCOMPARE(index.data(TopUpModel::LifetimeRole).toLongLong(), 1800 * 1000);
    }

    void theNewestIsFirst()
    {
        const qint64 first = m_bench->pending();
        const qint64 second = m_bench->pending();
        QCOMPARE(m_bench->model.index(0, 0).data(TopUpModel::KeyRole).toLongLong(), second);
        QCOMPARE(m_bench->model.rowOf(first), 1);
        QCOMPARE(m_bench->model.rowOf(0), -1);
    }

    void aChangeTouchesItsRowOnly()
    {
        m_bench->pending();
        const qint64 key = m_bench->pending();
        QSignalSpy changes(&m_bench->model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&m_bench->model, &QAbstractItemModel::modelReset);
        m_bench->engine.askAllNow();
        m_bench->clock.skip(0s);
        QTRY_COMPARE(m_bench->desk.checks.waiting(), 2);
        // The first asked about is the older one.
        m_bench->desk.checks.settle(TopUpBench::reportOf(TopUpStatus::Pending));
        m_bench->desk.checks.settle(TopUpBench::reportOf(TopUpStatus::Paid));
        QTRY_COMPARE(m_bench->status(key), TopUpStatus::Paid);
        bool touched = false;
        for (const QList<QVariant> &change : changes) {
            const auto first = change[0].toModelIndex();
            const auto last = change[1].toModelIndex();
            if (first.column() == int(Column::Account) && last.column() == first.column())
                continue; // the balance, and with it the account
            QCOMPARE(first.row(), 0);
            QCOMPARE(last.row(), 0);
            touched = true;
        }
        QVERIFY(touched);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(text(0, Column::PaidAt), u"just now"_s);
        QCOMPARE(text(0, Column::TimeLeft), QString());
    }

    void itTicksOnlyWhileSomethingCountsDown()
    {
        QSignalSpy changes(&m_bench->model, &QAbstractItemModel::dataChanged);
        m_bench->clock.skip(1min);
        QCOMPARE(changes.count(), 0);
        m_bench->pending();
        changes.clear();
        m_bench->clock.skip(3s);
        QCOMPARE(changes.count(), 3);
        QCOMPARE(changes.first()[0].toModelIndex().column(), int(Column::TimeLeft));
        QCOMPARE(changes.first()[1].toModelIndex().column(), int(Column::TimeLeft));
        QCOMPARE(text(0, Column::TimeLeft), u"29:57"_s);

        // What only waits for its last word counts no further.
        m_bench->clock.skip(30min);
        changes.clear();
        m_bench->clock.skip(10s);
        QCOMPARE(changes.count(), 0);
        QCOMPARE(text(0, Column::TimeLeft), u"0:00"_s);
    }

    void aRemovedAccountGoesByItsProvider()
    {
        m_bench->pending();
        const auto removed = m_bench->accounts.remove(m_bench->account.id);
        QTRY_VERIFY(removed.isFinished());
        QTRY_COMPARE(text(0, Column::Account), u"OTPZap"_s);
    }
};

QTEST_GUILESS_MAIN(TestTopUpModel)
#include "tst_topupmodel.moc"
