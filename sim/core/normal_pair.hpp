#pragma once

#include "sim/core/elementary.hpp"

namespace concordat::core
{
/// Density and distribution function of the standard normal at one point.
struct NormalPair
{
    Lanes pdf{};
    Lanes cdf{};
};

/// The values of `normal_pdf` and `normal_cdf`, for little more than one of them.
[[nodiscard]] inline NormalPair normal_pair(Lanes z)
{
    constexpr double per_root_two_pi = 0.39894228040143267794;
    Lanes const e = elementary_detail::exp_minus_half_square(z);
    Lanes const lower = e * elementary_detail::scaled_tail(std::experimental::abs(z));
    return {.pdf = per_root_two_pi * e, .cdf = select(z > 0.0, 1.0 - lower, lower)};
}
}  // namespace concordat::core
