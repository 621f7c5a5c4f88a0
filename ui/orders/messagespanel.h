#pragma once

#include "ui/orders/ordertab.h"

#include <QModelIndex>
#include <QTabWidget>

class QAbstractItemModel;
class QTableView;

namespace otpdesk {

class CodeDelegate;
class MessageReader;
class TimelineView;

/// What came to an order: a table of messages with the selected one below it; behind it, what happened.
class MessagesPanel : public QTabWidget
{
    Q_OBJECT

public:
    MessagesPanel(const OrderTab::Name &table, bool showsSubjects, TimelineView &timeline,
                  QWidget *parent = nullptr);

    /// With the columns and roles of MessageModel.
    void setModel(QAbstractItemModel *messages);
    /// What is not known to be bought has no messages: there is only what happened.
    void setConfirmed(bool confirmed);
    /// Answers codeCopyRequested() where the code stands.
    void showCodeCopied();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void codeCopyRequested(const QString &code);
    void linkCopyRequested(const QString &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeMessages();
    void copyCurrent();
    void showCurrent();
    void selectNewest();

    bool m_showsSubjects;
    QTableView *m_table;
    CodeDelegate *m_codes;
    MessageReader *m_reader;
    bool m_followsNewest = true;
};

} // namespace otpdesk
