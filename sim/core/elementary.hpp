#pragma once

#include <span>

#include "sim/core/lanes.hpp"

/// The only place where exponentials, logarithms, powers and normal distribution functions are
/// computed. The C library's versions return other last bits when the machine lacks fused
/// multiply-add, and last bits flip picks and hits; these use plain IEEE operations in a fixed
/// order, so the same bits come out everywhere (docs/decisions/0001).
namespace concordat::core
{
[[nodiscard]] Lanes exp(Lanes x);   ///< relative error < 2e-16 x few; 0 below -745, inf above 709.78
[[nodiscard]] Lanes log(Lanes x);   ///< natural logarithm; -inf at 0, NaN below
[[nodiscard]] Lanes pow(Lanes base, Lanes exponent);  ///< base >= 0; 0^0 = 1
[[nodiscard]] Lanes normal_pdf(Lanes z);              ///< phi(z)
[[nodiscard]] Lanes normal_cdf(Lanes z);              ///< Phi(z), relative error about 1e-15 in both tails
[[nodiscard]] Lanes normal_quantile(Lanes u);         ///< Phi^-1(u), u in (0, 1)

[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double pow(double base, double exponent);
[[nodiscard]] double normal_pdf(double z);
[[nodiscard]] double normal_cdf(double z);
[[nodiscard]] double normal_quantile(double u);

/// In place over whole packets. \pre 32-byte aligned, size a multiple of `lane_count`
void normal_quantile_in_place(std::span<double> u);
}  // namespace concordat::core
