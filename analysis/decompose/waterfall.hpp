#pragma once

#include <string>
#include <vector>

namespace concordat::decompose
{
/// A bar of a waterfall: a step from where the one before ended, or a level from zero.
struct WaterfallBar
{
    std::string label{};
    std::string value{};  ///< as it is to be printed beside the bar
    double amount{};      ///< of a step; of the level itself
    double low{};         ///< of the step's range over replicates; equal to `high` for none
    double high{};
    bool is_level{};      ///< stands on its own and not on the bars before it
};

/// One chart: a title, and bars from the first level to the last.
struct Waterfall
{
    std::string title{};
    std::string note{};  ///< below the bars; may be empty
    std::vector<WaterfallBar> bars{};
};

/// Where a bar begins and ends on the axis.
struct Extent
{
    double begin{};
    double end{};
};
/// Steps go on where the bar before them ended; a level begins and ends at its own value, since levels
/// are far from zero and a bar from there would hide the steps.
[[nodiscard]] std::vector<Extent> place_bars(std::vector<WaterfallBar> const& bars);

/// A self-contained SVG picture of the charts, one below the other, in light and dark, with titles
/// and a description for readers of the screen. The same charts give the same bytes.
[[nodiscard]] std::string draw_waterfalls(std::vector<Waterfall> const& charts);
}  // namespace concordat::decompose
