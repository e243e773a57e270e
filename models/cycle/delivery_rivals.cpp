#include "models/cycle/delivery_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/cycle/block_tables.hpp"

namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

/// The same expected total as the hit-or-miss rule pays on the contested targets, shared equally.
void DeliveryRun::set_prize_fund(Scene const& scene, World& world) const
{
    auto const* const contest = dynamic_cast<incentives::Tournament const*>(scheme_.get());
    for (auto& memory : world.blocks) {
        look_ahead(world, memory, 0);
        for (int k = 0; k < memory.work.slots; ++k) memory.work.market.contestants[k].fill(0);
        for (int k = 0; k < memory.work.slots; ++k) {
            memory.work.market.expected[k] = memory.work.year.start[k] + memory.work.plan[k];
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                int const area = memory.work.first_area + static_cast<int>(lane);
                // Under the rule that the fund is measured by, an item without a level earns nothing.
                if (world.agreement.placeholder(area, k) != 0) memory.work.market.reward[k][lane] = 0.0;
            }
        }
        contest->fallback().expect(memory.work.market, memory.lived.value);
        Lanes total{0.0};
        for (int k = 0; k < memory.work.slots; ++k) total += memory.lived.value[k];
        participation_.decide(memory.work, scene.when, 0, world.population, total);
        scene.planner.begin_year(memory.work);
        plan_year(scene, world, memory, 0, contest->fallback());
    }
    double sum = 0.0;
    int with_level = 0;
    auto& out = world.performance;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            if (out.contestants(i, k) == 0) continue;
            // Placeholders get a level later and are then worth what the others are.
            if (world.agreement.placeholder(i, k) != 0) continue;
            sum += out.expected_payment(i, k);
            ++with_level;
        }
    }
    if (with_level == 0) return;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            if (out.contestants(i, k) > 0) out.reward(i, k) = sum / with_level;
        }
    }
    for (auto& memory : world.blocks) offer_market(world, memory);
}

/// Iterates plans and expectations of rivals until they agree. Where they never do (prizes beyond the
/// existence limit of a pure equilibrium, A1), the areas concerned are marked as unsettled.
/// \pre plans are published
void DeliveryRun::plan_rivals(Scene const& scene, World& world, int year) const
{
    constexpr int most_rounds = 100;
    constexpr double half_way = 0.5;
    constexpr double slow = 0.6;  // a change that shrinks less than this is swinging
    double part = 1.0;            // all of the way, until the pure iteration swings (large prizes)
    double before = std::numeric_limits<double>::infinity();
    for (int round = 0; round < most_rounds; ++round) {
        if (!joint_.neutral()) joint_.see(world.targets, world.joint.expected, world.joint);
        for (auto& memory : world.blocks) {
            show_rivals(world, memory);
            plan_year(scene, world, memory, year, *scheme_);
        }
        Lanes change{0.0};
        for (auto& memory : world.blocks) {
            Lanes const moved = publish_plans(world, memory, part);
            if (round + 1 == most_rounds) {
                memory.work.unsettled = memory.work.unsettled || moved >= delivery_.solver.tolerance;
            }
            change = core::select(moved > change, moved, change);
        }
        double const largest = std::experimental::hmax(change);
        if (largest < delivery_.solver.tolerance) break;
        if (largest > slow * before) part = half_way;
        before = largest;
    }
}

void DeliveryRun::show_rivals(World const& world, BlockMemory& memory) const
{
    if (!joint_.neutral()) show_joint(world, memory);
    if (!scheme_->ranks_areas()) return;
    auto& w = memory.work;
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            if (w.market.contestants[k][lane] == 0) continue;
            w.market.rival_gain[k][lane] = contests_.rival_mean(
                world.performance, w.first_area + static_cast<int>(lane), k, w.indicator[k][lane]);
        }
    }
}

/// Moves the published expectation the given part of the way to the plan. Returns the largest
/// distance that there was, per area.
Lanes DeliveryRun::publish_plans(World& world, BlockMemory const& memory, double part) const
{
    auto const& w = memory.work;
    Lanes change = joint_.neutral() ? Lanes{0.0} : publish_joint(world, memory, part);
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            double& shown = world.performance.value_added(w.first_area + static_cast<int>(lane), j);
            double const planned = w.year.start[k][lane] + w.plan[k][lane] - w.market.trend[k][lane];
            if (w.market.contestants[k][lane] > 0) change[lane] = std::max<double>(change[lane], std::abs(planned - shown));
            shown = part >= 1.0 ? planned : shown + part * (planned - shown);
        }
    }
    return change;
}

/// What a hearing lets pass of an item's bad luck over the round. The area's own contests are counted.
double DeliveryRun::hear(World& world, int area, int slot) const
{
    if (hearing_.neutral() || !scheme_->ranks_areas()) return 0.0;
    double luck = 0.0;
    for (auto const& year : world.shocks.luck) luck += year(area, world.agreement.item(area, slot));
    double const passed = hearing_.allow(luck);
    if (passed > 0.0 && world.performance.contestants(area, slot) > 0) world.performance.hearings[area] += 1.0;
    return passed;
}

/// Reported value added, on which areas are compared: over the published trend in a contest, over the
/// announced one where a linear reward looks at comparators.
void DeliveryRun::rank_areas(World& world) const
{
    auto& out = world.performance;
    out.hearings.setZero();
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            int const j = world.agreement.item(i, k);
            double const base =
                scheme_->ranks_areas() ? world.population.trend_mean[j] : world.targets.announced_trend(i, k);
            out.value_added(i, j) = out.reported(i, k) - base + hear(world, i, k);
        }
    }
}
}  // namespace concordat::cycle
