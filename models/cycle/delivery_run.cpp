#include "models/cycle/delivery_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/cycle/round_params.hpp"

namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

namespace
{
constexpr double year_weight = 1.0 / years_per_round;  // Dt
constexpr double pounds_per_thousand = 1000.0;

Lanes cell(state::AreaTable const& table, int first_area, Eigen::Index column)
{
    return core::load(&table(first_area, column));
}

void put(Lanes value, state::AreaTable& table, int first_area, Eigen::Index column)
{
    core::store(value, &table(first_area, column));
}

template <class Column>
Lanes gather(state::AreaIntTable const& item, int first_area, int slot, double empty, Column const& column)
{
    Lanes out{empty};
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        int const j = item(first_area + static_cast<int>(lane), slot);
        if (j >= 0) out[lane] = column(lane, j);
    }
    return out;
}
}  // namespace

struct DeliveryRun::Scene
{
    state::Occasion when{};
    delivery::Planner const& planner;
    std::vector<double> const& remaining;
};

DeliveryRun::DeliveryRun(state::Pack const& pack, incentives::IncentiveParams const& incentives,
                         delivery::Technology const& technology, delivery::DeliveryParams const& delivery)
    : pack_{pack},
      incentives_{incentives},
      delivery_{delivery},
      scheme_{incentives::make_scheme(incentives, remaining_shares())},
      participation_{technology, pack, delivery, years_per_round},
      contests_{pack, incentives.tournament},
      blocks_{static_cast<int>((pack.area_count() + lane_count - 1) / lane_count)}
{
}

void DeliveryRun::resize(World& world) const
{
    auto const& item = world.agreement.item;
    auto& out = world.performance;
    Eigen::Index const areas = item.rows();
    auto const indicators = static_cast<Eigen::Index>(pack_.indicator_count());
    for (auto* table : {&out.measured, &out.outcome, &out.reported, &out.payment, &out.reward, &out.expected_payment}) {
        *table = state::AreaTable::Zero(areas, item.cols());
    }
    for (auto* table : {&out.true_gain, &out.spillover, &out.baseline_gain, &out.value_added}) {
        *table = state::AreaTable::Zero(areas, indicators);
    }
    for (auto* column : {&out.effort, &out.slack_effort, &out.agreement_effort, &out.partners_in, &out.binding,
                         &out.fenced, &out.rescued, &out.unsettled}) {
        *column = state::PerArea::Zero(areas);
    }
    contests_.resize(world.agreement, out);
}

BlockMemory& DeliveryRun::memory_of(World& world, int block) const
{
    return world.blocks[static_cast<std::size_t>(block) % world.blocks.size()];
}

void DeliveryRun::run(state::Occasion const& when, delivery::Planner& planner, World& world) const
{
    static std::vector<double> const remaining = remaining_shares();
    Scene const scene{when, planner, remaining};
    planner.set_budgets(world.population);
    offer_rewards(world);
    bool const ranked = scheme_->ranks_areas();
    bool const compared = ranked || (incentives_.scheme == incentives::SchemeKind::linear &&
                                     incentives_.linear.comparator_share != 0.0);
    if (compared) contests_.form(world.agreement, world.performance);
    if (!ranked) {
        for (int b = 0; b < blocks_; ++b) {
            auto& memory = memory_of(world, b);
            open_block(scene, world, b);
            for (int t = 0; t < years_per_round; ++t) {
                look_ahead(scene, world, memory, t);
                gather_partners(scene, world, memory, t);
                plan_year(scene, world, memory, t, *scheme_);
                live_year(scene, world, memory, t);
            }
            close_block(world, memory);
        }
    } else {
        for (int b = 0; b < blocks_; ++b) open_block(scene, world, b);
        if (incentives_.prize_fund == incentives::PrizeFund::threshold_expected) set_prize_fund(scene, world);
        for (int t = 0; t < years_per_round; ++t) {
            // Everybody's expectation is published in full before anybody looks at it: what an earlier
            // round or replicate left in the table must not be seen.
            for (int b = 0; b < blocks_; ++b) {
                look_ahead(scene, world, memory_of(world, b), t);
                (void)publish_plans(world, memory_of(world, b), 1.0);
            }
            for (int b = 0; b < blocks_; ++b) gather_partners(scene, world, memory_of(world, b), t);
            plan_rivals(scene, world, t);
            for (int b = 0; b < blocks_; ++b) live_year(scene, world, memory_of(world, b), t);
        }
        for (int b = 0; b < blocks_; ++b) close_block(world, memory_of(world, b));
    }
    if (compared) rank_areas(world);
    for (int b = 0; b < blocks_; ++b) {
        auto& memory = memory_of(world, b);
        memory.work.first_area = b * static_cast<int>(lane_count);
        settle(world, memory);
    }
}

