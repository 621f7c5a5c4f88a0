#include "ui/catalog/offertable.h"

#include "models/catalog/catalogmodel.h"
#include "models/markets/trackrecord.h"
#include "models/text/format.h"
#include "ui/catalog/offerdelegate.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tablelook.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <array>
#include <numeric>
#include <utility>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

using Column = CatalogModel::Column;

constexpr std::array Names{Column::Service, Column::Country, Column::Variant};

int widthOf(const QFontMetrics &font, const QString &sample)
{
    return font.horizontalAdvance(sample) + 2 * metrics::Small + 2; // advances are rounded
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
    layOutColumns();
    makeSelectedCurrent(*this);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &OfferTable::stretchNames);
    m_delegate->setFlagRole(CatalogModel::CountryIsoRole);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &OfferTable::fitToTitles);
    fitToTitles();
}

/// Short names and figures get what they usually need; the longer names share the rest.
void OfferTable::layOutColumns()
{
    const TrackRecord own{9, 9, std::chrono::seconds(24)};
    const QString ownText = u"%1 · %2"_s.arg(format::record(&own), format::wait(*own.medianWait));
    const std::pair<Column, QString> samples[] = {
        {Column::Provider, u"OTPZap + 4 more"_s}, {Column::Price, u"Rp 1,000,000"_s},
        {Column::Converted, u"₹10,000.00"_s},     {Column::Stock, u"100,000"_s},
        {Column::SuccessRate, u"100%"_s},         {Column::Own, ownText},
    };
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (const auto &[column, sample] : samples)
        header->resizeSection(static_cast<int>(column), widthOf(fontMetrics(), sample));
    for (const Column column : Names)
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Fixed);
}

/// Each gets what a usual name needs, in an offer of an expanded market, and all share what is left. They
/// give way a little where that saves the table from scrolling.
void OfferTable::stretchNames()
{
    if (std::exchange(m_stretches, true))
        return;
    const int needs[] = {m_delegate->widthOfService(fontMetrics(), u"WhatsApp"_s),
                         widthOf(fontMetrics(), u"🇵🇰 Indonesia"_s), widthOf(fontMetrics(), u"Server 1"_s)};
    const int needed = std::accumulate(std::begin(needs), std::end(needs), 0);
    QHeaderView *header = horizontalHeader();
    int left = viewport()->width() - needed;
    for (int section = 0; section < header->count(); ++section) {
        if (header->sectionResizeMode(section) != QHeaderView::Fixed)
            left -= header->sectionSize(section);
    }
    if (left < -needed / 8)
        left = 0;
    for (size_t i = 0; i < Names.size(); ++i) {
        const int share = left / int(Names.size() - i);
        header->resizeSection(static_cast<int>(Names[i]), needs[i] + share);
        left -= share;
    }
    m_stretches = false;
}

/// A column without a title has nothing to say, and one with a title shows all of it.
void OfferTable::fitToTitles()
{
    QHeaderView *header = horizontalHeader();
    for (int section = 0; section < header->count(); ++section) {
        setColumnHidden(section, model()->headerData(section, Qt::Horizontal).toString().isEmpty());
        const int least = header->sectionSizeHint(section);
        if (header->sectionSize(section) < least && !header->isSectionHidden(section))
            header->resizeSection(section, least);
    }
    stretchNames();
}

void OfferTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (model())
        stretchNames();
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
