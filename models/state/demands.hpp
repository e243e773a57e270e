#pragma once

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What each side of the negotiation thinks an indicator is worth in an area's agreement.
struct Values
{
    AreaTable council{};  ///< [s.d. of value] v^L, shape [n_area_padded, n_indicator]
    AreaTable centre{};   ///< [s.d. of value] v^C, shape [n_area_padded, n_indicator]
    PerIndicator announcement{};  ///< [s.d. of value] ministerial announcements, part of v^C everywhere
};
}  // namespace concordat::state
