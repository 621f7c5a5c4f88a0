#include "ui/preferences.h"

#include <QSettings>

namespace otpdesk::preferences {

namespace {

const QString CopyOnArrival = QStringLiteral("codes/copyOnArrival");
const QString HideCodes = QStringLiteral("notifications/hideCodes");
const QString TrayHintSaid = QStringLiteral("tray/hintSaid");

} // namespace

bool copiesOnArrival(const QSettings &settings)
{
    return settings.value(CopyOnArrival, true).toBool();
}

void setCopiesOnArrival(QSettings &settings, bool on)
{
    settings.setValue(CopyOnArrival, on);
}

bool hidesCodes(const QSettings &settings)
{
    return settings.value(HideCodes, false).toBool();
}

void setHidesCodes(QSettings &settings, bool on)
{
    settings.setValue(HideCodes, on);
}

bool takeTrayHint(QSettings &settings)
{
    if (settings.value(TrayHintSaid, false).toBool())
        return false;
    settings.setValue(TrayHintSaid, true);
    return true;
}

} // namespace otpdesk::preferences
