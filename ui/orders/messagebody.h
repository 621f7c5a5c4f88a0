#pragma once

#include <QTextBrowser>

namespace otpdesk {

/// A message's words, to read and select. Whatever the message holds, nothing is fetched: no address, no
/// file, no data inside it. A link only says that it was activated.
class MessageBody : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MessageBody(QWidget *parent = nullptr);

    /// Plain text; web addresses in it become links.
    void showText(const QString &text);
    /// With the paragraphs and emphasis of an e-mail that came as HTML.
    void showFormatted(const QString &html);
    /// Whether a message's HTML is small enough to be laid out.
    static bool canFormat(const QString &html);

    QSize sizeHint() const override { return {320, 120}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

Q_SIGNALS:
    void linkActivated(const QUrl &link);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    QColor linkColor() const;
};

} // namespace otpdesk
