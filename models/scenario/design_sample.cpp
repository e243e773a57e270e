#include "models/scenario/design_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

#include "models/scenario/change.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value_reading.hpp"
#include "sim/core/elementary.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;
using config::NodeKind;
using config::ParameterRecord;
using config::ParameterType;

/// What a coordinate between 0 and 1 stands for.
struct Space
{
    std::string path{};
    core::Position where{};
    ParameterType type{ParameterType::number};
    double low{};
    double high{};
    bool logarithmic{};
    std::vector<std::string> words{};  ///< of a word or a flag

    [[nodiscard]] std::string value_at(double u) const
    {
        if (!words.empty()) return words[static_cast<std::size_t>(u * static_cast<double>(words.size()))];
        if (type == ParameterType::integer) return config::show(std::floor(low + u * (high - low + 1.0)));
        double const value = logarithmic ? core::exp(core::log(low) + u * (core::log(high) - core::log(low)))
                                         : low + u * (high - low);
        return config::show(std::clamp(value, low, high));
    }
};

bool is_numeric(ParameterRecord const& record)
{
    return record.type == ParameterType::number || record.type == ParameterType::integer;
}

void take_own_range(ParameterRecord const& record, Node const& node, Space& space, core::Problems& problems)
{
    if (record.type == ParameterType::flag) space.words = {"false", "true"};
    if (record.type == ParameterType::word) space.words = record.choices;
    if (!is_numeric(record)) return;
    space.low = record.range->low;
    space.high = record.range->high;
    if (std::isfinite(space.low) && std::isfinite(space.high)) return;
    problems.add(node.where, fmt::format("the range of {} has no end: {}", record.path, describe_range(record)),
                 "give the sample its own [low, high]");
}

std::optional<double> read_bound(ParameterRecord const& record, Node const& node, core::Problems& problems)
{
    if (!config::read_value(record, node, problems)) return std::nullopt;
    auto const reading = config::read_number(node.text);
    if (reading.value && std::isfinite(*reading.value)) return reading.value;
    problems.add(node.where, fmt::format("a bound of {} is a finite number", record.path));
    return std::nullopt;
}

void take_bounds(ParameterRecord const& record, Node const& node, Space& space, core::Problems& problems)
{
    if (node.kind != NodeKind::sequence || node.items.size() != 2) {
        problems.add(node.where, fmt::format("the sample of {} goes over [low, high] or the word range", record.path));
        return;
    }
    auto const low = read_bound(record, node.items[0], problems);
    auto const high = read_bound(record, node.items[1], problems);
    if (!low || !high) return;
    if (*low >= *high) {
        problems.add(node.where, fmt::format("[{}, {}] of {} has nothing between its ends", config::show(*low),
                                             config::show(*high), record.path));
    }
    space.low = *low;
    space.high = *high;
}

void take_words(ParameterRecord const& record, Node const& node, Space& space, core::Problems& problems)
{
    if (node.kind != NodeKind::sequence || node.items.empty()) {
        problems.add(node.where, fmt::format("the sample of {} goes over a list of words or the word range", record.path));
        return;
    }
    for (auto const& item : node.items) {
        if (config::read_value(record, item, problems)) space.words.push_back(item.text);
    }
}

void take_scaled(ParameterRecord const& record, Node const& node, Space& space, core::Problems& problems)
{
    MappingReader in{node, fmt::format("sample of {}", record.path), node.where, {"range", "scale"}, problems};
    auto const scale = in.text("scale", Need::required).value_or("log");
    if (scale != "log" && scale != "linear") {
        problems.add(node.find("scale")->where, fmt::format("'scale' is linear or log, not {}", config::quote(scale)));
    }
    auto const* bounds = in.node("range", Need::required);
    if (bounds == nullptr) return;
    if (record.type != ParameterType::number) {
        problems.add(node.where, fmt::format("{} has no scale; it is {}", record.path, describe_allowed(record)));
        return;
    }
    take_bounds(record, *bounds, space, problems);
    space.logarithmic = scale == "log";
    if (space.logarithmic && space.low <= 0.0) {
        problems.add(bounds->where, fmt::format("a range on a log scale lies above 0, not at {}", config::show(space.low)));
    }
}

std::optional<Space> read_space(config::Key const& key, Node const& node, config::ParameterTable const& parameters,
                                core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto const* record = find_record(parameters, key.text, key.where, problems);
    if (record == nullptr) return std::nullopt;
    Space space{.path = key.text, .where = node.where, .type = record->type};
    if (node.kind == NodeKind::scalar && node.text == "range") {
        take_own_range(*record, node, space, problems);
    } else if (!is_numeric(*record)) {
        take_words(*record, node, space, problems);
    } else if (node.kind == NodeKind::mapping) {
        take_scaled(*record, node, space, problems);
    } else {
        take_bounds(*record, node, space, problems);
    }
    if (problems.size() != problems_before) return std::nullopt;
    return space;
}

std::vector<Space> read_spaces(Node const& over, config::ParameterTable const& parameters, core::Problems& problems)
{
    std::vector<Space> spaces;
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
    auto const spaces = over == nullptr ? std::vector<Space>{} : read_spaces(*over, parameters, problems);
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
