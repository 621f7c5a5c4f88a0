#pragma once

#include "providers/http/httptypes.h"
#include "providers/provider.h"
#include "providers/types/topup.h"
#include "providers/types/webhook.h"

#include <QStringList>

namespace otpdesk::fuzz {

/// One line of text that can be shown: cleaned, and of at most `most` characters.
void isLine(const QString &text, const char *what, qsizetype most = 200);
/// The same for text of several lines.
void isText(const QString &text, const char *what);
/// Invalid, or in UTC within the years that four digits can write.
void isTime(const QDateTime &time, const char *what);

/// What holds for all that is read from an answer, whatever its body is.
class Rules
{
public:
    /// `reply` as the reader gets it; `currency` is what the provider prices in.
    Rules(const HttpReply &reply, Currency currency) : m_reply(reply), m_currency(currency) {}

    template <typename T>
    void of(const Result<T> &result) const
    {
        if (result)
            ofValue(*result);
        else
            ofError(result.error());
    }
    /// A purchase succeeds with what the paid number is found again by, or not at all.
    void ofPurchase(const Result<OrderReport> &result) const;

    void ofValue(const Balance &balance) const;
    void ofValue(const ShelfPage &page) const;
    void ofValue(const QList<Offer> &offers) const;
    void ofValue(const OrderReport &report) const;
    void ofValue(const QList<OrderReport> &reports) const;
    void ofValue(const OrderPage &page) const { ofValue(page.orders); }
    void ofValue(const TopUpReport &report) const;
    void ofValue(const WebhookState &state) const;
    void ofValue(const WebhookSaved &saved) const;
    /// Text in lines of its own (a list of codes and names), each to be clean.
    void ofLines(const QStringList &lines) const;
    void ofError(const ApiError &error) const;
    void ofRequest(const HttpRequest &request) const;

private:
    void ofMoney(const std::optional<Money> &money) const;
    void ofOffer(const Offer &offer) const;
    void ofCode(const QString &code) const;
    /// Every text in the body, as the extractor may have seen it.
    const QStringList &said() const;

    HttpReply m_reply;
    Currency m_currency;
    mutable QStringList m_said;
};

/// Whether the letters and digits of `code` stand in `text` in this order, whatever is between them.
bool standsIn(const QString &code, const QString &text);

} // namespace otpdesk::fuzz
