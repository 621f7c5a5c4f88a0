#pragma once

#include "models/watches/watch.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace otpdesk {

class Catalog;
class Clock;
class MarketWatcher;
class MessageBar;
class WatchModel;

/// What is watched, and what it has come to.
class WatchesList : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive it.
    WatchesList(MarketWatcher &watcher, Catalog &catalog, Clock &clock, QWidget *parent = nullptr);
    ~WatchesList() override;

Q_SIGNALS:
    /// Something else is to be waited for there.
    void changeRequested(const otpdesk::Market &market);
    /// The market's offers are to be shown in the catalog.
    void showRequested(const otpdesk::Market &market);
    /// The catalog itself: there is nothing watched yet.
    void catalogRequested();

private:
    QWidget *makeTable();
    QWidget *makeEmpty();
    QWidget *makeButtons();
    const Watch *current() const;
    /// The one place that decides what is enabled, and whether there is anything to show.
    void updateButtons();
    void change();
    void stop();
    void showOffers();

    MarketWatcher &m_watcher;
    WatchModel *m_model;
    MessageBar *m_bar = nullptr;
    QStackedWidget *m_pages = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_show = nullptr;
};

} // namespace otpdesk
