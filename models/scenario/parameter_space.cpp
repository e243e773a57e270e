#include "models/scenario/parameter_space.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "models/scenario/change.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"
#include "sim/config/value_reading.hpp"
#include "sim/core/elementary.hpp"

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
using Space = ParameterSpace;

bool is_numeric(ParameterRecord const& record)
{
    return record.type == ParameterType::number || record.type == ParameterType::integer;
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
}  // namespace

std::string ParameterSpace::value_at(double u) const
{
    if (!words.empty()) {
        auto const place = static_cast<std::size_t>(u * static_cast<double>(words.size()));
        return words[std::min(place, words.size() - 1)];
    }
    if (type == ParameterType::integer) return config::show(std::min(high, std::floor(low + u * (high - low + 1.0))));
    double const value =
        logarithmic ? core::exp(core::log(low) + u * (core::log(high) - core::log(low))) : low + u * (high - low);
    return config::show(std::clamp(value, low, high));
}

std::string ParameterSpace::describe() const
{
    if (!words.empty()) return fmt::format("{}", fmt::join(words, ", "));
    return fmt::format("{} to {}", config::show(low), config::show(high));
}

std::optional<ParameterSpace> own_space(ParameterRecord const& record, core::Position const& where,
                                        core::Problems& problems)
{
    Space space{.path = record.path, .where = where, .type = record.type};
    if (record.type == ParameterType::flag) space.words = {"false", "true"};
    if (record.type == ParameterType::word) space.words = record.choices;
    if (!is_numeric(record)) return space;
    space.low = record.range->low;
    space.high = record.range->high;
    if (std::isfinite(space.low) && std::isfinite(space.high)) return space;
    problems.add(where, fmt::format("the range of {} has no end: {}", record.path, describe_range(record)),
                 "give it [low, high]");
    return std::nullopt;
}

std::optional<Space> read_space(config::Key const& key, Node const& node, config::ParameterTable const& parameters,
                                core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto const* record = find_record(parameters, key.text, key.where, problems);
    if (record == nullptr) return std::nullopt;
    Space space{.path = key.text, .where = node.where, .type = record->type};
    if (node.kind == NodeKind::scalar && node.text == "range") return own_space(*record, node.where, problems);
    if (!is_numeric(*record)) {
        take_words(*record, node, space, problems);
    } else if (node.kind == NodeKind::mapping) {
        take_scaled(*record, node, space, problems);
    } else {
        take_bounds(*record, node, space, problems);
    }
    if (problems.size() != problems_before) return std::nullopt;
    return space;
}
}  // namespace concordat::scenario
