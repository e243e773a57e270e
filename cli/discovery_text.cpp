#include "cli/discovery_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/findings.hpp"
#include "cli/json_number.hpp"
#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"
#include "sim/config/value.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;
using discovery::Box;
using discovery::Restriction;

constexpr double least_reproduced = 0.8;  ///< [share of halves] below which a restriction may stand for another

/// "raises welfare by more than 5 GBP m a year"
std::string describe_interest(DiscoveryQuestion const& question)
{
    auto const& label = question.outcome->label;
    double const size = std::abs(question.threshold);
    if (size == 0.0) return fmt::format("{} {}", question.below ? "lowers" : "raises", label);
    auto const amount = [&](double value) { return fmt::format("{} {}", config::show(value), shorten_unit(question.outcome->unit)); };
    bool const outward = question.below == (question.threshold < 0.0);
    if (outward) return fmt::format("{} {} by more than {}", question.below ? "lowers" : "raises", label, amount(size));
    return fmt::format("changes {} by {} than {}", label, question.below ? "less" : "more", amount(question.threshold));
}

std::string name_scenario(DiscoveryAnswer const& answer)
{
    return fmt::format("\u201c{}\u201d", short_title(answer.request, answer.question.scenarios.front()));
}

discovery::Finding state_finding(DiscoveryAnswer const& answer)
{
    auto const interest = describe_interest(answer.question);
    return {.title = fmt::format("{} {}", name_scenario(answer), interest),
            .interest = "it " + interest,
            .note = answer.points.single_replicates ? "Each point is one replicate, so that luck is among what no assumption explains." : "",
            .base_density = answer.points.density()};
}

std::vector<discovery::Axis> list_axes(DiscoveryPoints const& points)
{
    std::vector<discovery::Axis> axes;
    for (auto const& one : points.axes) axes.push_back(one.axis);
    return axes;
}

std::string write_value(double value) { return fmt::format("{:.3g}", value); }

std::string write_p_value(double p)
{
    constexpr double least = 0.001;
    return p < least ? "< 0.001" : fmt::format("{:.2g}", p);
}

/// "0.006 to 0.0134 (of 0.001 to 0.0134)"
std::string write_part(Restriction const& one, DiscoveryAxis const& axis)
{
    if (!axis.axis.words.empty()) {
        std::string text;
        for (std::size_t level = 0; level < axis.axis.words.size(); ++level) {
            auto const at = static_cast<double>(level);
            if (at >= one.low && at <= one.high) text += (text.empty() ? "" : " or ") + axis.axis.words[level];
        }
        return text;
    }
    return fmt::format("{} to {}", write_value(one.low), write_value(one.high));
}

std::string write_whole(DiscoveryAxis const& axis)
{
    return axis.axis.words.empty() ? fmt::format("{} to {}", write_value(axis.axis.low), write_value(axis.axis.high)) : "-";
}

std::string write_box(Box const& box, DiscoveryPoints const& points, std::size_t number)
{
    auto held_out = std::isnan(box.held_out_density) ? std::string{} : fmt::format(" ({} in held-out halves)", write_percent(box.held_out_density));
    auto text = wrap(fmt::format("Box {}: {} of its points{}, {} of all such points, {} of all points", number, write_percent(box.density),
                                 held_out, write_percent(box.coverage), write_percent(box.mass)),
                     "");
    TextTable table{{"assumption", "in the box", "of", "p", "halves", "unit"}};
    for (auto const& one : box.restrictions) {
        auto const& axis = points.axes[one.parameter];
        table.add({axis.axis.label, write_part(one, axis), write_whole(axis), write_p_value(one.p_value), write_percent(one.chosen_share),
                   shorten_unit(axis.unit)});
    }
    return text + table.text();
}

/// What a reader may make of the boxes.
std::string write_legend(DiscoveryAnswer const& answer)
{
    auto text = wrap("p: chance of a share as high without that restriction, had it not been searched for. Halves: random halves of the "
                     "points that restrict the same assumption. Held-out halves: those to which such a box was not fitted.",
                     "");
    auto const& first = answer.boxes.front().restrictions;
    bool const unsure = std::any_of(first.begin(), first.end(), [](auto const& one) { return one.chosen_share < least_reproduced; });
    if (unsure) text += wrap("A restriction that few halves repeat may stand for another assumption, or be luck.", "");
    return text;
}

