#include "models/verification/clean_round.hpp"

#include <cmath>
#include <vector>

#include "models/cycle/round_params.hpp"
#include "sim/random/streams.hpp"

namespace concordat::verification
{
CleanRound::CleanRound(CleanWorld const& country, incentives::IncentiveParams const& incentives,
                       delivery::DeliveryParams const& delivery)
    : country_{country},
      delivery_{delivery},
      technology_{country.pack, delivery.motives.council_share},
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
        .tournament = {.winner_share = 0.3, .min_contestants = 2, .max_contestants = 10, .remaining = {}},
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
    std::size_t const blocks = (country_.pack.area_count() + core::lane_count - 1) / core::lane_count;
    world.blocks.resize(run_.scheme().ranks_areas() ? blocks : 1);
    for (auto& memory : world.blocks) {
        memory.work.resize(technology_, static_cast<int>(slots));
        for (auto* table : {&memory.gain, &memory.spillover, &memory.total_gain, &memory.total_spillover}) {
            table->assign(country_.pack.indicator_count(), core::Lanes{0.0});
        }
        for (auto* table : {&memory.slot_value, &memory.paid}) table->assign(static_cast<std::size_t>(slots), core::Lanes{0.0});
    }
}

void CleanRound::draw_luck(cycle::World& world, double common) const
{
    auto const rows = world.agreement.item.rows();
    auto const indicators = static_cast<Eigen::Index>(country_.pack.indicator_count());
    std::vector<std::uint32_t> ids;
    for (auto const& area : country_.pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    double const year_spread = std::sqrt(1.0 / cycle::years_per_round);
    auto& shocks = world.shocks;
    shocks = {};
    for (std::uint32_t year = 0; year < static_cast<std::uint32_t>(cycle::years_per_round); ++year) {
        state::AreaTable luck = state::AreaTable::Zero(rows, indicators);
        state::PerIndicator shared = state::PerIndicator::Zero(indicators);
        for (Eigen::Index j = 0; j < indicators; ++j) {
            auto const number = static_cast<std::uint32_t>(country_.pack.indicators[static_cast<std::size_t>(j)].number);
            random::fill_normal({1, 0, random::Purpose{"verification.luck"}, year}, ids, number,
                                {&luck(0, j), static_cast<std::size_t>(rows)});
            shared(j) = common * year_spread * random::normal({1, 0, random::Purpose{"verification.common"}, year}, number);
        }
        shocks.luck.push_back(year_spread * luck);
        shocks.common.push_back(shared);
        shocks.perception.push_back(state::PerIndicator::Zero(indicators));
    }
    shocks.common_variance = state::PerIndicator::Constant(indicators, common * common);
    shocks.perception_variance = state::PerIndicator::Zero(indicators);
}

void CleanRound::run(cycle::World& world) const { run_.run({.master_seed = 1}, *world.planner, world); }
}  // namespace concordat::verification
