#pragma once

#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
/// The exponents of docs/methods/delivery.md for a complementarity rho: q = rho / (2 - rho). Two versions with the same
/// interface; the solver's kernels are templates over them.
///
/// rho = 2/3, the default: q = 1/2, so every power is a square root and the multipliers solve a
/// problem of the partners alone (docs/decisions/0004-delivery-solver.md).
struct HalfPower
{
    static constexpr bool half = true;
    [[nodiscard]] static double exponent() { return 0.5; }
    [[nodiscard]] core::Lanes raise(core::Lanes m) const { return std::experimental::sqrt(m); }       ///< m^q
    [[nodiscard]] core::Lanes undo(core::Lanes s) const { return s * s; }                             ///< s^(1/q)
    [[nodiscard]] core::Lanes undo_less_one(core::Lanes s) const { return s; }                        ///< s^(1/q - 1)
    [[nodiscard]] core::Lanes step(core::Lanes ratio) const                                          ///< ratio^(q/2)
    {
        return std::experimental::sqrt(std::experimental::sqrt(ratio));
    }
    /// (1 + lambda)^-(1 + q) from g = (1 + lambda)^-q
    [[nodiscard]] core::Lanes spend_factor(core::Lanes g) const { return g * g * g; }
};

/// Any rho in (0, 1].
class GeneralPower
{
  public:
    static constexpr bool half = false;
    explicit GeneralPower(double complementarity) : q_{complementarity / (2.0 - complementarity)} {}
    [[nodiscard]] double exponent() const { return q_; }
    [[nodiscard]] core::Lanes raise(core::Lanes m) const { return power(m, q_); }
    [[nodiscard]] core::Lanes undo(core::Lanes s) const { return power(s, 1.0 / q_); }
    [[nodiscard]] core::Lanes undo_less_one(core::Lanes s) const { return power(s, 1.0 / q_ - 1.0); }
    [[nodiscard]] core::Lanes step(core::Lanes ratio) const { return power(ratio, 0.5 * q_); }
    [[nodiscard]] core::Lanes spend_factor(core::Lanes g) const { return power(g, (1.0 + q_) / q_); }

  private:
    [[nodiscard]] static core::Lanes power(core::Lanes base, double exponent)
    {
        if (exponent == 1.0) return base;
        return core::pow(base, core::Lanes{exponent});
    }
    double q_;
};
}  // namespace concordat::delivery
