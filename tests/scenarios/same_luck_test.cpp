// Moving a switch of one mechanism leaves the draws of all others untouched: the comparison of two
// scenarios shows the switch and nothing else.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "models/scenario/override.hpp"
#include "tests/support/england.hpp"

namespace concordat
{
namespace
{
cycle::World const& live(support::EnglandRun& run)
{
    run.world.is_followed = true;  // luck of every indicator, in an agreement or not
    return run.run(3);
}

scenario::ModelParams params_with(std::vector<std::string> const& settings)
{
    core::Problems problems;
    auto table = support::load_default_parameters();
    std::vector<scenario::Override> overrides;
    for (auto const& text : settings) overrides.push_back(*scenario::parse_override(text, problems));
    scenario::apply_overrides(table, overrides, problems);
    problems.throw_if_any();
    config::ParameterReader reader{table};
    return scenario::bind_model(reader);
}

cycle::World const& baseline()
{
    static support::EnglandRun run;
    static cycle::World const& world = live(run);
    return world;
}

template <class Table>
bool same(Table const& a, Table const& b)
{
    return a.rows() == b.rows() && a.cols() == b.cols() && (a == b).all();
}

void expect_same_population(state::Population const& a, state::Population const& b)
{
    EXPECT_TRUE(same(a.need, b.need));
    EXPECT_TRUE(same(a.trend, b.trend));
    EXPECT_TRUE(same(a.capability, b.capability));
    EXPECT_TRUE(same(a.productivity, b.productivity));
    EXPECT_TRUE(same(a.controllability, b.controllability));
    EXPECT_TRUE(same(a.noise, b.noise));
    EXPECT_TRUE(same(a.trend_mean, b.trend_mean));
    EXPECT_TRUE(same(a.social_value, b.social_value));
    EXPECT_TRUE(same(a.cos_distortion, b.cos_distortion));
    EXPECT_EQ(a.missing_baseline, b.missing_baseline);
    EXPECT_EQ(a.champion, b.champion);
    EXPECT_EQ(a.spillovers.from, b.spillovers.from);
}

void expect_same_luck(state::Shocks const& a, state::Shocks const& b)
{
    ASSERT_EQ(a.luck.size(), b.luck.size());
    for (std::size_t year = 0; year < a.luck.size(); ++year) {
        EXPECT_TRUE(same(a.luck[year], b.luck[year])) << year;
        EXPECT_TRUE(same(a.common[year], b.common[year])) << year;
        EXPECT_TRUE(same(a.perception[year], b.perception[year])) << year;
    }
}

void expect_same_talks(cycle::World const& a, cycle::World const& b)
{
    EXPECT_TRUE(same(a.values.council, b.values.council));
    EXPECT_TRUE(same(a.values.centre, b.values.centre));
    EXPECT_TRUE(same(a.agreement.item, b.agreement.item));
    EXPECT_TRUE(same(a.bargain.told, b.bargain.told));
}

class SwitchOfTalks : public testing::TestWithParam<std::string>
{
};
class SwitchOfDelivery : public testing::TestWithParam<std::string>
{
};
}  // namespace

TEST_P(SwitchOfTalks, LeavesPopulationAndLuckAlone)
{
    support::EnglandRun run{params_with({GetParam()})};
    auto const& world = live(run);
    EXPECT_FALSE(same(world.agreement.item, baseline().agreement.item)) << "the switch moves agreements";
    expect_same_population(world.population, baseline().population);
    expect_same_luck(world.shocks, baseline().shocks);
}

TEST_P(SwitchOfDelivery, LeavesPopulationAndLuckAndTheNegotiationAlone)
{
    support::EnglandRun run{params_with({GetParam()})};
    auto const& world = live(run);
    EXPECT_FALSE(same(world.performance.reported, baseline().performance.reported)) << "the switch moves results";
    expect_same_population(world.population, baseline().population);
    expect_same_luck(world.shocks, baseline().shocks);
    expect_same_talks(world, baseline());
}

INSTANTIATE_TEST_SUITE_P(Declared, SwitchOfTalks,
                         testing::Values("selection.protocol.kind=double_auction", "selection.protocol.kind=joint_package",
                                         "selection.agreement.cap=20", "selection.departments.tell=0",
                                         "selection.broker.links=0", "demands.asks.gatekeeping=1",
                                         "demands.announcements.rate=0", "demands.evidence.quality=0",
                                         "whitehall.departments.uniformity=0", "population.bargaining.mediation=0"));

INSTANTIATE_TEST_SUITE_P(
    Declared, SwitchOfDelivery,
    testing::Values("levels.bargaining.understatement=0", "levels.protocol.kind=dictator", "levels.refresh.data=0",
                    "incentives.reward_grant.scheme=none", "incentives.reward_grant.scheme=tournament",
                    "inspection.assessment.regime=none", "inspection.standards.covered=0", "gaming.manipulation.indicators=0",
                    "learning.cooperation.dynamics=fixed", "learning.diffusion.copying=0.4", "politics.elections.flip=0",
                    "politics.decoupling.base=0.2", "behaviour.effort.rule=equilibrium", "behaviour.effort.partners=aspiration",
                    "behaviour.innovation.rate=0",
                    "delivery.participation.presence=everybody_in", "measurement.recording.definition_hazard=0"));
}  // namespace concordat
