#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;

namespace otpdesk {

class CountdownRing;
class ElidedLabel;
class HeroCode;
class PillLabel;
struct TopUpFacts;

/// What can be done with an invoice. Owned by the controller.
struct TopUpsActions
{
    QAction *copyAmount = nullptr;
    QAction *openPage = nullptr;
    QAction *copyLink = nullptr;
    QAction *createAgain = nullptr;
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
