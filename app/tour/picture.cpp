#include "app/tour/picture.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace otpdesk {

namespace {

/// From the window outwards: what was opened from it, then what was opened from that.
void collect(const QWidget &below, QList<QWidget *> &found)
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *one : all) {
        const QWidget *parent = one->parentWidget();
        if (parent && parent->window() == &below && one->isVisible() && one->windowType() != Qt::ToolTip) {
            found.append(one);
            collect(*one, found);
        }
    }
}

} // namespace

QImage pictureOf(QWidget &window)
{
    const QRect ground(QPoint(), window.size());
    const auto placeOf = [&window](const QWidget *one) {
        return QRect(one->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), one->size());
    };
    QList<QWidget *> above;
    collect(window, above);
    QRect all = ground;
    for (const QWidget *one : std::as_const(above))
        all |= placeOf(one).adjusted(-1, -1, 1, 1);

    QImage picture(all.size(), QImage::Format_RGB32);
    picture.fill(Qt::darkGray);
    QPainter painter(&picture);
    painter.translate(-all.topLeft());
    painter.drawPixmap(0, 0, window.grab());
    for (QWidget *one : std::as_const(above)) {
        // A dialog holds back what is below it, and has no frame where there is no window manager.
        if (one->isModal())
            painter.fillRect(ground, QColor(0, 0, 0, 70));
        const QRect place = placeOf(one);
        painter.drawPixmap(place.topLeft(), one->grab());
        painter.setPen(QColor(0, 0, 0, 110));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace otpdesk
