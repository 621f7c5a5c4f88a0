#pragma once

#include "tests/fault/crashes/buyerprocess.h"
#include "tests/fault/crashes/reckoning.h"
#include "tests/fault/crashes/tally.h"

#include <QRandomGenerator>

#include <functional>
#include <memory>

namespace otpdesk {

struct CrashWorld;

/// One profile after another, each with a world of providers of its own: the process that buys is started on
/// it, reconciles, buys, and is killed, many times; then it is left in peace, a person answers what it asks,
/// all orders come to their end, and the provider's side is compared with the journal.
class Lane
{
public:
    Lane(quint32 seed, int number);
    ~Lane();
    Tally run(int kills);

private:
    /// One kill to come.
    struct Card
    {
        KillPoint point;
        int call = -1;
    };
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    Card draw();
    QString where() const;
    void damaged(const QString &what);
    void stuck(const QString &what);

    // A life of the process.
    bool start(const QString &arms = {});
    bool becomesReady();
    void compareWithLastLook();
    void reconcileAWhile();
    void letSomethingCome();
    void killed();
    void look();

    // What it is killed at.
    void play();
    void killWhileStarting();
    void killWhileCreating();
    void killWhileMigrating();
    void killAtWriteOfStart(int write);
    void killWhileBuying();
    void killAtTimelineWrite();
    void killAtCommand(const QString &command);
    void readMessages();
    bool haveOrderFor(const QString &command);
    QString armsAt(const QString &command, int most);
    bool dies(std::chrono::milliseconds patience);

    // The end of a profile.
    void audit();
    void letItFindOut();
    void answerAsPerson();
    QString rightAnswer(const SeenOrder &order, QList<Charge> &unaccounted) const;
    void endOrders();
    void compareAll();
    QList<SeenOrder> seen(const std::function<bool(const SeenOrder &)> &wanted) const;

    QRandomGenerator m_random;
    quint32 m_seed;
    int m_number;
    int m_kill = 0;
    int m_creationWrite = 0;  ///< at which write the last making of a journal was killed
    int m_migrationWrite = 0; ///< the same of a migration
    int m_version = 1;        ///< of the journal that is migrated
    Card m_card{KillPoint::Start};
    QList<Card> m_deck;
    Tally m_tally;
    std::unique_ptr<CrashWorld> m_world;
};

} // namespace otpdesk
