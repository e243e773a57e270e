// One round: from demands to settlement, and what areas take along from it.
#include "models/cycle/mechanisms.hpp"
#include "models/cycle/year_gauges.hpp"
#include "models/delivery/earned_release.hpp"
#include "models/demands/asks.hpp"
#include "sim/core/check.hpp"

namespace concordat::cycle
{
void Model::draw_population(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    core::require(when.round == 0, "a population belongs to the first round");
    parts.population.draw(when, world.population);
    parts.salience.draw(when, world.population);
    world.standing.resize(world.population.trust.size(), static_cast<Eigen::Index>(parts.pack->indicator_count()),
                          static_cast<Eigen::Index>(parts.pack->departments.size()));
    parts.trust.begin(world.standing);
    parts.cooperation.begin(when, world.population, world.standing);
    parts.delivery.start_replicate(world);
    parts.payment.begin(world.standing);
    parts.productivity.begin(when, world.standing);
    parts.habits.begin(world.standing);
    parts.engagement.begin(when, world.standing);
}

void Model::agree(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    if (when.round == 0) {
        draw_population(when, world);
    } else {
        parts.cooperation.restart(world.standing);
    }
    form_centre(when, world);
    parts.habits.choose(when, world.standing);
    parts.values.form(when, world.population, world.centre, world.values, world.value_workspace);
    parts.single_rewards.announce(world.values, world.population, world.centre);
    parts.joint_areas.pool(world.values);
    parts.selection->agree({when, world.population, world.standing, world.centre, world.values}, *world.selection_work,
                           {world.agreement, world.bargain, world.transcript});
}

void Model::form_centre(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    auto& centre = world.centre;
    parts.whitehall.form(when, centre);
    parts.whitehall.resolve(centre, world.population);
    centre.asks = demands::asks_per_area(parts.params.asks, centre.gatekeeping, parts.params.selection.cap,
                                         static_cast<int>(parts.pack->departments.size()));
    auto const mood = parts.recession.mood(static_cast<int>(when.round));
    centre.telling = mood.telling;
    if (mood.late_factor != 1.0) centre.late_demands *= mood.late_factor;
    if (mood.centre_weight != 0.0) {
        double const most = parts.params.population.bargaining.centre_weight_highest.value();
        world.population.centre_weight = (world.population.centre_weight + mood.centre_weight).min(most);
    }
}

void Model::run_round(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    agree(when, world);
    parts.decoupling.strike(when, world.agreement, world.standing);
    parts.levels.strike(when, world.population, world.standing, world.agreement, world.targets, world.level_record,
                        world.transcript);
    parts.inspection.price(world.population, world.agreement, static_cast<int>(parts.pack->indicator_count()),
                           world.inspection);
    parts.floors.open(when, world.assessment);
    look_out(1.0, world);
    parts.scoring.open(when, world.population, world.outlook, world.assessment);
    draw_luck(when, world);
    parts.temptation.weigh(when, world.agreement, world.standing, world.gaming);
    world.refresh.clear();
    parts.freedoms.loosen(world.bargain, world.refresh);
    if (!parts.innovation.neutral()) parts.innovation.draw(when, world.population, world.bargain, world.innovations);
    begin_year(when, 0, world);
    parts.delivery.open(world);
    for (int year = 0; year < years_per_round; ++year) {
        if (year > 0) begin_year(when, year, world);
        parts.delivery.run_year(when, world, year);
        end_year(when, year, world);
    }
    settle(when, world);
}

void Model::draw_luck(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    auto const& with_luck = world.is_followed ? world.whole_set : world.agreement;
    parts.shocks.draw(when, world.population, with_luck, world.shocks);
    parts.recession.strike(static_cast<int>(when.round), world.shocks);
    parts.definitions.draw(when, world.recording);
    parts.drift.draw(when, world.recording);
    world.recording.shift.setZero();
}

void Model::begin_year(state::Occasion const& when, int year, World& world) const
{
    auto const& parts = *parts_;
    auto const round = static_cast<int>(when.round);
    auto& standing = world.standing;
    auto& conditions = world.conditions;
    parts.elections.hold(when, year, standing);
    parts.engagement.sway(standing);
    parts.cooperation.gain(round * years_per_round + year, standing);
    parts.cooperation.contribute(standing, world.population);
    parts.payment.expect(parts.abolition.expectation(round, year), parts.abolition.honour_then(), standing);

    conditions.clear();
    parts.whitehall.advise(world.centre, conditions);
    parts.diffusion.apply(standing, conditions);
    conditions.response *= standing.support;
    if (!parts.innovation.neutral()) parts.innovation.apply(world.innovations, conditions);
    parts.levels.weigh(world.agreement, conditions.slot_weight);
    parts.decoupling.apply(world.agreement, standing, conditions);
    parts.trust.apply(standing, conditions);
    parts.elections.apply(standing, conditions);
    parts.recession.apply(round, year, conditions);
    parts.calendar.change_over(round, year, conditions);
    parts.scoring.focus(world.population, world.assessment, conditions);
    parts.floors.press(world.outlook, world.assessment, conditions);
    parts.publication.publish(world.outlook, world.agreement, world.targets, conditions);
    parts.complaints.press(when, year, world.outlook, world.agreement, world.targets, world.population, world.complaints,
                           conditions);
    parts.families.urge(world.agreement, world.population, conditions);
    parts.abolition.apply(round, year, conditions);
    parts.freedoms.apply(world.bargain, conditions);
    delivery::release_earned(parts.params.delivery.freedoms.earned_release, world.population.cpa_class, conditions);
    if (year == 0) world.deadlocks.setZero();
    parts.deadlock.block(when, year, world.agreement, world.population, conditions.slot_weight, world.deadlocks);
    count_reporting(year, world);
}

/// Reporting is owed in a year as closely as the area is watched by then.
void Model::count_reporting(int year, World& world) const
{
    auto& owed = world.performance.reporting;
    if (year == 0) {
        world.assessment.reporting.setOnes();
        owed.setZero();
    }
    owed += world.assessment.reporting * world.conditions.reporting;
}

void Model::look_out(double remaining, World& world) const
{
    parts_->outlook.estimate(world.population, world.standing, world.performance, remaining, world.outlook);
}

void Model::end_year(state::Occasion const& when, int year, World& world) const
{
    auto const& parts = *parts_;
    auto& standing = world.standing;
    parts.definitions.redefine(year, world.agreement, world.recording);
    look_out(static_cast<double>(years_per_round - year - 1) / years_per_round, world);
    parts.whitehall.report(when, world.outlook, year + 1 == years_per_round, world.centre);
    parts.scoring.score(when, year, world.agreement, world.targets, world.outlook, world.population, world.assessment);
    parts.supervision.supervise(world.assessment, world.gaming);
    parts.floors.intervene(when, year, world.outlook, world.agreement, world.population, standing, world.assessment);
    parts.complaints.hear(when, year, world.outlook, world.agreement, world.targets, world.population, standing,
                          world.assessment, world.complaints);
    if (year + 1 < years_per_round) {
        world.refresh.redefined = world.recording.redefined;
        world.refresh.shift = world.recording.shift;
        parts.refresh.reopen({when, year + 1, world.population, standing, world.shocks, world.performance},
                             world.agreement, world.targets, world.refresh, world.transcript);
        parts.delivery.offer_levels(world);
    }
    parts.trust.follow_conduct(world.agreement, world.bargain, standing, world.population);
    parts.trust.follow_partners(world.year, standing);
    parts.cooperation.observe(world.population, world.year, standing);
    parts.productivity.learn(world.year, standing);
    parts.buy_in.follow(world.year, standing, world.population);
    parts.diffusion.spread(when, year, world.population, standing, world.diffusion);
    note_year(*parts.pack, year, world);
}

void Model::settle(state::Occasion const& when, World& world) const
{
    auto const& parts = *parts_;
    auto& out = world.performance;
    parts.delivery.close(world);
    parts.drift.uncover(world.population, world.agreement, out, world.recording);
    out.reported += world.recording.shift;
    parts.delivery.price_reports(world);
    parts.falsification.falsify(world.agreement, parts.delivery.see_targets(world), world.gaming, out);
    auto const honoured = parts.abolition.honoured(static_cast<int>(when.round), years_per_round - 1,
                                                   parts.params.incentives.honoured);
    parts.delivery.settle(world, honoured);
    parts.single_rewards.pay(world.population, world.centre, honoured, out);
    parts.audit.inspect(when, world.agreement, world.population, world.gaming, out);
    parts.payment.observe(honoured, world.standing);
    parts.levels.count_contested(world.agreement, out.contestants, world.level_record);
    parts.levels.carry(world.agreement, out.reported, world.targets, world.standing);
    world.standing.autonomy = world.assessment.autonomy;
    parts.prizes.award(world.agreement, out, world.standing);
    parts.families.award(world.agreement, world.targets, out, world.standing);
    learn_habits(world);
}

void Model::learn_habits(World& world) const
{
    auto const& parts = *parts_;
    auto& payoffs = world.habit_payoffs;
    payoffs.concession = world.bargain.council_gain;
    payoffs.understatement.setZero();
    payoffs.asking.setZero();
    for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(parts.pack->area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            payoffs.understatement[i] += world.performance.payment(i, k);
            if (k < world.agreement.statutory[static_cast<std::size_t>(i)]) continue;
            int const j = world.agreement.item(i, k);
            auto const department = parts.pack->indicators[static_cast<std::size_t>(j)].department;
            if (department.valid()) {
                payoffs.asking[department.index()] += world.values.centre(i, j) - world.population.slot_cost[i];
            }
        }
    }
    parts.habits.learn(payoffs, world.standing);
}

void Model::end_round(World& world) const
{
    auto const& out = world.performance;
    auto const& shocks = world.shocks;
    auto& change = world.change;
    auto const areas = static_cast<Eigen::Index>(parts_->pack->area_count());
    for (Eigen::Index j = 0; j < world.standing.level.cols(); ++j) {
        double common = 0.0;
        for (auto const& year : shocks.common) common += year[j];
        for (Eigen::Index i = 0; i < areas; ++i) {
            double luck = 0.0;
            for (auto const& year : shocks.luck) luck += year(i, j);
            change[i] = out.true_gain(i, j) + out.spillover(i, j) + world.population.trend(i, j) + luck + common;
            world.standing.level(i, j) += change[i];
        }
        parts_->evolution.move_need(j, change, world.population);
    }
}
}  // namespace concordat::cycle
