#include "models/incentives/threshold.hpp"

#include <limits>

#include "models/incentives/falsified_target.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
using core::Lanes;

namespace
{
/// [sigma] window of false reports where any area has one; most slots are spared the second computation.
bool find_window(state::BlockSlots const& in, int slot, Lanes& window)
{
    if (std::experimental::none_of(in.curvature[slot] < std::numeric_limits<double>::infinity())) return false;
    window = FalsifiedTarget::window_of(in, slot);
    return std::experimental::any_of(window > 0.0);
}

/// Slots without a reward in any area, such as the statutory ones.
bool pays_nothing(state::BlockSlots const& in, int slot) { return std::experimental::all_of(in.reward[slot] == 0.0); }
}  // namespace

void Threshold::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    Lanes window{0.0};
    for (int k = 0; k < in.slots; ++k) {
        if (pays_nothing(in, k)) {
            out[k] = {.value = Lanes{0.0}, .derivative = Lanes{0.0}};
            continue;
        }
        Lanes const inverse = 1.0 / in.spread[k];
        Lanes const z = (in.target[k] - in.expected[k]) * inverse;
        out[k].value = in.reward[k] * core::normal_pdf(z) * inverse;
        out[k].derivative = out[k].value * z * inverse;
        if (!find_window(in, k, window)) continue;
        FalsifiedTarget const target{in, k, window};
        auto const slope = target.slope();
        out[k].value = core::select(target.applies(), slope.value, out[k].value);
        out[k].derivative = core::select(target.applies(), slope.derivative, out[k].derivative);
    }
}

void Threshold::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    Lanes window{0.0};
    for (int k = 0; k < in.slots; ++k) {
        out[k] = Lanes{0.0};
        if (pays_nothing(in, k)) continue;
        out[k] = in.reward[k] * core::normal_cdf((in.expected[k] - in.target[k]) / in.spread[k]);
        if (!find_window(in, k, window)) continue;
        FalsifiedTarget const target{in, k, window};
        out[k] = core::select(target.applies(), target.worth(), out[k]);
    }
}

void Threshold::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        out[k] = core::select(reported[k] >= in.target[k], in.reward[k], Lanes{0.0});
    }
}

// A window adds k (mbar phi(zL)/s - DPhi) <= k (mbar/s)^2 phi(1)/2 = [(1 - pi) B - pi P] phi(1)/s^2 to what is
// left of the jump, pi (B + P) phi(1)/s^2: together not more than the honest rule's bound.
void Threshold::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    constexpr double pdf_at_one = 0.24197072451914337;  // the largest z phi(z), at z = 1
    for (int k = 0; k < in.slots; ++k) out[k] = in.reward[k] * pdf_at_one / (in.spread[k] * in.spread[k]);
}
}  // namespace concordat::incentives
