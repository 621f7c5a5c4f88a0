#pragma once

#include "tests/support/tabbench.h"
#include "ui/kit/accessiblecombo.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/messagebar.h"
#include "ui/orders/ordersview.h"
#include "ui/orders/ordertabcontroller.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QTableView>
#include <QTest>

namespace otpdesk {

/// A bench with a tab of orders on it.
class TabStand : public TabBench
{
public:
    explicit TabStand(const QString &providerId) : TabBench(providerId), clipboard(clock) {}
    ~TabStand() { view.reset(); }

    OrderDesk desk() { return {engine, model, journal, clipboard, clock}; }

    /// Shows the controller's tab in a window of its own.
    bool show(OrderTabController &controller)
    {
        nameComboBoxes();
        view.reset(controller.createView(nullptr));
        view->resize(1300, 800);
        view->show();
        view->activateWindow();
        return QTest::qWaitForWindowActive(view.get());
    }

    /// A named widget that can be seen now; null: there is none.
    template <typename Widget = QWidget>
    Widget *find(const QString &objectName)
    {
        for (Widget *one : view->findChildren<Widget *>(objectName)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QAbstractButton *button(const QString &objectName) { return find<QAbstractButton>(objectName); }
    /// Presses a button as a person does: only where it can be seen and is enabled.
    bool press(const QString &objectName)
    {
        QAbstractButton *one = button(objectName);
        if (!one || !one->isEnabled())
            return false;
        QTest::mouseClick(one, Qt::LeftButton);
        return true;
    }
    QTableView *table(const QString &objectName) { return find<QTableView>(objectName); }
    /// What a table's cell shows, by the words above the column.
    QString cell(const QString &tableName, int row, const QString &header)
    {
        const QAbstractItemModel *shown = table(tableName)->model();
        for (int column = 0; column < shown->columnCount(); ++column) {
            if (shown->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == header)
                return shown->index(row, column).data().toString();
        }
        return QStringLiteral("no such column");
    }
    QString said() { return view->messages().isVisible() ? view->messages().text() : QString(); }

    /// What assistive technology sees: "role name", of everything visible.
    QStringList seen()
    {
        QStringList all;
        collect(QAccessible::queryAccessibleInterface(view.get()), all);
        return all;
    }

    Clipboard clipboard;
    std::unique_ptr<OrdersView> view;

private:
    static void collect(QAccessibleInterface *face, QStringList &all)
    {
        if (!face || face->state().invisible)
            return;
        const auto role = QMetaEnum::fromType<QAccessible::Role>().valueToKey(face->role());
        all.append(QString::fromLatin1(role) + u' ' + face->text(QAccessible::Name));
        if (face->tableInterface())
            return;
        for (int i = 0; i < face->childCount(); ++i)
            collect(face->child(i), all);
    }
};

} // namespace otpdesk
