#include "ui/preferences.h"

#include <QSettings>

#include <algorithm>

namespace otpdesk::preferences {

namespace {

const QString CopyOnArrival = QStringLiteral("codes/copyOnArrival");
const QString HideCodes = QStringLiteral("notifications/hideCodes");
const QString CompareMarkets = QStringLiteral("catalog/compareMarkets");
const QString RefundAfter = QStringLiteral("orders/cancelWithoutSmsAfterMinutes");
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

bool comparesMarkets(const QSettings &settings)
{
    return settings.value(CompareMarkets, false).toBool();
}

void setComparesMarkets(QSettings &settings, bool on)
{
    settings.setValue(CompareMarkets, on);
}

std::chrono::minutes refundAfter(const QSettings &settings)
{
    // What is no choice was written by somebody else: nothing is cancelled on its account.
    const std::chrono::minutes kept(settings.value(RefundAfter, 0).toInt());
    const bool known = std::find(RefundChoices.begin(), RefundChoices.end(), kept) != RefundChoices.end();
    return known ? kept : std::chrono::minutes(0);
}

void setRefundAfter(QSettings &settings, std::chrono::minutes after)
{
    settings.setValue(RefundAfter, static_cast<int>(after.count()));
}

bool takeTrayHint(QSettings &settings)
{
    if (settings.value(TrayHintSaid, false).toBool())
        return false;
    settings.setValue(TrayHintSaid, true);
    return true;
}

} // namespace otpdesk::preferences
