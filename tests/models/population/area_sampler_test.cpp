#include "models/population/area_sampler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/default_population.hpp"
#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
using testing::Each;

state::Population draw(state::Pack const& pack, PopulationParams const& params, state::Occasion const& when = {7, 3, 0})
{
    AreaSampler const sampler{pack, params.capability, params.relations, params.bargaining};
    state::Population population;
    sampler.resize(population);
    sampler.draw(when, population);
    return population;
}

std::vector<double> first(state::PerArea const& values, int count) { return {values.data(), values.data() + count}; }

// 20,000 areas: the standard error of a mean is .007 spreads, of a correlation .007. Bounds of five
// standard errors give a false alarm for one new seed in a million.
constexpr int many = 20000;

TEST(AreaSampler, DrawsCapabilityAgainstDeprivationInTheFiveClassesOfCpa)
{
    auto const population = draw(support::make_small_pack(many, 1), support::make_population_params());
    auto const m = support::find_moments(first(population.deprivation, many), first(population.capability, many));
    EXPECT_NEAR(m.correlation, -0.3, 0.035);
    EXPECT_NEAR(m.y_mean, 0.0, 0.035);
    EXPECT_NEAR(m.y_spread, 1.0, 0.025);
    std::array<double, 5> share{};
    for (int i = 0; i < many; ++i) share[population.cpa_class[i]] += 1.0 / many;
    std::array<double, 5> const councils{13, 22, 39, 54, 22};  // of 150 in CPA 2002, poor to excellent
    for (int c = 0; c < 5; ++c) EXPECT_NEAR(share[c], councils[c] / 150.0, 0.018) << c;
    for (int i = 0; i < many; i += 997) {
        EXPECT_NEAR(population.productivity(i), std::exp(0.1 * population.capability(i)), 1e-15);
    }
}

TEST(AreaSampler, ShiftsEveryCouncilsCapabilityByTheMeanAndNothingElse)
{
    auto const pack = support::make_small_pack(20, 1);
    auto params = support::make_population_params();
    auto const before = draw(pack, params);
    params.capability.mean = 0.25;
    auto const after = draw(pack, params);
    for (int i = 0; i < 20; ++i) {
        EXPECT_DOUBLE_EQ(after.capability(i), before.capability(i) + 0.25);
        EXPECT_NEAR(after.productivity(i) / before.productivity(i), std::exp(0.1 * 0.25), 1e-14);
        EXPECT_GE(after.cpa_class[i], before.cpa_class[i]);
        EXPECT_EQ(after.deprivation(i), before.deprivation(i));
        EXPECT_EQ(after.trust(i), before.trust(i));
    }
}

TEST(AreaSampler, DrawsRelationsWithTheirMeansAndInsideTheirBounds)
{
    auto const population = draw(support::make_small_pack(many, 1), support::make_population_params());
    auto const m = support::find_moments(first(population.buy_in, many), first(population.trust, many));
    EXPECT_NEAR(m.x_mean, 1.0, 0.01);
    EXPECT_NEAR(m.y_mean, 0.5, 0.006);
    EXPECT_NEAR(m.correlation, 0.0, 0.035) << "separate streams";
    EXPECT_GE(population.buy_in.minCoeff(), 0.3);
    EXPECT_EQ(population.buy_in.maxCoeff(), 1.5);
    EXPECT_GE(population.trust.minCoeff(), 0.0);
    EXPECT_LE(population.trust.maxCoeff(), 1.0);
}

