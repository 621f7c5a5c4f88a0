#pragma once

#include "ui/kit/metrics.h"

#include <QTimer>
#include <QWidget>

namespace otpdesk {

/// The current code (or, smaller, the number), large. A click, Enter or Space asks for a copy; showCopied()
/// says so beside it. Assistive technology sees a label with the accessible name given and the code as its
/// value and text.
class HeroCode : public QWidget
{
    Q_OBJECT

public:
    /// `scale` is the size of the code, times the text size.
    explicit HeroCode(const QString &accessibleName, double scale = metrics::HeroScale,
                      QWidget *parent = nullptr);

    /// `shown` is the grouped form; both empty: `placeholder` is shown quietly instead.
    void setCode(const QString &code, const QString &shown);
    void setPlaceholder(const QString &placeholder);
    QString code() const { return m_code; }
    QString spokenText() const { return m_code.isEmpty() ? m_placeholder : m_code; }
    void showCopied();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// The code's font, smaller where a long code would not fit.
    QFont fittingFont(int width) const;
    void announce();

    double m_scale;
    QString m_code;
    QString m_shown;
    QString m_placeholder;
    QTimer m_copiedEnds;
};

} // namespace otpdesk
