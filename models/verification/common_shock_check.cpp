#include <cmath>
#include <vector>

#include "models/cycle/delivery_run.hpp"
#include "models/cycle/round_params.hpp"
#include "models/verification/checks.hpp"
#include "models/verification/clean_world.hpp"
#include "sim/random/streams.hpp"

namespace concordat::verification
{
namespace
{
constexpr int area_count = 20;
constexpr int indicator_count = 3;

/// Three years of the model's own delivery on a clean country, with given luck and a common shock of
/// `common` standard deviations on every indicator.
state::Performance run_years(CleanWorld const& clean, incentives::SchemeKind scheme, double common)
{
    auto delivery = CleanSettings::clean_delivery();
    delivery.solver.tolerance = 1e-11;
    incentives::IncentiveParams const incentives{
        .scheme = scheme,
        .per_target = core::Pounds{500.0},
        .honoured = core::Share{1.0},
        .tournament = {.winner_share = 0.3, .min_contestants = 2, .max_contestants = 10, .remaining = {}},
        .prize_fund = incentives::PrizeFund::per_target,
    };
    delivery::Technology const technology{clean.pack, delivery.motives.council_share};
    cycle::DeliveryRun const run{clean.pack, incentives, technology, delivery};
    auto const planner = delivery::make_planner(technology, delivery);

    cycle::World world;
    world.population = clean.population;
    world.agreement = clean.agreement;
    world.inspection = clean.inspection;
    auto const rows = world.agreement.item.rows();
    world.targets.announced_trend = state::AreaTable::Zero(rows, indicator_count);
    world.targets.stretch = state::AreaTable::Ones(rows, indicator_count);
    world.targets.level = state::AreaTable::Ones(rows, indicator_count);
    std::vector<std::uint32_t> ids;
    for (auto const& area : clean.pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    double const year_spread = std::sqrt(1.0 / cycle::years_per_round);
    for (int t = 0; t < cycle::years_per_round; ++t) {
        auto const year = static_cast<std::uint32_t>(t);
        state::AreaTable luck = state::AreaTable::Zero(rows, indicator_count);
        state::PerIndicator shared = state::PerIndicator::Zero(indicator_count);
        for (int j = 0; j < indicator_count; ++j) {
            auto const number = static_cast<std::uint32_t>(j + 1);
            random::fill_normal({1, 0, random::Purpose{"verification.luck"}, year}, ids, number,
                                {&luck(0, j), static_cast<std::size_t>(rows)});
            shared(j) = common * year_spread * random::normal({1, 0, random::Purpose{"verification.common"}, year}, number);
        }
        world.shocks.luck.push_back(year_spread * luck);
        world.shocks.common.push_back(shared);
        world.shocks.perception.push_back(state::PerIndicator::Zero(indicator_count));
    }
    world.shocks.common_variance = state::PerIndicator::Constant(indicator_count, common * common);
    world.shocks.perception_variance = state::PerIndicator::Zero(indicator_count);
    run.resize(world);
    world.blocks.resize((area_count + core::lane_count - 1) / core::lane_count);
    for (auto& memory : world.blocks) {
        memory.work.resize(technology, indicator_count);
        for (auto* table : {&memory.gain, &memory.spillover, &memory.total_gain, &memory.total_spillover,
                            &memory.slot_value, &memory.paid}) {
            table->assign(indicator_count, core::Lanes{0.0});
        }
    }
    run.run({.master_seed = 1}, *planner, world);
    return world.performance;
}

int count_different(state::AreaTable const& a, state::AreaTable const& b)
{
    int different = 0;
    for (int i = 0; i < area_count; ++i) {
        for (int j = 0; j < indicator_count; ++j) different += a(i, j) != b(i, j) ? 1 : 0;
    }
    return different;
}
}  // namespace

CheckResult check_common_shock()
{
    CheckResult out{.title = "Shocks that hit everybody leave a tournament unchanged",
                    .method = "Three years of delivery by the model's own round, 20 areas and 3 indicators, without and with "
                              "a common shock of twice the own luck; same own luck. A hit-or-miss rule, for contrast, pays "
                              "other areas. A1"};
    CleanWorld const clean{{.areas = area_count, .indicators = indicator_count}};
    using incentives::SchemeKind;
    auto const calm = run_years(clean, SchemeKind::tournament, 0.0);
    auto const shocked = run_years(clean, SchemeKind::tournament, 2.0);
    double gain = 0.0, moved = 0.0, effort = 0.0, open = 0.0;
    for (int i = 0; i < area_count; ++i) {
        effort = std::max(effort, std::abs(calm.effort[i] - shocked.effort[i]));
        open += calm.unsettled[i] + shocked.unsettled[i];
        for (int j = 0; j < indicator_count; ++j) {
            gain = std::max(gain, std::abs(calm.true_gain(i, j) - shocked.true_gain(i, j)));
            moved = std::max(moved, std::abs(calm.reported(i, j) - shocked.reported(i, j)));
        }
    }
    constexpr double rounding = 1e-9;  // plans are iterated to 1e-11 from other starting points
    out.add("tournament: prizes that went to another area", 0.0, count_different(calm.payment, shocked.payment), 0.0);
    out.add("tournament: largest difference of effort", 0.0, effort, rounding);
    out.add("tournament: largest difference of true gain", 0.0, gain, rounding);
    out.add("tournament: area-years without an equilibrium", 0.0, open, 0.0);
    out.add("the shock moved performance by more than half a sigma", 1.0, moved > 0.5 ? 1.0 : 0.0, 0.0);
    auto const hit = run_years(clean, SchemeKind::threshold, 0.0);
    auto const hit_shocked = run_years(clean, SchemeKind::threshold, 2.0);
    out.add("hit or miss: payments do change", 1.0, count_different(hit.payment, hit_shocked.payment) > 0 ? 1.0 : 0.0, 0.0);
    return out;
}
}  // namespace concordat::verification
