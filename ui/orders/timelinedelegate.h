#pragma once

#include <QStyledItemDelegate>

class QTextLayout;

namespace otpdesk {

class Clock;

/// One event of a timeline: when, a dot on the vertical line, and what happened; an SMS in full in a bubble
/// with its code marked. Works on the roles of TimelineModel.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TimelineDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

/// Where `code` stands in `text`, also when its digits are written in groups there ("123 456", "123-456").
/// Length 0: nowhere.
struct CodeSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};
CodeSpan findCode(const QString &text, const QString &code);

} // namespace otpdesk
