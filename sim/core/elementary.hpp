#pragma once

#include <span>

#include "sim/core/elementary_lanes.hpp"
#include "sim/core/lanes.hpp"

/// The only place where exponentials, logarithms, powers and normal distribution functions are
/// computed. The C library's versions return other last bits when the machine lacks fused
/// multiply-add, and last bits flip picks and hits; these use plain IEEE operations in a fixed
/// order, so the same bits come out everywhere (docs/decisions/0001). A lane's result depends on
/// its argument alone, and the scalar versions return the bits of the lane versions.
///
/// Write `core::exp(x)` on lanes, never a bare `exp(x)` outside this namespace: argument-dependent
/// lookup would silently find std::experimental's, which call the C library.
namespace concordat::core
{
[[nodiscard]] Lanes exp(Lanes x);  ///< relative error < 2.3e-16; 0 below -745.14, inf above 709.79
[[nodiscard]] Lanes log(Lanes x);  ///< natural logarithm, error < 1 ulp; -inf at 0, NaN below
/// exp(exponent log(base)): relative error < 2.5e-16 (1 + |exponent log(base)|). 0^0 = 1. \pre base
/// >= 0
[[nodiscard]] Lanes pow(Lanes base, Lanes exponent);
[[nodiscard]] Lanes normal_pdf(Lanes z);  ///< phi(z)
[[nodiscard]] Lanes normal_cdf(Lanes z);  ///< Phi(z), relative error < 1e-14 in both tails
[[nodiscard]] Lanes normal_quantile(
    Lanes u);  ///< Phi^-1(u), u in (0, 1): Wichura (1988), AS241, PPND16

[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double pow(double base, double exponent);
[[nodiscard]] double normal_pdf(double z);
[[nodiscard]] double normal_cdf(double z);
[[nodiscard]] double normal_quantile(double u);
[[nodiscard]] double sin(
    double radians);  ///< error < 2 ulp (absolute 1.3e-16 near roots) for |radians| < 1e5
[[nodiscard]] double cos(double radians);  ///< as sin

/// In place over whole packets, faster than packet by packet: the tails are gathered and computed
/// together; the bits are the same. \pre 32-byte aligned, size a multiple of `lane_count`
void normal_quantile_in_place(std::span<double> u);
}  // namespace concordat::core
