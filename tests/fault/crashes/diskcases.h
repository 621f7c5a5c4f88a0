#pragma once

#include <QString>

#include <memory>

namespace otpdesk {

struct CrashWorld;

/// A disk that is full, or may only be read: nothing is asked of a provider that could not be written down,
/// and the person is told why. Where it fills up after the request was sent, nothing is lost.
class DiskCases
{
public:
    explicit DiskCases(quint32 seed);
    ~DiskCases();

    /// Prints each case, and for one that went wrong DAMAGE before it. True: none did.
    bool run();

private:
    void begin();
    bool isReady();
    int requests() const;
    QString bought(int call);
    QString answerToClick(int call);
    QString refusal(const QString &answer, int requestsBefore);

    QString cannotOpen(int error, bool used);
    QString intentCannotBeWritten(int call, int error);
    QString outcomeCannotBeWritten(int call);
    void report(const QString &name, const QString &failure);

    quint32 m_seed;
    int m_refusals = 0; ///< in the case at hand
    bool m_clean = true;
    std::unique_ptr<CrashWorld> m_world;
};

} // namespace otpdesk
