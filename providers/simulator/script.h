#pragma once

#include "providers/types/apierror.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace otpdesk {

/// An SMS or e-mail that is going to come.
struct PlannedSms
{
    enum class Wording {
        OfTheService, ///< what the service writes, in one of its languages, with the code inside
        ArabicDigits, ///< in Arabic, the code in Arabic-Indic digits
        WithoutCode,  ///< a notice that holds no code
    };
    std::chrono::milliseconds after{0}; ///< from the purchase, or from the resend that asked for it
    Wording wording = Wording::OfTheService;
    QString text{};    ///< used as it stands when not empty
    QString code{};    ///< the code in `text`; empty: none that the provider recognises
    QString subject{}; ///< with `text`: of an e-mail
    QString html{};    ///< with `text`: of an e-mail
};

/// What becomes of an order.
struct Plan
{
    QList<PlannedSms> sms{}; ///< empty: no code ever comes
    /// The purchase is refused with this, and nothing is charged: NoStock, PriceChanged, UpstreamRefused…
    std::optional<ErrorKind> refuseBuying{};
    int upstreamRefusesCancel = 0; ///< how many cancels the supplier behind the provider refuses
    bool smsAtCancel = false;      ///< the SMS arrives just when the cancel does, after the last check

    /// One SMS in the service's own words.
    static Plan codeAfter(std::chrono::milliseconds after) { return {.sms = {PlannedSms{.after = after}}}; }
    static Plan neverACode() { return {}; }
    static Plan refused(ErrorKind why) { return {.refuseBuying = why}; }
};

/// How the simulated world behaves when nothing else is asked of it.
struct Script
{
    std::chrono::seconds cancelCooldown{120}; ///< OTPZap and OTPGet
    /// How long an inbox stays open after a message; before one it waits for 20 minutes.
    std::chrono::seconds inboxAfterMessage{7200};
    std::chrono::seconds resendLock{60}; ///< OTPZap: how long `resend_locked_until` lies ahead
    /// A service without a plan gets its code after a time of its own between these two.
    std::chrono::milliseconds fastestCode{6000};
    std::chrono::milliseconds slowestCode{12000};
    int otpZapRequestsPerMinute = 300;
    /// Every invoice is paid by itself this long after it was made; nothing: by hand only.
    std::optional<std::chrono::seconds> topUpPaidAfter{};
    quint32 seed = 20260519;        ///< of numbers, codes and order ids
    QHash<QString, Plan> byService; ///< by the service's name: "Discord"
    /// Forms that other clients have seen, instead of those of the documentation: refusals of ZapOTP with
    /// HTTP 200 and the full text beside its code, plain strings in OTPZap's otps[], services of OTPGet
    /// nested under their type, "success" or a number as the status of its JSON.
    bool seenForms = false;

    /// What the demo runs on: a code after 6 to 12 s; Google writes twice, Discord never,
    /// Careem with Arabic digits, and Snapchat sends a notice without a code before the code. Invoices are
    /// paid after 20 s.
    static Script demo();
    /// The same, but nobody pays an invoice unasked.
    static Script tour();
    /// The same time for every service, and no surprises.
    static Script everyCodeAfter(std::chrono::milliseconds after);
};

} // namespace otpdesk
