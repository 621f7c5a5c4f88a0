#pragma once

#include "models/catalog/catalogmodel.h"

#include <QObject>

namespace otpdesk {

class CatalogView;
class MarketMarks;

/// What the person keeps of the catalog: stars, and the way back to them.
class MarketsController : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    MarketsController(MarketMarks &marks, CatalogModel &model, CatalogView &view, QObject *parent = nullptr);

private:
    void show();
    void star(int row);

    MarketMarks &m_marks;
    CatalogModel &m_model;
    CatalogView &m_view;
};

} // namespace otpdesk