void DeliveryRun::offer_rewards(World& world) const
{
    auto& reward = world.performance.reward;
    reward.setZero();
    double const offered = incentives_.per_target.value() / pounds_per_thousand;
    bool const all = incentives_.statutory == incentives::StatutoryReward::as_others;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = all ? 0 : world.agreement.statutory[i]; k < world.agreement.count[i]; ++k) reward(i, k) = offered;
    }
    world.performance.contestants.setZero();
}

void DeliveryRun::open_block(Scene const& scene, World& world, int block) const
{
    auto& memory = memory_of(world, block);
    auto& w = memory.work;
    delivery::RoundView const view{&pack_, &world.population, &world.agreement, &world.inspection};
    scene.planner.prepare(w, view, block * static_cast<int>(lane_count));
    scene.planner.gains_before(w, memory.gain);
    spill(world, memory);
    std::fill(memory.total_gain.begin(), memory.total_gain.end(), Lanes{0.0});
    std::fill(memory.total_spillover.begin(), memory.total_spillover.end(), Lanes{0.0});
    auto& out = world.performance;
    Lanes const zero{0.0};
    for (int k = 0; k < w.slots; ++k) {
        put(zero, out.measured, w.first_area, k);
        put(zero, out.outcome, w.first_area, k);
        // First guess: what would have been achieved without an agreement.
        w.plan[k] = gather(world.agreement.item, w.first_area, k, 0.0,
                           [&](std::size_t lane, int j) { return memory.gain[j][lane]; });
    }
    for (int j = 0; j < static_cast<int>(pack_.indicator_count()); ++j) put(zero, out.baseline_gain, w.first_area, j);
    for (auto* column : {&out.effort, &out.slack_effort, &out.agreement_effort, &out.partners_in, &out.binding,
                         &out.fenced, &out.rescued, &out.unsettled}) {
        core::store(zero, column->data() + w.first_area);
    }
    set_market(world, memory);
}

void DeliveryRun::set_market(World const& world, BlockMemory& memory) const
{
    auto& w = memory.work;
    auto& market = w.market;
    auto const& item = world.agreement.item;
    auto const& population = world.population;
    constexpr double persons_per_value = 100000.0;  // V_j is stated per 100,000 residents
    int const first = w.first_area;
    for (int k = 0; k < w.slots; ++k) {
        market.target[k] = cell(world.targets.level, first, k);
        market.announced[k] = cell(world.targets.announced_trend, first, k);
        market.stretch[k] = gather(item, first, k, 1.0, [&](std::size_t lane, int) {
            return world.targets.stretch(first + static_cast<int>(lane), k);
        });
        market.reward[k] = cell(world.performance.reward, first, k);
        market.social_value[k] = gather(item, first, k, 0.0, [&](std::size_t lane, int j) {
            return population.social_value[j] * pack_.areas[static_cast<std::size_t>(first) + lane].population /
                   persons_per_value / pounds_per_thousand;
        });
        market.rival_gain[k] = Lanes{0.0};  // known once rivals have published or reported
        market.trend[k] = gather(item, first, k, 0.0, [&](std::size_t, int j) { return population.trend_mean[j]; });
        market.rival_spread[k] = gather(item, first, k, 1.0, [&](std::size_t, int j) { return population.noise[j]; });
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            market.contestants[k][lane] =
                scheme_->ranks_areas() ? world.performance.contestants(first + static_cast<int>(lane), k) : 0;
        }
    }
}

/// Where each slot would end without further gain, and how uncertain that is.
void DeliveryRun::expect(Scene const& scene, World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    double const left = scene.remaining[year];
    int const first = w.first_area;
    auto const& shocks = world.shocks;
    for (int k = 0; k < w.slots; ++k) {
        Lanes const drift = gather(world.agreement.item, first, k, 0.0, [&](std::size_t lane, int j) {
            return world.population.trend(first + static_cast<int>(lane), j) + memory.spillover[j][lane];
        });
        w.start[k] = cell(world.performance.measured, first, k) + left * drift;
        Lanes const own = w.market.rival_spread[k];
        Lanes const variance = gather(world.agreement.item, first, k, 1.0, [&](std::size_t lane, int j) {
            double const sigma = own[lane];
            return (sigma * sigma + shocks.common_variance[j]) * left + shocks.perception_variance[j];
        });
        w.market.spread[k] = std::experimental::sqrt(variance);
        w.market.own_spread[k] = own * std::sqrt(left);
    }
}

