#include "analysis/decompose/waterfall.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/chart/svg.hpp"

namespace concordat::decompose
{
namespace
{
using chart::escape;
using chart::Scale;

constexpr double width = 820.0;       // [px]
constexpr double axis_left = 330.0;   // [px]
constexpr double axis_right = 690.0;  // [px] values stand to the right of it
constexpr double row = 26.0;          // [px]
constexpr double bar = 14.0;          // [px]
constexpr double head = 44.0;         // [px] title of a chart
constexpr double foot = 34.0;         // [px] its note

constexpr char const* style = R"(<style>
  svg { background: #ffffff; font: 13px system-ui, sans-serif; }
  text { fill: #1a1a1a; } .title { font-weight: 600; font-size: 15px; } .note, .faint { fill: #595959; }
  .up { fill: #0072b2; } .down { fill: #d55e00; } .level { stroke: #1a1a1a; stroke-width: 3; }
  .join { stroke: #8c8c8c; stroke-dasharray: 2 3; } .range { stroke: #1a1a1a; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    svg { background: #161616; } text { fill: #f0f0f0; } .note, .faint { fill: #b5b5b5; }
    .up { fill: #56b4e9; } .down { fill: #e69f00; } .level, .range { stroke: #f0f0f0; } .join { stroke: #777777; }
  }
</style>
)";

/// Room for every level, step and range of the chart.
Scale fit_axis(Waterfall const& chart)
{
    Scale axis{axis_left, axis_right};
    auto const extents = place_bars(chart.bars);
    for (std::size_t i = 0; i < extents.size(); ++i) {
        auto const& one = chart.bars[i];
        axis.include(extents[i].begin);
        axis.include(extents[i].end);
        if (one.is_level) continue;
        axis.include(extents[i].begin + one.low);
        axis.include(extents[i].begin + one.high);
    }
    return axis;
}

std::string draw_step(WaterfallBar const& one, Extent const& extent, Scale const& axis, double y)
{
    double const from = axis.at(std::min(extent.begin, extent.end)), to = axis.at(std::max(extent.begin, extent.end));
    auto text = fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>\n",
                            one.amount < 0.0 ? "down" : "up", from, y - bar / 2.0, std::max(to - from, 0.5), bar);
    if (one.low < one.high) {
        text += fmt::format("<line class=\"range\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n",
                            axis.at(extent.begin + one.low), axis.at(extent.begin + one.high), y, y);
    }
    return text;
}

std::string draw_bar(WaterfallBar const& one, Extent const& extent, Scale const& axis, double y)
{
    auto text = fmt::format("<text x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", axis_left - 12.0, y + 4.5,
                            escape(one.label));
    if (one.is_level) {
        text += fmt::format("<line class=\"level\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n",
                            axis.at(extent.end), axis.at(extent.end), y - bar / 2.0 - 2.0, y + bar / 2.0 + 2.0);
    } else {
        text += draw_step(one, extent, axis, y);
    }
    return text + fmt::format("<text x=\"{:.0f}\" y=\"{:.1f}\">{}</text>\n", axis_right + 12.0, y + 4.5, escape(one.value));
}

double height_of(Waterfall const& chart) { return head + row * static_cast<double>(chart.bars.size()) + foot; }

std::string draw_chart(Waterfall const& chart, double top)
{
    auto const axis = fit_axis(chart);
    auto const extents = place_bars(chart.bars);
    auto text = fmt::format("<g role=\"group\" aria-label=\"{}\">\n<text class=\"title\" x=\"16\" y=\"{:.1f}\">{}</text>\n",
                            escape(chart.title), top + 26.0, escape(chart.title));
    for (std::size_t i = 0; i < extents.size(); ++i) {
        double const y = top + head + row * (static_cast<double>(i) + 0.5);
        text += draw_bar(chart.bars[i], extents[i], axis, y);
        if (i + 1 == extents.size()) continue;
        double const x = axis.at(extents[i].end);
        text += fmt::format("<line class=\"join\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n", x, x,
                            y + bar / 2.0, y + row - bar / 2.0);
    }
    text += fmt::format("<text class=\"note\" x=\"16\" y=\"{:.1f}\">{}</text>\n</g>\n",
                        top + head + row * static_cast<double>(extents.size()) + 16.0, escape(chart.note));
    return text;
}
}  // namespace

std::vector<Extent> place_bars(std::vector<WaterfallBar> const& bars)
{
    std::vector<Extent> extents;
    double at = 0.0;
    for (auto const& one : bars) {
        double const begin = one.is_level ? one.amount : at;
        at = one.is_level ? one.amount : at + one.amount;
        extents.push_back({begin, at});
    }
    return extents;
}

std::string draw_waterfalls(std::vector<Waterfall> const& charts)
{
    double height = 8.0;
    for (auto const& chart : charts) height += height_of(chart);
    auto text = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\" "
                            "width=\"{:.0f}\" height=\"{:.0f}\">\n<title>Why it changed</title>\n",
                            width, height, width, height);
    text += "<desc>Bars go from the level of the baseline to that of the reform; each begins where the one above it "
            "ended. Thin lines: 90 per cent of replicates.</desc>\n";
    text += style;
    double top = 0.0;
    for (auto const& chart : charts) {
        text += draw_chart(chart, top);
        top += height_of(chart);
    }
    return text + "</svg>\n";
}
}  // namespace concordat::decompose
