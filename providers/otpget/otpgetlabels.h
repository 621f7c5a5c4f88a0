#pragma once

#include "providers/types/money.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

/// OTPGet's catalogs are labels by number: {"101":"Telegram - 45 PKR"}.
namespace otpdesk::otpget {

/// "45 PKR", "₨50.00", "Rs. 376.88", "45". Nothing for other text ("Free" included).
std::optional<Money> readPrice(const QString &text);

/// A label taken apart at its last separator, where a price stands behind that.
struct Label
{
    QString name;
    std::optional<Money> price;
    friend bool operator==(const Label &, const Label &) = default;
};

/// Reads "Telegram - 45 PKR", "Random Facebook - Free — ₨0.00". What has no price is a name as a whole.
Label readLabel(const QString &text);

/// A thing with its number.
struct Entry
{
    QString id;
    Label label;
};

/// The entries of `{"101":"…"}`, `{"101":{"name":"…"}}` or `[{"id":"101","name":"…"}]`. Those without id or
/// name are left out.
QList<Entry> entriesOf(const QJsonValue &value);

/// Whether two labels name the same thing: "Pakistan - Server 2", "Pakistan Server 2".
bool isSameName(QStringView a, QStringView b);

Currency pkr();

} // namespace otpdesk::otpget
