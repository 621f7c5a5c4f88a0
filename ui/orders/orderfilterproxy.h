#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace otpdesk {

/// Which orders the table shows. In the order of the combo box.
enum class OrderFilter { All, Live, WithCode, NeedsAttention, Ended };

/// Orders by words and by where they stand. Works on the roles of OrderModel.
class OrderFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit OrderFilterProxy(QObject *parent = nullptr);

    /// Every word must occur somewhere in what a search looks at.
    void setSearch(const QString &text);
    void setFilter(OrderFilter filter);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words; // case-folded
    OrderFilter m_filter = OrderFilter::All;
};

} // namespace otpdesk
