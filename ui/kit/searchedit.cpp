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
    addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
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