/// Where slots stand at the start of a year, and a first guess of the plan for the rest of the round.
void DeliveryRun::look_ahead(Scene const& scene, World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    expect(scene, world, memory, year);
    if (year == 0) return;
    double const shrink = scene.remaining[year] / scene.remaining[year - 1];
    for (int k = 0; k < w.slots; ++k) w.plan[k] *= shrink;
}

void DeliveryRun::gather_partners(Scene const& scene, World const& world, BlockMemory& memory, int year) const
{
    auto& w = memory.work;
    if (scheme_->ranks_areas()) show_rivals(world, memory);
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.start[k] + w.plan[k];
    scheme_->expect(w.market, memory.slot_value);
    Lanes total{0.0};
    for (int k = 0; k < w.slots; ++k) total += memory.slot_value[k];
    participation_.decide(w, scene.when, year, world.population, total);
    scene.planner.begin_year(w);
}

void DeliveryRun::plan_year(Scene const& scene, World& world, BlockMemory& memory, int year,
                            state::RewardScheme const& scheme) const
{
    auto& w = memory.work;
    scene.planner.plan(w, scheme, scene.remaining[year]);
    if (year > 0) return;
    for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.start[k] + w.plan[k];
    scheme.expect(w.market, memory.slot_value);
    for (int k = 0; k < w.slots; ++k) {
        put(memory.slot_value[k], world.performance.expected_payment, w.first_area, k);
    }
}

/// The same expected total as the hit-or-miss rule pays on the contested targets, shared equally.
void DeliveryRun::set_prize_fund(Scene const& scene, World& world) const
{
    auto const* const contest = dynamic_cast<incentives::Tournament const*>(scheme_.get());
    for (int b = 0; b < blocks_; ++b) {
        auto& memory = memory_of(world, b);
        expect(scene, world, memory, 0);
        for (int k = 0; k < memory.work.slots; ++k) memory.work.market.contestants[k].fill(0);
        for (int k = 0; k < memory.work.slots; ++k) {
            memory.work.market.expected[k] = memory.work.start[k] + memory.work.plan[k];
        }
        contest->fallback().expect(memory.work.market, memory.slot_value);
        Lanes total{0.0};
        for (int k = 0; k < memory.work.slots; ++k) total += memory.slot_value[k];
        participation_.decide(memory.work, scene.when, 0, world.population, total);
        scene.planner.begin_year(memory.work);
        plan_year(scene, world, memory, 0, contest->fallback());
    }
    double sum = 0.0;
    int contested = 0;
    auto& out = world.performance;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            if (out.contestants(i, k) == 0) continue;
            sum += out.expected_payment(i, k);
            ++contested;
        }
    }
    if (contested == 0) return;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            if (out.contestants(i, k) > 0) out.reward(i, k) = sum / contested;
        }
    }
    for (int b = 0; b < blocks_; ++b) set_market(world, memory_of(world, b));
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
        for (int b = 0; b < blocks_; ++b) {
            auto& memory = memory_of(world, b);
            show_rivals(world, memory);
            plan_year(scene, world, memory, year, *scheme_);
        }
        Lanes change{0.0};
        for (int b = 0; b < blocks_; ++b) {
            auto& memory = memory_of(world, b);
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
    Lanes change{0.0};
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j < 0) continue;
            double& shown = world.performance.value_added(w.first_area + static_cast<int>(lane), j);
            double const planned = w.start[k][lane] + w.plan[k][lane] - w.market.trend[k][lane];
            if (w.market.contestants[k][lane] > 0) change[lane] = std::max<double>(change[lane], std::abs(planned - shown));
            shown = part >= 1.0 ? planned : shown + part * (planned - shown);
        }
    }
    return change;
}

void DeliveryRun::spill(World const& world, BlockMemory& memory) const
{
    auto const& spillovers = world.population.spillovers;
    for (std::size_t j = 0; j < memory.spillover.size(); ++j) {
        Lanes sum{0.0};
        for (int e = spillovers.begin[j]; e < spillovers.begin[j + 1]; ++e) {
            sum += spillovers.value[e] * memory.gain[spillovers.from[e]];
        }
        memory.spillover[j] = sum;
    }
}

