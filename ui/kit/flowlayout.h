#pragma once

#include <QLayout>
#include <QList>

namespace otpdesk {

/// A row that continues on the next line where the room ends, so that no button is ever cut off.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Lays out within `rect`, or only measures; the height needed.
    int arrange(const QRect &rect, bool measureOnly) const;

    QList<QLayoutItem *> m_items;
};

} // namespace otpdesk
