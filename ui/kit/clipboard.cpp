#include "ui/kit/clipboard.h"

#include "providers/types/clock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

/// The marks by which the clipboard managers of each desktop leave a text alone. All are set everywhere: the
/// foreign ones do no harm.
std::unique_ptr<QMimeData> secretData(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    data->setData(u"application/x-nspasteboard-concealed-type"_s, text.toUtf8());
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s,
                  "1");
    const QByteArray no(4, '\0'); // a DWORD of 0
    data->setData(u"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""_s, no);
    data->setData(u"application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\""_s, no);
    return data;
}

} // namespace

Clipboard::Clipboard(Clock &clock, QObject *parent)
    : QObject(parent), m_alarm(clock.alarm([this] { clearSecret(); }))
{
    connect(qGuiApp, &QCoreApplication::aboutToQuit, this, &Clipboard::clearSecret);
}

Clipboard::~Clipboard()
{
    clearSecret();
}

bool Clipboard::copySecret(const QString &text)
{
    QGuiApplication::clipboard()->setMimeData(secretData(text).release());
    m_secret = text;
    if (m_clearAfter.count() > 0)
        m_alarm->start(m_clearAfter);
    else
        m_alarm->stop();
    return verify(text);
}

bool Clipboard::copyPlain(const QString &text)
{
    // The secret it replaces needs no clearing; should the copy fail, the alarm still does it.
    QGuiApplication::clipboard()->setText(text);
    return verify(text);
}

void Clipboard::clearSecret()
{
    m_alarm->stop();
    if (m_secret.isEmpty() || !qGuiApp)
        return;
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->text() == m_secret)
        clipboard->clear();
    m_secret.clear();
}

bool Clipboard::verify(const QString &text)
{
    const bool there = QGuiApplication::clipboard()->text() == text;
    if (there)
        Q_EMIT copied(text);
    else
        Q_EMIT copyFailed();
    return there;
}

} // namespace otpdesk
