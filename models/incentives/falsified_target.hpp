#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// One slot's target under the rule that shortfalls up to mbar are reported as met.
///
/// Source: docs/methods/gaming.md, A9.1 and A9.2, after Lacker and Weinberg (1989).
class FalsifiedTarget
{
  public:
    /// [sigma] mbar: how far below the target success is reported
    [[nodiscard]] static core::Lanes window_of(state::BlockSlots const& in, int slot);
    FalsifiedTarget(state::BlockSlots const& in, int slot, core::Lanes window);

    /// Lanes in which anybody would report falsely; the rest is the plain rule's business.
    [[nodiscard]] core::LaneMask applies() const { return window_ > 0.0; }
    /// Slope of `worth` and its derivative.
    [[nodiscard]] state::Slope slope() const;
    /// [GBP thousand] expected reward net of penalties and of the cost of manipulation
    [[nodiscard]] core::Lanes worth() const;

  private:
    core::Lanes reward_;
    core::Lanes curvature_;
    core::Lanes spread_;
    core::Lanes at_stake_;      ///< [GBP thousand] pi (B + P): what honest success saves
    core::Lanes window_;        ///< [sigma] mbar
    core::Lanes z_target_;
    core::Lanes z_window_;
    core::Lanes pdf_target_;
    core::Lanes pdf_window_;
    core::Lanes between_;       ///< [probability] of ending inside the window
};
}  // namespace concordat::incentives
