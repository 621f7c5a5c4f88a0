#pragma once

#include <QWidget>

namespace otpdesk {

/// One line of plain text that ends in an ellipsis where the room does; the whole text is in the tool tip and
/// is what assistive technology reads.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
    bool m_muted = false;
};

} // namespace otpdesk
