#pragma once

#include <filesystem>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Reads groups.csv: the regions, area types and subject groups that the other tables may name.
void read_groups(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);
}  // namespace concordat::scenario
