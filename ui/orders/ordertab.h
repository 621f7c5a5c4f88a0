#pragma once

#include "models/orders/ordermodel.h"
#include "ui/kit/iconengine.h"

#include <QList>
#include <QString>

#include <optional>

namespace otpdesk {

/// What tells the tabs for numbers, rentals and inboxes apart: which orders they show, and in which words.
struct OrderTab
{
    /// What a widget is called: by us, and by assistive technology.
    struct Name
    {
        QString object;
        QString spoken;
    };
    struct ColumnPlan
    {
        OrderModel::Column column;
        int width = 0; ///< in average characters; of the wide column: at least
        int rank = 0;  ///< 0: always there; else only where there is room for it, the lowest rank first
    };
    struct Emptiness
    {
        QString headline;
        QString sentence;
        QString button;
    };
    /// What the person is asked for when a purchase is unconfirmed.
    struct Question
    {
        QString button; ///< with its mnemonic
        QString name;   ///< of the button, spoken
        QString label;  ///< of the field, with its mnemonic
        QString field;  ///< of the field, spoken
    };
    OfferKind kind = OfferKind::Number;
    Icon symbol = Icon::Message;
    Name table;
    Name search;
    Name filter;
    QString number;                                       ///< "Current number": the number or address, large
    QList<ColumnPlan> columns;                            ///< in the order in which they stand
    OrderModel::Column wide = OrderModel::Column::Number; ///< takes what is left
    Emptiness none;                                       ///< nothing was bought yet
    Emptiness noMatch;                                    ///< everything is filtered out
    Question question;
    std::optional<Name> messages; ///< a table of messages beside the timeline
    bool showsSubjects = false;   ///< in that table
};

} // namespace otpdesk
