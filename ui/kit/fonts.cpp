#include "ui/kit/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace otpdesk::fonts {

QFont scaled(const QFont &base, double factor, QFont::Weight weight)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

QFont code(const QFont &base, double factor)
{
    static const QStringList families = QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
    QFont font = scaled(base, factor, QFont::Bold);
    font.setFamilies(families);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

} // namespace otpdesk::fonts
