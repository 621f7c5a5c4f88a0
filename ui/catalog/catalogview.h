#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/catalogfilter.h"
#include "ui/kit/messagebar.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace otpdesk {

class CatalogModel;
class EmptyState;
class SearchEdit;

/// The catalog tab: what is sold, narrowed by a search and three choices, and a button to buy. Shows what it
/// is given and tells what the person does.
class CatalogView : public QWidget
{
    Q_OBJECT

public:
    /// What stands in the place of the table.
    enum class Blank { None, NoAccount, NothingLoaded, Loading, Failed, NothingMatches };

    explicit CatalogView(QWidget *parent = nullptr);

    void setModel(CatalogModel *model);
    /// What there is to choose from. What was chosen stays chosen, also where it is not there at the moment.
    void setCountries(const QList<CatalogCountry> &countries);
    void setAccounts(const QList<CatalogAccount> &accounts);
    /// "983 of 12,345 offers"
    void setCounts(int shown, int all);
    void showBlank(Blank blank);
    Blank blank() const { return m_blankKind; }
    /// A load is under way: `done` of `known` shelves of `title`. Nothing is, where `known` is 0.
    void showProgress(const QString &title, int done, int known);
    MessageBar *messageBar() const { return m_bar; }

    CatalogFilter filter() const;
    void clearFilters();
    void chooseKind(OfferKind kind);
    void focusSearch();
    /// The selected row of the model; -1: none.
    int currentRow() const;

Q_SIGNALS:
    void filterChanged(const otpdesk::CatalogFilter &filter);
    void buyRequested(int row);
    void refreshRequested();
    void stopRequested();
    void addAccountRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilterRow();
    QWidget *makeTable();
    QWidget *makeFooter();
    void tellFilter();
    void updateBuy();
    void buy();
    void focusTable();
    void followBlankButton();
    bool tableKey(class QKeyEvent *event);

    SearchEdit *m_search = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_country = nullptr;
    QComboBox *m_provider = nullptr;
    QPushButton *m_refresh = nullptr;
    MessageBar *m_bar = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_buy = nullptr;
    Blank m_blankKind = Blank::None;
};

} // namespace otpdesk
