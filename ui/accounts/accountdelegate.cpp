#include "ui/accounts/accountdelegate.h"

#include "models/accounts/accountmodel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QApplication>
#include <QPainter>

namespace otpdesk {

namespace {

/// What the second line says, and whether it is about something wrong.
struct Note
{
    QString text;
    bool isProblem;
};

Note noteOf(const QModelIndex &index)
{
    const QString problem = index.data(AccountModel::StateTextRole).toString();
    return problem.isEmpty() ? Note{index.data(AccountModel::ProviderNameRole).toString(), false}
                             : Note{problem, true};
}

} // namespace

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + metrics::Tight + 2 * metrics::Small};
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect area = option.rect.adjusted(metrics::Small, metrics::Small, -metrics::Small, -metrics::Small);
    const int line = option.fontMetrics.height();

    painter->save();
    const QString balance = index.data(AccountModel::BalanceTextRole).toString();
    const QFont bold = fonts::scaled(option.font, 1.0, QFont::DemiBold);
    const int balanceWidth = QFontMetrics(bold).horizontalAdvance(balance);
    painter->setPen(text);
    painter->setFont(bold);
    painter->drawText(QRect(area.right() - balanceWidth, area.top(), balanceWidth + 1, line),
                      Qt::AlignRight | Qt::AlignVCenter, balance);
    const QRect first(area.left(), area.top(), area.width() - balanceWidth - metrics::Medium, line);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, first.width()));

    const Note note = noteOf(index);
    const QRect second(area.left(), area.bottom() - line, area.width(), line);
    painter->setFont(option.font);
    if (!selected)
        painter->setPen(note.isProblem ? colors::of(Tone::Attention, option.palette).text
                                       : colors::muted(option.palette));
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(note.text, Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace otpdesk
