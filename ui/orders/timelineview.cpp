#include "ui/orders/timelineview.h"

#include "ui/orders/timelinedelegate.h"

using namespace Qt::StringLiterals;

namespace otpdesk {

TimelineView::TimelineView(const Clock &clock, QWidget *parent) : QListView(parent)
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setItemDelegate(new TimelineDelegate(clock, this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust); // the words wrap anew
    setTabKeyNavigation(false);
    // Part of the panel rather than a box in it.
    viewport()->setAutoFillBackground(false);
    viewport()->setBackgroundRole(QPalette::Window);
}

void TimelineView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QListView::rowsInserted(parent, first, last);
    // Newest last: what has just happened is what one wants to see.
    if (last == model()->rowCount() - 1)
        scrollToBottom();
}

} // namespace otpdesk
