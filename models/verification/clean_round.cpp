#include "models/verification/clean_round.hpp"

#include "models/cycle/round_params.hpp"

namespace concordat::verification
{
CleanRound::CleanRound(CleanWorld const& country, incentives::IncentiveParams const& incentives,
                       delivery::DeliveryParams const& delivery, cycle::Neighbourhood const& around)
    : country_{country},
      delivery_{delivery},
      technology_{country.pack, delivery.motives.council_share},
      shocks_{country.pack, {.media_persistence = 0.0}, cycle::years_per_round},
      run_{country.pack, incentives, technology_, delivery, {}, around}
{
}

incentives::IncentiveParams CleanRound::clean_incentives(incentives::SchemeKind scheme)
{
    return {
        .scheme = scheme,
        .per_target = core::Pounds{500.0},
        .honoured = core::Share{1.0},
        .pro_rata = {.floor = 0.6, .cap = 1.0},
        .pooled = {.rule = incentives::PooledRule::pro_rata, .floor = 0.6, .cap = 1.0},
        .tournament = {.winner_share = 0.3,
                       .min_contestants = 2,
                       .max_contestants = 10,
                       .remaining = {}},
        .prize_fund = incentives::PrizeFund::per_target,
    };
}

void CleanRound::furnish(cycle::World& world) const
{
    world.population = country_.population;
    world.agreement = country_.agreement;
    world.inspection = country_.inspection;
    auto const rows = world.agreement.item.rows();
    auto const slots = world.agreement.item.cols();
    world.targets.announced_trend = state::AreaTable::Zero(rows, slots);
    world.targets.stretch = state::AreaTable::Ones(rows, slots);
    world.targets.level = state::AreaTable::Ones(rows, slots);
    auto const indicators = static_cast<Eigen::Index>(country_.pack.indicator_count());
    auto const departments = static_cast<Eigen::Index>(country_.pack.departments.size());
    world.standing.resize(rows, indicators, departments);
    world.centre.resize(departments, indicators);
    world.conditions.resize(rows, indicators, slots);
    world.gaming.resize(rows, indicators, slots);
    world.recording.resize(rows, indicators, slots, cycle::years_per_round);
    run_.furnish(world);
}

void CleanRound::draw_luck(cycle::World& world, double common, std::uint32_t replicate) const
{
    constexpr auto other = static_cast<std::size_t>(state::CommonFactor::other);
    world.population.loading[other].setConstant(common);
    shocks_.resize(world.shocks);
    shocks_.draw({.master_seed = 1, .replicate = replicate}, world.population, world.agreement,
                 world.shocks);
}

void CleanRound::run(cycle::World& world) const
{
    run_.run({.master_seed = 1}, world);
}
}  // namespace concordat::verification
