#pragma once

#include <QModelIndex>
#include <QString>

#include <functional>
#include <utility>

class QAbstractItemView;
class QWidget;

namespace otpdesk {

/// A person's hand and eyes: finds what can be seen by the name a screen reader says, and clicks and types
/// through the windows' own events. Every action returns false where a person could not do it (yet): nothing
/// of that name in the foremost dialog or window, not enabled, covered, outside of what is scrolled to.
class Hand
{
public:
    using Fits = std::function<bool(const QModelIndex &)>; ///< of a row's first cell

    explicit Hand(QWidget &window) : m_window(window) {}

    /// By accessible or object name, in the foremost dialog or window; null: not to be seen there.
    QWidget *find(const QString &name) const;
    template <typename T>
    T *find(const QString &name) const
    {
        return qobject_cast<T *>(find(name));
    }
    /// What a screen reader reads: a field's value, else a label's text.
    QString textOf(const QString &name) const;
    bool isDialogOpen() const;
    /// A row's cell by its column's title.
    static QString cell(const QModelIndex &row, const QString &column);
    QModelIndex row(const QString &view, const Fits &fits) const;

    bool click(const QString &name) const;
    bool clickTab(const QString &text) const;
    /// Turns the wheel until the row is there to be clicked.
    bool clickRow(const QString &view, const Fits &fits) const;
    bool clickHeader(const QString &view, const QString &column) const;
    /// Replaces what stands in the field.
    bool type(const QString &name, const QString &text) const;
    /// Goes where the keyboard is, into the view by its name.
    bool press(const QString &view, QKeyCombination keys) const;
    /// Types one letter where the keyboard is; a click puts it there.
    bool addLetter(const QString &field, QChar letter) const;
    /// Towards the person for negative ones; all of them at once.
    bool turnWheel(const QString &view, int notches) const;
    /// Of the menu bar; or the arrow of a button that has a menu.
    bool openMenu(const QString &name) const;
    /// Whether the menu that is open offers this.
    bool isInMenu(const QString &text) const;
    bool chooseFromMenu(const QString &text) const;
    /// In the list of a combo box that was clicked.
    bool chooseFromList(const QString &text) const;

    /// Clicks and keys since this was last asked.
    int takeStrokes() { return std::exchange(m_strokes, 0); }

private:
    QWidget *foremost() const;
    bool clickAt(QWidget *widget, const QPoint &at) const;

    QWidget &m_window;
    mutable int m_strokes = 0; // what a person would count
};

} // namespace otpdesk
