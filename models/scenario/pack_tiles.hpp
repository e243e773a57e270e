#pragma once

#include <vector>

#include "models/scenario/pack_folder.hpp"
#include "models/state/pack.hpp"

namespace concordat::scenario
{
/// A square of a schematic map.
struct Tile
{
    int column{-1};  ///< [squares] from the western edge; -1: none
    int row{-1};     ///< [squares] from the northern edge
};

/// Reads `tiles.csv`: where the areas stand on a schematic map. Only reports look at it.
/// \pre the pack's areas are read
/// \returns shape [area]; empty where the pack has no such table
[[nodiscard]] std::vector<Tile> read_tiles(PackFolder& folder, state::Pack const& pack);
}  // namespace concordat::scenario
