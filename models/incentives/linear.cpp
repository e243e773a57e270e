#include "models/incentives/linear.hpp"

namespace concordat::incentives
{
using core::Lanes;

Lanes Linear::price_of(state::BlockSlots const& in, int slot) const
{
    if (params_.base == LinearBase::social_value) {
        return core::select(in.reward[slot] > 0.0, params_.social_share * in.social_value[slot], Lanes{0.0});
    }
    constexpr double smallest = 1e-9;  // [sigma] slots without a stretch carry no reward
    return core::select(in.stretch[slot] > smallest, in.reward[slot] / in.stretch[slot], Lanes{0.0});
}

void Linear::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    for (int k = 0; k < in.slots; ++k) out[k] = {.value = price_of(in, k), .derivative = Lanes{0.0}};
}

void Linear::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        out[k] = price_of(in, k) *
                 (in.expected[k] - in.announced[k] - params_.comparator_share * in.rival_gain[k]);
    }
}

void Linear::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        out[k] = price_of(in, k) * (reported[k] - in.announced[k] - params_.comparator_share * in.rival_gain[k]);
    }
}

double payment_variance(double share, double own, double common, int contestants)
{
    double const kept = 1.0 - share;
    return common * common * kept * kept + own * own * (1.0 + share * share / (contestants - 1));
}

ComparatorWeight best_comparator_share(double own, double common, int contestants)
{
    double const share = common * common / (common * common + own * own / (contestants - 1));
    return {.share = share, .variance = payment_variance(share, own, common, contestants)};
}
void Linear::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) out[k] = Lanes{0.0};
}
}  // namespace concordat::incentives
