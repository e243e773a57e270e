#pragma once

#include "models/state/scheme.hpp"

namespace concordat::incentives
{
/// Pays nothing: what is left is duty, inspection, reputation and the partners' own motives.
class NoReward final : public state::RewardScheme
{
  public:
    void price(state::BlockSlots const& in, std::span<state::Slope> out) const override;
    void expect(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
    void pay(state::BlockSlots const& in, std::span<core::Lanes const> reported,
             std::span<core::Lanes> out) const override;
    void steepest(state::BlockSlots const& in, std::span<core::Lanes> out) const override;
};
}  // namespace concordat::incentives
