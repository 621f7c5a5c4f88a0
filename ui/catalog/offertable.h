#pragma once

#include <QTableView>

namespace otpdesk {

class CatalogModel;
class OfferDelegate;

/// The offers: columns, keys, and the star and the arrow in the first column.
class OfferTable : public QTableView
{
    Q_OBJECT

public:
    explicit OfferTable(QWidget *parent = nullptr);

    void setOffers(CatalogModel *model);
    /// The folded words of the search, to be marked where they were found.
    void setWords(const QStringList &words);
    /// The selected row; -1: none.
    int currentRow() const;

Q_SIGNALS:
    void buyRequested();
    void starRequested(int row);
    void expandRequested(int row, bool expanded);
    /// Something was typed: the search looks through every row at once, the table's own one by one.
    void typed(QKeyEvent *event);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Whether it was meant for the star or the arrow.
    bool pressSign(const QPoint &position);
    void layOutColumns();
    void fitToTitles();
    void stretchNames();

    OfferDelegate *m_delegate;
    bool m_stretches = false;
};

} // namespace otpdesk
