#pragma once

#include "sim/core/lanes.hpp"

namespace concordat::behaviour
{
/// The effort that comes of a council and its partners who move theirs by different rules.
///
/// Production is CES: E^rho = sum_p phi_p e_p^rho. Let every member of a group make the effort k of what the plan
/// asks of it, so that all would make E_g = k E* together if everybody did. With the council's part s of the CES
/// sum of the plan,
///
///     E = (s E_c^rho + (1 - s) E_p^rho)^(1/rho)
///
/// exactly. Equal indices give that index back, whatever s.
///
/// Source: docs/methods/behaviour.md
class JointEffort
{
  public:
    /// \param complementarity rho in (0, 1]; near 2/3 it is 2/3, as in plans
    explicit JointEffort(double complementarity);

    /// Efforts, or gains of the same response. \pre neither is negative
    /// \param part [share] s, the council's
    [[nodiscard]] core::Lanes join(core::Lanes council, core::Lanes partners, core::Lanes part) const;

  private:
    [[nodiscard]] core::Lanes undo(core::Lanes sum) const;

    double power_;       ///< rho
    bool two_thirds_{};  ///< rho = 2/3, the default: a square root does
};
}  // namespace concordat::behaviour
