#pragma once

#include <optional>
#include <string>
#include <vector>

namespace concordat::sensitivity
{
/// A parameter and its effect. A value that is not finite has no bar, an interval that is not finite
/// no line.
struct EffectRow
{
    std::string label{};
    double value{};                  ///< length of the bar [unit of the panel]
    double low{};                    ///< of the interval of `value`; equal to `high` for none
    double high{};
    std::optional<double> second{};  ///< a mark beside the bar's end, such as a first-order index
    std::string text{};              ///< as it is to be printed beside the bar; may be empty
};

/// The effects on one outcome, in the order in which they are drawn.
struct EffectPanel
{
    std::string title{};
    std::string note{};  ///< below the axis, in as many lines as it takes; may be empty
    std::string axis{};  ///< what the axis counts, with its unit; may be empty
    std::vector<EffectRow> rows{};
};

/// A self-contained SVG picture of the panels, one below the other, on white: bars from zero, 90 %
/// intervals as lines with ends, second marks as open circles; titles and a description for readers of
/// the screen. It grows with the number of rows and with the longest label and text. Each panel has an
/// axis of its own. The same panels give the same bytes.
[[nodiscard]] std::string draw_effects(std::vector<EffectPanel> const& panels);
}  // namespace concordat::sensitivity
