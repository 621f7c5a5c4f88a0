#pragma once

#include <QObject>

namespace otpdesk {

/// A second wall against markup in provider text: installed on the application, it makes every QLabel show
/// plain text, those inside message boxes, input and progress dialogs and tool tips included. Qt's default
/// would render the markup, load pictures it names, and can freeze on nested tables.
class PlainTextGuard : public QObject
{
    Q_OBJECT

public:
    /// Watches the application from now on, as long as it lives.
    explicit PlainTextGuard(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace otpdesk
