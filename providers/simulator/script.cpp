#include "providers/simulator/script.h"

namespace otpdesk {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

Script Script::demo()
{
    using Wording = PlannedSms::Wording;
    Script script;
    script.topUpPaidAfter = seconds(20);
    script.byService = {
        {u"Google"_s, {.sms = {{.after = seconds(7)}, {.after = seconds(40)}}}},
        {u"Discord"_s, Plan::neverACode()},
        {u"Careem"_s, {.sms = {{.after = seconds(8), .wording = Wording::ArabicDigits}}}},
        {u"Snapchat"_s,
         {.sms = {{.after = seconds(6), .wording = Wording::WithoutCode}, {.after = seconds(20)}}}},
    };
    return script;
}

Script Script::tour()
{
    Script script = demo();
    script.topUpPaidAfter.reset();
    return script;
}

Script Script::everyCodeAfter(std::chrono::milliseconds after)
{
    Script script;
    script.fastestCode = after;
    script.slowestCode = after;
    return script;
}

} // namespace otpdesk
