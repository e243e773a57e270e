#pragma once

#include <vector>

#include "models/state/pack.hpp"

namespace concordat::state
{
/// Areas of one region in groups that lie together, as even in size as can be and at most `most` large: the area
/// furthest from all that are still free takes its nearest ones along. Areas ascend in a group.
[[nodiscard]] std::vector<std::vector<int>> form_groups(Pack const& pack, int most);
}  // namespace concordat::state
