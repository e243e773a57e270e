#pragma once

#include <filesystem>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Reads departments.csv; ordered by code.
void read_departments(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);

/// Reads indicators.csv; ordered by number. Needs groups, departments and areas.
void read_indicators(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);

/// Reads salience.csv where there is one: the fitted pull of every indicator. Needs the indicators.
void read_salience(std::filesystem::path const& folder, state::Pack& pack, core::Problems& problems);
}  // namespace concordat::scenario
