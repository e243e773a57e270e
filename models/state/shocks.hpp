#pragma once

#include <array>
#include <vector>

#include "models/state/arrays.hpp"
#include "models/state/population.hpp"

namespace concordat::state
{
/// Luck of one round, drawn before delivery starts so that blocks of areas can be run one by one.
struct Shocks
{
    /// Idiosyncratic change per year, scaled by noise and sqrt(Dt): [sigma], shape [A, J]; columns of
    /// indicators that no area selected are not drawn.
    std::vector<AreaTable> luck{};
    /// Change of each indicator through the common factors, per year: [sigma], shape [n_indicator].
    std::vector<PerIndicator> common{};
    /// Level of the perception shock on each indicator at the end of each year: [sigma], shape [n_indicator].
    std::vector<PerIndicator> perception{};
    /// Variance of the cumulated common change over a whole round: [sigma^2], shape [n_indicator].
    PerIndicator common_variance{};
    /// Variance of the perception shock: [sigma^2], shape [n_indicator].
    PerIndicator perception_variance{};
};
}  // namespace concordat::state