void DeliveryRun::live_year(Scene const& scene, World& world, BlockMemory& memory, int year) const
{
    auto const& w = memory.work;
    auto& out = world.performance;
    int const first = w.first_area;
    scene.planner.gains_outside(w, memory.gain);
    for (std::size_t j = 0; j < memory.gain.size(); ++j) {
        Lanes const so_far = cell(out.baseline_gain, first, static_cast<Eigen::Index>(j));
        put(so_far + year_weight * memory.gain[j], out.baseline_gain, first, static_cast<Eigen::Index>(j));
    }
    for (int k = 0; k < w.slots; ++k) {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const j = w.indicator[k][lane];
            if (j >= 0) memory.gain[j][lane] = w.true_gain[k][lane];
        }
    }
    spill(world, memory);
    for (std::size_t j = 0; j < memory.gain.size(); ++j) {
        memory.total_gain[j] += year_weight * memory.gain[j];
        memory.total_spillover[j] += year_weight * memory.spillover[j];
    }
    for (int k = 0; k < w.slots; ++k) {
        Lanes const anyway = gather(world.agreement.item, first, k, 0.0, [&](std::size_t lane, int j) {
            int const area = first + static_cast<int>(lane);
            return year_weight * (world.population.trend(area, j) + memory.spillover[j][lane]) +
                   world.shocks.luck[year](area, j) + world.shocks.common[year][j];
        });
        put(cell(out.measured, first, k) + anyway + year_weight * w.gain[k], out.measured, first, k);
        put(cell(out.outcome, first, k) + anyway + year_weight * w.true_gain[k], out.outcome, first, k);
    }
    count_effort(scene.planner, world, memory);
}

void DeliveryRun::count_effort(delivery::Planner const& planner, World& world, BlockMemory const& memory) const
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
    add(out.effort, spent);
    add(out.agreement_effort, planner.spend_inside(w));
    add(out.slack_effort, slack);
    add(out.binding, bound / std::max(partners, 1.0));
    add(out.partners_in, members > 0.0 ? present / members : one);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        Eigen::Index const area = w.first_area + static_cast<int>(lane);
        if (w.fenced[lane]) out.fenced[area] += year_weight;
        if (w.rescued[lane]) out.rescued[area] += 1.0;
        if (w.unsettled[lane]) out.unsettled[area] += 1.0;
    }
}

void DeliveryRun::close_block(World& world, BlockMemory const& memory) const
{
    auto& out = world.performance;
    for (std::size_t j = 0; j < memory.total_gain.size(); ++j) {
        put(memory.total_gain[j], out.true_gain, memory.work.first_area, static_cast<Eigen::Index>(j));
        put(memory.total_spillover[j], out.spillover, memory.work.first_area, static_cast<Eigen::Index>(j));
    }
    auto const& w = memory.work;
    auto const& mood = world.shocks.perception.back();
    for (int k = 0; k < w.slots; ++k) {
        Lanes const felt = gather(world.agreement.item, w.first_area, k, 0.0,
                                  [&](std::size_t, int j) { return mood[j]; });
        put(cell(out.measured, w.first_area, k) + felt, out.reported, w.first_area, k);
    }
}

/// Reported value added, on which areas are compared: over the published trend in a contest, over the
/// announced one where a linear reward looks at comparators.
void DeliveryRun::rank_areas(World& world) const
{
    auto& out = world.performance;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            int const j = world.agreement.item(i, k);
            double const base =
                scheme_->ranks_areas() ? world.population.trend_mean[j] : world.targets.announced_trend(i, k);
            out.value_added(i, j) = out.reported(i, k) - base;
        }
    }
}

void DeliveryRun::settle(World& world, BlockMemory& memory) const
{
    auto& w = memory.work;
    auto& out = world.performance;
    int used = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        used = std::max(used, world.agreement.count[static_cast<std::size_t>(w.first_area) + lane]);
    }
    w.slots = w.market.slots = used;
    set_market(world, memory);
    for (int k = 0; k < used; ++k) {
        memory.slot_value[k] = cell(out.reported, w.first_area, k);
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            int const area = w.first_area + static_cast<int>(lane);
            w.market.rival_gain[k][lane] = 0.0;
            if (out.contestants(area, k) == 0) continue;
            int const j = world.agreement.item(area, k);
            if (scheme_->ranks_areas()) {
                auto const rank = contests_.rank(out, area, k, j);
                w.market.rivals_ahead[k][lane] = rank.ahead;
                w.market.rivals_level[k][lane] = rank.level;
            } else {
                w.market.rival_gain[k][lane] = contests_.rival_mean(out, area, k, j);
            }
        }
    }
    scheme_->pay(w.market, memory.slot_value, memory.paid);
    double const honoured = incentives_.honoured.value();
    for (int k = 0; k < used; ++k) put(honoured * memory.paid[k], out.payment, w.first_area, k);
}
}  // namespace concordat::cycle
