#include "ui/kit/tablelook.h"

#include "ui/kit/celldelegate.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tableheader.h"

#include <QHeaderView>
#include <QTableView>

namespace otpdesk {

void applyTableLook(QTableView &table, const QString &name)
{
    table.setAccessibleName(name);
    table.setHorizontalHeader(new TableHeader(&table));
    table.setItemDelegate(new CellDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setCornerButtonEnabled(false);
    table.setTextElideMode(Qt::ElideRight);

    // Equal heights: the view then needs no row for the layout of another, however many there are.
    QHeaderView *rows = table.verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(1);
    rows->setDefaultSectionSize(table.fontMetrics().height() + metrics::Medium);
}

void makeSelectedCurrent(QAbstractItemView &view)
{
    QItemSelectionModel *selection = view.selectionModel();
    QObject::connect(selection, &QItemSelectionModel::selectionChanged, &view, [selection] {
        const QModelIndexList selected = selection->selectedIndexes();
        if (!selected.isEmpty() && selected.first().row() != selection->currentIndex().row())
            selection->setCurrentIndex(selected.first(), QItemSelectionModel::NoUpdate);
    });
}

} // namespace otpdesk
