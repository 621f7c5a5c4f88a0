#include "models/store/schema.h"

#include "models/store/transaction.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

QList<SchemaStep> journalSchema()
{
    // Text columns are never NULL; a NULL number or time is an unknown one. Words, not numbers, stand for
    // enumerators (words.h). No table of accounts is referred to: orders outlive their account.
    return {
        {
            uR"(CREATE TABLE accounts (
                id TEXT PRIMARY KEY NOT NULL, provider_id TEXT NOT NULL, label TEXT NOT NULL,
                base_url TEXT NOT NULL, key_home TEXT NOT NULL))"_s,
            uR"(CREATE TABLE orders (
                key INTEGER PRIMARY KEY, account_id TEXT NOT NULL, provider_id TEXT NOT NULL,
                offer_kind TEXT NOT NULL, offer_line TEXT NOT NULL, offer_service TEXT NOT NULL,
                offer_country TEXT NOT NULL, offer_country_iso TEXT NOT NULL, offer_variant TEXT NOT NULL,
                offer_service_id TEXT NOT NULL, offer_country_id TEXT NOT NULL, offer_variant_id TEXT NOT NULL,
                offer_product_id TEXT NOT NULL, offer_duration_hours INTEGER NOT NULL,
                offer_cancel_fee INTEGER, offer_cancel_fee_currency TEXT, offer_price INTEGER, offer_currency TEXT, offer_stock INTEGER,
                offer_success_rate INTEGER, offer_available INTEGER NOT NULL,
                idempotency_key TEXT NOT NULL, provider_order_id TEXT NOT NULL, number TEXT NOT NULL,
                status TEXT NOT NULL, status_word TEXT NOT NULL,
                price INTEGER, price_currency TEXT, refunded INTEGER, refunded_currency TEXT,
                balance_before INTEGER, balance_before_currency TEXT,
                balance_after INTEGER, balance_after_currency TEXT,
                created_at INTEGER, bought_at INTEGER, expires_at INTEGER, ended_at INTEGER,
                code TEXT NOT NULL, resend_count INTEGER NOT NULL, resend_locked_until INTEGER,
                resend_pending INTEGER NOT NULL, replaced_by INTEGER, replaces INTEGER, renews INTEGER))"_s,
            // At start only these are read, however long the history is.
            uR"(CREATE INDEX live_orders ON orders(key)
                WHERE status IN ('buying', 'unconfirmed', 'waiting', 'code_received'))"_s,
            uR"(CREATE TABLE messages (
                order_key INTEGER NOT NULL REFERENCES orders(key), seq INTEGER NOT NULL, code TEXT NOT NULL,
                text TEXT NOT NULL, sender TEXT NOT NULL, received_at INTEGER,
                subject TEXT NOT NULL, html TEXT NOT NULL,
                PRIMARY KEY (order_key, seq)) WITHOUT ROWID)"_s,
            uR"(CREATE TABLE events (
                id INTEGER PRIMARY KEY, order_key INTEGER NOT NULL REFERENCES orders(key), at INTEGER,
                kind TEXT NOT NULL, text TEXT NOT NULL, code TEXT NOT NULL, amount INTEGER, currency TEXT,
                error TEXT, other INTEGER))"_s,
            u"CREATE INDEX events_of_order ON events(order_key, id)"_s,
            u"CREATE TABLE facts (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID"_s,
        },
        {
            u"ALTER TABLE orders ADD COLUMN options TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE orders ADD COLUMN renew_id TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE orders ADD COLUMN warned_at INTEGER"_s,
            // To tell whether an order in a provider's list is known, however old it is.
            u"CREATE INDEX orders_by_provider_id ON orders(account_id, provider_order_id)"_s,
            uR"(CREATE TABLE topups (
                key INTEGER PRIMARY KEY, account_id TEXT NOT NULL, provider_id TEXT NOT NULL,
                idempotency_key TEXT NOT NULL, provider_topup_id TEXT NOT NULL,
                amount INTEGER, amount_currency TEXT, total INTEGER, total_currency TEXT,
                payment_url TEXT NOT NULL, status TEXT NOT NULL, status_word TEXT NOT NULL,
                error TEXT NOT NULL, created_at INTEGER, expires_at INTEGER, paid_at INTEGER,
                ended_at INTEGER))"_s,
        },
        {
            u"ALTER TABLE orders ADD COLUMN cancel_at INTEGER"_s,
            u"ALTER TABLE accounts ADD COLUMN daily_limit INTEGER"_s,
            u"ALTER TABLE accounts ADD COLUMN daily_limit_currency TEXT"_s,
            u"ALTER TABLE accounts ADD COLUMN ask_above INTEGER"_s,
            u"ALTER TABLE accounts ADD COLUMN ask_above_currency TEXT"_s,
            // What an account has spent since midnight is summed up before each purchase.
            u"CREATE INDEX orders_by_day ON orders(account_id, created_at)"_s,
        },
        {
            // Markets that the person starred, or went to lately (the word in `mark`).
            uR"(CREATE TABLE marked_markets (
                mark TEXT NOT NULL, kind TEXT NOT NULL, service_key TEXT NOT NULL, country_key TEXT NOT NULL,
                service TEXT NOT NULL, country TEXT NOT NULL, at INTEGER,
                PRIMARY KEY (mark, kind, service_key, country_key)) WITHOUT ROWID)"_s,
            // Without a limit it is stock that is waited for.
            uR"(CREATE TABLE watches (
                id INTEGER PRIMARY KEY, kind TEXT NOT NULL, service_key TEXT NOT NULL,
                country_key TEXT NOT NULL, service TEXT NOT NULL, country TEXT NOT NULL,
                price_limit INTEGER, price_limit_currency TEXT, created_at INTEGER,
                UNIQUE (kind, service_key, country_key)))"_s,
        },
    };
}

Result<Done> migrate(const QSqlDatabase &database, const QList<SchemaStep> &steps)
{
    Transaction reading(database, Transaction::Mode::Reading);
    QSqlQuery query = reading.execute(u"PRAGMA user_version"_s);
    const qsizetype version = reading.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    if (const auto read = reading.commit(); !read)
        return read;
    if (version < 0 || version > steps.size())
        return storageError(
            u"made by a newer version (%1; this one knows %2)"_s.arg(version).arg(steps.size()));

    for (qsizetype step = version; step < steps.size(); ++step) {
        Transaction writing(database, Transaction::Mode::Writing);
        for (const QString &statement : steps[step])
            writing.execute(statement);
        writing.execute(u"PRAGMA user_version = %1"_s.arg(step + 1));
        if (const auto written = writing.commit(); !written)
            return written;
    }
    return Done{};
}

} // namespace otpdesk
