#include "ui/orders/timelineview.h"

#include "ui/orders/timelinedelegate.h"

#include <QScrollBar>

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

    // Newest last: what has just happened is in sight, unless the person has scrolled away from the end.
    QScrollBar *bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_atEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        if (m_atEnd)
            verticalScrollBar()->setValue(maximum);
    });
}

} // namespace otpdesk
