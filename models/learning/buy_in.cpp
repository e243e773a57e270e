#include "models/learning/buy_in.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::learning
{
BuyIn::BuyIn(BuyInParams const& params) : params_{params}
{
    core::require(params.lowest <= params.highest, "the bounds of buy-in ascend");
}

void BuyIn::follow(state::YearResult const& year, state::Standing const& standing, state::Population& population) const
{
    double const rate = params_.rate.value();
    if (rate == 0.0) return;
    for (Eigen::Index i = 0; i < population.buy_in.size(); ++i) {
        double const warranted = params_.base + population.trust(i) + params_.hit_weight * year.on_track(i) +
                                 standing.political_shift(i);
        double& buy_in = population.buy_in(i);
        buy_in = std::clamp(buy_in + rate * (warranted - buy_in), params_.lowest, params_.highest);
    }
}
}  // namespace concordat::learning
