#pragma once

#include "ui/kit/celldelegate.h"

#include <QStringList>

#include <optional>

namespace otpdesk {

/// A cell of the offers table: a symbol for the kind before the service and a star behind it, an arrow where
/// a market can be expanded, grey where nothing can be bought, figures of an earlier load in italics, and
/// marks on the words that a search found.
class OfferDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// The words typed, folded (searchWords()). The view has to be painted anew by its owner.
    void setWords(const QStringList &words) { m_words = words; }
    /// Under which role the model has the ISO code of a country, for a flag before it.
    void setFlagRole(int role) { m_flagRole = role; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// Where the signs of a cell of the first column are.
    static QRect arrowRect(const QRect &cell, Qt::LayoutDirection direction);
    static QRect starRect(const QRect &cell, Qt::LayoutDirection direction);
    /// What the first column needs to show all of a service's name in an offer of an expanded market.
    static int widthOfService(const QFontMetrics &font, const QString &service);

protected:
    int lead(const QModelIndex &index) const override;
    QRect wordsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QModelIndex &index) const override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QPixmap flagFor(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFlag(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QStringList m_words;
    std::optional<int> m_flagRole;
};

} // namespace otpdesk
