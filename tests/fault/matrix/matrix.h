#pragma once

#include "tests/fault/matrix/faulttable.h"
#include "tests/support/wirerow.h"

#include <QStringList>

#include <chrono>

namespace otpdesk {

class Trial;

/// What came of one fault.
struct FaultCount
{
    QString name;
    int rows = 0;
    int calls = 0;     ///< each row may have several forms of the fault
    int deviating = 0; ///< of the calls
    QStringList deviations;
    int mostArrivals = 0; ///< of a request that is sent once
    int mostArrivalsKeyed = 0;
    std::chrono::milliseconds longest{0}; ///< clock time until a call ended
    qint64 growth = 0;                    ///< of memory in one call (bytes); 0: of no interest, or not known
    std::chrono::milliseconds ran{0};     ///< the computer's time
};

/// Every call of every provider under every fault.
class Matrix
{
public:
    /// Only rows whose name contains these words.
    explicit Matrix(QString row);

    /// What is wrong with the data itself; empty: nothing.
    QString problem() const { return m_table.problems.join(u'\n'); }
    FaultCount run(const FaultCase &fault) const;

private:
    struct Form
    {
        const WireRow *row;
        const WireCase *documented;
        Variant variant;
        std::optional<qint64> largestBody;

        const RawAnswer &sent() const
        {
            return largestBody && variant.lesser ? *variant.lesser : variant.answer;
        }
    };
    QList<Form> formsOf(const FaultCase &fault) const;
    void runTogether(const FaultCase &fault, const QList<Form> &forms, FaultCount &count) const;
    void tryOnce(const FaultCase &fault, const QList<Form> &forms, FaultCount *count) const;
    void judge(const FaultCase &fault, const Form &form, const Trial &trial, const QString &left,
               FaultCount &count) const;

    WireTable m_table;
    QString m_row;
};

} // namespace otpdesk
