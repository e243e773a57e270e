#include "models/cycle/delivery_run.hpp"

#include <algorithm>

#include "models/cycle/block_tables.hpp"

namespace concordat::cycle
{
using core::lane_count;
using core::Lanes;

namespace
{
constexpr double pounds_per_thousand = 1000.0;
}

DeliveryRun::DeliveryRun(state::Pack const& pack, incentives::IncentiveParams const& incentives,
                         delivery::Technology const& technology, delivery::DeliveryParams const& delivery,
                         behaviour::BehaviourParams const& behaviour, Neighbourhood const& around)
    : pack_{pack},
      technology_{technology},
      incentives_{incentives},
      delivery_{delivery},
      scheme_{incentives::make_scheme(incentives, remaining_shares())},
      participation_{technology, pack, delivery, years_per_round},
      contests_{pack, incentives.tournament},
      joint_{pack, around.multi_area},
      border_{pack, around.border},
      hearing_{incentives.hearing},
      habit_{behaviour.effort},
      partners_habit_{behaviour::habit_of_partners(behaviour.effort)},
      joint_effort_{delivery.production.complementarity},
      calendar_{behaviour.calendar},
      apart_{!habit_.same_as(partners_habit_) || calendar_.apart()},
      remaining_{remaining_shares()},
      blocks_{static_cast<int>((pack.area_count() + lane_count - 1) / lane_count)}
{
    // Which of two best plans is reached follows from where an area stood, not from a planner.
    delivery_.solver.follow_habit = apart_ || !habit_.neutral();
}

void DeliveryRun::furnish(World& world) const
{
    auto const& item = world.agreement.item;
    auto& out = world.performance;
    Eigen::Index const areas = item.rows();
    auto const indicators = pack_.indicator_count();
    for (auto* table : {&out.measured, &out.outcome, &out.reported, &out.payment, &out.reward, &out.expected_payment}) {
        *table = state::AreaTable::Zero(areas, item.cols());
    }
    for (auto* years : {&out.year_gain, &out.year_effect}) {
        years->assign(static_cast<std::size_t>(years_per_round), state::AreaTable::Zero(areas, item.cols()));
    }
    out.headway = state::AreaTable::Zero(areas, item.cols());
    for (auto* table : {&out.without_level, &out.held}) *table = state::AreaFlagTable::Zero(areas, item.cols());
    for (auto* table : {&out.true_gain, &out.spillover, &out.baseline_gain, &out.value_added}) {
        *table = state::AreaTable::Zero(areas, static_cast<Eigen::Index>(indicators));
    }
    for (auto* column : {&out.effort, &out.slack_effort, &out.agreement_effort, &out.partners_in, &out.binding,
                         &out.fenced, &out.rescued, &out.unsettled}) {
        *column = state::PerArea::Zero(areas);
    }
    out.reporting = state::PerArea::Zero(areas);
    out.single_reward = state::PerArea::Zero(areas);
    bool const singles = incentives_.single.count > 0 && incentives_.single.per_indicator.value() > 0.0;
    out.single_gain = state::AreaTable::Zero(singles ? areas : 0, static_cast<Eigen::Index>(indicators));
    out.hearings = state::PerArea::Zero(areas);
    contests_.resize(world.agreement, out);
    joint_.resize(world.agreement, world.joint);
    world.planner = delivery::make_planner(technology_, delivery_);
    world.blocks.resize(static_cast<std::size_t>(blocks_));
    auto const slots = static_cast<int>(item.cols());
    bool const lends = lends_years(world);
    for (std::size_t b = 0; b < world.blocks.size(); ++b) {
        auto& memory = world.blocks[b];
        auto const room = lends && b > 0 ? delivery::YearRoom::lent : delivery::YearRoom::own;
        if (!memory.has_room(technology_, slots, apart_, room)) memory.resize(technology_, slots, apart_, room);
        border_.resize(memory);
    }
    world.council_part.resize(indicators);
    world.year.resize(areas);
    if (aspires()) {
        for (auto* table : {&world.prospect, &world.aspiration}) {
            *table = state::AreaTable::Zero(areas, static_cast<Eigen::Index>(indicators));
        }
    }
    start_replicate(world);
}

void DeliveryRun::start_replicate(World& world) const
{
    world.standing.effort_spend.setConstant(-1.0);
    world.standing.partners_spend.setConstant(-1.0);
}

bool DeliveryRun::compares_areas() const
{
    bool const linear = incentives_.scheme == incentives::SchemeKind::linear;
    return scheme_->ranks_areas() || (linear && incentives_.linear.comparator_share != 0.0);
}

/// [share] How much more partners care by now for what others deliver too.
double DeliveryRun::shared_care(state::Occasion const& when, int year) const
{
    auto const& motives = delivery_.motives;
    int const lived = static_cast<int>(when.round) * years_per_round + year;
    return lived >= motives.shared_care_after ? motives.shared_care : 0.0;
}

delivery::RoundView DeliveryRun::view_of(state::Occasion const& when, World const& world, int year) const
{
    return {.pack = &pack_,
            .population = &world.population,
            .agreement = &world.agreement,
            .inspection = &world.inspection,
            .conditions = &world.conditions,
            .standing = &world.standing,
            .centre = &world.centre,
            .year = year,
            .years = years_per_round,
            .shared_care = shared_care(when, year),
            .singles = (world.centre.single_reward != 0.0).any(),
            .ordinary = (world.conditions.response == 1.0).all() && (world.conditions.measured_slope == 0.0).all() &&
                        (world.centre.shared_motive == 1.0).all()};
}

void DeliveryRun::open(World& world) const
{
    world.planner->set_budgets(world.population);
    offer_rewards(world);
    if (!joint_.neutral()) list_joint(world);
    if (compares_areas()) contests_.form(world.agreement, world.performance, world.joint);
    offer_levels(world);
    if (world.diary.on()) world.diary.clear();
    for (std::size_t b = 0; b < world.blocks.size(); ++b) {
        world.blocks[b].work.first_area = static_cast<int>(b * lane_count);
    }
}

void DeliveryRun::run_year(state::Occasion const& when, World& world, int year) const
{
    Scene const scene = scene_of(when, world);
    bool const ranked = scheme_->ranks_areas();
    bool const together = plans_together();
    bool const starts_together = together || aspires() || !border_.neutral();
    auto const view = view_of(when, world, year);
    auto const start = [&](BlockMemory& memory) {
        if (year == 0) open_block(scene, view, world, memory);
        scene.planner.meet_conditions(memory.work, view);
        if (year > 0 && targets_moved(world, memory)) offer_market(world, memory);
        look_for_refreshed(world, memory, year);
    };
    if (!joint_.neutral() && year > 0) list_joint(world);
    if (starts_together) {
        for (auto& memory : world.blocks) start(memory);
    }
    if (year == 0 && !border_.neutral()) spread_gains(world);
    if (ranked && year == 0 && incentives_.prize_fund == incentives::PrizeFund::threshold_expected) {
        set_prize_fund(scene, world);
    }
    if (together) {
        // Everybody's expectation is published in full before anybody looks at it: what an earlier
        // round or replicate left in the table must not be seen.
        for (auto& memory : world.blocks) {
            look_ahead(world, memory, year);
            (void)publish_plans(world, memory, 1.0);
        }
        if (!joint_.neutral()) joint_.see(world.targets, world.joint.expected, world.joint);
        for (auto& memory : world.blocks) gather_partners(scene, world, memory, year);
        plan_rivals(scene, world, year);
    }
    if (aspires()) {
        for (auto& memory : world.blocks) form_prospects(world, memory, year);
        compare_aspirations(world, year);
    }
    visit_blocks(world, [&](BlockMemory& memory) {
        if (!together) {
            if (!starts_together) start(memory);
            look_ahead(world, memory, year);
            gather_partners(scene, world, memory, year);
            plan_year(scene, world, memory, year, *scheme_);
        }
        if (border_.neutral()) live_year(scene, world, memory, year);
    });
    if (!border_.neutral()) live_years(scene, world, year);
}

/// What gains bring to the areas around, before anybody's year is lived.
void DeliveryRun::spread_gains(World& world) const
{
    border_.spread(world.blocks);
    for (auto& memory : world.blocks) spill(world, memory);
}

void DeliveryRun::run(state::Occasion const& when, World& world) const
{
    open(world);
    for (int t = 0; t < years_per_round; ++t) run_year(when, world, t);
    close(world);
    settle(world, incentives_.honoured);
}

/// A contest is about rank and needs no level; everything else pays for one that was agreed.
void DeliveryRun::offer_levels(World& world) const
{
    auto& reward = world.performance.reward;
    double const offered = incentives_.per_target.value() / pounds_per_thousand;
    bool const all = incentives_.statutory == incentives::StatutoryReward::as_others;
    bool const ranked = scheme_->ranks_areas();
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = all ? 0 : world.agreement.statutory[i]; k < world.agreement.count[i]; ++k) {
            if (ranked && world.performance.contestants(i, k) > 0) continue;
            reward(i, k) = world.agreement.placeholder(i, k) != 0 ? 0.0 : offered;
        }
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

void DeliveryRun::open_block(Scene const& scene, delivery::RoundView const& view, World& world, BlockMemory& memory) const
{
    auto& w = memory.work;
    scene.planner.prepare(w, view, w.first_area);
    scene.planner.gains_before(w, memory.lived.gain);
    if (!at_once(world)) start_efforts(scene, world, memory);
    spill(world, memory);
    for (auto* total : {&memory.total_spillover, &memory.total_baseline}) {
        std::fill(total->begin(), total->end(), Lanes{0.0});
    }
    auto& out = world.performance;
    Lanes const zero{0.0};
    for (int k = 0; k < w.slots; ++k) {
        put(zero, out.measured, w.first_area, k);
        put(zero, out.outcome, w.first_area, k);
        memory.trend[k] = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            return world.population.trend(w.first_area + static_cast<int>(lane), j);
        });
        // First guess: what would have been achieved without an agreement.
        w.plan[k] = gather(w.indicator[k], 0.0,
                           [&](std::size_t lane, int j) { return memory.lived.gain[j][lane]; });
    }
    for (auto* column : {&out.effort, &out.slack_effort, &out.agreement_effort, &out.partners_in, &out.binding,
                         &out.fenced, &out.rescued, &out.unsettled}) {
        core::store(zero, column->data() + w.first_area);
    }
    set_market(world, memory);
}