TEST(AreaSampler, PullsTheCentresWeightTowardsOneHalfAndDownWhereAChampionWorks)
{
    auto const population = draw(support::make_small_pack(many, 1), support::make_population_params());
    double champions = 0.0;
    double with = 0.0;
    double without = 0.0;
    for (int i = 0; i < many; ++i) {
        champions += population.champion[i];
        (population.champion[i] ? with : without) += population.centre_weight(i);
    }
    EXPECT_NEAR(champions / many, 0.18, 0.014);
    // Mediation .3 takes .15 of the way to one half; clipping at .05 and .95 changes the mean by < .002.
    EXPECT_NEAR(without / (many - champions), 0.55 - 0.15 * 0.05, 0.01);
    EXPECT_NEAR(with / champions, 0.50, 0.02);
    EXPECT_GE(population.centre_weight.minCoeff(), 0.05);
    EXPECT_LE(population.centre_weight.maxCoeff(), 0.95);
}

TEST(AreaSampler, DrawsNothingWhereEverySpreadIsOff)
{
    auto params = support::make_population_params();
    params.capability.productivity_slope = 0.0;
    params.relations.buy_in_spread = 0.0;
    params.relations.trust_spread = params.relations.cooperation_spread = core::Share{0.0};
    params.bargaining.centre_weight = core::Share{0.5};
    params.bargaining.centre_weight_spread = core::Share{0.0};
    params.bargaining.champion_share = core::Share{0.0};
    params.bargaining.slot_cost = -std::numeric_limits<double>::infinity();
    auto const population = draw(support::make_small_pack(20, 1), params);
    EXPECT_THAT(first(population.productivity, 20), Each(1.0));
    EXPECT_THAT(first(population.buy_in, 20), Each(1.0));
    EXPECT_THAT(first(population.trust, 20), Each(0.5));
    EXPECT_THAT(first(population.cooperation, 20), Each(0.5));
    EXPECT_THAT(first(population.centre_weight, 20), Each(0.5));
    EXPECT_THAT(population.champion, Each(0));
    EXPECT_THAT(first(population.slot_cost, 20), Each(-std::numeric_limits<double>::infinity()));
}

TEST(AreaSampler, TakesThePacksDeprivationAndDrawsItOnlyWhereUnknown)
{
    auto pack = support::make_small_pack(4, 1);
    auto const drawn = draw(pack, support::make_population_params()).deprivation;
    pack.areas[2].deprivation = 1.25;
    auto const mixed = draw(pack, support::make_population_params()).deprivation;
    EXPECT_EQ(mixed(2), 1.25);
    EXPECT_EQ(mixed(1), drawn(1));
    EXPECT_NE(drawn(2), 1.25);
}

TEST(AreaSampler, FollowsIdsAndNotRows)
{
    auto const pack = support::make_small_pack(11, 1);
    auto const straight = draw(pack, support::make_population_params());
    auto const reversed = draw(support::reverse_rows(pack), support::make_population_params());
    for (int i = 0; i < 11; ++i) {
        EXPECT_EQ(straight.capability(i), reversed.capability(10 - i));
        EXPECT_EQ(straight.centre_weight(i), reversed.centre_weight(10 - i));
        EXPECT_EQ(straight.slot_cost(i), reversed.slot_cost(10 - i));
        EXPECT_EQ(straight.cpa_class[i], reversed.cpa_class[10 - i]);
    }
}

TEST(AreaSampler, SharesDrawsBetweenScenarios)
{
    auto const pack = support::make_small_pack(40, 1);
    auto changed = support::make_population_params();
    changed.bargaining.champion_share = core::Share{0.5};
    changed.bargaining.champion_shift = 0.0;
    changed.relations.trust_mean = core::Share{0.6};
    auto const base = draw(pack, support::make_population_params());
    auto const reform = draw(pack, changed);
    for (int i = 0; i < 40; ++i) {
        EXPECT_EQ(base.slot_cost(i), reform.slot_cost(i));
        EXPECT_EQ(base.buy_in(i), reform.buy_in(i));
        EXPECT_NEAR(base.trust(i) + 0.1, reform.trust(i), 1e-15);
        EXPECT_LE(base.champion[i], reform.champion[i]) << "a larger share adds champions and moves none";
    }
}
}  // namespace
}  // namespace concordat::population
