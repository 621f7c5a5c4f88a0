#pragma once

#include "providers/types/order.h"
#include "providers/types/topup.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/palette.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace otpdesk {

/// A status: a word and an icon in a colour.
struct Pill
{
    Tone tone = Tone::Waiting;
    Icon symbol = Icon::Clock;
    QString text;

    friend bool operator==(const Pill &, const Pill &) = default;
};

/// How each state of an order looks, in every tab. `soon`: it is a rental whose time is nearly over.
Pill pillFor(OrderStatus status, OfferKind kind = OfferKind::Number, bool soon = false);
/// The same for an invoice.
Pill pillFor(TopUpStatus status);

QSize pillSize(const Pill &pill, const QFont &font);
/// Draws it vertically centred at the leading end of `area`, its word elided where the room ends.
void paintPill(QPainter &painter, const QRect &area, const Pill &pill, const QPalette &palette,
               const QFont &font, Qt::LayoutDirection direction);

/// A pill on its own, outside a table.
class PillLabel : public QWidget
{
    Q_OBJECT

public:
    explicit PillLabel(QWidget *parent = nullptr);
    void setPill(const Pill &pill);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill m_pill;
};

} // namespace otpdesk
