#pragma once

#include <QToolButton>

namespace otpdesk {

/// A button that fits between push buttons, though it may open a menu or be a switch: as high as they are,
/// with icon and words in its middle, the arrow of its menu in line with them, and a ground that tells that
/// it is switched on, where the style's own is hard to tell.
class WordButton : public QToolButton
{
    Q_OBJECT

public:
    explicit WordButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool onlyOpensMenu() const;
    void paintWords(QPainter &painter, const QStyleOptionToolButton &option) const;
};

} // namespace otpdesk
