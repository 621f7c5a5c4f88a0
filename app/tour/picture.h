#pragma once

#include <QImage>

class QWidget;

namespace otpdesk {

/// The window as it looks now, with the dialogs and menus that stand over it where they stand.
QImage pictureOf(QWidget &window);

} // namespace otpdesk
