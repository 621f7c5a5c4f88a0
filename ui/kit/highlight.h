#pragma once

#include <QRect>
#include <QStringList>

class QColor;
class QPainter;
class QStyleOptionViewItem;

namespace otpdesk {

/// Draws the text of a cell in `ink`: one line of plain text, elided, with the folded words marked that a
/// search found in it.
void drawCellText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QColor &ink,
                  const QStringList &foldedWords = {});

} // namespace otpdesk
