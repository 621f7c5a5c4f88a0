#include "ui/kit/codedelegate.h"

#include "ui/kit/fonts.h"
#include "ui/kit/iconengine.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

using namespace std::chrono_literals;

namespace otpdesk {

CodeDelegate::CodeDelegate(QAbstractItemView *view, int headlineRole)
    : CellDelegate(view), m_view(view), m_headlineRole(headlineRole)
{
    view->setMouseTracking(true);
    m_copiedEnds.setSingleShot(true);
    m_copiedEnds.setInterval(1500ms);
    connect(&m_copiedEnds, &QTimer::timeout, this, [this] {
        m_copied = QModelIndex();
        m_view->viewport()->update();
    });
}

void CodeDelegate::showCopied(const QModelIndex &index)
{
    m_copied = index;
    m_copiedEnds.start();
    m_view->viewport()->update();
}

void CodeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    paintGround(painter, full);
    const QRect area = contentRect(full);
    const int flags = int(QStyle::visualAlignment(full.direction, Qt::AlignLeading | Qt::AlignVCenter)) |
                      Qt::TextSingleLine;
    const bool selected = full.state & QStyle::State_Selected;
    if (full.text.isEmpty()) {
        const QString headline = m_headlineRole ? index.data(m_headlineRole).toString() : QString();
        painter->save();
        painter->setFont(full.font);
        painter->setPen(selected ? textColor(full) : colors::muted(full.palette));
        painter->drawText(area, flags, full.fontMetrics.elidedText(headline, Qt::ElideRight, area.width()));
        painter->restore();
        return;
    }

    const bool copied = m_copied.isValid() && m_copied == index;
    const bool hovered = full.state & QStyle::State_MouseOver;
    const int side = copied || hovered ? metrics::IconSmall + metrics::Tight : 0;

    painter->save();
    painter->setPen(textColor(full));
    if (copied) {
        painter->drawText(area.adjusted(side, 0, 0, 0), flags, tr("Copied"));
    } else {
        painter->setFont(fonts::code(full.font));
        const QString text = painter->fontMetrics().elidedText(full.text, Qt::ElideRight, area.width());
        painter->drawText(area, flags | Qt::TextForceLeftToRight, text);
    }
    if (copied || hovered) {
        const QColor color = selected ? textColor(full)
                             : copied ? colors::of(Tone::Received, full.palette).mark
                                      : colors::muted(full.palette);
        const QRect spot(copied ? area.left() : area.right() - metrics::IconSmall,
                         area.center().y() - metrics::IconSmall / 2 + 1, metrics::IconSmall,
                         metrics::IconSmall);
        const int codeWidth = QFontMetrics(fonts::code(full.font)).horizontalAdvance(full.text);
        if (copied || codeWidth + side <= area.width())
            painter->drawPixmap(QStyle::visualRect(full.direction, area, spot).topLeft(),
                                iconPixmap(copied ? Icon::Check : Icon::Copy, color, metrics::IconSmall,
                                           painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

QSize CodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyleOptionViewItem full = filled(option, index);
    const QFontMetrics fm(fonts::code(full.font));
    return {fm.horizontalAdvance(full.text) + metrics::IconSmall + metrics::Medium,
            fm.height() + metrics::Tight};
}

bool CodeDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::NoModifier &&
            option.rect.contains(mouse->position().toPoint()) &&
            !index.data(Qt::DisplayRole).toString().isEmpty())
            Q_EMIT copyRequested(index);
    }
    return CellDelegate::editorEvent(event, model, option, index);
}

} // namespace otpdesk
