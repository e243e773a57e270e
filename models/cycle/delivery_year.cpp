#include "models/cycle/delivery_run.hpp"

#include <algorithm>
#include <cmath>

#include "models/cycle/block_tables.hpp"

namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

/// Where each slot would end without further gain, and how uncertain that is.
void DeliveryRun::expect(World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    double const left = remaining(year);
    int const first = w.first_area;
    auto const& shocks = world.shocks;
    bool const ranked = scheme_->ranks_areas();
    for (int k = 0; k < w.slots; ++k) {
        Lanes const drift = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            return memory.trend[k][lane] + memory.spillover[j][lane];
        });
        w.year.start[k] = cell(world.performance.measured, first, k) + cell(world.recording.shift, first, k) + left * drift;
        Lanes const own = w.market.rival_spread[k];
        Lanes variance = gather(w.indicator[k], 1.0, [&](std::size_t lane, int j) {
            double const sigma = own[lane];
            return (sigma * sigma + shocks.common_variance[j]) * left + shocks.perception_variance[j];
        });
        if (!joint_.neutral()) {
            Lanes const common = gather(w.indicator[k], 0.0, [&](std::size_t, int j) {
                return shocks.common_variance[j] * left + shocks.perception_variance[j];
            });
            variance = widen(world, first, k, variance - common, common);
        }
        w.market.spread[k] = std::experimental::sqrt(variance);
        if (ranked) w.market.own_spread[k] = own * std::sqrt(left);
    }
}

/// Where slots stand at the start of a year, and a first guess of the plan for the rest of the round.
void DeliveryRun::look_ahead(World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    expect(world, memory, year);
    if (!world.population.lag.empty()) expect_arrivals(world, memory, year);
    if (delivery_.solver.follow_habit) follow_habit(memory, world, year);
    if (year == 0) return;
    double const shrink = remaining(year) / remaining(year - 1);
    for (int k = 0; k < w.slots; ++k) w.plan[k] *= shrink;
}

void DeliveryRun::gather_partners(Scene const& scene, World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    if (plans_together()) show_rivals(world, memory);
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.plan[k];
    scheme_->expect(w.market, memory.lived.value);
    Lanes total{0.0};
    for (int k = 0; k < w.slots; ++k) total += memory.lived.value[k];
    participation_.decide(w, scene.when, year, world.population, total);
    scene.planner.begin_year(w);
    count_neighbours(world, memory);
    scene.planner.count_spillovers(w, *scheme_, remaining(year), world.population);
}

void DeliveryRun::plan_year(Scene const& scene, World& world, BlockMemory& memory, int year,
                            state::RewardScheme const& scheme) const
{
    auto& w = memory.work;
    scene.planner.plan(w, scheme, remaining(year));
    if (year > 0) return;
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.plan[k];
    scheme.expect(w.market, memory.lived.value);
    for (int k = 0; k < w.slots; ++k) {
        put(memory.lived.value[k], world.performance.expected_payment, w.first_area, k);
    }
}

void DeliveryRun::spill(World const& world, BlockMemory& memory) const
{
    auto const& spillovers = world.population.spillovers;
    for (std::size_t j = 0; j < memory.spillover.size(); ++j) {
        Lanes sum{0.0};
        for (int e = spillovers.begin[j]; e < spillovers.begin[j + 1]; ++e) {
            sum += spillovers.value[e] * memory.lived.gain[spillovers.from[e]];
        }
        memory.spillover[j] = memory.border.empty() ? sum : sum + memory.border[j];
    }
}

namespace
{
/// Asks for the luck of a block's items well before it is read: it lies all over a table that no cache keeps.
void fetch_luck(World const& world, delivery::BlockWork const& w, int year)
{
    auto const& luck = world.shocks.luck[static_cast<std::size_t>(year)];
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j >= 0) __builtin_prefetch(&luck(w.first_area + static_cast<int>(lane), j));
        }
    }
}
}  // namespace

/// Where gains cross borders, everybody's come before anybody's year is lived.
void DeliveryRun::live_years(Scene const& scene, World& world, int year) const
{
    for (auto& memory : world.blocks) bring_gains(scene, world, memory, year);
    border_.spread(world.blocks);
    for (auto& memory : world.blocks) live_year(scene, world, memory, year);
}

