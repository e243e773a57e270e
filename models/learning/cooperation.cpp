#include "models/learning/cooperation.hpp"

#include <algorithm>

#include "models/learning/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"

namespace concordat::learning
{
Cooperation::Cooperation(state::Pack const& pack, CooperationParams const& params) : params_{params}
{
    core::require(params.conditional.value() + params.free_riding.value() + params.hump_shaped.value() <= 1.0 + 1e-12,
                  "the types of partners are at most all partners");
    for (auto const& area : pack.areas) areas_.push_back({static_cast<std::uint32_t>(area.id), area.two_tier});
    for (std::size_t p = 1; p < pack.partner_count(); ++p) {
        auto const& partner = pack.partners[p];
        if (partner.voice_only) continue;
        partners_.push_back({static_cast<std::uint32_t>(random::Purpose{partner.code}.hash()), partner.two_tier_only});
    }
}

void Cooperation::begin(state::Occasion const& when, state::Population const& population,
                        state::Standing& standing) const
{
    if (params_.dynamics == CooperationDynamics::fixed) return;
    double const gain = params_.gain_after == 0 ? params_.belief_gain.value() : 0.0;
    for (Eigen::Index i = 0; i < population.cooperation.size(); ++i) {
        standing.cooperation_start(i) = std::clamp(population.cooperation(i) + gain, 0.0, 1.0);
    }
    standing.cooperation_belief = standing.cooperation_start;
    for (std::size_t area = 0; area < areas_.size(); ++area) draw_types(when, area, standing);
}

void Cooperation::draw_types(state::Occasion const& when, std::size_t area, state::Standing& standing) const
{
    auto const types = state::round_key(when, purpose::cooperation_types);
    auto const steadiness = state::round_key(when, purpose::steady_contribution);
    double const conditional_end = params_.conditional.value();
    double const free_end = conditional_end + params_.free_riding.value();
    double const hump_end = free_end + params_.hump_shaped.value();
    int members = 0, conditional = 0, hump = 0;
    double steady = 0.0;
    for (auto const& partner : partners_) {
        if (partner.two_tier_only && !areas_[area].two_tier) continue;
        ++members;
        double const draw = random::uniform(types, areas_[area].id, partner.name);
        if (draw < conditional_end) {
            ++conditional;
        } else if (draw >= free_end && draw < hump_end) {
            ++hump;
        } else if (draw >= hump_end) {
            steady += random::uniform(steadiness, areas_[area].id, partner.name);
        }
    }
    auto const i = static_cast<Eigen::Index>(area);
    double const all = std::max(members, 1);
    standing.conditional_share(i) = conditional / all;
    standing.hump_share(i) = hump / all;
    standing.steady_contribution(i) = steady / all;
}

void Cooperation::restart(state::Standing& standing) const
{
    double const share = params_.restart.value();
    if (params_.dynamics == CooperationDynamics::fixed || share == 0.0) return;
    for (Eigen::Index i = 0; i < standing.cooperation_belief.size(); ++i) {
        double& belief = standing.cooperation_belief(i);
        belief += share * std::max(standing.cooperation_start(i) - belief, 0.0);
    }
}

void Cooperation::gain(int lived, state::Standing& standing) const
{
    double const gain = params_.belief_gain.value();
    if (params_.dynamics == CooperationDynamics::fixed || gain == 0.0) return;
    if (params_.gain_after == 0 || lived != params_.gain_after) return;
    for (auto* belief : {&standing.cooperation_start, &standing.cooperation_belief}) {
        *belief = (*belief + gain).min(1.0);
    }
}

void Cooperation::contribute(state::Standing const& standing, state::Population& population) const
{
    if (params_.dynamics == CooperationDynamics::fixed) return;
    for (Eigen::Index i = 0; i < population.cooperation.size(); ++i) {
        double const belief = standing.cooperation_belief(i);
        double const matched = std::min(params_.slope * belief, 1.0);
        population.cooperation(i) = standing.conditional_share(i) * matched +
                                    standing.hump_share(i) * std::min(belief, 1.0 - belief) +
                                    standing.steady_contribution(i);
    }
}

void Cooperation::observe(state::Population const& population, state::YearResult const& year,
                          state::Standing& standing) const
{
    double const rate = params_.belief_rate.value(), visible = params_.visible.value();
    if (params_.dynamics == CooperationDynamics::fixed || rate == 0.0) return;
    for (Eigen::Index i = 0; i < population.cooperation.size(); ++i) {
        double const seen = (1.0 - visible) * population.cooperation(i) + visible * year.contribution(i);
        double& belief = standing.cooperation_belief(i);
        belief += rate * (seen - belief);
    }
}
}  // namespace concordat::learning
