#include "ui/kit/accessiblecombo.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QItemSelectionModel>

namespace otpdesk {

namespace {

/// What Qt's own interface for a combo box that cannot be edited does, but for the name, and with entries
/// that can be chosen.
class AccessibleCombo : public QAccessibleWidget
{
public:
    explicit AccessibleCombo(QComboBox *combo) : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
        // An entry selected from outside is the person's choice. Qt's own ways (pointer, keys) make an entry
        // current as well, after they have selected it; hence queued.
        QObject::connect(
            combo->view()->selectionModel(), &QItemSelectionModel::selectionChanged, combo,
            [combo] {
                const QModelIndexList selected = combo->view()->selectionModel()->selectedIndexes();
                if (selected.isEmpty() || selected.first() == combo->view()->currentIndex())
                    return;
                combo->hidePopup();
                combo->setCurrentIndex(selected.first().row());
            },
            Qt::QueuedConnection);
    }

    int childCount() const override { return 1; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(combo()->view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == combo()->view() ? 0 : -1;
    }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *focusChild() const override { return nullptr; }

    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? combo()->currentText() : QAccessibleWidget::text(which);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = combo()->view()->isVisible();
        return state;
    }

    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &name) override
    {
        if ((name != showMenuAction() && name != pressAction()) || !combo()->isEnabled())
            return;
        if (combo()->view()->isVisible())
            combo()->hidePopup();
        else
            combo()->showPopup();
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QComboBox *combo() const { return static_cast<QComboBox *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    // The class Qt looks for, not a subclass that may have an interface of its own.
    auto *combo = className == QLatin1StringView("QComboBox") ? qobject_cast<QComboBox *>(object) : nullptr;
    return combo && !combo->isEditable() ? new AccessibleCombo(combo) : nullptr;
}

} // namespace

void nameComboBoxes()
{
#ifdef Q_OS_UNIX
    QAccessible::installFactory(makeAccessible); // a second time does nothing
#endif
}

} // namespace otpdesk
