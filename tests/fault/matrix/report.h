#pragma once

#include "tests/fault/matrix/matrix.h"

#include <QTextStream>

namespace otpdesk {

/// Prints what came of each fault as a table, line by line, and adds it all up.
class Report
{
public:
    explicit Report(QTextStream &out) : m_out(out) {}

    void begin(const QString &title);
    void add(const FaultCount &count);
    void end();
    bool isClean() const { return m_deviations == 0 && m_calls > 0; }

private:
    QTextStream &m_out;
    int m_calls = 0;
    int m_deviations = 0;
    int m_mostArrivals = 0;
    std::chrono::milliseconds m_ran{0};
};

} // namespace otpdesk
