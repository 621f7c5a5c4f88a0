#include "providers/wire/balance.h"

#include "providers/wire/json.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

Result<Balance> balanceIn(const Result<QJsonValue> &data, const HttpReply &reply, const Currency &usual)
{
    if (!data)
        return data.error();
    const JsonView account(*data);
    const Currency stated = Currency::fromCode(account.line({"currency"_L1}));
    const auto amount = account.money({"balance"_L1}, stated.isValid() ? stated : usual);
    if (!amount)
        return malformed(reply, u"balance"_s);
    return Balance{*amount, account.line({"username"_L1})};
}

} // namespace otpdesk
