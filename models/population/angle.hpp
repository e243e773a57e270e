#pragma once

namespace concordat::population
{
/// An angle's two projections. Plain arithmetic in a fixed order, because the C library's
/// functions return other last bits on other machines.
struct Angle
{
    double cosine{};
    double sine{};
};

/// Both by their power series; absolute error below 1e-15. \pre degrees in [0, 90]
[[nodiscard]] Angle resolve_angle(double degrees);
}  // namespace concordat::population
