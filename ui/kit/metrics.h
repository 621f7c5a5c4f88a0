#pragma once

namespace otpdesk {

/// The few distances everything is laid out with, in device-independent pixels.
namespace metrics {

constexpr int Tight = 4;
constexpr int Small = 8;
constexpr int Medium = 12;
constexpr int Large = 16;
constexpr int Margin = Medium;    ///< around the content of every tab, panel and dialog
constexpr int Radius = 6;         ///< of bars, bubbles and chips; a pill is round
constexpr int IconSmall = 16;     ///< beside text
constexpr int IconLarge = 48;     ///< of an empty state
constexpr double HeroScale = 2.2; ///< the current code, times the text size

} // namespace metrics

} // namespace otpdesk
