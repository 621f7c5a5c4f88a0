#pragma once

#include <QStyledItemDelegate>

namespace otpdesk {

/// An account in a list: label and provider at the left, balance at the right, what is wrong beneath.
class AccountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace otpdesk
