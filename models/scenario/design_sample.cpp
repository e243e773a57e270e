#include "models/scenario/design_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "models/scenario/parameter_space.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;

std::vector<ParameterSpace> read_spaces(Node const& over, config::ParameterTable const& parameters, core::Problems& problems)
{
    std::vector<ParameterSpace> spaces;
    if (over.keys.empty()) problems.add(over.where, "a sample goes over at least one parameter");
    if (over.keys.size() > random::most_sobol_dimensions) problems.add(over.where, "a sample cannot go over so many parameters");
    for (std::size_t i = 0; i < over.keys.size(); ++i) {
        if (auto space = read_space(over.keys[i], over.items[i], parameters, problems)) spaces.push_back(std::move(*space));
    }
    return spaces;
}

std::int64_t read_whole(MappingReader& in, Node const& node, std::string_view key, Need need, std::int64_t low,
                        std::int64_t high, core::Problems& problems)
{
    auto const text = in.text(key, need);
    if (!text) return low;
    auto const reading = config::read_integer(*text);
    if (reading.value && *reading.value >= low && *reading.value <= high) return *reading.value;
    problems.add(node.find(key)->where, fmt::format("'{}' of a sample is a whole number from {} to {}, not {}", key, low,
                                                    high, config::quote(*text)));
    return low;
}

using Drawing = std::vector<std::vector<double>> (*)(std::size_t, std::size_t, std::uint64_t);

/// The method, checked against the number of points.
Drawing read_method(MappingReader& in, Node const& node, std::int64_t n, core::Problems& problems)
{
    auto const method = in.text("method", Need::required);
    if (!method) return nullptr;
    if (*method == "latin_hypercube") return random::latin_hypercube;
    auto const count = static_cast<std::uint64_t>(n);
    if (*method == "sobol" && std::has_single_bit(count)) return random::sobol_points;
    if (*method == "sobol") {
        problems.add(node.find("n")->where,
                     fmt::format("points of Sobol's sequence are balanced only where their number is a power of two; {} is none", n),
                     fmt::format("take {} or {}, or a latin_hypercube", std::bit_floor(count), std::bit_ceil(count)));
    } else {
        problems.add(node.find("method")->where,
                     fmt::format("'method' of a sample is latin_hypercube or sobol, not {}", config::quote(*method)));
    }
    return nullptr;
}
}  // namespace

std::vector<DesignPoint> read_sample(Node const& node, config::ParameterTable const& parameters, core::Problems& problems)
{
    auto const problems_before = problems.size();
    MappingReader in{node, "sample", node.where, {"n", "method", "seed", "over"}, problems};
    auto const n = read_whole(in, node, "n", Need::required, 1, static_cast<std::int64_t>(most_design_points), problems);
    constexpr std::int64_t most_seed = 999'999'999'999;
    auto const seed = read_whole(in, node, "seed", Need::optional, 1, most_seed, problems);
    auto const draw = read_method(in, node, n, problems);
    auto const* over = in.mapping("over", Need::required);
    auto const spaces = over == nullptr ? std::vector<ParameterSpace>{} : read_spaces(*over, parameters, problems);
    if (problems.size() != problems_before) return {};
    std::vector<DesignPoint> points;
    for (auto const& coordinates : draw(static_cast<std::size_t>(n), spaces.size(), static_cast<std::uint64_t>(seed))) {
        DesignPoint point;
        for (std::size_t d = 0; d < spaces.size(); ++d) {
            point.overrides.push_back({.round = {},
                                       .path = spaces[d].path,
                                       .text = spaces[d].value_at(coordinates[d]),
                                       .who = {},
                                       .where = spaces[d].where});
        }
        points.push_back(std::move(point));
    }
    return points;
}
}  // namespace concordat::scenario