/// The gains that efforts bring this year.
void DeliveryRun::bring_gains(Scene const& scene, World& world, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    note_position(world, memory, year);
    Lanes const belief = w.inputs.belief;  // gains of the plan are what partners believe
    scene.planner.gains_outside(w, memory.lived.baseline);
    memory.lived.gain = memory.lived.baseline;
    for (int k = 0; k < w.slots; ++k) {
        memory.slot_gain[k] = w.year.gain[k] / belief;
        memory.lived.gain_inside[k] = w.year.true_gain[k] / belief;
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j >= 0) memory.lived.gain[j][lane] = memory.lived.gain_inside[k][lane];
        }
        // What was expected of the year; what comes is laid over it below.
        memory.lived.value[k] = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            return year_weight * memory.spillover[j][lane];
        });
    }
    if (!at_once(world)) move_efforts(scene, world, memory, year);
    count_singles(scene, world, memory, year);
}

void DeliveryRun::live_year(Scene const& scene, World& world, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    auto& out = world.performance;
    int const first = w.first_area;
    fetch_luck(world, w, year);
    if (border_.neutral()) bring_gains(scene, world, memory, year);
    Lanes const inside =
        at_once(world) ? scene.planner.spend_inside(w, delivery::Spender::everybody) : memory.spent.inside;
    spill(world, memory);
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        auto const column = static_cast<Eigen::Index>(j);
        put(gain_before(world, memory, year, column) + year_weight * memory.lived.gain[j], out.true_gain, first, column);
        memory.total_spillover[j] += year_weight * memory.spillover[j];
        memory.total_baseline[j] += year_weight * memory.lived.baseline[j];
    }
    auto const& luck = world.shocks.luck[static_cast<std::size_t>(year)];
    auto const& common = world.shocks.common[static_cast<std::size_t>(year)];
    for (int k = 0; k < w.slots; ++k) {
        Lanes const anyway = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            return year_weight * (memory.trend[k][lane] + memory.spillover[j][lane]) +
                   luck(first + static_cast<int>(lane), j) + common[j];
        });
        put(cell(out.measured, first, k) + anyway + year_weight * memory.slot_gain[k], out.measured, first, k);
        put(cell(out.outcome, first, k) + anyway + year_weight * memory.lived.gain_inside[k], out.outcome, first, k);
        memory.lived.value[k] = anyway - year_weight * memory.trend[k] - memory.lived.value[k];  // luck, and spillovers not expected
    }
    note_gains(world, memory, year);
    count_effort(world, memory, inside);
    report_year(world, memory, year);
    if (world.diary.on()) write_diary(world, memory, year);
    if (year == 0) scene.planner.keep_fences(memory.work);
}

/// Gains on the measure of indicators that departments reward by themselves.
void DeliveryRun::count_singles(Scene const& scene, World& world, BlockMemory& memory, int year) const
{
    auto& gain = world.performance.single_gain;
    if (gain.rows() == 0) return;
    if (at_once(world)) measure_all(scene, memory);
    int const first = memory.work.first_area;
    for (Eigen::Index j = 0; j < gain.cols(); ++j) {
        if (world.centre.single_reward[j] == 0.0) continue;
        Lanes const before = year == 0 ? Lanes{0.0} : cell(gain, first, j);
        put(before + year_weight * memory.lived.measured[static_cast<std::size_t>(j)], gain, first, j);
    }
}

void DeliveryRun::count_effort(World& world, BlockMemory const& memory, Lanes inside) const
{
    auto const& w = memory.work;
    auto& out = world.performance;
    Lanes const one{1.0}, zero{0.0};
    Lanes spent{0.0}, slack{0.0}, present{0.0}, bound{0.0};
    double members = 0.0, partners = 0.0;
    for (std::size_t p = 0; p < pack_.partner_count(); ++p) {
        auto const& partner = pack_.partners[p];
        if (partner.voice_only) continue;
        spent += w.spend[p];
        slack += core::select(w.discount[p] >= one, w.spend[p], zero);
        bound += core::select(w.discount[p] < one, one, zero);
        partners += 1.0;
        if (p == 0) continue;
        present += core::select(w.involvement[p] >= one, one, zero);
        members += 1.0;
    }
    auto const add = [&](state::PerArea& column, Lanes value) {
        core::store(core::load(column.data() + w.first_area) + year_weight * value, column.data() + w.first_area);
    };
    bool const habitual = !at_once(world);
    add(out.effort, habitual ? memory.spent.all : spent);
    add(out.agreement_effort, inside);
    add(out.slack_effort, habitual ? memory.spent.slack : slack);
    core::store(habitual ? memory.spent.all : spent, world.year.spend.data() + w.first_area);
    add(out.binding, bound / std::max(partners, 1.0));
    add(out.partners_in, members > 0.0 ? present / members : one);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        Eigen::Index const area = w.first_area + static_cast<int>(lane);
        if (w.fenced[lane]) out.fenced[area] += year_weight;
        if (w.rescued[lane]) out.rescued[area] += 1.0;
        if (w.unsettled[lane]) out.unsettled[area] += 1.0;
    }
}
}  // namespace concordat::cycle
