#include "models/population/evolution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "models/population/population_sampler.hpp"
#include "tests/support/default_population.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
constexpr double never = std::numeric_limits<double>::infinity();
constexpr EvolutionParams neutral{never, core::Share{1.0}, 1.0};

/// A population of many areas as drawn, and what moves it.
class EvolutionTest : public testing::Test
{
  protected:
    static constexpr int areas = 403;  // not a multiple of eight
    static constexpr int indicators = 6;
    EvolutionTest()
    {
        sampler.resize(population);
        sampler.draw(first, population);
        change.setZero(population.need.rows());
        for (int i = 0; i < areas; ++i) change[i] = 0.01 * i - 1.0;
    }
    state::AreaTable deviation() const
    {
        state::AreaTable table = population.trend;
        for (Eigen::Index j = 0; j < table.cols(); ++j) table.col(j) -= population.trend_mean[j];
        return table;
    }

    state::Pack pack = support::make_small_pack(areas, indicators);
    PopulationSampler sampler{pack, support::make_population_params()};
    state::Occasion first{.master_seed = 5, .replicate = 2, .round = 0};
    state::Occasion second{.master_seed = 5, .replicate = 2, .round = 1};
    state::Population population{};
    state::PerArea change{};
};

TEST_F(EvolutionTest, NeutralValuesLeaveNeedAndTrendsToTheBit)
{
    auto const before = population;
    Evolution const evolution{pack, neutral};
    for (Eigen::Index j = 0; j < indicators; ++j) evolution.move_need(j, change, population);
    evolution.renew_trends(second, deviation(), population);
    EXPECT_TRUE((population.need == before.need).all());
    EXPECT_TRUE((population.trend == before.trend).all());
}

TEST_F(EvolutionTest, NeedFallsByTheChangeOverTheMeanOfAreasInUnitsOfTheSpreadOfLevels)
{
    auto const before = population;
    Evolution const evolution{pack, {2.0, core::Share{0.9}, 1.0}};
    evolution.move_need(3, change, population);
    double const mean = 0.01 * (areas - 1) / 2.0 - 1.0;
    for (int i = 0; i < areas; ++i) {
        ASSERT_NEAR(population.need(i, 3), 0.9 * before.need(i, 3) - (change[i] - mean) / 2.0, 1e-12) << i;
    }
    EXPECT_TRUE((population.need.col(2) == before.need.col(2)).all());
}

TEST_F(EvolutionTest, WhatMovesAllAreasAlikeLeavesTheOrderOfNeed)
{
    auto const before = population;
    Evolution const evolution{pack, {2.0, core::Share{1.0}, 1.0}};
    change.setConstant(1.5);
    evolution.move_need(0, change, population);
    for (int i = 0; i < areas; ++i) ASSERT_NEAR(population.need(i, 0), before.need(i, 0), 1e-12);
}

TEST_F(EvolutionTest, TrendsKeepTheirPersistenceMeanAndSpread)
{
    state::Pack const many = support::make_small_pack(4000, 2);
    PopulationSampler const draws{many, support::make_population_params()};
    state::Population nation;
    draws.resize(nation);
    draws.draw(first, nation);
    auto const before = nation;
    state::AreaTable table = nation.trend;
    for (Eigen::Index j = 0; j < table.cols(); ++j) table.col(j) -= nation.trend_mean[j];
    Evolution const evolution{many, {never, core::Share{1.0}, 0.6}};
    evolution.renew_trends(second, table, nation);
    double product = 0.0, square = 0.0, square_before = 0.0;
    for (int i = 0; i < 4000; ++i) {
        double const x = before.trend(i, 0) - before.trend_mean[0];
        double const y = nation.trend(i, 0) - nation.trend_mean[0];
        product += x * y;
        square += y * y;
        square_before += x * x;
    }
    // Standard errors are below .02 (4,000 areas); bounds are four of them.
    EXPECT_NEAR(product / std::sqrt(square * square_before), 0.6, 0.06);
    EXPECT_NEAR(std::sqrt(square / square_before), 1.0, 0.08);
}

TEST_F(EvolutionTest, WithoutPersistenceTrendsAreDrawnAnewForEveryRound)
{
    Evolution const evolution{pack, {never, core::Share{1.0}, 0.0}};
    auto const before = population;
    evolution.renew_trends(second, deviation(), population);
    EXPECT_FALSE((population.trend == before.trend).all());
    auto const once = population;
    evolution.renew_trends(second, state::AreaTable::Zero(population.trend.rows(), population.trend.cols()), population);
    EXPECT_TRUE((population.trend == once.trend).all());
    evolution.renew_trends({5, 2, 2}, deviation(), population);
    EXPECT_FALSE((population.trend == once.trend).all());
}
}  // namespace
}  // namespace concordat::population
