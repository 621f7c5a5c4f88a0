#include "models/orders/messagemodel.h"

#include "models/orders/orderengine.h"
#include "models/text/format.h"
#include "models/text/htmltext.h"
#include "providers/types/clock.h"

#include <QLocale>

namespace otpdesk {

namespace {

constexpr qsizetype PreviewLength = 200;

} // namespace

MessageModel::MessageModel(const OrderEngine &engine, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_engine(engine), m_clock(clock)
{
    connect(&engine, &OrderEngine::changed, this, [this](qint64 key) {
        if (key == m_key)
            follow();
    });
}

MessageModel::Row MessageModel::rowOf(const Message &message)
{
    const bool onlyHtml = message.text.isEmpty() && !message.html.isEmpty();
    return {message, onlyHtml ? html::toText(message.html) : message.text};
}

void MessageModel::showOrder(qint64 key)
{
    if (key == m_key)
        return;
    beginResetModel();
    m_key = key;
    m_rows.clear();
    if (const Order *order = m_engine.order(key)) {
        for (const Message &message : order->messages)
            m_rows.append(rowOf(message));
    }
    endResetModel();
}

/// A message once seen stays, and new ones stand at the end of the order's list: on top here.
void MessageModel::follow()
{
    const QList<Message> &now = m_engine.order(m_key)->messages;
    const int last = static_cast<int>(m_rows.size()) - 1;
    for (int at = 0; at <= last && at < now.size(); ++at) {
        if (m_rows[at].message == now[at])
            continue;
        m_rows[at] = rowOf(now[at]);
        Q_EMIT dataChanged(index(last - at, 0), index(last - at, static_cast<int>(Column::Count) - 1));
    }
    const int fresh = static_cast<int>(now.size() - m_rows.size());
    if (fresh <= 0)
        return;
    beginInsertRows({}, 0, fresh - 1);
    while (m_rows.size() < now.size())
        m_rows.append(rowOf(now[m_rows.size()]));
    endInsertRows();
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QString MessageModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Column::Received:
        return format::ago(row.message.receivedAt, m_clock.utc());
    case Column::From:
        return row.message.sender.isEmpty() ? QStringLiteral("—") : row.message.sender;
    case Column::Subject:
        return row.message.subject;
    case Column::Code:
        return format::code(row.message.code);
    case Column::Text:
        return row.text.left(PreviewLength).simplified();
    case Column::Count:
        break;
    }
    return {};
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Row &row = m_rows.at(m_rows.size() - 1 - index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Column::Code ? row.message.code : text(row, column);
    case Qt::ToolTipRole:
        return column == Column::Received && row.message.receivedAt.isValid()
                   ? QLocale().toString(row.message.receivedAt.toLocalTime(), QLocale::LongFormat)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    case CodeRole:
        return row.message.code;
    case TextRole:
        return row.text;
    case HtmlRole:
        return row.message.text.isEmpty() ? row.message.html : QString();
    case SenderRole:
        return row.message.sender;
    case SubjectRole:
        return row.message.subject;
    case AtRole:
        return row.message.receivedAt;
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Column::Received:
        return tr("Received");
    case Column::From:
        return tr("From");
    case Column::Subject:
        return tr("Subject");
    case Column::Code:
        return tr("Code");
    case Column::Text:
        return tr("Text");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace otpdesk
