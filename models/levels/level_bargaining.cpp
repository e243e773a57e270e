#include "models/levels/level_bargaining.hpp"

#include "models/levels/purposes.hpp"
#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"

namespace concordat::levels
{
LevelBargaining::LevelBargaining(state::Pack const& pack, LevelParams const& params) : params_{params}
{
    core::require(params.standard_controllability > 0, "the standard controllability is positive");
    for (auto const& area : pack.areas) ids_.push_back(static_cast<std::uint32_t>(area.id));
    for (auto const& row : pack.indicators) numbers_.push_back(static_cast<std::uint32_t>(row.number));
}

void LevelBargaining::resize(state::Agreement const& agreement, state::Targets& targets) const
{
    targets.announced_trend.resize(agreement.item.rows(), agreement.item.cols());
    targets.stretch.resize(agreement.item.rows(), agreement.item.cols());
    targets.level.resize(agreement.item.rows(), agreement.item.cols());
}

void LevelBargaining::set(state::Occasion const& when, state::Population const& population,
                          state::Agreement const& agreement, state::Targets& targets) const
{
    random::StreamKey const key{when.master_seed, when.replicate, purpose::rounding_up, when.round};
    double const secrecy = params_.understatement.value() * (1.0 - params_.evidence_quality.value());
    targets.announced_trend.setZero();
    targets.stretch.setZero();
    for (int slot = 0; slot < agreement.max_slots(); ++slot) {
        for (int area = 0; area < static_cast<int>(ids_.size()); ++area) {
            int const item = agreement.item(area, slot);
            if (item < 0) continue;
            double demand = population.top_down[item] ? population.national_gain(item)
                                                      : params_.evidence_demand.value();
            if (random::uniform(key, ids_[area], numbers_[item]) < params_.rounding_up.value()) {
                demand *= params_.rounding_factor;
            }
            targets.announced_trend(area, slot) =
                population.trend(area, item) - secrecy * (1.0 - population.trust(area));
            targets.stretch(area, slot) = bargain(population.controllability(item), demand);
        }
    }
    targets.level = targets.announced_trend + targets.stretch;
}

double LevelBargaining::bargain(double controllability, double demand) const
{
    double const offer = params_.local_offer.value();
    double const agreed = offer + params_.centre_weight.value() * (demand - offer);
    return controllability / params_.standard_controllability * agreed;
}
}  // namespace concordat::levels
