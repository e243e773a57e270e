#include "analysis/compare/paired_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace concordat::compare
{
namespace
{
double test(std::vector<double> const& baseline, std::vector<double> const& reform)
{
    return test_zero_mean(compare_pairs(baseline, reform, store::Direction::higher_is_better));
}

TEST(PairedTest, OfThreePairsHasTheClosedFormOfTwoDegrees)
{
    // Differences 1, 2, 3: t = 2 / (1 / sqrt 3); the tail for two degrees is 1 - t / sqrt(2 + t^2).
    double const t = 2 * std::sqrt(3.0);
    EXPECT_NEAR(test({0, 0, 0}, {1, 2, 3}), 1 - t / std::sqrt(2 + t * t), 1e-12);
}

TEST(PairedTest, TestsNothingWhereNothingDiffers)
{
    EXPECT_TRUE(std::isnan(test({1, 2, 3}, {1, 2, 3})));
    EXPECT_TRUE(std::isnan(test({1, NAN, NAN}, {2, 2, 2})));
    EXPECT_EQ(test({1, 2, 3}, {2, 3, 4}), 0);
}
}  // namespace
}  // namespace concordat::compare
