#pragma once

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// Reads `tiles.csv`, where the pack has one: places on a schematic map. \pre areas are read
void read_tiles(PackFolder& folder, state::Pack& pack);
}  // namespace concordat::scenario
