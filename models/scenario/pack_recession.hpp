#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads recession.csv where there is one: what a national recession does to outcomes; indicators
/// without a row are not affected. Needs the indicators.
void read_recession(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
