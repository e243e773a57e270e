#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads departments.csv; ordered by code.
void read_departments(PackFolder& folder, state::Pack& pack);

/// Reads indicators.csv; ordered by number. Needs groups, departments and areas.
void read_indicators(PackFolder& folder, state::Pack& pack);

/// Reads salience.csv where there is one: the fitted pull of every indicator. Needs the indicators.
void read_salience(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
