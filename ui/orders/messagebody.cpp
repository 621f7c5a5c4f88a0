#include "ui/orders/messagebody.h"

#include "models/text/htmltext.h"
#include "ui/kit/metrics.h"
#include "ui/kit/palette.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextCursor>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace otpdesk {

namespace {

/// Beyond it even harmless text takes too long to lay out.
constexpr qsizetype MostLaidOut = 256 * 1024;

/// A document that has nothing but its own words. QTextBrowser::loadResource() alone does not see to that:
/// where it gives nothing, QTextDocument decodes data: addresses and opens local files by itself.
class SealedDocument : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// Takes the place of Qt's painter of pictures, which opens a picture's file by name when the document does
/// not have it.
class NoPictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    using QObject::QObject;
    QSizeF intrinsicSize(QTextDocument *, int, const QTextFormat &) override { return {}; }
    void drawObject(QPainter *, const QRectF &, QTextDocument *, int, const QTextFormat &) override {}
};

} // namespace

MessageBody::MessageBody(QWidget *parent) : QTextBrowser(parent)
{
    auto *document = new SealedDocument(this);
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(metrics::Small);
    setDocument(document);
    document->documentLayout()->registerHandler(QTextFormat::ImageObject, new NoPictures(this));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setPlaceholderText(tr("Messages appear here as they come."));
    connect(this, &QTextBrowser::anchorClicked, this, &MessageBody::linkActivated);
}

void MessageBody::showText(const QString &text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]'’”]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString shown = text.left(MostLaidOut);
    clear();
    QTextCursor cursor(document());
    const QTextCharFormat plain;
    QTextCharFormat link;
    link.setAnchor(true);
    link.setForeground(linkColor());
    link.setFontUnderline(true);
    cursor.beginEditBlock();
    qsizetype done = 0;
    for (auto match = address.globalMatch(shown); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        cursor.insertText(shown.sliced(done, found.capturedStart() - done), plain);
        link.setAnchorHref(found.captured());
        cursor.insertText(found.captured(), link);
        done = found.capturedEnd();
    }
    cursor.insertText(shown.sliced(done), plain);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void MessageBody::showFormatted(const QString &html)
{
    document()->setDefaultStyleSheet(u"a { color: %1; }"_s.arg(linkColor().name()));
    setHtml(html::toSafeMarkup(html));
}

/// The theme's own is unreadable in the dark on some desktops.
QColor MessageBody::linkColor() const
{
    return colors::of(Tone::Waiting, palette()).text;
}

bool MessageBody::canFormat(const QString &html)
{
    return !html.isEmpty() && html.size() <= MostLaidOut;
}

QVariant MessageBody::loadResource(int, const QUrl &)
{
    return {};
}

void MessageBody::doSetSource(const QUrl &, QTextDocument::ResourceType) {}

/// Words only: markup from a stranger is not for other programs either.
QMimeData *MessageBody::createMimeDataFromSelection() const
{
    auto *words = new QMimeData;
    words->setText(textCursor().selection().toPlainText());
    return words;
}

} // namespace otpdesk

#include "messagebody.moc"
