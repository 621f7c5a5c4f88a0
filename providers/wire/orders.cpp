#include "providers/wire/orders.h"

#include "providers/wire/messages.h"
#include "providers/wire/text.h"

#include <algorithm>

namespace otpdesk {

namespace {

bool hasMessage(const Order &order)
{
    return order.status == OrderStatus::CodeReceived || !order.messages.isEmpty();
}

/// Why nothing at all may be done with the order.
std::optional<Permission> standsStill(const Order &order)
{
    if (!isLive(order.status))
        return Permission::never(Permission::Reason::Ended);
    if (order.status == OrderStatus::Buying || order.status == OrderStatus::Unconfirmed || order.id.isEmpty())
        return Permission::never(Permission::Reason::NotConfirmed);
    return std::nullopt;
}

} // namespace

Message messageOfCode(const QString &field)
{
    return messageFrom(cleanText(field), {});
}

void addMessage(OrderReport &report, const Message &message)
{
    if (!report.messages)
        report.messages.emplace();
    report.messages->append(message);
    if (!message.code.isEmpty())
        report.code = message.code;
    if (report.status == OrderStatus::Waiting)
        report.status = OrderStatus::CodeReceived;
}

bool fitsInPath(const QString &id)
{
    const bool isPlain = std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !QStringView(u"/\\?#%").contains(c);
    });
    const bool isDots = std::all_of(id.cbegin(), id.cend(), [](QChar c) { return c == u'.'; });
    return isPlain && !isDots; // an empty id is all dots as well
}

ApiError unusableId()
{
    ApiError error;
    error.kind = ErrorKind::BadRequest;
    error.field = QStringLiteral("id");
    return error;
}

Permission cancelPermission(const Order &order, const ShopTerms &terms, const QDateTime &nowUtc)
{
    if (const auto still = standsStill(order))
        return *still;
    if (terms.cancelRule == CancelRule::AtExpiryOnly || terms.cancelRule == CancelRule::Never)
        return Permission::never(Permission::Reason::NotOffered);
    if (hasMessage(order))
        return Permission::never(Permission::Reason::AlreadyHasMessage);
    if (terms.cancelRule == CancelRule::AfterCooldown) {
        const QDateTime start = order.boughtAt.isValid() ? order.boughtAt : order.createdAt;
        const QDateTime from = start.addSecs(terms.cancelCooldown.count());
        if (from.isValid() && nowUtc < from)
            return Permission::after(from);
    }
    return Permission::allowed();
}

Permission finishPermission(const Order &order)
{
    if (const auto still = standsStill(order))
        return *still;
    return hasMessage(order) ? Permission::allowed() : Permission::never(Permission::Reason::NoMessageYet);
}

Permission renewPermission(const Order &order)
{
    return standsStill(order).value_or(Permission::allowed());
}

} // namespace otpdesk
