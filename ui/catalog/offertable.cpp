#include "ui/catalog/offertable.h"

#include "models/catalog/catalogmodel.h"
#include "ui/catalog/offerdelegate.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tablelook.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

using Column = CatalogModel::Column;

/// Short names and figures get what they usually need; the longer names share the rest.
void layOutColumns(QTableView &table)
{
    QHeaderView *header = table.horizontalHeader();
    const QFontMetrics metrics = table.fontMetrics();
    const auto width = [&](const QString &sample) {
        return metrics.horizontalAdvance(sample) + 2 * metrics::Large + metrics::Small;
    };
    const std::pair<Column, QString> samples[] = {
        {Column::Provider, u"OTPZap + 4 more"_s}, {Column::Price, u"Rp 1,000,00"_s},
        {Column::Converted, u"₹1,000.00"_s},      {Column::Stock, u"100,000"_s},
        {Column::SuccessRate, u"Success"_s},      {Column::Own, u"100% of 9 · 24 s"_s},
    };
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (const auto &[column, sample] : samples)
        header->resizeSection(static_cast<int>(column), width(sample));
    for (const Column column : {Column::Service, Column::Country, Column::Variant})
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
}

} // namespace

OfferTable::OfferTable(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"offersTable"_s);
    applyTableLook(*this, tr("Offers"));
    m_delegate = new OfferDelegate(this);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void OfferTable::setOffers(CatalogModel *model)
{
    setModel(model);
    horizontalHeader()->setSortIndicator(static_cast<int>(model->sortColumn()), model->sortOrder());
    setSortingEnabled(true);
    layOutColumns(*this);
    makeSelectedCurrent(*this);
    m_delegate->setFlagRole(CatalogModel::CountryIsoRole);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &OfferTable::hideEmptyColumns);
    hideEmptyColumns();
}

/// A column without a title has nothing to say.
void OfferTable::hideEmptyColumns()
{
    for (const Column column : {Column::Converted, Column::Own}) {
        const auto section = static_cast<int>(column);
        setColumnHidden(section, model()->headerData(section, Qt::Horizontal).toString().isEmpty());
    }
}

void OfferTable::setWords(const QStringList &words)
{
    m_delegate->setWords(words);
    viewport()->update();
}

int OfferTable::currentRow() const
{
    return selectionModel() && selectionModel()->hasSelection() ? selectionModel()->currentIndex().row() : -1;
}

void OfferTable::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow();
    const QModelIndex current = row < 0 ? QModelIndex() : model()->index(row, 0);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            Q_EMIT buyRequested();
        return;
    }
    const bool opens = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool closes = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if ((opens || closes) && current.data(CatalogModel::ExpandableRole).toBool()) {
        Q_EMIT expandRequested(row, opens);
        return;
    }
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       event->key() != Qt::Key_Space &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (types)
        Q_EMIT typed(event);
    else
        QTableView::keyPressEvent(event);
}

void OfferTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        pressSign(event->position().toPoint());
}

void OfferTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !indexAt(event->position().toPoint()).isValid() ||
        pressSign(event->position().toPoint()))
        return;
    Q_EMIT buyRequested();
}

bool OfferTable::pressSign(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    if (index.column() != static_cast<int>(Column::Service))
        return false;
    const QRect cell = visualRect(index);
    if (OfferDelegate::starRect(cell, layoutDirection()).contains(position)) {
        Q_EMIT starRequested(index.row());
        return true;
    }
    if (index.data(CatalogModel::ExpandableRole).toBool() &&
        OfferDelegate::arrowRect(cell, layoutDirection()).contains(position)) {
        Q_EMIT expandRequested(index.row(), !index.data(CatalogModel::ExpandedRole).toBool());
        return true;
    }
    return false;
}

} // namespace otpdesk
