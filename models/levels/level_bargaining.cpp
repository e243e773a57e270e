#include "models/levels/level_bargaining.hpp"

#include <algorithm>
#include <span>

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
    targets.announced_trend.setZero();
    targets.stretch.setZero();
    double const secrecy = params_.understatement.value() * (1.0 - params_.evidence_quality.value());
    for (int area = 0; area < static_cast<int>(ids_.size()); ++area) {
        double const hidden = secrecy * (1.0 - population.trust(area));
        for (int first = 0; first < agreement.count[area]; first += chunk) {
            Tidiness const tidiness = draw_tidiness(when, agreement, area, first);
            for (int slot = first; slot < std::min(first + chunk, agreement.count[area]); ++slot) {
                int const item = agreement.item(area, slot);
                bool const tidy = tidiness[slot - first] < params_.rounding_up.value();
                targets.announced_trend(area, slot) = population.trend(area, item) - hidden;
                targets.stretch(area, slot) = bargain(population, item, tidy);
            }
        }
    }
    targets.level = targets.announced_trend + targets.stretch;
}

LevelBargaining::Tidiness LevelBargaining::draw_tidiness(state::Occasion const& when, state::Agreement const& agreement,
                                                         int area, int first_slot) const
{
    Tidiness draws;
    draws.fill(1.0);
    if (params_.rounding_up.value() == 0.0) return draws;
    std::array<std::uint32_t, chunk> numbers;
    std::size_t const count = std::min(chunk, agreement.count[area] - first_slot);
    for (std::size_t k = 0; k < count; ++k) {
        numbers[k] = numbers_[agreement.item(area, first_slot + static_cast<int>(k))];
    }
    // The indicator is the entity and the area the column: one call serves an area's items only.
    random::fill_uniform({when.master_seed, when.replicate, purpose::rounding_up, when.round},
                         std::span{numbers}.first(count), ids_[area], std::span{draws}.first(count));
    return draws;
}

double LevelBargaining::bargain(state::Population const& population, int item, bool tidy) const
{
    double const asked = population.top_down[item] ? population.national_gain(item) : params_.evidence_demand.value();
    double const demand = tidy ? params_.rounding_factor * asked : asked;
    double const offer = params_.local_offer.value();
    double const agreed = offer + params_.centre_weight.value() * (demand - offer);
    return population.controllability(item) / params_.standard_controllability * agreed;
}
}  // namespace concordat::levels
