#include "models/incentives/none.hpp"

#include <algorithm>

namespace concordat::incentives
{
using core::Lanes;

void NoReward::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    std::fill_n(out.begin(), in.slots, state::Slope{Lanes{0.0}, Lanes{0.0}});
}

void NoReward::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    std::fill_n(out.begin(), in.slots, Lanes{0.0});
}

void NoReward::pay(state::BlockSlots const& in, std::span<Lanes const>, std::span<Lanes> out) const
{
    std::fill_n(out.begin(), in.slots, Lanes{0.0});
}
void NoReward::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    std::fill_n(out.begin(), in.slots, Lanes{0.0});
}
}  // namespace concordat::incentives
