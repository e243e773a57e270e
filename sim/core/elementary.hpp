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
/// Relative error < 2.3e-16; 0 below -745.14, infinite above 709.79.
[[nodiscard]] Lanes exp(Lanes x);
/// Natural logarithm, error < 1 ulp; -infinity at 0, NaN below.
[[nodiscard]] Lanes log(Lanes x);
/// exp(exponent log(base)): relative error < 2.5e-16 (1 + |exponent log(base)|); 0^0 = 1, NaN for a
/// negative base.
[[nodiscard]] Lanes pow(Lanes base, Lanes exponent);
/// phi(z), relative error < 1e-15 to |z| = 37.5.
[[nodiscard]] Lanes normal_pdf(Lanes z);
/// Phi(z), relative error < 2e-15 in both tails to |z| = 37.
[[nodiscard]] Lanes normal_cdf(Lanes z);
/// Phi^-1(u), u in (0, 1), relative error < 2e-15: Wichura (1988), algorithm AS241, PPND16,
/// doi:10.2307/2347330.
[[nodiscard]] Lanes normal_quantile(Lanes u);

[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double pow(double base, double exponent);
[[nodiscard]] double normal_pdf(double z);
[[nodiscard]] double normal_cdf(double z);
[[nodiscard]] double normal_quantile(double u);
/// Error < 1.3e-16, on [0, pi/2] relative < 2.5e-16. \pre |radians| < 1e5
[[nodiscard]] double sin(double radians);
[[nodiscard]] double cos(double radians);

/// In place over whole packets, faster than packet by packet: the tails are gathered and computed
/// together; the bits are the same. \pre 32-byte aligned, size a multiple of `lane_count`
void normal_quantile_in_place(std::span<double> u);
}  // namespace concordat::core
