#include "app/tour/hand.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QTabBar>
#include <QTableView>
#include <QWheelEvent>
#include <QWindow>

namespace otpdesk {

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

QString nameOf(QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

QAction *actionIn(const QWidget *menu, const QString &text)
{
    const auto actions = menu ? menu->actions() : QList<QAction *>();
    for (QAction *action : actions) {
        if (plain(action->text()) == text)
            return action;
    }
    return nullptr;
}

/// To the window, which passes it on as it does with those of the system. Posted, since a menu that opens
/// does not return before it closes.
void post(QWidget *widget, QEvent *event)
{
    QCoreApplication::postEvent(widget->window()->windowHandle(), event);
}

/// Also where the window system has not made the window the active one, as after a dialog.
bool isKeyboardAt(const QWidget &widget)
{
    return widget.window()->focusWidget() == &widget;
}

void postMouse(QWidget *widget, const QPoint &at, QEvent::Type type, Qt::MouseButton button)
{
    const QPointF inWindow = widget->mapTo(widget->window(), at);
    const QPointF onScreen = widget->mapToGlobal(at);
    const bool isDown = type == QEvent::MouseButtonPress;
    post(widget, new QMouseEvent(type, inWindow, inWindow, onScreen, button, isDown ? button : Qt::NoButton,
                                 Qt::NoModifier));
}

void postWheel(QWidget *widget, int notches)
{
    const QPoint at = widget->rect().center();
    const QPoint turned(0, notches * QWheelEvent::DefaultDeltasPerStep);
    post(widget, new QWheelEvent(widget->mapTo(widget->window(), at), widget->mapToGlobal(at), {}, turned,
                                 Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false));
}

void postKey(QWidget *widget, int key, const QString &text = {},
             Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    post(widget, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    post(widget, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

} // namespace

QWidget *Hand::foremost() const
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : &m_window;
}

bool Hand::isDialogOpen() const
{
    return QApplication::activeModalWidget() != nullptr;
}

QWidget *Hand::find(const QString &name) const
{
    QWidget *ground = foremost();
    QWidget *label = nullptr;
    const auto widgets = ground->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->window() != ground || !widget->isVisible() ||
            (widget->objectName() != name && nameOf(widget) != name))
            continue;
        if (!qobject_cast<QLabel *>(widget))
            return widget;
        label = widget; // most likely that of the field which is looked for
    }
    return label;
}

QString Hand::textOf(const QString &name) const
{
    QWidget *widget = find(name);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    const QAccessibleInterface *face = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    return face ? face->text(QAccessible::Value) : QString();
}

QString Hand::cell(const QModelIndex &row, const QString &column)
{
    for (int i = 0; row.isValid() && i < row.model()->columnCount(); ++i) {
        if (row.model()->headerData(i, Qt::Horizontal).toString() == column)
            return row.siblingAtColumn(i).data().toString();
    }
    return {};
}

QModelIndex Hand::row(const QString &view, const Fits &fits) const
{
    const auto *items = find<QAbstractItemView>(view);
    for (int i = 0; items && items->model() && i < items->model()->rowCount(); ++i) {
        const QModelIndex index = items->model()->index(i, 0);
        if (fits(index))
            return index;
    }
    return {};
}

bool Hand::clickAt(QWidget *widget, const QPoint &at) const
{
    if (!widget || !widget->isEnabled() || !widget->window()->windowHandle() || !widget->rect().contains(at))
        return false;
    const QWidget *hit = widget->window()->childAt(widget->mapTo(widget->window(), at));
    if (hit != widget && !widget->isAncestorOf(hit) && widget != widget->window())
        return false;
    postMouse(widget, at, QEvent::MouseMove, Qt::NoButton);
    postMouse(widget, at, QEvent::MouseButtonPress, Qt::LeftButton);
    postMouse(widget, at, QEvent::MouseButtonRelease, Qt::LeftButton);
    ++m_strokes;
    return true;
}

bool Hand::click(const QString &name) const
{
    QWidget *widget = find(name);
    return widget && clickAt(widget, widget->rect().center());
}

bool Hand::clickTab(const QString &text) const
{
    const auto bars = foremost()->findChildren<QTabBar *>();
    for (QTabBar *bar : bars) {
        for (int i = 0; i < bar->count(); ++i) {
            if (plain(bar->tabText(i)) == text)
                return bar->isVisible() && clickAt(bar, bar->tabRect(i).center());
        }
    }
    return false;
}

bool Hand::clickRow(const QString &view, const Fits &fits) const
{
    auto *items = find<QAbstractItemView>(view);
    const QModelIndex index = row(view, fits);
    if (!index.isValid())
        return false;
    const int middle = items->visualRect(index).center().y();
    const int height = items->viewport()->height();
    if (middle >= 0 && middle < height)
        return clickAt(items->viewport(), {items->visualRect(index).center().x(), middle});
    postWheel(items->viewport(), middle < 0 ? 1 : -1);
    return false;
}

bool Hand::clickHeader(const QString &view, const QString &column) const
{
    const auto *table = find<QTableView>(view);
    for (int i = 0; table && i < table->model()->columnCount(); ++i) {
        if (table->model()->headerData(i, Qt::Horizontal).toString() != column)
            continue;
        const QHeaderView *header = table->horizontalHeader();
        const int middle = header->sectionViewportPosition(i) + header->sectionSize(i) / 2;
        return clickAt(header->viewport(), {middle, header->height() / 2});
    }
    return false;
}

bool Hand::type(const QString &name, const QString &text) const
{
    QWidget *widget = find(name);
    if (!widget || !click(name))
        return false;
    postKey(widget, Qt::Key_A, {}, Qt::ControlModifier);
    postKey(widget, Qt::Key_Delete);
    for (const QChar letter : text)
        postKey(widget, Qt::Key_unknown, letter);
    m_strokes += static_cast<int>(text.size());
    return true;
}

bool Hand::press(const QString &view, QKeyCombination keys) const
{
    QWidget *widget = find(view);
    if (!widget || !isKeyboardAt(*widget))
        return false;
    postKey(widget, keys.key(), {}, keys.keyboardModifiers());
    ++m_strokes;
    return true;
}

bool Hand::addLetter(const QString &field, QChar letter) const
{
    QWidget *widget = find(field);
    if (!widget || !isKeyboardAt(*widget))
        return false;
    postKey(widget, Qt::Key_unknown, letter);
    ++m_strokes;
    return true;
}

bool Hand::turnWheel(const QString &view, int notches) const
{
    const auto *area = find<QAbstractScrollArea>(view);
    if (!area)
        return false;
    postWheel(area->viewport(), notches);
    ++m_strokes;
    return true;
}

bool Hand::openMenu(const QString &name) const
{
    const auto bars = foremost()->findChildren<QMenuBar *>();
    for (QMenuBar *bar : bars) {
        if (QAction *menu = actionIn(bar, name))
            return clickAt(bar, bar->actionGeometry(menu).center());
    }
    QWidget *button = find(name);
    return button && clickAt(button, {button->width() - 6, button->height() / 2});
}

bool Hand::isInMenu(const QString &text) const
{
    return actionIn(QApplication::activePopupWidget(), text) != nullptr;
}

bool Hand::chooseFromMenu(const QString &text) const
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QAction *action = actionIn(menu, text);
    return action && action->isEnabled() && clickAt(menu, menu->actionGeometry(action).center());
}

bool Hand::chooseFromList(const QString &text) const
{
    QWidget *popup = QApplication::activePopupWidget();
    const auto *list = popup ? popup->findChild<QAbstractItemView *>() : nullptr;
    for (int i = 0; list && i < list->model()->rowCount(); ++i) {
        if (!list->model()->index(i, 0).data().toString().startsWith(text))
            continue;
        postKey(popup, Qt::Key_Home);
        for (int down = 0; down < i; ++down)
            postKey(popup, Qt::Key_Down);
        postKey(popup, Qt::Key_Return);
        ++m_strokes; // a person would click on it
        return true;
    }
    return false;
}

} // namespace otpdesk
