#include "analysis/sensitivity/effect_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/chart/svg.hpp"
#include "sim/core/characters.hpp"

namespace concordat::sensitivity
{
namespace
{
using chart::escape;
using chart::Scale;

constexpr double margin = 16.0;      // [px]
constexpr double gap = 12.0;         // [px] between label, plot and text
constexpr double plot = 420.0;       // [px] width of the bars' room
constexpr double character = 7.2;    // [px] of text, on average, with some room
constexpr double narrow = 6.3;       // [px] of a note's text
constexpr double wide = 8.6;         // [px] of a title's text
constexpr double row = 24.0;         // [px]
constexpr double bar = 13.0;         // [px]
constexpr double head = 40.0;        // [px] title of a panel
constexpr double numbers = 22.0;     // [px] numbers of an axis
constexpr double line_height = 18.0; // [px] of the axis' words and of a note
constexpr double foot = 18.0;        // [px] below a panel
constexpr double least_line = 0.5;   // [px] shorter intervals are the rounding of none
constexpr std::size_t most_ticks = 6;

constexpr char const* style = R"(<style>
  svg { background: #ffffff; font: 13px sans-serif; }
  text { fill: #1a1a1a; } .title { font-weight: 600; font-size: 15px; } .note, .number { fill: #595959; font-size: 12px; }
  .bar { fill: #1f5a94; } .range { stroke: #1a1a1a; stroke-width: 1.2; fill: none; }
  .halo { stroke: #ffffff; stroke-width: 4; fill: none; }
  .second { fill: #ffffff; stroke: #1a1a1a; stroke-width: 1.5; } .grid { stroke: #dddddd; } .zero { stroke: #1a1a1a; }
</style>
)";

/// Where things stand from left to right, the same for all panels.
struct Columns
{
    double left{};   ///< [px] of the bars' room; labels end before it
    double right{};  ///< [px] texts begin after it
    double width{};  ///< [px] of the picture
};

double room_for(std::size_t characters, double each) { return each * static_cast<double>(characters); }

Columns place_columns(std::vector<EffectPanel> const& panels)
{
    std::size_t label = 0, text = 0, title = 0;
    for (auto const& panel : panels) {
        title = std::max(title, core::count_characters(panel.title));
        for (auto const& one : panel.rows) {
            label = std::max(label, core::count_characters(one.label));
            text = std::max(text, core::count_characters(one.text));
        }
    }
    double const left = margin + room_for(label, character) + gap;
    double const right = left + plot;
    return {left, right, std::max(right + gap + room_for(text, character), room_for(title, wide) + margin) + margin};
}

/// The panel's axis: zero, every value, and round numbers. One that is more than three quarters of a step beyond the
/// values is left out, so that an estimate slightly below zero does not push everything to the right.
struct Axis
{
    Scale scale;
    std::vector<double> ticks{};
};

Axis fit_axis(EffectPanel const& panel, Columns const& columns)
{
    Scale scale{columns.left, columns.right};
    scale.include(0.0);
    for (auto const& one : panel.rows) {
        for (double const value : {one.value, one.low, one.high, one.second.value_or(0.0)}) scale.include(value);
    }
    if (scale.low() == scale.high()) scale.include(1.0);  // nothing has an effect: any width will do
    auto ticks = chart::list_ticks(scale.low(), scale.high(), most_ticks);
    double const far = 0.75 * (ticks[1] - ticks[0]);
    if (scale.low() - ticks.front() > far) ticks.erase(ticks.begin());
    if (ticks.back() - scale.high() > far) ticks.pop_back();
    scale.include(ticks.front());
    scale.include(ticks.back());
    return {scale, std::move(ticks)};
}

std::vector<std::string> wrap_note(EffectPanel const& panel, Columns const& columns)
{
    return chart::wrap(panel.note, static_cast<std::size_t>((columns.width - 2.0 * margin) / narrow));
}

double height_of(EffectPanel const& panel, Columns const& columns)
{
    auto const lines = wrap_note(panel, columns).size() + (panel.axis.empty() ? 0U : 1U);
    return head + row * static_cast<double>(panel.rows.size()) + numbers + line_height * static_cast<double>(lines) + foot;
}

std::string draw_text(char const* kind, char const* anchor, double x, double y, std::string const& text)
{
    return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", kind, x, y, anchor,
                       escape(text));
}

std::string draw_line(char const* kind, double x, double from, double to)
{
    return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind, x, x, from, to);
}

/// The interval with its ends, on a white ground so that it can be seen over the bar.
std::string draw_range(EffectRow const& one, Axis const& axis, double y)
{
    if (!std::isfinite(one.low) || !std::isfinite(one.high)) return {};
    double const from = axis.scale.at(one.low), to = axis.scale.at(one.high), end = 4.0;
    if (to - from < least_line) return {};
    auto const path = fmt::format("M{0:.1f} {2:.1f}H{1:.1f}M{0:.1f} {3:.1f}V{4:.1f}M{1:.1f} {3:.1f}V{4:.1f}", from, to, y,
                                  y - end, y + end);
    return fmt::format("<path class=\"halo\" d=\"{0}\"/>\n<path class=\"range\" d=\"{0}\"/>\n", path);
}

std::string draw_bar(EffectRow const& one, Axis const& axis, double y)
{
    if (!std::isfinite(one.value)) return {};
    double const zero = axis.scale.at(0.0), end = axis.scale.at(one.value);
    return fmt::format("<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>\n",
                       std::min(zero, end), y - bar / 2.0, std::abs(end - zero), bar);
}

std::string draw_row(EffectRow const& one, Axis const& axis, Columns const& columns, double y)
{
    auto text = draw_text("label", "end", columns.left - gap, y + 4.5, one.label);
    text += draw_bar(one, axis, y) + draw_range(one, axis, y);
    if (one.second && std::isfinite(*one.second)) {
        text += fmt::format("<circle class=\"second\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", axis.scale.at(*one.second), y);
    }
    if (!one.text.empty()) text += draw_text("value", "start", columns.right + gap, y + 4.5, one.text);
    return text;
}

std::string draw_axis(EffectPanel const& panel, Axis const& axis, Columns const& columns, double top, double bottom)
{
    std::string text;
    for (double const tick : axis.ticks) {
        text += draw_line("grid", axis.scale.at(tick), top, bottom + 4.0);
        text += draw_text("number", "middle", axis.scale.at(tick), bottom + 17.0, fmt::format("{:.6g}", tick));
    }
    if (panel.axis.empty()) return text;
    return text + draw_text("number", "middle", (columns.left + columns.right) / 2.0, bottom + 17.0 + line_height, panel.axis);
}

std::string draw_panel(EffectPanel const& panel, Columns const& columns, double top)
{
    auto const axis = fit_axis(panel, columns);
    double const first = top + head, bottom = first + row * static_cast<double>(panel.rows.size());
    auto text = fmt::format("<g role=\"group\" aria-label=\"{}\">\n", escape(panel.title));
    text += draw_text("title", "start", margin, top + 26.0, panel.title);
    text += draw_axis(panel, axis, columns, first, bottom);
    for (std::size_t i = 0; i < panel.rows.size(); ++i) {
        text += draw_row(panel.rows[i], axis, columns, first + row * (static_cast<double>(i) + 0.5));
    }
    text += draw_line("zero", axis.scale.at(0.0), first, bottom + 4.0);
    double y = bottom + numbers + (panel.axis.empty() ? 0.0 : line_height);
    for (auto const& line : wrap_note(panel, columns)) text += draw_text("note", "start", margin, y += line_height, line);
    return text + "</g>\n";
}
}  // namespace

std::string draw_effects(std::vector<EffectPanel> const& panels)
{
    auto const columns = place_columns(panels);
    double height = 8.0;
    for (auto const& panel : panels) height += height_of(panel, columns);
    auto text = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
                            "width=\"{0:.0f}\" height=\"{1:.0f}\">\n<title>What the outcomes depend on</title>\n",
                            columns.width, height);
    text += "<desc>A bar for every parameter, from zero; thin lines: 90 per cent intervals; open circles: the second "
            "value of a parameter where it has one.</desc>\n";
    text += style;
    text += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", columns.width, height);
    double top = 0.0;
    for (auto const& panel : panels) {
        text += draw_panel(panel, columns, top);
        top += height_of(panel, columns);
    }
    return text + "</svg>\n";
}
}  // namespace concordat::sensitivity
