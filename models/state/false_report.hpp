#pragma once

#include <cmath>
#include <experimental/simd>

#include "sim/core/lanes.hpp"

namespace concordat::state
{
/// How far below a jump in reward an area still reports that it reached it: the shortfall at which
/// the cost of manipulation eats up what is gained,
///
///     mbar = sqrt(2 [(1 - pi) B - pi P]+ / k)                                           (A9.1)
///
/// Delivery expects it when it plans and settlement acts on it, so both use this function.
///
/// \param reward [GBP thousand] B, lost by who is caught
/// \param detection [probability] pi of being caught
/// \param penalty [GBP thousand] P, paid by who is caught
/// \param curvature [GBP thousand per sigma^2] k > 0 of the cost k m^2/2; infinite: cannot be manipulated
/// \return [sigma]
/// Source: after Lacker and Weinberg (1989), J. Polit. Econ. 97(6); docs/methods/gaming.md
[[nodiscard]] inline double find_false_window(double reward, double detection, double penalty, double curvature)
{
    double const worth = (1.0 - detection) * reward - detection * penalty;
    return worth > 0.0 ? std::sqrt(2.0 * worth / curvature) : 0.0;
}
[[nodiscard]] inline core::Lanes find_false_window(core::Lanes reward, core::Lanes detection, core::Lanes penalty,
                                                   core::Lanes curvature)
{
    core::Lanes const worth = (1.0 - detection) * reward - detection * penalty;
    return std::experimental::sqrt(2.0 * core::select(worth > 0.0, worth, core::Lanes{0.0}) / curvature);
}
}  // namespace concordat::state
