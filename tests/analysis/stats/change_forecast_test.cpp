#include "analysis/stats/change_forecast.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/random/unit_points.hpp"

namespace concordat::stats
{
namespace
{
/// Series that fall by .5 a year and take a random step of a normal kind (twelve uniforms) each year.
std::vector<std::vector<double>> make_walks(std::size_t count, std::size_t years)
{
    std::vector<std::vector<double>> series;
    for (auto const& u : random::latin_hypercube(count, 12 * years, 5)) {
        auto& one = series.emplace_back(std::vector<double>{10.0});
        for (std::size_t t = 1; t < years; ++t) {
            double step = -6.0;
            for (std::size_t k = 0; k < 12; ++k) step += u[12 * t + k];
            one.push_back(one.back() - 0.5 + step);
        }
    }
    return series;
}
}  // namespace

TEST(ChangeForecast, FindsWhatARandomWalkWasMadeOf)
{
    auto const found = forecast_changes(make_walks(2000, 9), 6);
    EXPECT_EQ(found.series, 2000U);
    EXPECT_EQ(found.ahead, 3U);
    double const sd = std::sqrt(3.0);
    double const error = sd / std::sqrt(2000.0);
    EXPECT_NEAR(found.expected, -1.5, 4.0 * error);
    EXPECT_NEAR(found.found, -1.5, 4.0 * error);
    EXPECT_NEAR(found.expected_sd, sd, 0.05 * sd);
    EXPECT_NEAR(found.found_sd, sd, 0.05 * sd);
    EXPECT_NEAR(found.covered, 0.9, 4.0 * std::sqrt(0.09 / 2000.0));
    EXPECT_NEAR(found.persistence, 0.0, 4.0 / std::sqrt(2000.0));
}

// y = luck alone: what rose by luck falls again, with a correlation of -1/2.
TEST(ChangeForecast, TellsLuckOfSingleYearsByWhatFallsAgain)
{
    std::vector<std::vector<double>> series;
    for (auto const& u : random::latin_hypercube(2000, 6, 9)) series.push_back({u[0], u[1], u[2], u[3], u[4], u[5]});
    EXPECT_NEAR(forecast_changes(series, 4).persistence, -0.5, 0.06);
}

TEST(ChangeForecast, IsExactForStraightLinesAndLeavesOutWhatHasGaps)
{
    double const nan = std::numeric_limits<double>::quiet_NaN();
    auto const found = forecast_changes({{0, 1, 2, 3}, {5, 6, 8, 9}, {1, nan, 2, 3}}, 3);
    EXPECT_EQ(found.series, 2U);
    EXPECT_DOUBLE_EQ(found.expected, (2.0 + 3.0) / 2.0 / 2.0);
    EXPECT_DOUBLE_EQ(found.found, 1.0);
    EXPECT_DOUBLE_EQ(found.found_sd, 0.0);
}
}  // namespace concordat::stats
