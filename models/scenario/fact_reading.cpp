#include "models/scenario/fact_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"

namespace concordat::scenario
{
using config::Node;

std::optional<double> read_fact_number(Node const& node, std::string const& what, core::Problems& problems)
{
    auto const reading = config::read_number(node.text);
    if (node.kind == config::NodeKind::scalar && reading.value && std::isfinite(*reading.value)) return reading.value;
    problems.add(node.where, fmt::format("{} is a number", what));
    return std::nullopt;
}

std::optional<config::Range> read_fact_range(Node const& node, std::string const& what, core::Problems& problems)
{
    if (node.items.size() == 2) {
        auto const low = read_fact_number(node.items[0], what, problems);
        auto const high = read_fact_number(node.items[1], what, problems);
        if (!low || !high) return std::nullopt;
        if (*low < *high) return config::Range{*low, *high};
    }
    problems.add(node.where, fmt::format("{} is [lowest, highest]", what));
    return std::nullopt;
}

std::vector<NamedScenario> read_named_scenarios(Node const* node, core::Problems& problems)
{
    std::vector<NamedScenario> list;
    if (node == nullptr) return list;
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
        auto const& item = node->items[i];
        if (item.kind == config::NodeKind::scalar && !item.text.empty()) {
            list.push_back({node->keys[i].text, item.text, item.where});
        } else {
            problems.add(item.where, fmt::format("scenario {} is REGIME or REGIME+REFORM+...", config::quote(node->keys[i].text)));
        }
    }
    return list;
}

std::string check_scenario_name(std::string const& name, core::Position const& where, std::vector<NamedScenario> const& scenarios,
                                core::Problems& problems)
{
    std::vector<std::string> names;
    for (auto const& one : scenarios) names.push_back(one.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) return name;
    auto const nearest = core::nearest_name(name, names);
    problems.add(where, fmt::format("{} is no scenario of this file", config::quote(name)),
                 nearest.empty() ? fmt::format("there are {}", fmt::join(names, ", ")) : fmt::format("did you mean '{}'?", nearest));
    return {};
}
}  // namespace concordat::scenario
