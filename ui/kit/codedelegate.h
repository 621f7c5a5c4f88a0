#pragma once

#include "ui/kit/celldelegate.h"

#include <QPersistentModelIndex>
#include <QTimer>

class QAbstractItemView;

namespace otpdesk {

/// A column of one-time codes: bold, monospaced, grouped as the model's text has them. A click on a code asks
/// for a copy; showCopied() answers it in the cell for a moment. Where there is no code but a headline, that
/// stands there quietly.
class CodeDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// Also makes `view` follow the mouse, for the copy sign under the pointer. `headlineRole`: the role of
    /// the headline; 0: there is none.
    explicit CodeDelegate(QAbstractItemView *view, int headlineRole = 0);

    void showCopied(const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void copyRequested(const QModelIndex &index);

private:
    QAbstractItemView *m_view;
    int m_headlineRole;
    QPersistentModelIndex m_copied;
    QTimer m_copiedEnds;
};

} // namespace otpdesk
