#include "analysis/stats/summary.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace concordat::stats
{
namespace
{
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(Summary, OfOneToFiveIsKnownInClosedForm)
{
    auto const summary = summarise(std::array{1.0, 2.0, 3.0, 4.0, 5.0});
    EXPECT_EQ(summary.count, 5U);
    EXPECT_EQ(summary.missing, 0U);
    EXPECT_DOUBLE_EQ(summary.mean, 3);
    EXPECT_DOUBLE_EQ(summary.sd, std::sqrt(2.5));
    EXPECT_DOUBLE_EQ(summary.standard_error, std::sqrt(0.5));
    EXPECT_DOUBLE_EQ(summary.low, 1.2);
    EXPECT_DOUBLE_EQ(summary.median, 3);
    EXPECT_DOUBLE_EQ(summary.high, 4.8);
}

TEST(Summary, LeavesMissingValuesOutAndCountsThem)
{
    auto const summary = summarise(std::array{missing, 4.0, missing, 2.0});
    EXPECT_EQ(summary.count, 2U);
    EXPECT_EQ(summary.missing, 2U);
    EXPECT_DOUBLE_EQ(summary.mean, 3);
    EXPECT_DOUBLE_EQ(summary.sd, std::sqrt(2.0));
}

TEST(Summary, OfNothingIsMissingAndOfOneValueHasNoSpread)
{
    auto const nothing = summarise(std::array{missing});
    EXPECT_EQ(nothing.count, 0U);
    EXPECT_TRUE(std::isnan(nothing.mean));
    EXPECT_TRUE(std::isnan(nothing.median));
    auto const one = summarise(std::array{7.0});
    EXPECT_EQ(one.mean, 7);
    EXPECT_TRUE(std::isnan(one.sd));
    EXPECT_TRUE(std::isnan(one.standard_error));
    EXPECT_EQ(one.low, 7);
    EXPECT_EQ(one.high, 7);
}

TEST(Variance, OfEqualValuesIsExactlyZeroThoughTheirMeanIsRounded)
{
    std::vector<double> const values(49, 0.1);
    EXPECT_NE(mean(values), 0.1);
    EXPECT_EQ(variance(values), 0);
}

TEST(Variance, IsNotSpoiltByALargeMean)
{
    EXPECT_DOUBLE_EQ(variance(std::array{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}), 30);
}

TEST(Quantile, OfTypeSevenAgreesWithPublishedDefinition)
{
    std::array const values{9.0, 1.0, 4.0, 2.0};  // (n - 1) p = 0.9, 1.5 and 2.7
    EXPECT_DOUBLE_EQ(quantile(values, 0.3), 1.9);
    EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3);
    EXPECT_DOUBLE_EQ(quantile(values, 0.9), 7.5);
}

TEST(Quantile, ReturnsTheExtremesExactlyAndRisesBetween)
{
    std::vector<double> values(101);
    std::iota(values.begin(), values.end(), 0.0);
    EXPECT_EQ(quantile(values, 0), 0);
    EXPECT_EQ(quantile(values, 1), 100);
    for (double p = 0.01; p < 1; p += 0.01) EXPECT_NEAR(quantile(values, p), 100 * p, 1e-12);
}

TEST(Quantile, OfAProbabilityOutsideItsRangeIsAProgrammersMistake)
{
    EXPECT_THROW(static_cast<void>(quantile(std::array{1.0}, 1.5)), std::logic_error);
}
}  // namespace
}  // namespace concordat::stats
