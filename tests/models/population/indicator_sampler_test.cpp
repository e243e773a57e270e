#include "models/population/indicator_sampler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/default_population.hpp"
#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
using testing::Each;

state::Population draw(state::Pack const& pack, PopulationParams const& params)
{
    IndicatorSampler const sampler{pack, params.indicators, params.need_and_trend, params.social_value};
    state::Population population;
    sampler.resize(population);
    sampler.draw({7, 3, 0}, population);
    return population;
}

std::vector<double> all(state::PerIndicator const& values) { return {values.begin(), values.end()}; }

double mean(state::PerIndicator const& values)
{
    return support::find_moments(all(values), all(values)).x_mean;
}

// 20,000 indicators; bounds of about five standard errors (one false alarm per million new seeds).
constexpr int many = 20000;

TEST(IndicatorSampler, DrawsTheStatedDistributions)
{
    auto const population = draw(support::make_small_pack(1, many), support::make_population_params());
    EXPECT_NEAR(mean(population.controllability), 0.75, 0.008);
    EXPECT_GE(population.controllability.minCoeff(), 0.2);
    EXPECT_LE(population.controllability.maxCoeff(), 1.3);
    EXPECT_NEAR(support::find_moments(all(population.trend_mean), all(population.trend_mean)).x_spread, 0.2, 0.005);
    double common = 0.0;
    for (auto const& loading : population.loading) common += mean(loading.square());
    EXPECT_NEAR(std::sqrt(common), 0.35, 0.006);
    EXPECT_NEAR(mean(population.social_value.log()), std::log(150000.0), 0.03);
    EXPECT_NEAR(mean(population.relative_value), 1.0, 1e-12);
    double missing = 0.0;
    double imposed = 0.0;
    for (int j = 0; j < many; ++j) {
        missing += population.missing_baseline[j];
        imposed += population.top_down[j];
    }
    EXPECT_NEAR(missing / many, 0.17, 0.014);
    EXPECT_NEAR(imposed / many, 0.08, 0.01);
    EXPECT_NEAR(mean(population.national_gain), 5.5, 0.035);
}

TEST(IndicatorSampler, DrawsAnglesWithTheirMeanAndBelowTheirBound)
{
    for (double const wanted : {5.0, 12.0, 20.0, 45.0}) {
        auto params = support::make_population_params();
        params.indicators.distortion_mean = wanted;
        auto const population = draw(support::make_small_pack(1, many), params);
        double degrees = 0.0;
        for (int j = 0; j < many; ++j) {
            degrees += std::atan2(population.sin_distortion(j), population.cos_distortion(j)) * 180.0 / 3.14159265358979 / many;
        }
        EXPECT_NEAR(degrees, wanted, 0.7) << wanted;
        EXPECT_GE(population.cos_distortion.minCoeff(), 0.5 - 1e-12) << "no angle above 60 degrees";
    }
}

TEST(IndicatorSampler, MakesPerceptionHarderToMoveAndNoisier)
{
    auto pack = support::make_small_pack(1, 2);
    auto const plain = draw(pack, support::make_population_params());
    pack.indicators[1].perception = true;
    auto const perceived = draw(pack, support::make_population_params());
    EXPECT_EQ(perceived.controllability(1), 0.35 * plain.controllability(1));
    EXPECT_EQ(perceived.controllability(0), plain.controllability(0));
    EXPECT_EQ(perceived.noise(0), 1.0);
    EXPECT_EQ(perceived.noise(1), 1.3);
}

TEST(IndicatorSampler, TakesWhatThePackMeasured)
{
    auto pack = support::make_small_pack(1, 3);
    pack.indicators[0].trend = 0.31;
    pack.indicators[0].trend_spread = 0.11;
    pack.indicators[0].noise = 0.9;
    pack.indicators[0].social_value = 42.0;
    pack.indicators[1].place_survey = true;
    auto const population = draw(pack, support::make_population_params());
    EXPECT_EQ(population.trend_mean(0), 0.31);
    EXPECT_EQ(population.trend_spread(0), 0.11);
    EXPECT_EQ(population.trend_spread(1), 0.4);
    EXPECT_EQ(population.noise(0), 0.9);
    EXPECT_EQ(population.social_value(0), 42.0);
    EXPECT_EQ(population.missing_baseline[1], 1) << "the Place Survey had no baseline";
}

TEST(IndicatorSampler, DrawsNothingWhereEverySpreadIsOff)
{
    auto params = support::make_population_params();
    params.indicators.controllability_spread = 0.0;
    params.indicators.distortion_mean = 0.0;
    params.indicators.missing_baseline = params.indicators.top_down = core::Share{0.0};
    params.indicators.common_spread = core::Sigma{0.0};
    params.need_and_trend.trend_mean_spread = core::Sigma{0.0};
    params.social_value.log_spread = 0.0;
    auto const population = draw(support::make_small_pack(1, 50), params);
    EXPECT_THAT(all(population.controllability), Each(0.75));
    EXPECT_THAT(all(population.cos_distortion), Each(1.0));
    EXPECT_THAT(all(population.sin_distortion), Each(0.0));
    EXPECT_THAT(all(population.trend_mean), Each(0.0));
    EXPECT_THAT(all(population.relative_value), Each(1.0));
    EXPECT_THAT(all(population.loading[0]), Each(0.0));
    EXPECT_THAT(population.missing_baseline, Each(0));
    EXPECT_THAT(population.top_down, Each(0));
}

TEST(IndicatorSampler, FollowsNumbersAndNotRows)
{
    auto const pack = support::make_small_pack(1, 9);
    auto const straight = draw(pack, support::make_population_params());
    auto const reversed = draw(support::reverse_rows(pack), support::make_population_params());
    for (int j = 0; j < 9; ++j) {
        EXPECT_EQ(straight.controllability(j), reversed.controllability(8 - j));
        EXPECT_EQ(straight.relative_value(j), reversed.relative_value(8 - j));
        EXPECT_EQ(straight.loading[2](j), reversed.loading[2](8 - j));
        EXPECT_EQ(straight.top_down[j], reversed.top_down[8 - j]);
    }
}
}  // namespace
}  // namespace concordat::population
