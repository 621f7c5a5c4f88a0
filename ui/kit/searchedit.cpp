#include "ui/kit/searchedit.h"

#include "ui/kit/iconengine.h"

#include <QAction>
#include <QKeyEvent>

namespace otpdesk {

SearchEdit::SearchEdit(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(name);
    setClearButtonEnabled(true);
    // Both signs are buttons to assistive technology, and Qt leaves them without a name.
    if (auto *clearing = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clearing->setText(tr("Clear the search"));
    QAction *symbol = addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    symbol->setText(name);
    connect(symbol, &QAction::triggered, this, qOverload<>(&QWidget::setFocus));
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace otpdesk
