#pragma once

#include <array>

#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
/// Per lane `column(lane, indicator)` of the item in a slot (`BlockWork::indicator`); `empty` where there is none.
template <class Column>
[[nodiscard]] core::Lanes gather(std::array<int, core::lane_count> const& item, double empty, Column const& column)
{
    alignas(core::Lanes) std::array<double, core::lane_count> out;
    for (std::size_t lane = 0; lane < core::lane_count; ++lane) out[lane] = item[lane] < 0 ? empty : column(lane, item[lane]);
    return core::load(out.data());
}
}  // namespace concordat::delivery
