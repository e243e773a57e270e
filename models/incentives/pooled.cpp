#include "models/incentives/pooled.hpp"

#include <experimental/simd>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
using core::Lanes;

namespace
{
Lanes positive(Lanes value)
{
    constexpr double smallest = 1e-9;
    return core::select(value > smallest, value, Lanes{smallest});
}
}  // namespace

Pooled::Score Pooled::score(state::BlockSlots const& in, std::span<Lanes const> performance)
{
    Score out{.mean = Lanes{0.0}, .spread = Lanes{0.0}, .rewarded = Lanes{0.0}, .total = Lanes{0.0}};
    for (int k = 0; k < in.slots; ++k) {
        auto const rewarded = in.reward[k] > 0.0 && in.stretch[k] > 0.0;
        Lanes const stretch = positive(in.stretch[k]);
        Lanes const relative = in.spread[k] / stretch;
        out.mean += core::select(rewarded, (performance[k] - in.announced[k]) / stretch, Lanes{0.0});
        out.spread += core::select(rewarded, relative * relative, Lanes{0.0});
        out.rewarded += core::select(rewarded, Lanes{1.0}, Lanes{0.0});
        out.total += in.reward[k];
    }
    Lanes const count = core::select(out.rewarded > 0.0, out.rewarded, Lanes{1.0});
    out.mean /= count;
    out.spread = positive(std::experimental::sqrt(out.spread) / count);
    return out;
}

void Pooled::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    Score const now = score(in, in.expected);
    Lanes value{0.0};
    Lanes derivative{0.0};
    if (params_.rule == PooledRule::threshold) {
        Lanes const z = (1.0 - now.mean) / now.spread;
        value = core::normal_pdf(z) / now.spread;
        derivative = value * z / now.spread;
    } else {
        Lanes const z_floor = (params_.floor - now.mean) / now.spread;
        Lanes const z_cap = (params_.cap - now.mean) / now.spread;
        Lanes const pdf_floor = core::normal_pdf(z_floor);
        value = core::normal_cdf(z_cap) - core::normal_cdf(z_floor) + params_.floor * pdf_floor / now.spread;
        derivative = (pdf_floor - core::normal_pdf(z_cap)) / now.spread +
                     params_.floor * z_floor * pdf_floor / (now.spread * now.spread);
    }
    Lanes const count = core::select(now.rewarded > 0.0, now.rewarded, Lanes{1.0});
    for (int k = 0; k < in.slots; ++k) {
        Lanes const weight =
            core::select(in.reward[k] > 0.0 && in.stretch[k] > 0.0, now.total / (count * positive(in.stretch[k])), Lanes{0.0});
        out[k] = {.value = weight * value, .derivative = weight * derivative};
    }
}

void Pooled::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    Score const now = score(in, in.expected);
    Lanes share{0.0};
    if (params_.rule == PooledRule::threshold) {
        share = core::normal_cdf((now.mean - 1.0) / now.spread);
    } else {
        Lanes const z_floor = (params_.floor - now.mean) / now.spread;
        Lanes const z_cap = (params_.cap - now.mean) / now.spread;
        Lanes const below_cap = core::normal_cdf(z_cap);
        share = params_.cap * (1.0 - below_cap) + now.mean * (below_cap - core::normal_cdf(z_floor)) +
                now.spread * (core::normal_pdf(z_floor) - core::normal_pdf(z_cap));
    }
    for (int k = 0; k < in.slots; ++k) out[k] = in.reward[k] * share;
}

Lanes Pooled::paid_share(Lanes mean) const
{
    if (params_.rule == PooledRule::threshold) return core::select(mean >= 1.0, Lanes{1.0}, Lanes{0.0});
    Lanes const capped = core::select(mean > params_.cap, Lanes{params_.cap}, mean);
    return core::select(mean >= params_.floor, capped, Lanes{0.0});
}

void Pooled::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    Lanes const share = paid_share(score(in, reported).mean);
    for (int k = 0; k < in.slots; ++k) out[k] = in.reward[k] * share;
}
void Pooled::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    // The equation in the mean score is searched for all its roots, slot by slot bounds have no use.
    for (int k = 0; k < in.slots; ++k) out[k] = Lanes{0.0};
}
}  // namespace concordat::incentives
