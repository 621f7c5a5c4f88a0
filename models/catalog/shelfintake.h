#pragma once

#include "models/catalog/catalog.h"
#include "providers/types/result.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <memory>

namespace otpdesk {

/// Puts fetched shelves into the catalog, a slice at each turn of the event loop, so that none holds up the
/// window, however long it is; and lets the catalog tell of them a few times a second at most, since each
/// time every view looks through what it shows.
class ShelfIntake : public QObject
{
    Q_OBJECT

public:
    explicit ShelfIntake(Catalog &catalog, QObject *parent = nullptr);
    ~ShelfIntake() override;

    /// Ready when all of it is in the catalog, told or not. In the order of the calls.
    Async<Done> put(const QString &accountId, const Shelf &shelf, const QList<Offer> &offers);

private:
    struct Delivery
    {
        QString accountId;
        Shelf shelf;
        QList<Offer> offers;
        std::shared_ptr<QPromise<Result<Done>>> promise;
        std::optional<ShelfUpdate> update;
        qsizetype taken = 0;
    };

    void work();
    bool takeSlice(Delivery &delivery);
    void tellInTime();
    void tell();

    Catalog &m_catalog;
    std::deque<Delivery> m_deliveries;
    QTimer m_work;
    QTimer m_tell;
    QElapsedTimer m_told;
    int m_untold = 0; // slices
};

} // namespace otpdesk
