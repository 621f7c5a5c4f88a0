#include "tests/gui/desk.h"

#include <QAccessible>
#include <QDialog>
#include <QPushButton>

using namespace otpdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AccessibilityTest : public QObject
{
    Q_OBJECT
    static void dump(QAccessibleInterface *i, int d)
    {
        if (!i || (i->state().invisible && d > 1) || d > 14) return;
        QWidget *w = qobject_cast<QWidget *>(i->object());
        fprintf(stderr, "%*s%s '%s' val='%s' [%s %s]%s%s\n", d * 2, "", QMetaEnum::fromType<QAccessible::Role>().valueToKey(i->role()),
                qPrintable(i->text(QAccessible::Name)), qPrintable(i->text(QAccessible::Value).left(60)),
                w ? w->metaObject()->className() : "-", i->object() ? qPrintable(i->object()->objectName()) : "-",
                i->state().focusable ? " focusable" : "", i->state().disabled ? " disabled" : "");
        if (i->tableInterface()) { fprintf(stderr, "%*s rows %d cols %d children %d\n", d*2, "", i->tableInterface()->rowCount(), i->tableInterface()->columnCount(), i->childCount()); return; }
        for (int c = 0; c < i->childCount(); ++c) dump(i->child(c), d + 1);
    }
private Q_SLOTS:
    void x()
    {
        Desk desk;
        QVERIFY(desk.open());
        dump(QAccessible::queryAccessibleInterface(&desk.window()), 0);
        QTest::mouseClick(desk.find<QPushButton>("emptyPrimary"), Qt::LeftButton);
        QTRY_VERIFY(desk.find<QDialog>("accountEditor"));
        dump(QAccessible::queryAccessibleInterface(desk.find<QDialog>("accountsDialog")), 0);
        dump(QAccessible::queryAccessibleInterface(desk.find<QDialog>("accountEditor")), 0);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
