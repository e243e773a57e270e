#pragma once

#include <span>

#include "models/behaviour/behaviour_params.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::behaviour
{
/// Moves effort from where it was towards what would be best, or from what goes well to what does not.
///
/// Adaptive: gain' = gain + lam (best - gain), written so that lam = 1 gives `best` to the bit.
///
/// Aspiration (Cyert and March 1963): a share of the spending on every indicator above its aspiration is
/// freed and goes to those below in proportion to their shortfall; the sum of squared efforts, and so
/// spending, stays as it is. An area in which nothing is above, or nothing below, moves nothing.
///
/// Source: docs/methods/behaviour.md
class EffortHabit
{
  public:
    explicit EffortHabit(EffortParams params);

    [[nodiscard]] EffortRule rule() const { return params_.rule; }
    /// Effort is the best response at once.
    [[nodiscard]] bool neutral() const
    {
        return params_.rule == EffortRule::equilibrium ||
               (params_.rule == EffortRule::adaptive && params_.adjustment == 1.0);
    }
    /// Moves efforts as the other does, whatever they are.
    [[nodiscard]] bool same_as(EffortHabit const& other) const
    {
        return rule() == other.rule() || (neutral() && other.neutral());
    }
    /// The new level of anything that follows efforts. \pre the rule is not `aspiration`
    [[nodiscard]] core::Lanes move(core::Lanes before, core::Lanes best) const
    {
        return (1.0 - step_) * before + step_ * best;
    }
    /// \param shortfall [sigma] aspiration less achievement, per indicator; 0 moves nothing
    /// \param effort [effort points] per indicator, moved in place
    /// \param measured [effort points] on the measure; moves with `effort`
    void reallocate(std::span<core::Lanes const> shortfall, std::span<core::Lanes> effort,
                    std::span<core::Lanes> measured) const;
    /// [areas] that an area compares itself with.
    [[nodiscard]] int comparators() const { return params_.comparators; }
    /// The next year's aspiration from this year's, own achievement and the comparators' [sigma].
    [[nodiscard]] double adapt(double aspiration, double own, double comparators) const;

  private:
    EffortParams params_;
    double step_{1.0};
};

/// How the council's partners move their efforts.
[[nodiscard]] EffortHabit habit_of_partners(EffortParams params);
}  // namespace concordat::behaviour
