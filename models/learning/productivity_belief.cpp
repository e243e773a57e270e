#include "models/learning/productivity_belief.hpp"

#include <algorithm>

#include "models/learning/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::learning
{
ProductivityBelief::ProductivityBelief(state::Pack const& pack, ProductivityParams const& params)
    : params_{params}, ids_{state::area_ids(pack)}
{
    core::require(params.lowest <= 1.0 && params.highest >= 1.0, "the truth lies within the bounds of belief");
}

void ProductivityBelief::begin(state::Occasion const& when, state::Standing& standing) const
{
    if (params_.rule == ProductivityLearning::none || params_.spread == 0.0) return;
    auto const key = state::round_key(when, purpose::productivity);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const belief = core::exp(params_.spread * random::normal(key, ids_[i]));
        standing.productivity_belief(static_cast<Eigen::Index>(i)) = std::clamp(belief, params_.lowest, params_.highest);
    }
    standing.productivity_variance.setConstant(params_.spread * params_.spread);
}

void ProductivityBelief::learn(state::YearResult const& year, state::Standing& standing) const
{
    if (params_.rule == ProductivityLearning::none) return;
    bool const kalman = params_.rule == ProductivityLearning::kalman;
    for (Eigen::Index i = 0; i < standing.productivity_belief.size(); ++i) {
        double const expected = year.expected_gain(i);
        if (!(year.items(i) > 0.0 && expected > 0.0)) continue;
        double& belief = standing.productivity_belief(i);
        double gain = params_.gain.value();
        if (kalman) {
            double& variance = standing.productivity_variance(i);
            double const per_gain = belief * params_.noise.value() / expected;
            double const luck = per_gain * per_gain / year.items(i);
            gain = variance > 0.0 ? variance / (variance + luck) : 0.0;
            variance = (1.0 - gain) * variance + params_.drift;
        }
        double const next = belief + gain * belief * (year.surprise(i) / expected);
        belief = std::clamp(next, params_.lowest, params_.highest);
    }
}
}  // namespace concordat::learning
