#include "models/incentives/pro_rata.hpp"

#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
using core::Lanes;

// Slots without a stretch (S <= 0) are paid in full as soon as the floor, at x0 itself, is reached:
// the rule then is the hit-or-miss rule at T, which the neutral stretch below gives.
namespace
{
Lanes positive(Lanes stretch)
{
    constexpr double smallest = 1e-9;  // [sigma]
    return core::select(stretch > smallest, stretch, Lanes{smallest});
}
}  // namespace

void ProRata::price(state::BlockSlots const& in, std::span<state::Slope> out) const
{
    bool const capped = std::isfinite(params_.cap);
    for (int k = 0; k < in.slots; ++k) {
        Lanes const inverse = 1.0 / in.spread[k];
        Lanes const stretch = positive(in.stretch[k]);
        Lanes const gain = in.expected[k] - in.announced[k];
        Lanes const z_floor = (params_.floor * stretch - gain) * inverse;
        Lanes const pdf_floor = core::normal_pdf(z_floor);
        Lanes pdf_cap{0.0};
        Lanes cdf_cap{1.0};
        if (capped) {
            Lanes const z_cap = (params_.cap * stretch - gain) * inverse;
            pdf_cap = core::normal_pdf(z_cap);
            cdf_cap = core::normal_cdf(z_cap);
        }
        Lanes const between = (cdf_cap - core::normal_cdf(z_floor)) / stretch;
        out[k].value = in.reward[k] * (between + params_.floor * pdf_floor * inverse);
        out[k].derivative = in.reward[k] * ((pdf_floor - pdf_cap) * inverse / stretch +
                                            params_.floor * z_floor * pdf_floor * inverse * inverse);
    }
}

void ProRata::expect(state::BlockSlots const& in, std::span<Lanes> out) const
{
    bool const capped = std::isfinite(params_.cap);
    for (int k = 0; k < in.slots; ++k) {
        Lanes const spread = in.spread[k];
        Lanes const stretch = positive(in.stretch[k]);
        Lanes const gain = in.expected[k] - in.announced[k];
        Lanes const z_floor = (params_.floor * stretch - gain) / spread;
        Lanes pdf_cap{0.0};
        Lanes cdf_cap{1.0};
        Lanes paid_in_full{0.0};
        if (capped) {
            Lanes const z_cap = (params_.cap * stretch - gain) / spread;
            pdf_cap = core::normal_pdf(z_cap);
            cdf_cap = core::normal_cdf(z_cap);
            paid_in_full = params_.cap * (1.0 - cdf_cap);
        }
        Lanes const between = cdf_cap - core::normal_cdf(z_floor);
        Lanes const mean_between = (gain * between + spread * (core::normal_pdf(z_floor) - pdf_cap)) / stretch;
        out[k] = in.reward[k] * (paid_in_full + mean_between);
    }
}

void ProRata::pay(state::BlockSlots const& in, std::span<Lanes const> reported, std::span<Lanes> out) const
{
    for (int k = 0; k < in.slots; ++k) {
        Lanes const stretch = positive(in.stretch[k]);
        Lanes const share = (reported[k] - in.announced[k]) / stretch;
        Lanes const capped = core::select(share > params_.cap, Lanes{params_.cap}, share);
        out[k] = core::select(share >= params_.floor, in.reward[k] * capped, Lanes{0.0});
    }
}
void ProRata::steepest(state::BlockSlots const& in, std::span<Lanes> out) const
{
    constexpr double pdf_at_zero = 0.3989422804014327;
    constexpr double pdf_at_one = 0.24197072451914337;
    for (int k = 0; k < in.slots; ++k) {
        Lanes const inverse = 1.0 / in.spread[k];
        out[k] = in.reward[k] * inverse *
                 (pdf_at_zero / positive(in.stretch[k]) + params_.floor * pdf_at_one * inverse);
    }
}
}  // namespace concordat::incentives
