#include "ui/catalog/marketscontroller.h"

#include "models/markets/marketmarks.h"
#include "ui/catalog/catalogview.h"

namespace otpdesk {

MarketsController::MarketsController(MarketMarks &marks, CatalogModel &model, CatalogView &view,
                                     QObject *parent)
    : QObject(parent), m_marks(marks), m_model(model), m_view(view)
{
    connect(&m_marks, &MarketMarks::changed, this, &MarketsController::show);
    connect(&m_view, &CatalogView::starRequested, this, &MarketsController::star);
    connect(&m_view, &CatalogView::buyRequested, this, [this](int row) {
        if (row >= 0 && row < m_model.rowCount())
            m_marks.noteUsed(m_model.marketAt(row));
    });
    show();
}

void MarketsController::show()
{
    const QList<Market> favourites = m_marks.favourites();
    m_model.setFavourites(QSet<Market>(favourites.cbegin(), favourites.cend()));
    m_view.filters().setSaved(favourites, m_marks.recent());
}

void MarketsController::star(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const Market market = m_model.marketAt(row);
    m_marks.setFavourite(market, !m_marks.isFavourite(market));
}

} // namespace otpdesk
