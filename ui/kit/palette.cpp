#include "ui/kit/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace otpdesk::colors {

namespace {

struct Entry
{
    QRgb text;
    QRgb fill;
    QRgb mark;
};

// In the order of Tone.
constexpr std::array<Entry, ToneCount> Light{{
    {0xff174a86, 0xffdceaf9, 0xff2f7fe0},
    {0xff0b5a33, 0xffd3f1df, 0xff178a4c},
    {0xff6f4000, 0xfffbe7c2, 0xffb56a00},
    {0xff434c55, 0xffe4e7ea, 0xff7b858f},
    {0xff4b3a8c, 0xffe7e2f7, 0xff7a63d2},
    {0xff8f1d1d, 0xfffadddb, 0xffd13c3c},
}};
constexpr std::array<Entry, ToneCount> Dark{{
    {0xffa5cdf6, 0xff1d3855, 0xff5fa5f2},
    {0xff93e2b3, 0xff17432c, 0xff45c27f},
    {0xfff4cd84, 0xff4b3711, 0xffe3a63c},
    {0xffc9cfd5, 0xff41474d, 0xff98a1aa},
    {0xffcfc3f7, 0xff3a315c, 0xffa592ee},
    {0xfff7b3af, 0xff582523, 0xfff0716c},
}};

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](float a, float b) { return static_cast<float>(a * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

/// As strong as `text` allows that is to stay readable (4.5) on it.
QColor tinted(const QColor &ground, const QColor &tint, const QColor &text)
{
    double share = 0.4;
    while (share > 0.1 && contrast(blend(tint, ground, share), text) < 4.5)
        share -= 0.05;
    return blend(tint, ground, share);
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

ToneColors of(Tone tone, const QPalette &palette)
{
    const Entry &entry = (isDark(palette) ? Dark : Light)[static_cast<size_t>(tone)];
    return {QColor(entry.text), QColor(entry.fill), QColor(entry.mark)};
}

QColor muted(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    for (double share = 0.66; share < 1; share += 0.04) {
        const QColor color = blend(text, window, share);
        if (contrast(color, quiet(palette)) >= 4.5 && contrast(color, base) >= 4.5)
            return color;
    }
    return text;
}

QColor hairline(const QPalette &palette)
{
    return blend(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.16);
}

QColor quiet(const QPalette &palette)
{
    return blend(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.06);
}

QColor accent(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    QColor color = palette.color(QPalette::Highlight);
    for (int step = 0; step < 8 && contrast(color, window) < 3; ++step)
        color = blend(palette.color(QPalette::WindowText), color, 0.15);
    return color;
}

QColor switchedOn(const QPalette &palette)
{
    return tinted(palette.color(QPalette::Button), palette.color(QPalette::Highlight),
                  palette.color(QPalette::ButtonText));
}

QPalette withPaleSelection(const QPalette &palette)
{
    const QColor lively = palette.color(QPalette::Active, QPalette::Highlight);
    if (palette.color(QPalette::Inactive, QPalette::Highlight) != lively)
        return palette;
    const QColor text = palette.color(QPalette::Text);
    QPalette pale = palette;
    pale.setColor(QPalette::Highlight, tinted(palette.color(QPalette::Base), lively, text));
    pale.setColor(QPalette::HighlightedText, text);
    return pale;
}

QColor found(const QColor &tint, const QColor &ground, const QColor &text)
{
    constexpr double Weakest = 0.08;
    double share = 0.32;
    while (share > Weakest && contrast(blend(tint, ground, share), text) < 4.5)
        share -= 0.04;
    QColor color = tint;
    color.setAlphaF(static_cast<float>(std::max(share, Weakest)));
    return color;
}

} // namespace otpdesk::colors
