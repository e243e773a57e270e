#pragma once

#include "models/incentives/threshold.hpp"

namespace concordat::incentives
{
/// Threshold for an agent that knows that it will plan again: the exact slope of continuous planning.
///
///   h = (s^2 / L) (e^R - 1) phi(z)/s / (1 + (e^R - 1) Phi(-z)),   R = B L / s^2,
///   z = (T - expected performance without the reward) / s,
///
/// with L the further gain per unit of slope over what is left of the round (a^2 W/c for one partner whose
/// efforts add up, where this is exact). The value of the option to give up later, or to push later, is
/// in the slope; it depends on no plan, so there is one best plan and nobody gives up with a jump. R -> 0
/// gives the threshold's slope. Efforts that are held for a year overshoot: see the page.
///
/// Source: Hopf-Cole transform of the planner's equation, docs/methods/incentives.md; theory A2
class Foresight final : public state::RewardScheme
{
  public:
    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override
    {
        static_rule_.expect(in, out);
    }
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override
    {
        static_rule_.pay(in, reported, out);
    }
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    [[nodiscard]] bool foresees() const override { return true; }

  private:
    Threshold static_rule_{};
};
}  // namespace concordat::incentives
