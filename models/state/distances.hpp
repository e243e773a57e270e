#pragma once

#include <vector>

#include "models/state/pack.hpp"

namespace concordat::state
{
/// Distances between areas: on the ground [km] where the pack says where all of them lie, else by rank among an
/// area's comparators, and beyond all ranks where it is none of them. Shape [area, area], not symmetric in the
/// second case; 0 on the diagonal.
[[nodiscard]] Eigen::ArrayXXd measure_distances(Pack const& pack);

/// The areas nearest to each one, nearest first, equally near ones by id; itself left out.
[[nodiscard]] std::vector<std::vector<int>> list_nearest(Pack const& pack, int count);
}  // namespace concordat::state
