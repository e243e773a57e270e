#include "models/politics/engagement.hpp"

#include "models/politics/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"

namespace concordat::politics
{
Engagement::Engagement(state::Pack const& pack, EngagementParams const& params) : params_{params}, ids_{state::area_ids(pack)}
{
    core::require(params.ignorant.value() + params.engaged.value() + params.rejecting.value() <= 1.0 + 1e-12,
                  "the attitudes of councillors are at most all areas");
}

void Engagement::begin(state::Occasion const& when, state::Standing& standing) const
{
    if (params_.mode == EngagementMode::none) return;
    auto const key = state::round_key(when, purpose::engagement);
    double const rejecting = params_.rejecting.value();
    double const ignorant = rejecting + params_.ignorant.value();
    double const apathetic = 1.0 - params_.engaged.value();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const draw = random::uniform(key, ids_[i]);
        standing.engagement(static_cast<Eigen::Index>(i)) = draw < rejecting   ? attitude::rejecting
                                                            : draw < ignorant  ? attitude::ignorant
                                                            : draw < apathetic ? attitude::apathetic
                                                                               : attitude::engaged;
    }
}

void Engagement::sway(state::Standing& standing) const
{
    if (params_.mode == EngagementMode::none) return;
    for (Eigen::Index i = 0; i < standing.political_shift.size(); ++i) {
        standing.political_shift(i) =
            effect_of(standing.engagement(i)) + params_.sceptic_effect * standing.sceptic(i);
    }
}

double Engagement::effect_of(double code) const
{
    if (code == attitude::engaged) return params_.engaged_effect;
    if (code == attitude::apathetic) return params_.apathetic_effect;
    return code == attitude::rejecting ? params_.rejecting_effect : 0.0;
}
}  // namespace concordat::politics
