#pragma once

#include <filesystem>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Reads areas.csv and neighbours.csv. Needs the groups. Areas are ordered by id and their
/// deprivation is standardised over areas (all zero where it does not vary).
void read_areas(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);
}  // namespace concordat::scenario
