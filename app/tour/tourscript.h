#pragma once

#include "app/tour/hand.h"
#include "app/tour/tourstep.h"
#include "providers/simulator/script.h"
#include "providers/types/money.h"

namespace otpdesk {

class Simulator;
struct SimOrder;

/// What the guided tour does, in order. Object and accessible names are the English ones.
class TourScript
{
public:
    TourScript(QWidget &window, Simulator &simulator) : m_hand(window), m_simulator(simulator) {}

    QList<TourStep> steps();
    /// Only through the catalog, with however many offers the simulator sells.
    QList<TourStep> stepsThroughManyOffers();
    /// Clicks and keys since this was last asked.
    int takeStrokes() { return m_hand.takeStrokes(); }

private:
    /// What to buy, and how to find it in the catalog.
    struct Purchase
    {
        QString step;
        QString told; ///< "WhatsApp in Indonesia at OTPZap, Server 1"
        QString providerId;
        QString search{};
        QString country{};                        ///< in the filter; empty: any
        QString line{};                           ///< of the offer; empty: any
        QString variant{};                        ///< chosen in the dialog; empty: what it suggests
        QString kind = QStringLiteral("Numbers"); ///< in the filter
    };

    void accounts();
    void catalog();
    void compare();
    void chooseTelegramInPakistan();
    void expandTheMarket();
    void starAndReturn();
    void exchangeRates();
    void purchases();
    void codes();
    void copies();
    void resend();
    void finish();
    void replaceAndCancel();
    void overview();
    void rentals();
    void inboxes();
    void topUps();
    void webhook();
    void spending();
    void limitOtpZap(const QString &amount);
    void choosePolicy();
    void buyBeyondTheLimit();
    void expectSilentOrderGoesBack();
    void darkTheme();
    void loadManyOffers();
    void awaitOffers(int atLeast);
    void typeThroughManyOffers();
    void sortManyOffers();
    void scrollManyOffers();
    void groupManyOffers();
    void refreshManyOffers();

    void addAccount(const QString &providerId);
    void findOffer(const Purchase &purchase);
    void buy(const Purchase &purchase);
    void confirm(const Purchase &purchase);
    void newInbox(const QString &name, const QString &providerId, const QString &site, const QString &domain,
                  Plan plan);
    void expectMessageRead();
    void selectRow(const QString &view, const QString &column, std::function<QString()> text);
    int offersShown() const;
    bool everyOffer(const QString &column, const QString &word) const;
    bool isCheapestFirst(int rows) const;
    Money cheapestInRupees() const;
    QString cellOf(const QString &view, const QString &text, const QString &column) const;

    void step(const QString &name, const QString &told);
    void arrange(std::function<void()> change);
    void expect(const QString &sentence, std::function<bool()> seen);
    /// The clock runs fast meanwhile: by so much at each try.
    void await(const QString &sentence, std::function<bool()> seen,
               std::chrono::milliseconds passing = std::chrono::milliseconds(500));
    void click(const QString &name);
    void press(const QString &view, QKeyCombination keys);
    void typeByLetter(const QString &name, const QString &text);
    void clickHeader(const QString &column);
    void openTab(const QString &text);
    void type(const QString &name, const QString &text);
    void type(const QString &name, std::function<QString()> text);
    void choose(const QString &combo, const QString &entry);
    void selectOrder(std::function<QString()> simId);
    void expectMessage(const QString &beginning);
    void expectNumberShown();
    void expectBalance(const QString &providerId);

    SimOrder order(const QString &simId) const;
    QModelIndex rowOf(const SimOrder &order) const;
    QString nameOf(const QString &providerId) const;
    bool showsNewest(const SimOrder &order) const;

    Hand m_hand;
    Simulator &m_simulator;
    QList<TourStep> m_steps;
    qsizetype m_ordersBefore = 0;
    QString m_resent;    ///< order ids: the one of Server 1
    QString m_codeless;  ///< the one that never gets a code
    QString m_successor; ///< the one that took its place
    QString m_rental;
    QString m_inbox;
    QString m_invoice;
    QString m_silent; ///< the one that is given back by itself
    Money m_balanceBefore;
    int m_offersShown = 0;
};

} // namespace otpdesk
