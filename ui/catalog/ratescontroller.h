#pragma once

#include "models/catalog/catalogmodel.h"

#include <QObject>
#include <QPointer>

namespace otpdesk {

class Clock;
class FilterBar;
class RateBook;
class RatesDialog;

/// The currency that the catalog's prices are compared in, and the dialog for the rates.
class RatesController : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    RatesController(RateBook &book, const Clock &clock, CatalogModel &model, FilterBar &bar,
                    QObject *parent = nullptr);

    /// Those of the person's accounts.
    void setCurrencies(const QList<Currency> &used);

private:
    void show();
    void choose(Currency currency);
    void openDialog(Currency display);

    RateBook &m_book;
    const Clock &m_clock;
    CatalogModel &m_model;
    FilterBar &m_bar;
    QList<Currency> m_used;
    QPointer<RatesDialog> m_dialog;
};

} // namespace otpdesk
