#pragma once

#include <QHeaderView>

namespace otpdesk {

/// A table's column headings, set in by as much as the cells' text below them.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
};

} // namespace otpdesk
