#include "ui/topups/weblink.h"

#include <QStringList>

namespace otpdesk::weblink {

namespace {

constexpr qsizetype LongestShown = 270;
constexpr qsizetype LineLength = 54;

} // namespace

bool isSafe(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QString host(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

bool belongsTo(const QUrl &url, const QUrl &site)
{
    const QString own = host(site);
    const QString there = host(url);
    return !own.isEmpty() && (there == own || there.endsWith(u'.' + own));
}

QString inLines(const QUrl &url)
{
    QString rest = url.toString(QUrl::FullyEncoded);
    if (rest.size() > LongestShown)
        rest = rest.left(LongestShown - 1) + u'…';
    QStringList lines;
    for (qsizetype at = 0; at < rest.size(); at += LineLength)
        lines.append(rest.mid(at, LineLength));
    return lines.join(u'\n');
}

} // namespace otpdesk::weblink
