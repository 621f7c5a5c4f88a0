#include "ui/orders/messagespanel.h"

#include "models/orders/messagemodel.h"
#include "ui/kit/codedelegate.h"
#include "ui/kit/metrics.h"
#include "ui/kit/tablelook.h"
#include "ui/orders/messagereader.h"
#include "ui/orders/timelineview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace otpdesk {

using Column = MessageModel::Column;

MessagesPanel::MessagesPanel(const OrderTab::Name &table, bool showsSubjects, TimelineView &timeline,
                             QWidget *parent)
    : QTabWidget(parent),
      m_showsSubjects(showsSubjects),
      m_table(new QTableView),
      m_codes(nullptr),
      m_reader(new MessageReader)
{
    setObjectName(u"orderPages"_s);
    setAccessibleName(tr("About this order"));
    setDocumentMode(true);
    m_table->setObjectName(table.object);
    applyTableLook(*m_table, table.spoken);
    m_codes = new CodeDelegate(m_table);
    m_table->setItemDelegateForColumn(int(Column::Code), m_codes);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 3);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &MessagesPanel::copyCurrent);
    connect(m_codes, &CodeDelegate::copyRequested, this, &MessagesPanel::copyCurrent);
    connect(m_reader, &MessageReader::codeCopyRequested, this, &MessagesPanel::codeCopyRequested);
    connect(m_reader, &MessageReader::linkCopyRequested, this, &MessagesPanel::linkCopyRequested);
    addTab(makeMessages(), tr("&Messages"));
    addTab(&timeline, tr("&Timeline"));
}

QWidget *MessagesPanel::makeMessages()
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(metrics::Small);
    splitter->addWidget(m_table);
    splitter->addWidget(m_reader);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void MessagesPanel::setModel(QAbstractItemModel *messages)
{
    m_table->setModel(messages);
    makeSelectedCurrent(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(int(Column::Received), 14 * character);
    header->resizeSection(int(Column::From), 15 * character);
    header->resizeSection(int(Column::Code), 14 * character);
    // The words have what is left: of an e-mail the subject, of an SMS its text.
    const Column hidden = m_showsSubjects ? Column::Text : Column::Subject;
    const Column wide = m_showsSubjects ? Column::Subject : Column::Text;
    header->hideSection(int(hidden));
    header->setSectionResizeMode(int(wide), QHeaderView::Stretch);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MessagesPanel::showCurrent);
    connect(messages, &QAbstractItemModel::modelReset, this, &MessagesPanel::selectNewest);
    connect(messages, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { m_followsNewest = m_table->currentIndex().row() <= 0; });
    connect(messages, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_followsNewest)
            selectNewest();
    });
    connect(messages, &QAbstractItemModel::dataChanged, this, [this] {
        m_reader->showMessage({});
        showCurrent();
    });
    selectNewest();
}

/// What has just come is read, unless the person reads something older.
void MessagesPanel::selectNewest()
{
    if (m_table->model()->rowCount() > 0)
        m_table->selectRow(0);
    showCurrent();
}

void MessagesPanel::showCurrent()
{
    m_reader->showMessage(m_table->currentIndex().siblingAtColumn(0));
}

void MessagesPanel::copyCurrent()
{
    const QString code = m_table->currentIndex().data(MessageModel::CodeRole).toString();
    if (!code.isEmpty())
        Q_EMIT codeCopyRequested(code);
}

void MessagesPanel::showCodeCopied()
{
    m_reader->showCodeCopied();
    m_codes->showCopied(m_table->currentIndex().siblingAtColumn(int(Column::Code)));
}

void MessagesPanel::setConfirmed(bool confirmed)
{
    if (isTabVisible(0) == confirmed)
        return;
    setTabVisible(0, confirmed);
    if (confirmed)
        setCurrentIndex(0);
}

QSize MessagesPanel::minimumSizeHint() const
{
    return {320, 220};
}

bool MessagesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            copyCurrent();
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

} // namespace otpdesk
