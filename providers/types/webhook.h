#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace otpdesk {

/// What a provider sends to a server of the person's, as it stands there. The secret is never told again.
struct WebhookState
{
    QString url; ///< empty: none is set
    QStringList events;
    std::optional<bool> isActive;
};

/// What it is to become.
struct WebhookUpdate
{
    QString url;
    QStringList events; ///< of those the desk knows, or "*"
    bool isActive = true;
    QString secret; ///< empty: the provider makes one
};

/// An update that was accepted.
struct WebhookSaved
{
    WebhookState state;
    QString secret; ///< as the provider gives it this once; empty where it does not
};

} // namespace otpdesk
