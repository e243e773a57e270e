#include "cli/behaviour_axis.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/option_values.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* rule_path = "behaviour.effort.rule";

std::vector<std::string> read_rules(std::string const& words, std::vector<std::string> const& known, core::Problems& problems)
{
    if (words == "all") return known;
    std::vector<std::string> rules;
    for (auto const& word : split_words(words)) {
        bool const is_known = std::find(known.begin(), known.end(), word) != known.end();
        bool const is_new = std::find(rules.begin(), rules.end(), word) == rules.end();
        if (is_known && is_new) {
            rules.push_back(word);
        } else if (is_known) {
            problems.add({.file = "--behaviours"}, fmt::format("{} stands twice", config::quote(word)));
        } else {
            auto hint = suggest(word, known);
            if (hint.empty()) hint = fmt::format("there are {}, or all", fmt::join(known, ", "));
            problems.add({.file = "--behaviours"}, fmt::format("there is no rule of behaviour {}", config::quote(word)), std::move(hint));
        }
    }
    return rules;
}

/// Reports a design that sets the rule itself.
bool is_free(scenario::Design const& design, core::Problems& problems)
{
    for (auto const& point : design.points) {
        for (auto const& one : point.overrides) {
            if (one.path != rule_path) continue;
            problems.add(one.where, fmt::format("the design sets {} itself", rule_path), "leave --behaviours out");
            return false;
        }
    }
    return true;
}

scenario::DesignPoint repeat(scenario::DesignPoint point, std::string const& rule, std::size_t number)
{
    point.name = point.name.empty() && point.overrides.empty() ? rule : fmt::format("{}{}{}", point.name, point.name.empty() ? "" : ", ", rule);
    point.number = static_cast<int>(number);
    point.overrides.push_back({.round = {}, .path = rule_path, .text = rule, .who = "--behaviours", .where = {.file = "--behaviours"}});
    return point;
}
}  // namespace

void add_behaviours(std::string const& words, config::ParameterTable const& parameters, scenario::Design& design, core::Problems& problems)
{
    auto const found = parameters.find(rule_path);
    if (words.empty() || found == parameters.end()) return;
    auto const rules = read_rules(words, found->second.choices, problems);
    if (rules.empty() || !is_free(design, problems)) return;
    bool const is_alone = design.points.empty();
    auto const points = is_alone ? std::vector{scenario::DesignPoint{}} : std::exchange(design.points, {});
    if (is_alone) design.kind = "list";
    for (auto const& point : points) {
        for (auto const& rule : rules) design.points.push_back(repeat(point, rule, design.points.size() + 1));
    }
}
}  // namespace concordat::cli
