#include "models/population/need_and_trend_sampler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "models/population/population_sampler.hpp"
#include "tests/support/default_population.hpp"
#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
state::Population draw(state::Pack const& pack, PopulationParams const& params)
{
    PopulationSampler const sampler{pack, params};
    state::Population population;
    sampler.resize(population);
    sampler.draw({7, 3, 0}, population);
    return population;
}

// 4,000 areas: five standard errors of a correlation of .5 are .06, of a mean .08.
constexpr int many = 4000;

TEST(NeedAndTrendSampler, TiesNeedToDeprivationWithASignPerIndicator)
{
    auto const population = draw(support::make_small_pack(many, 24), support::make_population_params());
    std::vector<double> const deprivation{population.deprivation.data(), population.deprivation.data() + many};
    int with_deprivation = 0;
    for (int j = 0; j < 24; ++j) {
        double const* column = &population.need(0, j);
        auto const m = support::find_moments(deprivation, {column, column + many});
        EXPECT_NEAR(std::abs(m.correlation), 0.5, 0.06);
        EXPECT_NEAR(m.y_mean, 0.0, 0.08);
        EXPECT_NEAR(m.y_spread, 1.0, 0.06);
        with_deprivation += m.correlation > 0.0 ? 1 : 0;
    }
    EXPECT_GT(with_deprivation, 2);  // of 24 fair coins: 2 or fewer, or 22 or more, once in 28,000
    EXPECT_LT(with_deprivation, 22);
}

TEST(NeedAndTrendSampler, SpreadsTrendsAroundTheIndicatorsMean)
{
    auto const population = draw(support::make_small_pack(many, 5), support::make_population_params());
    for (int j = 0; j < 5; ++j) {
        double const* column = &population.trend(0, j);
        auto const m = support::find_moments({column, column + many}, {column, column + many});
        EXPECT_NEAR(m.x_mean, population.trend_mean(j), 0.032);
        EXPECT_NEAR(m.x_spread, 0.4, 0.023);
    }
}

TEST(NeedAndTrendSampler, FollowsIdsAndNumbersAndNotRows)
{
    auto const pack = support::make_small_pack(11, 7);
    auto const straight = draw(pack, support::make_population_params());
    auto const reversed = draw(support::reverse_rows(pack), support::make_population_params());
    for (int i = 0; i < 11; ++i) {
        for (int j = 0; j < 7; ++j) {
            EXPECT_EQ(straight.need(i, j), reversed.need(10 - i, 6 - j));
            EXPECT_EQ(straight.trend(i, j), reversed.trend(10 - i, 6 - j));
        }
    }
}

TEST(NeedAndTrendSampler, LeavesDeprivationOutWhereItsLoadingIsOff)
{
    auto params = support::make_population_params();
    auto pack = support::make_small_pack(11, 3);
    params.need_and_trend.deprivation_loading = 0.0;
    auto const before = draw(pack, params);
    pack.areas[4].deprivation = 3.0;
    auto const after = draw(pack, params);
    EXPECT_TRUE((before.need == after.need).all());
}
}  // namespace
}  // namespace concordat::population
