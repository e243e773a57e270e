#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// Pays the whole reward for a target that is met and nothing otherwise (hit or miss).
///
/// Expected reward B Phi((mu - T)/s), slope B phi((T - mu)/s)/s: largest where the target is as
/// likely hit as missed, so very easy and hopeless targets both fail to motivate.
///
/// Where reports can be manipulated (`BlockSlots::curvature` is finite) an area that ends less than
/// mbar below the target reports that it met it. `expect` is then what the reward is worth net of
/// manipulation and of what happens to who is caught, and `price` its slope (A9.2): coming close
/// has become valuable, so leniency need not lower effort. `pay` pays on what is reported.
///
/// Source: docs/methods/incentives.md, docs/methods/gaming.md; Performance Art (2008), section 6.5, for the
/// reward per target hit.
class Threshold final : public state::RewardScheme
{
  public:
    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    /// The same bound with and without manipulation.
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
};
}  // namespace concordat::incentives
