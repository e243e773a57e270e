#include <algorithm>

#include "models/cycle/block_tables.hpp"
#include "models/cycle/delivery_run.hpp"

/// Efforts that do not follow a plan at once, and gains that show late.
namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

namespace
{
/// [flag] 1 where the item in a slot still waits for its level.
Lanes open_of(state::Agreement const& agreement, int first_area, int slot)
{
    Lanes out{0.0};
    if (agreement.placeholder.size() == 0) return out;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        out[lane] = agreement.placeholder(first_area + static_cast<int>(lane), slot);
    }
    return out;
}
}  // namespace

/// Efforts as they were before the agreement: last round's where they are known, else those of the plan
/// without an agreement. \pre the block was just prepared, and `memory.lived.gain` holds that plan's gains
void DeliveryRun::start_efforts(Scene const& scene, World& world, BlockMemory& memory) const
{
    auto const& w = memory.work;
    auto const& standing = world.standing;
    Lanes const spend = cell(standing.effort_spend, w.first_area, 0);
    auto const known = spend >= Lanes{0.0};
    bool const lags = !world.population.lag.empty();
    scene.planner.measured_before(w, memory.lived.gain, memory.lived.measured);
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        auto const column = static_cast<Eigen::Index>(j);
        Lanes const a = response_of(memory, world.population, j);
        memory.effort[on_outcome][j] =
            core::select(known, cell(standing.effort_true, w.first_area, column), memory.lived.gain[j] / a);
        memory.effort[on_measure][j] =
            core::select(known, cell(standing.effort_measured, w.first_area, column), memory.lived.measured[j] / a);
    }
    memory.spent.all = core::select(known, spend, w.spent_before);
    memory.spent.slack = core::select(known, cell(standing.effort_spend, w.first_area, 1), w.slack_before);
    memory.spent.inside = scene.planner.spend_before(w, delivery::Spender::everybody);
    start_groups(scene, world, memory);
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        Lanes const a = response_of(memory, world.population, j);
        memory.effort[outside][j] = memory.effort[on_outcome][j];
        memory.lived.gain[j] = core::select(known, memory.effort[on_outcome][j] * a, memory.lived.gain[j]);
        for (std::size_t kind = 0; lags && kind < effort_kinds; ++kind) {
            for (auto& year : memory.arriving[kind]) year[j] = memory.effort[kind][j] * a;
        }
    }
}

void DeliveryRun::keep_efforts(World& world, BlockMemory const& memory) const
{
    int const first = memory.work.first_area;
    auto& standing = world.standing;
    auto const keep = [&](EffortTable const& effort, Spending const& spent, state::AreaTable& on_true,
                          state::AreaTable& measured, state::AreaTable& spend) {
        for (std::size_t j = 0; j < memory.indicators(); ++j) {
            put(effort[on_outcome][j], on_true, first, static_cast<Eigen::Index>(j));
            put(effort[on_measure][j], measured, first, static_cast<Eigen::Index>(j));
        }
        put(spent.all, spend, first, 0);
        put(spent.slack, spend, first, 1);
    };
    if (!apart_) {
        keep(memory.effort, memory.spent, standing.effort_true, standing.effort_measured, standing.effort_spend);
        put(Lanes{-1.0}, standing.partners_spend, first, 0);
        return;
    }
    auto const& [council, partners] = memory.group;
    keep(council.effort, council.spent, standing.effort_true, standing.effort_measured, standing.effort_spend);
    keep(partners.effort, partners.spent, standing.partners_true, standing.partners_measured, standing.partners_spend);
}

/// Adds what earlier effort will still bring to where the slots would end.
void DeliveryRun::expect_arrivals(World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    int const left = years_per_round - year;
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            // With a lag of two years, this year brings the effort of the year before last.
            int const lag = world.population.lag[static_cast<std::size_t>(j)];
            for (int ahead = 0; ahead < std::min(lag, left); ++ahead) {
                auto const age = static_cast<std::size_t>(lag - 1 - ahead);
                w.year.start[k][lane] += year_weight * memory.arriving[on_measure][age][j][lane];
            }
        }
    }
}

/// The plan at last year's effort, which decides between several best plans.
void DeliveryRun::follow_habit(BlockMemory& memory, World const& world, int year) const
{
    auto& w = memory.work;
    for (int k = 0; k < w.slots; ++k) {
        Lanes const gain = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            auto const at = static_cast<std::size_t>(j);
            return memory.effort[on_measure][at][lane] * response_of(memory, world.population, at)[lane];
        });
        w.year.side[k] = remaining(year) * w.arrival[k] * gain;
    }
}

