#include "tests/bench/catalog/keystrokes.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

QStringList keystrokes(int shortest)
{
    static const QStringList typed{
        u"whatsapp indonesia"_s, u"wa indo"_s,    u"tel pak"_s,        u"google"_s,
        u"netflix pool 2"_s,     u"otpget usa"_s, u"tiktok england"_s, u"openai"_s};
    QStringList texts;
    for (const QString &text : typed) {
        for (int length = std::max(shortest, 1); length <= text.size(); ++length)
            texts += text.left(length);
        for (auto length = static_cast<int>(text.size()) - 1; length >= shortest; --length)
            texts += text.left(length);
    }
    return texts;
}

} // namespace otpdesk
