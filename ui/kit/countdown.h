#pragma once

#include "ui/kit/celldelegate.h"

#include <QDateTime>
#include <QWidget>

#include <chrono>

namespace otpdesk {

class Clock;

/// A thin ring of which `share` (0…1) is left, counted clockwise from the top.
void paintRing(QPainter &painter, const QRectF &area, double share, const QColor &color, const QColor &track);
/// Blue, amber in the last fifth, red in the last minute.
QColor ringColor(std::chrono::milliseconds left, double share, const QPalette &palette);

/// A column of times left: the model's words behind a small ring. A row without an expiry shows the words
/// alone.
class CountdownDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// The roles of the expiry (QDateTime, UTC) and of the whole time (qint64 ms, 0 unknown).
    CountdownDelegate(int expiresRole, int lifetimeRole, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_expiresRole;
    int m_lifetimeRole;
    const Clock &m_clock;
};

/// The same, larger, on its own: a ring and the time left beside it.
class CountdownRing : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownRing(QWidget *parent = nullptr);
    /// `whole` 0: unknown; then only the words are shown.
    void setTime(std::chrono::milliseconds left, std::chrono::milliseconds whole);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::chrono::milliseconds m_left{0};
    std::chrono::milliseconds m_whole{0};
    QString m_text;
};

} // namespace otpdesk
