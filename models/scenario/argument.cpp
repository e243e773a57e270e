#include "models/scenario/argument.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
using config::Need;

constexpr std::array directions{std::pair{std::string_view{"up"}, Claimed::up},
                                std::pair{std::string_view{"down"}, Claimed::down},
                                std::pair{std::string_view{"none"}, Claimed::none}};

/// Smallest changes that usually matter, by unit: what a reader would act on, not what can be measured.
constexpr std::array usual{std::pair{std::string_view{"sigma"}, 0.02}, std::pair{std::string_view{"share"}, 0.01},
                           std::pair{std::string_view{"GBP million a year"}, 7.5},
                           std::pair{std::string_view{"months"}, 0.45}};

std::optional<Claimed> find_direction(std::string_view text)
{
    for (auto const& [name, direction] : directions) {
        if (name == text) return direction;
    }
    return std::nullopt;
}

std::optional<Claimed> read_direction(config::Node const& node, std::string const& text, core::Problems& problems)
{
    if (auto const direction = find_direction(text)) return direction;
    problems.add(node.find("direction")->where,
                 fmt::format("'direction' is up, down or none, not {}", config::quote(text)));
    return std::nullopt;
}

/// The outcome of a name; nullptr, and a problem, where there is none.
OutcomeName const* find_outcome(std::string const& name, core::Position const& where, std::span<OutcomeName const> known,
                                core::Problems& problems)
{
    for (auto const& one : known) {
        if (one.name == name) return &one;
    }
    std::vector<std::string> names;
    for (auto const& one : known) names.push_back(one.name);
    auto const nearest = core::nearest_name(name, names);
    problems.add(where, fmt::format("unknown outcome {}", config::quote(name)),
                 nearest.empty() ? "concordat explain lists the outcomes" : fmt::format("did you mean '{}'?", nearest));
    return nullptr;
}

std::optional<double> read_smallest(config::Node const& node, std::string const& text, core::Problems& problems)
{
    auto const reading = config::read_number(text);
    if (reading.value && *reading.value > 0.0) return reading.value;
    problems.add(node.find("smallest_relevant")->where,
                 fmt::format("'smallest_relevant' is a number above 0, not {}", config::quote(text)));
    return std::nullopt;
}
}  // namespace

std::string_view name_of(Claimed direction)
{
    return std::find_if(directions.begin(), directions.end(), [&](auto const& one) { return one.second == direction; })
        ->first;
}

std::optional<Argument> read_argument(config::Node const& node, core::Problems& problems)
{
    auto const problems_before = problems.size();
    config::MappingReader in{node, "'argues'", node.where, {"outcome", "direction", "smallest_relevant"}, problems};
    Argument argument;
    if (auto outcome = in.text("outcome", Need::required)) {
        argument.where = node.find("outcome")->where;
        argument.outcome = std::move(*outcome);
    }
    if (auto const text = in.text("direction", Need::required)) {
        argument.direction = read_direction(node, *text, problems).value_or(Claimed::up);
    }
    if (auto const text = in.text("smallest_relevant", Need::optional)) {
        argument.smallest_relevant = read_smallest(node, *text, problems);
    }
    if (problems.size() != problems_before) return std::nullopt;
    return argument;
}

std::vector<ChainLink> read_chain(config::Node const& node, core::Problems& problems)
{
    std::vector<ChainLink> chain;
    for (std::size_t k = 0; k < node.keys.size(); ++k) {
        auto const& key = node.keys[k];
        auto const direction = find_direction(node.items[k].text);
        if (!direction || *direction == Claimed::none) {
            problems.add(node.items[k].where,
                         fmt::format("a link of 'chain' goes up or down, not {}", config::quote(node.items[k].text)));
        }
        chain.push_back({key.text, key.where, direction.value_or(Claimed::up)});
    }
    return chain;
}

void check_chain(std::span<ChainLink const> chain, std::span<OutcomeName const> known, core::Problems& problems)
{
    for (auto const& link : chain) (void)find_outcome(link.outcome, link.where, known, problems);
}

void check_argument(Argument const& argument, std::span<OutcomeName const> known, core::Problems& problems)
{
    auto const* outcome = find_outcome(argument.outcome, argument.where, known, problems);
    if (outcome != nullptr && !smallest_relevant(argument, *outcome)) {
        problems.add(argument.where, fmt::format("no change of {} is usually the smallest that matters", outcome->name),
                     fmt::format("say 'smallest_relevant', in {}", outcome->unit));
    }
}

std::optional<double> smallest_relevant(Argument const& argument, OutcomeName const& outcome)
{
    if (argument.smallest_relevant) return argument.smallest_relevant;
    auto const found = std::find_if(usual.begin(), usual.end(), [&](auto const& one) { return one.first == outcome.unit; });
    if (found == usual.end()) return std::nullopt;
    return found->second;
}
}  // namespace concordat::scenario
