#pragma once

#include "ui/kit/celldelegate.h"

#include <QStringList>

#include <optional>

namespace otpdesk {

/// A cell of the offers table: a symbol for the kind before the service, grey where nothing can be bought,
/// figures of an earlier load in italics, and marks on the words that a search found.
class OfferDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// The words typed, folded (searchWords()). The view has to be painted anew by its owner.
    void setWords(const QStringList &words) { m_words = words; }
    /// Under which role the model has the ISO code of a country, for a flag before it.
    void setFlagRole(int role) { m_flagRole = role; }

protected:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QModelIndex &index) const override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QStringList m_words;
    std::optional<int> m_flagRole;
};

} // namespace otpdesk
