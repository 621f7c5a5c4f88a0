#pragma once

#include "providers/types/topup.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;

namespace otpdesk {

class CountdownRing;
class ElidedLabel;
class HeroCode;
class PillLabel;

/// What can be done with an invoice. Owned by the controller.
struct TopUpsActions
{
    QAction *copyAmount = nullptr;
    QAction *openPage = nullptr;
    QAction *copyLink = nullptr;
    QAction *createAgain = nullptr;
};

/// An invoice in words.
struct TopUpFacts
{
    QString title; ///< amount and account
    TopUpStatus status = TopUpStatus::Pending;
    QString total;      ///< what is copied: digits only; empty: nothing to pay
    QString shownTotal; ///< the same, grouped
    QString noTotal;    ///< what stands in its place
    QString explanation;
    std::chrono::milliseconds left{0};
    std::chrono::milliseconds lifetime{0}; ///< 0: does not count down
    QString place;                         ///< where it is paid: a host; empty: nowhere
};

/// One invoice: what to pay, why so much, how long there is, and where.
class TopUpDetail : public QWidget
{
    Q_OBJECT

public:
    explicit TopUpDetail(const TopUpsActions &actions, QWidget *parent = nullptr);

    void showTopUp(const TopUpFacts &facts);
    HeroCode &total() { return *m_total; }
    /// What to pay beside the rest rather than above it, for a panel that is wide and low.
    void setFlat(bool flat);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepHeight();

    QBoxLayout *m_layout;
    ElidedLabel *m_title;
    PillLabel *m_status;
    QLabel *m_caption;
    HeroCode *m_total;
    QLabel *m_explanation;
    CountdownRing *m_ring;
    ElidedLabel *m_place;
    QWidget *m_paying; ///< ring, place and buttons of what can still be paid
    QWidget *m_again;
};

} // namespace otpdesk
