#pragma once

#include <QStyledItemDelegate>

namespace otpdesk {

/// An entry of a combo box with a count at its end; quiet where that is zero.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// int; none where it is not known.
    static constexpr int CountRole = Qt::UserRole + 16;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace otpdesk
