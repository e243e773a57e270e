#pragma once

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What each side of the negotiation thinks an indicator is worth in an area's agreement.
struct Values
{
    AreaTable council{};  ///< [s.d. of value] v^L, shape [n_area_padded, n_indicator]
    AreaTable centre{};   ///< [s.d. of value] v^C, shape [n_area_padded, n_indicator]
    AreaTable council_need{};  ///< [s.d.] need as the council sees it before talks, shape [A, J]
    AreaTable centre_need{};   ///< [s.d.] need as the centre sees it before talks, shape [A, J]
    AreaTable pooled_need{};   ///< [s.d.] E[N | both signals], shape [A, J]
    PerIndicator announcement{};  ///< [s.d. of value] ministerial announcements, part of v^C everywhere
};
}  // namespace concordat::state
