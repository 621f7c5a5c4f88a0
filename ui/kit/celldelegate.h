#pragma once

#include <QStyledItemDelegate>

namespace otpdesk {

/// The base of all table cells: the style's own ground, the text set in a little, and no focus frame around
/// the single cell, since rows are what is selected.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Words that are cut off are told in full, above what the model tells.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Where the keyboard is elsewhere, the selection is pale.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// Room that is kept free at the start of the cell.
    virtual int lead(const QModelIndex &index) const;
    /// Where the text goes: what the box and the icon leave of the cell.
    virtual QRect wordsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Draws the text, in wordsRect().
    virtual void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                           const QModelIndex &index) const;
    /// Draws background and selection; the content is the caller's.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
    /// In line with what TableHeader writes above it.
    static QRect contentRect(const QStyleOptionViewItem &option);
    /// The text colour for this state of the row.
    static QColor textColor(const QStyleOptionViewItem &option);
    /// The box of a cell that can be ticked.
    static void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box);
    /// `option` with everything the index says, and no focus frame.
    QStyleOptionViewItem filled(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace otpdesk
