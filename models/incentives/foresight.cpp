#include "models/incentives/foresight.hpp"

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
using core::Lanes;

void Foresight::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    constexpr double small = 1e-6;   // below it (e^R - 1)/R = 1 + R/2 to 12 digits
    constexpr double large = 300.0;  // e^R stays finite; the slope no longer depends on it
    Lanes const one{1.0}, zero{0.0};
    for (int k = 0; k < in.slots; ++k) {
        Lanes const inverse = 1.0 / in.spread[k];
        Lanes const z = (in.target[k] - in.passive[k]) * inverse;
        Lanes r = in.reward[k] * in.leverage[k] * inverse * inverse;
        r = core::select(r > large, Lanes{large}, r);
        Lanes const rise = core::exp(r) - 1.0;
        Lanes const tiny = core::select(r > small, r, one);
        Lanes const growth = core::select(r > small, rise / tiny, 1.0 + 0.5 * r);
        out[k].value = in.reward[k] * growth * core::normal_pdf(z) * inverse / (1.0 + rise * core::normal_cdf(-z));
        out[k].derivative = zero;
    }
}

void Foresight::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) out[k] = Lanes{0.0};
}
}  // namespace concordat::incentives
