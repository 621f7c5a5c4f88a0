#include "models/diff/rowdiff.h"

#include <QTest>

using namespace otpdesk;

namespace {

struct Row
{
    int id;
    int value;
    friend bool operator==(const Row &, const Row &) = default;
};
using Rows = std::vector<Row>;

RowDiff diffOf(const Rows &earlier, const Rows &later)
{
    return diffRows<Row>(
        earlier, later, [](const Row &row) { return row.id; },
        [](const Row &a, const Row &b) { return a.value != b.value; });
}

/// Does to a list what a model would, and asserts that every range fits at its moment.
Rows applied(Rows rows, const RowDiff &diff, const Rows &later)
{
    for (const RowRange &range : diff.removed) {
        if (range.last() >= static_cast<int>(rows.size()))
            return {};
        rows.erase(rows.begin() + range.first, rows.begin() + range.first + range.count);
    }
    for (const RowRange &range : diff.inserted) {
        if (range.first > static_cast<int>(rows.size()))
            return {};
        rows.insert(rows.begin() + range.first, later.begin() + range.first,
                    later.begin() + range.first + range.count);
    }
    for (const RowRange &range : diff.changed) {
        for (int row = range.first; row <= range.last(); ++row)
            rows[static_cast<size_t>(row)] = later[static_cast<size_t>(row)];
    }
    return rows;
}

} // namespace

class RowDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalListsDifferInNothing()
    {
        const Rows rows{{1, 0}, {2, 0}, {3, 0}};
        QVERIFY(diffOf(rows, rows).isEmpty());
        QVERIFY(diffOf({}, {}).isEmpty());
    }

    void neighboursAreOneRange()
    {
        const RowDiff diff =
            diffOf({{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}}, {{1, 0}, {9, 0}, {8, 0}, {4, 7}, {5, 7}});
        QCOMPARE(diff.removed, (std::vector<RowRange>{{1, 2}}));
        QCOMPARE(diff.inserted, (std::vector<RowRange>{{1, 2}}));
        QCOMPARE(diff.changed, (std::vector<RowRange>{{3, 2}}));
        QVERIFY(!diff.reordered);
        QCOMPARE(diff.rangeCount(), size_t(3));
    }

    void removalsComeLastRangeFirst()
    {
        const RowDiff diff = diffOf({{1, 0}, {2, 0}, {3, 0}, {4, 0}}, {{2, 0}, {4, 0}});
        QCOMPARE(diff.removed, (std::vector<RowRange>{{2, 1}, {0, 1}}));
    }

    void fromNothingAndToNothingAreOneRange()
    {
        const Rows rows{{1, 0}, {2, 0}, {3, 0}};
        QCOMPARE(diffOf({}, rows).inserted, (std::vector<RowRange>{{0, 3}}));
        QCOMPARE(diffOf(rows, {}).removed, (std::vector<RowRange>{{0, 3}}));
    }

    void anotherOrderIsTold()
    {
        QVERIFY(diffOf({{1, 0}, {2, 0}, {3, 0}}, {{3, 0}, {1, 0}, {2, 0}}).reordered);
        QVERIFY(!diffOf({{1, 0}, {2, 0}, {3, 0}}, {{1, 0}, {7, 0}, {3, 0}}).reordered);
    }

    void ofTwoWithOneIdentityOnlyTheFirstIsTheSame()
    {
        const RowDiff diff = diffOf({{1, 0}, {1, 5}}, {{1, 0}});
        QCOMPARE(diff.removed, (std::vector<RowRange>{{1, 1}}));
        QVERIFY(diff.changed.empty());
        QCOMPARE(diffOf({{1, 0}}, {{1, 0}, {1, 0}}).inserted, (std::vector<RowRange>{{1, 1}}));
    }

    void appliedItGivesTheLaterList()
    {
        // Every subset of seven rows against every other, with some values changed.
        for (int a = 0; a < 128; ++a) {
            for (int b = 0; b < 128; ++b) {
                Rows earlier;
                Rows later;
                for (int id = 0; id < 7; ++id) {
                    if (a & (1 << id))
                        earlier.push_back({id, 0});
                    if (b & (1 << id))
                        later.push_back({id, (a + b + id) % 3 == 0});
                }
                const RowDiff diff = diffOf(earlier, later);
                QVERIFY(!diff.reordered);
                QVERIFY(applied(earlier, diff, later) == later);
            }
        }
    }
};

QTEST_GUILESS_MAIN(RowDiffTest)
#include "tst_rowdiff.moc"
