#include "models/incentives/threshold.hpp"

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
using core::Lanes;

void Threshold::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        Lanes const inverse = 1.0 / in.spread[k];
        Lanes const z = (in.target[k] - in.expected[k]) * inverse;
        out[k].value = in.reward[k] * core::normal_pdf(z) * inverse;
        out[k].derivative = out[k].value * z * inverse;
    }
}

void Threshold::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        out[k] = in.reward[k] * core::normal_cdf((in.expected[k] - in.target[k]) / in.spread[k]);
    }
}

void Threshold::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        out[k] = core::select(reported[k] >= in.target[k], in.reward[k], Lanes{0.0});
    }
}
void Threshold::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    constexpr double pdf_at_one = 0.24197072451914337;  // the largest z phi(z), at z = 1
    for (int k = 0; k < in.slots; ++k) out[k] = in.reward[k] * pdf_at_one / (in.spread[k] * in.spread[k]);
}
}  // namespace concordat::incentives
