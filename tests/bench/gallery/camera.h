#pragma once

#include <QCoreApplication>
#include <QWidget>

namespace otpdesk {

/// What the window leaves to a tab at 900×600 and 1600×1000.
inline constexpr QSize TabSizes[] = {{900, 490}, {1600, 890}};

/// Takes the pictures of a chapter in one palette, of widgets in their own size or in a given one.
class Camera
{
public:
    /// The files' names begin with this; it names their folder too.
    explicit Camera(const QString &base, QSize size = {}) : m_base(base), m_size(size) {}

    /// For pictures of this size. Its width is in the files' names.
    Camera at(QSize size) const { return Camera(m_base + QString::number(size.width()) + u'-', size); }
    QSize size() const { return m_size; }

    /// Shows the widget and saves how it looks.
    void shoot(QWidget &widget, const QString &name) const
    {
        if (m_size.isValid())
            widget.resize(m_size);
        widget.show();
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        const QString file = m_base + name + QStringLiteral(".png");
        if (!widget.grab().save(file))
            qFatal("%s cannot be written", qUtf8Printable(file));
    }

private:
    QString m_base;
    QSize m_size;
};

} // namespace otpdesk