/// What part of the year every indicator is delivered as planned: a new agreement, and a refreshed item
/// in the year after, wait for the next budget.
void DeliveryRun::look_for_refreshed(World const& world, BlockMemory& memory, int year) const
{
    auto& lived = memory.lived;
    auto const everywhere = [&](double share, double partners_share) {
        std::fill(lived.share.begin(), lived.share.end(), Lanes{share});
        std::fill(lived.partners_share.begin(), lived.partners_share.end(), Lanes{partners_share});
    };
    if (calendar_.neutral()) {
        if (year == 0) everywhere(1.0, 1.0);
        return;
    }
    auto const& w = memory.work;
    double const share = calendar_.first_share(), partners_share = calendar_.partners_share();
    everywhere(year == 0 ? share : 1.0, year == 0 ? partners_share : 1.0);
    for (int k = 0; k < w.slots; ++k) {
        Lanes const level = cell(world.targets.level, w.first_area, k);
        Lanes const open = open_of(world.agreement, w.first_area, k);
        auto const reopened = level != memory.level[k] || open < memory.placeholder[k];
        memory.level[k] = level;
        memory.placeholder[k] = open;
        if (year == 0 || std::experimental::none_of(reopened)) continue;
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0 || !reopened[lane]) continue;
            lived.share[j][lane] = share;
            lived.partners_share[j][lane] = partners_share;
        }
    }
}

/// Where every indicator is expected to end at the effort that an area has come to make.
void DeliveryRun::form_prospects(World& world, BlockMemory const& memory, int year) const
{
    auto const& w = memory.work;
    int const first = w.first_area;
    double const left = remaining(year);
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        auto const column = static_cast<Eigen::Index>(j);
        Lanes const gain = memory.effort[on_outcome][j] * response_of(memory, world.population, j);
        Lanes const drift = cell(world.population.trend, first, column);
        put(gain_before(world, memory, year, column) + memory.total_spillover[j] + (1.0 - left) * drift +
                left * (gain + drift + memory.spillover[j]),
            world.prospect, first, column);
    }
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            int const area = first + static_cast<int>(lane);
            auto const at = static_cast<std::size_t>(j);
            double const gain = memory.effort[on_measure][at][lane] * response_of(memory, world.population, at)[lane];
            world.prospect(area, j) =
                world.performance.measured(area, k) +
                left * (gain + world.population.trend(area, j) + memory.spillover[at][lane]);
        }
    }
}

/// In the first year areas aspire to their targets, and elsewhere to what is in prospect; later aspirations
/// move towards the own prospect and that of the nearest comparators.
void DeliveryRun::compare_aspirations(World& world, int year) const
{
    auto const comparators = static_cast<std::size_t>(habit_.comparators());
    int const areas = static_cast<int>(pack_.area_count());
    if (year == 0) {
        world.aspiration = world.prospect;
        for (int i = 0; i < areas; ++i) {
            for (int k = 0; k < world.agreement.count[i]; ++k) {
                world.aspiration(i, world.agreement.item(i, k)) = world.targets.level(i, k);
            }
        }
    } else {
        for (Eigen::Index j = 0; j < world.prospect.cols(); ++j) {
            for (int i = 0; i < areas; ++i) {
                auto const& near = pack_.areas[i].neighbours;
                std::size_t const count = std::min(comparators, near.size());
                double const own = world.prospect(i, j);
                double others = count == 0 ? own : 0.0;
                for (std::size_t n = 0; n < count; ++n) {
                    others += world.prospect(near[n].index(), j) / static_cast<double>(count);
                }
                world.aspiration(i, j) = habit_.adapt(world.aspiration(i, j), own, others);
            }
        }
    }
    for (auto& memory : world.blocks) {
        for (std::size_t j = 0; j < memory.shortfall.size(); ++j) {
            auto const column = static_cast<Eigen::Index>(j);
            memory.shortfall[j] = cell(world.aspiration, memory.work.first_area, column) -
                                  cell(world.prospect, memory.work.first_area, column);
        }
    }
}

/// The gain that shows this year, and the queue moves on.
Lanes DeliveryRun::arrive(BlockMemory& memory, std::size_t kind, std::size_t j, Lanes lived, int lag) const
{
    auto& queue = memory.arriving[kind];
    Lanes const now = lag == 0 ? lived : queue[static_cast<std::size_t>(lag) - 1][j];
    queue[1][j] = queue[0][j];
    queue[0][j] = lived;
    return now;
}

