#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads areas.csv and neighbours.csv. Needs the groups. Areas are ordered by id and their
/// deprivation is standardised over areas (all zero where it does not vary).
void read_areas(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
