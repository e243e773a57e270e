#include "tests/bench/stages.hpp"

#include <algorithm>
#include <cstdint>

#include "models/cycle/mechanisms.hpp"
#include "models/cycle/outcomes.hpp"
#include "tests/bench/cpu_time.hpp"

namespace concordat::bench
{
namespace
{
using cycle::years_per_round;

/// Calls `work(occasion)` for one replicate after another.
template <class Work>
double best_ms(int runs, Work const& work)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        double const start = cpu_ns();
        work(state::Occasion{1, static_cast<std::uint32_t>(run), 0});
        best = std::min(best, 1e-6 * (cpu_ns() - start));
    }
    return best;
}

using Parts = cycle::Model::Parts;

void inspect(Parts const& parts, state::Occasion const& when, cycle::World& world)
{
    parts.scoring.open(when, world.population, world.outlook, world.assessment);
    for (int year = 0; year < years_per_round; ++year) {
        double const left = static_cast<double>(years_per_round - year - 1) / years_per_round;
        world.outlook.remaining = 1.0;
        parts.floors.press(world.outlook, world.assessment, world.conditions);
        parts.publication.publish(world.outlook, world.agreement, world.targets, world.conditions);
        parts.outlook.estimate(world.population, world.standing, world.performance, left, world.outlook);
        parts.scoring.score(when, year, world.agreement, world.targets, world.outlook, world.population, world.assessment);
        parts.supervision.supervise(world.assessment, world.gaming);
        parts.floors.intervene(when, year, world.outlook, world.agreement, world.population, world.standing,
                               world.assessment);
    }
}

void learn(Parts const& parts, state::Occasion const& when, cycle::World& world)
{
    for (int year = 0; year < years_per_round; ++year) {
        parts.diffusion.apply(world.standing, world.conditions);
        parts.trust.follow_partners(world.year, world.standing);
        parts.cooperation.observe(world.population, world.year, world.standing);
        parts.productivity.learn(world.year, world.standing);
        parts.buy_in.follow(world.year, world.standing, world.population);
        parts.diffusion.spread(when, year, world.population, world.standing, world.diffusion);
    }
    parts.habits.learn(world.habit_payoffs, world.standing);
}

void govern(Parts const& parts, state::Occasion const& when, cycle::World& world)
{
    parts.decoupling.strike(when, world.agreement, world.standing);
    for (int year = 0; year < years_per_round; ++year) {
        parts.elections.hold(when, year, world.standing);
        parts.engagement.sway(world.standing);
        parts.decoupling.apply(world.agreement, world.standing, world.conditions);
        parts.elections.apply(world.standing, world.conditions);
    }
}

void game(Parts const& parts, state::Occasion const& when, cycle::World& world)
{
    parts.temptation.weigh(when, world.agreement, world.standing, world.gaming);
    parts.falsification.falsify(world.agreement, world.targets, world.gaming, world.performance);
    parts.audit.inspect(when, world.agreement, world.population, world.gaming, world.performance);
}
}  // namespace

double time_round(cycle::Model const& model, cycle::World& world, state::Occasion const& when, int runs)
{
    return best_ms(runs, [&](auto const&) { model.run_round(when, world); });
}

std::vector<StageTime> time_stages(cycle::Model const& model, int runs)
{
    auto const pack = std::make_shared<state::Pack const>(model.pack());
    Parts const parts{pack, model.params()};
    cycle::World world;
    model.furnish(world);
    double const round = best_ms(runs, [&](auto const& when) { model.run_round(when, world); });
    std::vector<StageTime> out;
    double sum = 0.0;
    auto const add = [&](char const* name, auto const& work) {
        double const ms = best_ms(runs, work);
        out.push_back({name, ms});
        sum += ms;
    };
    add("population", [&](auto const& when) { model.draw_population(when, world); });
    add("demands", [&](auto const& when) {
        parts.values.form(when, world.population, world.centre, world.values, world.value_workspace);
    });
    add("negotiation", [&](auto const& when) {
        parts.selection->agree({when, world.population, world.standing, world.centre, world.values},
                               *world.selection_work, {world.agreement, world.bargain, world.transcript});
    });
    add("levels", [&](auto const& when) {
        parts.levels.strike(when, world.population, world.standing, world.agreement, world.targets, world.level_record,
                            world.transcript);
    });
    add("luck", [&](auto const& when) { parts.shocks.draw(when, world.population, world.agreement, world.shocks); });
    model.run_round({1, 0, 0}, world);
    add("delivery", [&](auto const& when) { parts.delivery.run(when, world); });
    add("inspection", [&](auto const& when) { inspect(parts, when, world); });
    add("gaming", [&](auto const& when) { game(parts, when, world); });
    add("learning", [&](auto const& when) { learn(parts, when, world); });
    add("politics", [&](auto const& when) { govern(parts, when, world); });
    out.push_back({"the rest", round - sum});
    model.run_round({1, 0, 0}, world);
    cycle::OutcomeTally const tally{*pack, {cycle::Grouping::region}};
    std::vector<double> row(tally.schema().column_count());
    out.push_back({"tally, beside a round", best_ms(runs, [&](auto const&) { tally.tally(model, world, row); })});
    return out;
}

std::vector<StageTime> time_schemes(std::shared_ptr<state::Pack const> const& pack,
                                    scenario::ModelParams const& params, int runs)
{
    using incentives::SchemeKind;
    std::vector<StageTime> out;
    for (auto const& [name, scheme] :
         {std::pair{"none", SchemeKind::none}, std::pair{"threshold", SchemeKind::threshold},
          std::pair{"pro rata", SchemeKind::pro_rata}, std::pair{"linear", SchemeKind::linear},
          std::pair{"pooled", SchemeKind::pooled}, std::pair{"tournament", SchemeKind::tournament}}) {
        auto with = params;
        with.incentives.scheme = scheme;
        cycle::Model const model{pack, with};
        Parts const parts{pack, with};
        cycle::World world;
        model.furnish(world);
        model.run_round({1, 0, 0}, world);
        out.push_back({name, best_ms(runs, [&](auto const& when) { parts.delivery.run(when, world); })});
    }
    return out;
}
}  // namespace concordat::bench
