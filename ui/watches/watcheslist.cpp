#include "ui/watches/watcheslist.h"

#include "models/text/format.h"
#include "models/watches/marketwatcher.h"
#include "models/watches/watchmodel.h"
#include "ui/kit/celldelegate.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagebar.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"
#include "ui/kit/tablelook.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

using Column = WatchModel::Column;

/// Widths in average characters, in the order of Column; what there is now takes what is left.
constexpr std::array<int, static_cast<size_t>(Column::Count)> Widths{20, 18, 20, 0, 16};

/// Marks what is there now.
class NowDelegate : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        CellDelegate::initStyleOption(option, index);
        if (index.data(WatchModel::StateRole).toInt() != static_cast<int>(WatchState::Met))
            return;
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
        option->icon = option->state & QStyle::State_Selected
                           ? icon(Icon::Check, option->palette.color(QPalette::HighlightedText))
                           : icon(Icon::Check, colors::of(Tone::Done, option->palette).mark);
        option->decorationSize = QSize(metrics::IconSmall, metrics::IconSmall);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

QPushButton *makeButton(const QString &text, const QString &name, const QString &objectName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

WatchesList::WatchesList(MarketWatcher &watcher, Catalog &catalog, Clock &clock, QWidget *parent)
    : QDialog(parent), m_watcher(watcher), m_model(new WatchModel(watcher, catalog, clock, this))
{
    setObjectName(u"watchesList"_s);
    setWindowTitle(tr("Watched offers"));
    m_bar = new MessageBar(this);
    m_bar->hide();
    m_pages = new QStackedWidget;
    m_pages->addWidget(makeTable());
    m_pages->addWidget(makeEmpty());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    layout->setSpacing(metrics::Medium);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeButtons());
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &WatchesList::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &WatchesList::updateButtons);
    connect(&watcher, &MarketWatcher::failed, this, [this](const ApiError &error) {
        m_bar->post({MessageBar::Mood::Error, format::error(error, QString()), error.detail, {}});
    });
    resize(fontMetrics().averageCharWidth() * 124, fontMetrics().lineSpacing() * 22);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    updateButtons();
}

WatchesList::~WatchesList()
{
    // The rows go before the table does, and nobody is left to be told about it.
    m_table->selectionModel()->disconnect(this);
}

QWidget *WatchesList::makeTable()
{
    auto *page = new QWidget;
    m_table = new QTableView;
    m_table->setObjectName(u"watches"_s);
    applyTableLook(*m_table, tr("Watched offers"));
    m_table->setModel(m_model);
    makeSelectedCurrent(*m_table);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Now), new NowDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    for (size_t i = 0; i < Widths.size(); ++i) {
        if (Widths[i] > 0)
            header->resizeSection(int(i), Widths[i] * fontMetrics().averageCharWidth() + metrics::Large);
    }
    header->setSectionResizeMode(static_cast<int>(Column::Now), QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WatchesList::updateButtons);
    connect(m_table, &QTableView::activated, this, &WatchesList::change);
    auto *remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &WatchesList::stop);

    auto *note = new QLabel(tr("OTP Desk looks about once a minute, and only while it runs."));
    note->setObjectName(u"watchesNote"_s);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    QPalette quiet = note->palette();
    quiet.setColor(QPalette::WindowText, colors::muted(palette()));
    note->setPalette(quiet);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_table, 1);
    layout->addWidget(note);
    return page;
}

QWidget *WatchesList::makeEmpty()
{
    auto *empty = new EmptyState;
    empty->setContent(Icon::Bell, tr("Nothing is watched"),
                      tr("Choose an offer in the catalog and watch it: you are told when it is in stock, or "
                         "when its price falls."));
    empty->setPrimary(tr("&Go to the catalog"));
    connect(empty, &EmptyState::primaryClicked, this, [this] {
        accept();
        Q_EMIT catalogRequested();
    });
    return empty;
}

QWidget *WatchesList::makeButtons()
{
    auto *box = new QWidget;
    m_change = makeButton(tr("&Change…"), tr("Change"), u"watchesChange"_s);
    m_stop = makeButton(tr("&Stop watching"), tr("Stop watching"), u"watchesStop"_s);
    m_show = makeButton(tr("Show &offers"), tr("Show offers"), u"watchesShow"_s);
    QPushButton *close = makeButton(tr("C&lose"), tr("Close"), u"watchesClose"_s);
    connect(m_change, &QPushButton::clicked, this, &WatchesList::change);
    connect(m_stop, &QPushButton::clicked, this, &WatchesList::stop);
    connect(m_show, &QPushButton::clicked, this, &WatchesList::showOffers);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Small);
    layout->addWidget(m_show);
    layout->addWidget(m_change);
    layout->addWidget(m_stop);
    layout->addStretch(1);
    layout->addWidget(close);
    return box;
}

const Watch *WatchesList::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_watcher.find(rows.first().data(WatchModel::IdRole).toLongLong());
}

void WatchesList::updateButtons()
{
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    for (QPushButton *button : {m_change, m_stop, m_show})
        button->setEnabled(current());
}

void WatchesList::change()
{
    if (const Watch *watch = current())
        Q_EMIT changeRequested(Market(watch->market));
}

void WatchesList::stop()
{
    if (const Watch *watch = current())
        m_watcher.unwatch(watch->id);
}

void WatchesList::showOffers()
{
    const Watch *watch = current();
    if (!watch)
        return;
    const Market market = watch->market;
    accept();
    Q_EMIT showRequested(market);
}

} // namespace otpdesk
