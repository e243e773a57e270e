#pragma once

#include <functional>
#include <vector>

#include "models/cycle/summing.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
/// Where an outcome exists.
enum class Scope { everywhere, areas_only, nation_only };

struct Definition
{
    store::Outcome outcome{};
    Scope scope{};
    std::function<double(AreaSums const&, ChoiceStatistics const&)> value{};
};

/// The outcomes that belong to items or need accounts, in the order of the schema; gauges follow.
[[nodiscard]] std::vector<Definition> const& outcome_definitions();

/// part / whole; nothing (not a number) of nothing.
[[nodiscard]] double ratio(double part, double whole);
}  // namespace concordat::cycle
