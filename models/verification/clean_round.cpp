#include "models/verification/clean_round.hpp"

#include "models/cycle/round_params.hpp"

namespace concordat::verification
{
CleanRound::CleanRound(CleanWorld const& country, incentives::IncentiveParams const& incentives,
                       delivery::DeliveryParams const& delivery)
    : country_{country},
      delivery_{delivery},
      technology_{country.pack, delivery.motives.council_share},
      shocks_{country.pack, {.media_persistence = 0.0}, cycle::years_per_round},
      run_{country.pack, incentives, technology_, delivery}
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
    run_.resize(world);
    world.planner = delivery::make_planner(technology_, delivery_);
    std::size_t const blocks =
        (country_.pack.area_count() + core::lane_count - 1) / core::lane_count;
    world.blocks.resize(run_.scheme().ranks_areas() ? blocks : 1);
    for (auto& memory : world.blocks) {
        memory.work.resize(technology_, static_cast<int>(slots));
        for (auto* table :
             {&memory.gain, &memory.spillover, &memory.total_gain, &memory.total_spillover}) {
            table->assign(country_.pack.indicator_count(), core::Lanes{0.0});
        }
        for (auto* table : {&memory.slot_value, &memory.paid})
            table->assign(static_cast<std::size_t>(slots), core::Lanes{0.0});
    }
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
    run_.run({.master_seed = 1}, *world.planner, world);
}
}  // namespace concordat::verification
