#pragma once

#include "ui/catalog/filterbar.h"
#include "ui/kit/messagebar.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace otpdesk {

class CatalogModel;
class ElidedLabel;
class EmptyState;
class OfferTable;

/// The catalog tab: what is sold, narrowed by the bar above it, and what can be done with an offer. Shows
/// what it is given and tells what the person does.
class CatalogView : public QWidget
{
    Q_OBJECT

public:
    /// What stands in the place of the table.
    enum class Blank { None, NoAccount, NothingLoaded, Loading, Failed, NothingMatches };

    explicit CatalogView(QWidget *parent = nullptr);

    void setModel(CatalogModel *model);
    /// "983 of 12,345 offers"
    void setCounts(int shown, int all);
    /// Of rows that stand for several offers; `apart`: currencies are not compared.
    void setMarketCounts(int shown, int all, bool apart);
    void showBlank(Blank blank);
    Blank blank() const { return m_blankKind; }
    /// A load is under way: `done` of `known` shelves of `title`. Nothing is, where `known` is 0.
    void showProgress(const QString &title, int done, int known);
    MessageBar *messageBar() const { return m_bar; }
    FilterBar &filters() const { return *m_filters; }

    void focusSearch();
    /// With its first row selected, if none is: Enter buys it.
    void focusTable();
    /// The selected row of the model; -1: none.
    int currentRow() const;

Q_SIGNALS:
    void buyRequested(int row);
    void starRequested(int row);
    void watchRequested(int row);
    void expandRequested(int row, bool expanded);
    void refreshRequested();
    void stopRequested();
    void addAccountRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QWidget *makeTable();
    QWidget *makeFooter();
    void showWords();
    void updateActions();
    void buy();
    void followBlankButton();
    void typeInSearch(QKeyEvent *event);

    FilterBar *m_filters = nullptr;
    QAction *m_star = nullptr;
    QAction *m_watch = nullptr;
    QAction *m_expand = nullptr;
    MessageBar *m_bar = nullptr;
    QStackedLayout *m_stack = nullptr;
    OfferTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ElidedLabel *m_count = nullptr;
    ElidedLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_buy = nullptr;
    Blank m_blankKind = Blank::None;
};

} // namespace otpdesk
