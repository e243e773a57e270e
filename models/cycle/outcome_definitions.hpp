#pragma once

#include <vector>

#include "models/cycle/area_sums.hpp"
#include "models/cycle/summing.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
/// Where an outcome exists: for every group, for groups of areas, for the nation alone.
enum class Scope { everywhere, areas_only, nation_only };

/// An outcome of a round that is made of sums.
struct Definition
{
    using Value = double (*)(AreaSums const&, ChoiceStatistics const&);

    store::Outcome outcome{};
    Scope scope{};
    Value value{};
};

/// All of them, in the order of the schema.
[[nodiscard]] std::vector<Definition> const& definition_list();

/// NaN where there is nothing to divide by: the outcome does not exist there.
[[nodiscard]] double ratio(double part, double whole);
}  // namespace concordat::cycle
