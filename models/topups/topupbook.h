#pragma once

#include "providers/types/result.h"
#include "providers/types/topup.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace otpdesk {

class Alarm;
class Clock;
class Journal;

/// The invoices in memory, and the hand that writes them into the journal, as OrderBook is for orders: what
/// is recorded is shown at once and written behind; a write that fails is tried again.
class TopUpBook : public QObject
{
    Q_OBJECT

public:
    TopUpBook(Journal &journal, Clock &clock, QObject *parent = nullptr);
    /// Hands the journal what is not written yet.
    ~TopUpBook() override;

    const std::map<qint64, TopUp> &topUps() const { return m_topUps; }
    const TopUp *find(qint64 key) const;

    /// Takes an invoice that the journal holds already.
    void take(const TopUp &topUp);
    /// Writes a new invoice; it is in the book once the journal has it.
    Async<qint64> open(TopUp topUp);
    /// The invoice as it is now.
    void record(const TopUp &topUp);

Q_SIGNALS:
    void added(qint64 key);
    void changed(qint64 key);
    void storageFailed(const otpdesk::ApiError &error);
    void storageRecovered();

private:
    void flush(qint64 key);

    Journal &m_journal;
    std::map<qint64, TopUp> m_topUps;
    QSet<qint64> m_dirty;
    QSet<qint64> m_writing;
    std::unique_ptr<Alarm> m_retry;
    bool m_failing = false;
};

} // namespace otpdesk
