#include "app/session/demorates.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

ExchangeRates demoRates(QDate today)
{
    ExchangeRates rates;
    for (const auto &[code, rate] : {std::pair(u"IDR"_s, u"16250"_s),
                                     {u"INR"_s, u"84.10"_s},
                                     {u"NGN"_s, u"1540"_s},
                                     {u"PKR"_s, u"278.50"_s}})
        rates.set(Currency::fromCode(code), rate, today);
    return rates;
}

} // namespace otpdesk