/// Moves everybody's efforts by one rule, and the gains of the plan become those that are lived.
void DeliveryRun::move_together(World const& world, BlockMemory& memory) const
{
    std::array<std::vector<Lanes>*, effort_kinds> const gain{&memory.lived.gain, &memory.lived.measured, &memory.lived.baseline};
    if (aspires()) {
        // Best responses play no part: the gains before the move are kept where the plan's were.
        for (std::size_t j = 0; j < memory.indicators(); ++j) {
            Lanes const a = response_of(memory, world.population, j);
            for (std::size_t kind = 0; kind < effort_kinds; ++kind) (*gain[kind])[j] = memory.effort[kind][j] * a;
        }
        habit_.reallocate(memory.shortfall, memory.effort[on_outcome], memory.effort[on_measure]);
    }
    for (std::size_t j = 0; j < memory.indicators(); ++j) {
        Lanes const a = response_of(memory, world.population, j);
        for (std::size_t kind = 0; kind < effort_kinds; ++kind) {
            Lanes& best = (*gain[kind])[j];
            Lanes before = memory.effort[kind][j] * a;
            Lanes moved = before;
            if (aspires()) {
                before = best;
            } else {
                moved = habit_.move(before, best);
                memory.effort[kind][j] = moved / a;
            }
            best = show(world, memory, kind, j, behaviour::Calendar::blend(before, moved, memory.lived.share[j]));
        }
    }
}

/// What of a lived effort's gain shows this year: some of it arrives late.
Lanes DeliveryRun::show(World const& world, BlockMemory& memory, std::size_t kind, std::size_t j, Lanes lived) const
{
    if (world.population.lag.empty()) return lived;
    return arrive(memory, kind, j, lived, world.population.lag[j]);
}

/// Moves the level of spending towards the plan's. Spending is convex in effort, so that a move part of the way
/// costs at most this.
void DeliveryRun::follow_spending(behaviour::EffortHabit const& habit, Spending const& best, double first_share,
                                  Spending& level) const
{
    if (habit.rule() == behaviour::EffortRule::aspiration) return;
    Lanes const share{first_share};
    auto const follow = [&](Lanes& now, Lanes to) { now = behaviour::Calendar::blend(now, habit.move(now, to), share); };
    follow(level.all, best.all);
    follow(level.slack, best.slack);
    follow(level.inside, best.inside);
}

/// What the partners `first` .. `last` - 1 spend in the plan, the agreement's items left out.
Spending DeliveryRun::planned_spending(BlockMemory const& memory, std::size_t first, std::size_t last) const
{
    auto const& w = memory.work;
    Spending out{.all = Lanes{0.0}, .slack = Lanes{0.0}};
    for (std::size_t p = first; p < last; ++p) {
        if (pack_.partners[p].voice_only) continue;
        out.all += w.spend[p];
        out.slack += core::select(w.discount[p] >= Lanes{1.0}, w.spend[p], Lanes{0.0});
    }
    return out;
}

/// Gains on the measure of every indicator, as planned.
void DeliveryRun::measure_all(Scene const& scene, BlockMemory& memory) const
{
    auto const& w = memory.work;
    scene.planner.measured_outside(w, memory.lived.baseline, memory.lived.measured);
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j >= 0) memory.lived.measured[j][lane] = memory.slot_gain[k][lane];
        }
    }
}

/// Replaces the gains of the plan by those that are lived and show this year.
void DeliveryRun::move_efforts(Scene const& scene, World& world, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    measure_all(scene, memory);
    if (apart_) {
        move_apart(scene, world, memory);
        spend_apart(scene, memory, year);
    } else {
        move_together(world, memory);
        auto planned = planned_spending(memory, 0, pack_.partner_count());
        planned.inside = scene.planner.spend_inside(w, delivery::Spender::everybody);
        follow_spending(habit_, planned, year == 0 ? calendar_.first_share() : 1.0, memory.spent);
    }
    for (int k = 0; k < w.slots; ++k) {
        memory.slot_gain[k] = gather(w.indicator[k], 0.0,
                                     [&](std::size_t lane, int j) { return memory.lived.measured[j][lane]; });
        memory.lived.gain_inside[k] = gather(w.indicator[k], 0.0,
                                     [&](std::size_t lane, int j) { return memory.lived.gain[j][lane]; });
    }
}
}  // namespace concordat::cycle
