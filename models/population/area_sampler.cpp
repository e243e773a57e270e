#include "models/population/area_sampler.hpp"

#include <algorithm>
#include <cmath>

#include "models/population/columns.hpp"
#include "models/population/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::population
{
namespace
{
/// Turns standard normal draws into draws with this mean and spread, kept within bounds.
void spread_out(state::PerArea& draws, double mean, double spread, double lowest, double highest)
{
    for (double& value : draws) value = std::clamp(mean + spread * value, lowest, highest);
}
}  // namespace

AreaSampler::AreaSampler(state::Pack const& pack, CapabilityParams const& capability,
                         RelationsParams const& relations, BargainingParams const& bargaining)
    : capability_{capability}, relations_{relations}, bargaining_{bargaining}, ids_{state::area_ids(pack)}
{
    core::require(std::is_sorted(capability.class_cuts.begin(), capability.class_cuts.end()),
                  "the cuts between inspection classes ascend");
    for (auto const& area : pack.areas) {
        deprivation_.push_back(area.deprivation);
        if (std::isnan(area.deprivation)) deprivation_known_ = false;
    }
}

void AreaSampler::resize(state::Population& population) const
{
    auto const padded = static_cast<Eigen::Index>(core::padded(ids_.size()));
    for (auto* per_area : {&population.deprivation, &population.capability, &population.productivity,
                           &population.buy_in, &population.trust, &population.cooperation,
                           &population.centre_weight, &population.slot_cost}) {
        per_area->setZero(padded);
    }
    population.cpa_class.assign(static_cast<std::size_t>(padded), 0);
    population.champion.assign(static_cast<std::size_t>(padded), 0);
}

void AreaSampler::draw(state::Occasion const& when, state::Population& population) const
{
    draw_deprivation(when, population.deprivation);
    draw_capability(when, population);
    draw_relations(when, population);
    draw_bargaining(when, population);
}

void AreaSampler::draw_deprivation(state::Occasion const& when, state::PerArea& deprivation) const
{
    if (!deprivation_known_) random::fill_normal(state::round_key(when, purpose::deprivation), ids_, 0, whole(deprivation));
    for (std::size_t i = 0; i < deprivation_.size(); ++i) {
        if (!std::isnan(deprivation_[i])) deprivation(static_cast<Eigen::Index>(i)) = deprivation_[i];
    }
}

void AreaSampler::draw_capability(state::Occasion const& when, state::Population& population) const
{
    auto& capability = population.capability;
    double const r = capability_.deprivation_correlation;
    random::fill_normal(state::round_key(when, purpose::capability), ids_, 0, whole(capability));
    capability = r * population.deprivation + std::sqrt(1.0 - r * r) * capability;
    if (capability_.mean != 0.0) capability += capability_.mean;
    auto const& cuts = capability_.class_cuts;
    for (Eigen::Index i = 0; i < capability.size(); ++i) {
        auto const above = std::upper_bound(cuts.begin(), cuts.end(), capability(i));
        population.cpa_class[i] = static_cast<int>(above - cuts.begin());
        population.productivity(i) = core::exp(capability_.productivity_slope * capability(i));
    }
}

void AreaSampler::draw_relations(state::Occasion const& when, state::Population& population) const
{
    random::fill_normal(state::round_key(when, purpose::buy_in), ids_, 0, whole(population.buy_in));
    random::fill_normal(state::round_key(when, purpose::trust), ids_, 0, whole(population.trust));
    random::fill_normal(state::round_key(when, purpose::cooperation), ids_, 0, whole(population.cooperation));
    auto const& r = relations_;
    spread_out(population.buy_in, r.buy_in_mean, r.buy_in_spread, r.buy_in_lowest, r.buy_in_highest);
    spread_out(population.trust, r.trust_mean.value(), r.trust_spread.value(), 0.0, 1.0);
    spread_out(population.cooperation, r.cooperation_mean.value(), r.cooperation_spread.value(), 0.0, 1.0);
}

void AreaSampler::draw_bargaining(state::Occasion const& when, state::Population& population) const
{
    auto const& b = bargaining_;
    auto& weight = population.centre_weight;
    auto& cost = population.slot_cost;
    // The costs' array lends its room to the draws of the champions.
    random::fill_uniform(state::round_key(when, purpose::champion), ids_, 0, whole(cost));
    for (Eigen::Index i = 0; i < cost.size(); ++i) population.champion[i] = cost(i) < b.champion_share.value();

    random::fill_normal(state::round_key(when, purpose::centre_weight), ids_, 0, whole(weight));
    double const pull = b.mediation_pull.value() * b.mediation.value();
    for (Eigen::Index i = 0; i < weight.size(); ++i) {
        double const own = b.centre_weight.value() + b.centre_weight_spread.value() * weight(i) +
                           b.champion_shift * population.champion[i];
        weight(i) = std::clamp(own + pull * (0.5 - own), b.centre_weight_lowest.value(),
                               b.centre_weight_highest.value());
    }
    random::fill_normal(state::round_key(when, purpose::slot_cost), ids_, 0, whole(cost));
    cost = b.slot_cost + b.slot_cost_spread * cost;
}
}  // namespace concordat::population
