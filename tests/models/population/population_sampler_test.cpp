#include "models/population/population_sampler.hpp"

#include <gtest/gtest.h>

#include "models/population/purposes.hpp"
#include "sim/random/registry.hpp"
#include "tests/support/default_population.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
TEST(PopulationSampler, DrawsThePinnedValues)
{
    auto const pack = support::make_small_pack(3, 2);
    PopulationSampler const sampler{pack, support::make_population_params()};
    state::Population population;
    sampler.resize(population);
    sampler.draw({.master_seed = 2008, .replicate = 1, .round = 0}, population);
    EXPECT_DOUBLE_EQ(population.deprivation(0), -1.4714660174333305);
    EXPECT_DOUBLE_EQ(population.capability(1), 1.2941230704937021);
    EXPECT_DOUBLE_EQ(population.centre_weight(2), 0.77423102915238717);
    EXPECT_DOUBLE_EQ(population.slot_cost(0), 1.1397920184488972);
    EXPECT_DOUBLE_EQ(population.controllability(0), 0.94866040844128796);
    EXPECT_DOUBLE_EQ(population.cos_distortion(1), 0.58892760743855821);
    EXPECT_DOUBLE_EQ(population.social_value(1), 439039.3101638261);
    EXPECT_DOUBLE_EQ(population.need(2, 1), -0.63205398000360424);
    EXPECT_DOUBLE_EQ(population.trend(1, 0), 0.25198634848012824);
}

TEST(PopulationSampler, NamesEveryStreamOnce)
{
    EXPECT_NO_THROW(random::require_distinct(purpose::all));
    EXPECT_EQ(purpose::all.size(), 21U);
}

TEST(PopulationSampler, DrawsTheSameAgainIntoUsedMemoryWithoutMovingIt)
{
    auto const pack = support::make_small_pack(150, 20);
    PopulationSampler const sampler{pack, support::make_population_params()};
    state::Population fresh;
    sampler.resize(fresh);
    sampler.draw({1, 5, 0}, fresh);
    state::Population used;
    sampler.resize(used);
    sampler.draw({1, 4, 0}, used);
    auto const* need = used.need.data();
    auto const* from = used.spillovers.from.data();
    sampler.draw({1, 5, 0}, used);
    EXPECT_EQ(used.need.data(), need);
    EXPECT_EQ(used.spillovers.from.data(), from);
    EXPECT_TRUE((fresh.need == used.need).all());
    EXPECT_TRUE((fresh.trend == used.trend).all());
    EXPECT_TRUE((fresh.slot_cost == used.slot_cost).all());
    EXPECT_EQ(fresh.spillovers.from, used.spillovers.from);
    EXPECT_EQ(fresh.top_down, used.top_down);
}

TEST(PopulationSampler, PadsWithFiniteValues)
{
    PopulationSampler const sampler{support::make_small_pack(3, 4), support::make_population_params()};
    state::Population population;
    sampler.resize(population);
    sampler.draw({1, 5, 0}, population);
    EXPECT_EQ(population.need.rows(), 8);
    EXPECT_TRUE(population.need.isFinite().all());
    EXPECT_TRUE(population.trend.isFinite().all());
    EXPECT_EQ(population.productivity(7), 1.0);
    EXPECT_EQ(population.buy_in(7), 1.0);
}
}  // namespace
}  // namespace concordat::population
