#include "models/delivery/freedom_effects.hpp"

namespace concordat::delivery
{
using state::Freedom;

namespace
{
bool has(state::Bargain const& bargain, Eigen::Index area, Freedom freedom)
{
    return bargain.freedom_granted(area, static_cast<Eigen::Index>(freedom)) != 0;
}
}  // namespace

void FreedomEffects::apply(state::Bargain const& bargain, state::Conditions& conditions) const
{
    for (Eigen::Index i = 0; i < bargain.freedom_granted.rows(); ++i) {
        auto const cut = [&](state::PerArea& factor, Freedom freedom, core::Share share) {
            if (has(bargain, i, freedom)) factor[i] *= 1.0 - share.value();
        };
        if (has(bargain, i, Freedom::budget_pooling)) conditions.pooling[i] += params_.pooling.value();
        cut(conditions.reporting, Freedom::monitoring_relief, params_.reporting_saved);
        cut(conditions.fences, Freedom::ring_fence_release, params_.fences_released);
        cut(conditions.meetings, Freedom::merged_partnerships, params_.meetings_saved);
        cut(conditions.inspection_focus, Freedom::inspection_relief, params_.inspection_saved);
    }
}

void FreedomEffects::loosen(state::Bargain const& bargain, state::Refresh& refresh) const
{
    for (Eigen::Index i = 0; i < bargain.freedom_granted.rows(); ++i) {
        if (has(bargain, i, Freedom::target_flexing)) refresh.consent[i] += params_.consent.value();
    }
}
}  // namespace concordat::delivery
