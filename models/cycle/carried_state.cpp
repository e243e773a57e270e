#include "models/cycle/carried_state.hpp"

#include "sim/core/check.hpp"

namespace concordat::cycle
{
void CarriedState::resize(std::int64_t areas_padded, std::int64_t indicators, std::int64_t departments)
{
    trust = buy_in = cooperation = state::PerArea::Zero(areas_padded);
    need = trend_deviation = state::AreaTable::Zero(areas_padded, indicators);
    standing.resize(areas_padded, indicators, departments);
}

void CarriedState::take(World const& world)
{
    auto const& population = world.population;
    core::require(need.size() == population.need.size(), "a state fits its world");
    trust = population.trust;
    buy_in = population.buy_in;
    cooperation = population.cooperation;
    need = population.need;
    for (Eigen::Index j = 0; j < need.cols(); ++j) {
        trend_deviation.col(j) = population.trend.col(j) - population.trend_mean[j];
    }
    standing = world.standing;
}

void CarriedState::give(Model const& model, state::Occasion const& first, state::Occasion const& when,
                        World& world) const
{
    auto& population = world.population;
    core::require(when.round > 0, "the first round starts from nothing");
    core::require(need.size() == population.need.size(), "a state fits its world");
    model.draw_population(first, world);
    population.trust = trust;
    population.buy_in = buy_in;
    population.cooperation = cooperation;
    population.need = need;
    model.evolution().renew_trends(when, trend_deviation, population);
    world.standing = standing;
}
}  // namespace concordat::cycle
