#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// Pays the whole reward for a target that is met and nothing otherwise (hit or miss).
///
/// Expected reward B Phi((mu - T)/s), slope B phi((T - mu)/s)/s: largest where the target is as
/// likely hit as missed, so very easy and hopeless targets both fail to motivate.
///
/// Source: docs/methods/incentives.md; Performance Art (2008), section 6.5, for the reward per target hit.
class Threshold final : public state::RewardScheme
{
  public:
    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
};
}  // namespace concordat::incentives
