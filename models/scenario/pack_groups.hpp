#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads groups.csv: the regions, area types and subject groups that the other tables may name, and which subject
/// groups cross borders.
void read_groups(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
