#include "analysis/discovery/discovery_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/chart/svg.hpp"
#include "sim/core/characters.hpp"
#include "sim/core/check.hpp"

namespace concordat::discovery
{
namespace
{
using chart::escape;

constexpr double margin = 16.0;     // [px]
constexpr double gap = 12.0;        // [px] between label, plot and text
constexpr double plot = 360.0;      // [px] a whole range, and 100 per cent
constexpr double character = 7.2;   // [px] of text, on average, with some room
constexpr double narrow = 6.3;      // [px] of a note's text
constexpr double wide = 8.6;        // [px] of a title's text
constexpr double row = 24.0;        // [px]
constexpr double bar = 11.0;        // [px]
constexpr double head = 40.0;       // [px] title
constexpr double box_head = 34.0;   // [px] a box's name
constexpr double line_height = 18.0;
constexpr double foot = 14.0;       // [px]
constexpr double least_bar = 3.0;   // [px] so that one level of a word can be seen

constexpr char const* style = R"(<style>
  svg { background: #ffffff; font: 13px sans-serif; }
  text { fill: #1a1a1a; } .title { font-weight: 600; font-size: 15px; } .box { font-weight: 600; }
  .note { fill: #595959; font-size: 12px; } .track { fill: #e6e6e6; } .part { fill: #1f5a94; }
  .quality { fill: #8a8a8a; } .base { stroke: #1a1a1a; stroke-width: 1.5; }
</style>
)";

/// A row: a bar from and to shares of the plot's width.
struct Row
{
    char const* kind{};
    std::string label{};
    std::string text{};
    double from{};
    double to{};
    bool has_base{};
};

/// Nothing and everything only where it is so.
std::string say_share(double share)
{
    constexpr double least = 0.005;
    if (share > 0.0 && share < least) return "< 1 %";
    if (share < 1.0 && share >= 1.0 - least) return "> 99 %";
    return fmt::format("{:.0f} %", 100.0 * share);
}

std::string say_value(double value, Axis const& axis)
{
    auto const level = static_cast<std::size_t>(std::max(0.0, std::round(value)));
    if (level < axis.words.size()) return axis.words[level];
    return fmt::format("{:.3g}", value);
}

std::string say_words(Restriction const& one, Axis const& axis)
{
    std::string text;
    auto const first = static_cast<std::size_t>(std::max(0.0, std::ceil(one.low)));
    for (std::size_t level = first; level < axis.words.size() && static_cast<double>(level) <= one.high; ++level) {
        text += (text.empty() ? "" : " or ") + axis.words[level];
    }
    return text;
}

/// Such as "at most 1.2".
std::string say_restriction(Restriction const& one, Axis const& axis)
{
    if (!axis.words.empty()) return say_words(one, axis);
    auto const low = say_value(one.low, axis), high = say_value(one.high, axis);
    if (one.bounds_low && one.bounds_high) return "between " + low + " and " + high;
    return one.bounds_low ? "at least " + low : "at most " + high;
}

double place(double value, Axis const& axis)
{
    if (!(axis.high > axis.low)) return 0.0;
    return std::clamp((value - axis.low) / (axis.high - axis.low), 0.0, 1.0);
}

Axis const& axis_of(Restriction const& one, std::vector<Axis> const& axes)
{
    core::require(one.parameter < axes.size(), "every parameter has an axis");
    return axes[one.parameter];
}

/// Words have equal parts of the bar, numbers their place in the range.
Row make_row(Restriction const& one, Axis const& axis)
{
    auto text = say_restriction(one, axis);
    if (axis.words.empty()) text += fmt::format(" (of {} to {})", say_value(axis.low, axis), say_value(axis.high, axis));
    if (std::isfinite(one.chosen_share)) text += fmt::format(", {} of halves", say_share(one.chosen_share));
    Row out{"part", axis.label, std::move(text), 0.0, 1.0, false};
    double const words = static_cast<double>(axis.words.size());
    if (one.bounds_low) out.from = axis.words.empty() ? place(one.low, axis) : std::clamp(std::ceil(one.low) / words, 0.0, 1.0);
    if (one.bounds_high) out.to = axis.words.empty() ? place(one.high, axis) : std::clamp((std::floor(one.high) + 1.0) / words, 0.0, 1.0);
    return out;
}

std::vector<Row> list_rows(Box const& box, std::vector<Axis> const& axes)
{
    auto density = say_share(box.density) + " of its points";
    if (std::isfinite(box.held_out_density)) density += fmt::format(" ({} where held out)", say_share(box.held_out_density));
    std::vector<Row> rows{{"quality", "density", std::move(density), 0.0, box.density, true},
                          {"quality", "coverage", say_share(box.coverage) + " of what is of interest", 0.0, box.coverage, false},
                          {"quality", "mass", say_share(box.mass) + " of all points", 0.0, box.mass, false}};
    for (auto const& one : box.restrictions) rows.push_back(make_row(one, axis_of(one, axes)));
    return rows;
}

/// Where things stand from left to right.
struct Columns
{
    double left{};   ///< [px] of the bars' room
    double width{};  ///< [px] of the picture
};

Columns place_columns(std::vector<std::vector<Row>> const& panels, std::string const& title)
{
    std::size_t label = 0, text = 0;
    for (auto const& rows : panels) {
        for (auto const& one : rows) {
            label = std::max(label, core::count_characters(one.label));
            text = std::max(text, core::count_characters(one.text));
        }
    }
    double const left = margin + character * static_cast<double>(label) + gap;
    double const rows_end = left + plot + gap + character * static_cast<double>(text) + margin;
    return {left, std::max({rows_end, wide * static_cast<double>(core::count_characters(title)) + 2.0 * margin, 480.0})};
}

std::string draw_text(char const* kind, char const* anchor, double x, double y, std::string const& text)
{
    return fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", kind, x, y, anchor, escape(text));
}

std::string draw_bar(char const* kind, double from, double to, double y)
{
    return fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>\n", kind, from, y - bar / 2.0,
                       to - from, bar);
}

std::string draw_row(Row const& one, Columns const& columns, double base_density, double y)
{
    auto text = draw_text("label", "end", columns.left - gap, y + 4.5, one.label);
    text += draw_bar("track", columns.left, columns.left + plot, y);
    double const to = std::max(one.to, one.from), short_by = std::max(0.0, least_bar - plot * (to - one.from));
    double const from = columns.left + std::max(0.0, plot * one.from - (one.from > 0.5 ? short_by : 0.0));
    text += draw_bar(one.kind, from, std::max(columns.left + plot * to, from + least_bar), y);
    if (one.has_base) {
        double const x = columns.left + plot * std::clamp(base_density, 0.0, 1.0);
        text += fmt::format("<line class=\"base\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>\n", x, y - 10.0, y + 10.0);
    }
    return text + draw_text("value", "start", columns.left + plot + gap, y + 4.5, one.text);
}

std::vector<std::string> list_notes(std::vector<Box> const& boxes, Finding const& finding, double width)
{
    auto text = boxes.empty() ? "No part of the ranges was found where it is more common than elsewhere: " +
                                    say_share(finding.base_density) + " of all points are of interest."
                              : "Line across a density: all points, " + say_share(finding.base_density) +
                                    ". Blue: the part of a parameter's whole range that belongs to the box. Halves: random halves of the "
                                    "points whose own box restricts this parameter too; held out: density of such boxes in the other "
                                    "half.";
    if (!finding.note.empty()) text += " " + finding.note;
    return chart::wrap(text, static_cast<std::size_t>((width - 2.0 * margin) / narrow));
}
}  // namespace

std::string describe_box(Box const& box, std::vector<Axis> const& axes, Finding const& finding)
{
    std::string where;
    for (auto const& one : box.restrictions) {
        auto const& axis = axis_of(one, axes);
        where += (where.empty() ? "" : " and ") + axis.label + " is " + say_restriction(one, axis);
    }
    return fmt::format("Where {}, {} in {} of cases, against {} in all; {} of all such cases are there.", where, finding.interest,
                       say_share(box.density), say_share(finding.base_density), say_share(box.coverage));
}

std::string draw_boxes(std::vector<Box> const& boxes, std::vector<Axis> const& axes, Finding const& finding)
{
    std::vector<std::vector<Row>> panels;
    for (auto const& box : boxes) panels.push_back(list_rows(box, axes));
    auto const columns = place_columns(panels, finding.title);
    auto const notes = list_notes(boxes, finding, columns.width);
    double y = head;
    std::string body;
    for (std::size_t b = 0; b < panels.size(); ++b) {
        body += fmt::format("<g role=\"group\" aria-label=\"Box {}\">\n", b + 1);
        body += draw_text("box", "start", margin, y + 22.0, fmt::format("Box {}", b + 1));
        y += box_head;
        for (auto const& one : panels[b]) {
            body += draw_row(one, columns, finding.base_density, y + row / 2.0);
            y += row;
        }
        body += "</g>\n";
    }
    y += gap;
    for (auto const& line : notes) body += draw_text("note", "start", margin, y += line_height, line);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
                       "height=\"{1:.0f}\">\n<title>{2}</title>\n<desc>Boxes in the space of parameters: density, coverage and "
                       "mass, and the part of each restricted parameter's range.</desc>\n",
                       columns.width, y + foot, escape(finding.title)) +
           style + fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", columns.width, y + foot) +
           draw_text("title", "start", margin, 26.0, finding.title) + body + "</svg>\n";
}
}  // namespace concordat::discovery
