#pragma once

#include <QLineEdit>

namespace otpdesk {

/// A search field: symbol, clear button, Escape empties it. `name` is what assistive technology calls it.
class SearchEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchEdit(const QString &name, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace otpdesk