/// [GBP thousand per sigma] V_j of an area.
double DeliveryRun::social_value(World const& world, int area, int indicator) const
{
    constexpr double persons_per_value = 100000.0;  // V_j is stated per 100,000 residents
    return world.population.social_value[indicator] * pack_.areas[static_cast<std::size_t>(area)].population /
           persons_per_value / pounds_per_thousand;
}

/// All that the scheme looks at, at the start of a round.
void DeliveryRun::set_market(World const& world, BlockMemory& memory) const
{
    auto const& w = memory.work;
    auto& market = memory.work.market;
    auto const& population = world.population;
    int const first = w.first_area;
    for (int k = 0; k < w.slots; ++k) {
        market.social_value[k] = gather(w.indicator[k], 0.0, [&](std::size_t lane, int j) {
            return social_value(world, first + static_cast<int>(lane), j);
        });
        market.trend[k] = gather(w.indicator[k], 0.0, [&](std::size_t, int j) { return population.trend_mean[j]; });
        market.rival_spread[k] = gather(w.indicator[k], 1.0, [&](std::size_t, int j) { return population.noise[j]; });
    }
    offer_market(world, memory);
}

/// Its part that years may change: targets, rewards and how closely reports are looked at.
void DeliveryRun::offer_market(World const& world, BlockMemory& memory) const
{
    auto const& w = memory.work;
    auto& market = memory.work.market;
    int const first = w.first_area;
    bool const ranked = scheme_->ranks_areas();
    Lanes const detection = core::load(world.gaming.detection.data() + first);
    for (int k = 0; k < w.slots; ++k) {
        market.target[k] = cell(world.targets.level, first, k);
        market.announced[k] = cell(world.targets.announced_trend, first, k);
        market.stretch[k] = gather(w.indicator[k], 1.0, [&](std::size_t lane, int) {
            int const area = first + static_cast<int>(lane);
            return world.agreement.placeholder(area, k) != 0 ? 1.0 : world.targets.stretch(area, k);
        });
        market.reward[k] = cell(world.performance.reward, first, k);
        market.curvature[k] = cell(world.gaming.curvature, first, k);
        market.detection[k] = detection;
        market.penalty[k] = world.gaming.penalty_share * market.reward[k];
        market.rival_gain[k] = Lanes{0.0};  // known once rivals have published or reported
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            market.contestants[k][lane] =
                ranked ? world.performance.contestants(first + static_cast<int>(lane), k) : 0;
        }
    }
}

bool DeliveryRun::targets_moved(World const& world, BlockMemory const& memory) const
{
    auto const& w = memory.work;
    bool moved = false;
    for (int k = 0; k < w.slots; ++k) {
        moved = moved || std::experimental::any_of(cell(world.targets.level, w.first_area, k) != w.market.target[k]);
    }
    return moved;
}

}  // namespace concordat::cycle