std::string write_nothing(DiscoveryAnswer const& answer)
{
    double const density = answer.points.density();
    if (density == 0.0) return "It does so nowhere in the ranges.";
    if (density == 1.0) return "It does so everywhere in the ranges.";
    return "No part of the ranges stands out: no restriction of any assumption makes it clearly more common.";
}

Json box_to_json(Box const& box, DiscoveryPoints const& points)
{
    Json json{{"density", write_json_number(box.density)},
              {"coverage", write_json_number(box.coverage)},
              {"mass", write_json_number(box.mass)},
              {"base_density", write_json_number(box.base_density)},
              {"held_out_density", write_json_number(box.held_out_density)},
              {"restrictions", Json::array()}};
    for (auto const& one : box.restrictions) {
        auto const& axis = points.axes[one.parameter];
        Json item{{"path", axis.path},
                  {"label", axis.axis.label},
                  {"unit", axis.unit},
                  {"low", one.bounds_low ? write_json_number(one.low) : Json(nullptr)},
                  {"high", one.bounds_high ? write_json_number(one.high) : Json(nullptr)},
                  {"range", {write_json_number(axis.axis.low), write_json_number(axis.axis.high)}},
                  {"p_value", write_json_number(one.p_value)},
                  {"chosen_share", write_json_number(one.chosen_share)}};
        if (!axis.axis.words.empty()) item["words"] = axis.axis.words;
        if (!axis.word.empty()) item["word"] = axis.word;
        json["restrictions"].push_back(std::move(item));
    }
    return json;
}
}  // namespace

std::string write_discovery_text(DiscoveryAnswer const& answer)
{
    auto const finding = state_finding(answer);
    auto const count = answer.points.points.size();
    auto text = wrap(fmt::format("At {} of {} points {}.", write_percent(finding.base_density), count, finding.title), "");
    if (answer.boxes.empty()) {
        text += wrap(write_nothing(answer), "");
    } else {
        text += wrap(discovery::describe_box(answer.boxes.front(), list_axes(answer.points), finding), "");
        for (std::size_t b = 0; b < answer.boxes.size(); ++b) text += '\n' + write_box(answer.boxes[b], answer.points, b + 1);
        text += '\n' + write_legend(answer);
    }
    return text + (finding.note.empty() ? "" : wrap(finding.note, ""));
}

std::string write_discovery_json(DiscoveryAnswer const& answer)
{
    auto const& scenario = answer.request.scenarios[answer.question.scenarios.front()];
    Json json{{"format", "concordat-discovery"},
              {"version", 1},
              {"program_version", CONCORDAT_VERSION},
              {"scenario", scenario.name},
              {"baseline", answer.request.scenarios[scenario.baseline].name},
              {"outcome", answer.question.outcome->name},
              {"unit", answer.question.outcome->unit},
              {answer.question.below ? "below" : "above", write_json_number(answer.question.threshold)},
              {"points", answer.points.points.size()},
              {"of", answer.points.single_replicates ? "replicates" : "means"},
              {"density", write_json_number(answer.points.density())},
              {"boxes", Json::array()}};
    for (auto const& box : answer.boxes) json["boxes"].push_back(box_to_json(box, answer.points));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_discovery_table(DiscoveryAnswer const& answer)
{
    store::Table table{.header = {"box", "density", "coverage", "mass", "held_out_density", "path", "assumption", "word", "low", "high",
                                  "range_low", "range_high", "unit", "p_value", "chosen_share"},
                       .rows = {}};
    for (std::size_t b = 0; b < answer.boxes.size(); ++b) {
        auto const& box = answer.boxes[b];
        for (auto const& one : box.restrictions) {
            auto const& axis = answer.points.axes[one.parameter];
            table.rows.push_back({std::to_string(b + 1), store::number_text(box.density), store::number_text(box.coverage),
                                  store::number_text(box.mass), store::number_text(box.held_out_density), axis.path, axis.axis.label,
                                  axis.word, store::number_text(one.low), store::number_text(one.high), store::number_text(axis.axis.low),
                                  store::number_text(axis.axis.high), axis.unit, store::number_text(one.p_value),
                                  store::number_text(one.chosen_share)});
        }
    }
    return store::write_csv(table);
}

std::string draw_discovery(DiscoveryAnswer const& answer)
{
    return discovery::draw_boxes(answer.boxes, list_axes(answer.points), state_finding(answer));
}
}  // namespace concordat::cli
