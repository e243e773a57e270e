#include "analysis/compare/paired_difference.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace concordat::compare
{
namespace
{
using store::Direction;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

TEST(PairedDifference, OfFourPairsIsKnownInClosedForm)
{
    std::array const baseline{10.0, 20.0, 30.0, 40.0};
    std::array const reform{11.0, 23.0, 31.0, 43.0};  // differences 1, 3, 1, 3
    auto const paired = compare_pairs(baseline, reform, Direction::higher_is_better);
    EXPECT_EQ(paired.finding, Finding::differs);
    EXPECT_EQ(paired.difference.count, 4U);
    EXPECT_DOUBLE_EQ(paired.difference.mean, 2);
    EXPECT_DOUBLE_EQ(paired.difference.standard_error, std::sqrt(4.0 / 3.0 / 4.0));
    EXPECT_DOUBLE_EQ(paired.difference.low, 1);
    EXPECT_DOUBLE_EQ(paired.difference.high, 3);
    EXPECT_DOUBLE_EQ(paired.relative_change, 2.0 / 25.0);
    EXPECT_EQ(paired.probability_better, 1);
    // Sums of squares: baseline 2 (15^2 + 5^2) = 500, reform 2 (16^2 + 4^2) = 544, difference 4.
    EXPECT_DOUBLE_EQ(paired.variance_reduction, (500.0 + 544.0) / 4);
}

TEST(PairedDifference, OfAScenarioWithItselfIsExactlyZeroAndReportedAsNone)
{
    std::array const values{0.1, 0.7, -3.3};
    auto const paired = compare_pairs(values, values, Direction::lower_is_better);
    EXPECT_EQ(paired.finding, Finding::no_difference);
    EXPECT_EQ(paired.difference.mean, 0);
    EXPECT_EQ(paired.difference.sd, 0);
    EXPECT_EQ(paired.difference.low, 0);
    EXPECT_EQ(paired.difference.high, 0);
    EXPECT_EQ(paired.relative_change, 0);
    EXPECT_EQ(paired.probability_better, 0.5);
    EXPECT_TRUE(std::isnan(paired.variance_reduction));
}

TEST(PairedDifference, CountsTiesHalfAndMindsTheDirection)
{
    std::array const baseline{1.0, 1.0, 1.0, 1.0};
    std::array const reform{2.0, 1.0, 1.0, 0.5};
    std::array const better{3.0, 1.0, 1.0, 1.0};
    EXPECT_EQ(compare_pairs(baseline, reform, Direction::higher_is_better).probability_better, 0.5);
    EXPECT_EQ(compare_pairs(baseline, better, Direction::higher_is_better).probability_better, 0.625);
    EXPECT_EQ(compare_pairs(baseline, better, Direction::lower_is_better).probability_better, 0.375);
    EXPECT_TRUE(std::isnan(compare_pairs(baseline, better, Direction::neither).probability_better));
}

TEST(PairedDifference, DropsAPairThatLacksEitherSide)
{
    auto const paired = compare_pairs(std::array{1.0, missing, 3.0, missing}, std::array{2.0, 5.0, missing, missing},
                                      Direction::higher_is_better);
    EXPECT_EQ(paired.difference.count, 1U);
    EXPECT_EQ(paired.difference.missing, 3U);
    EXPECT_EQ(paired.difference.mean, 1);
    EXPECT_EQ(paired.baseline.mean, 1);
    EXPECT_EQ(paired.reform.mean, 2);
}

TEST(PairedDifference, WithoutAnyPairIsNotMeasured)
{
    auto const paired = compare_pairs(std::array{missing, 1.0}, std::array{1.0, missing}, Direction::higher_is_better);
    EXPECT_EQ(paired.finding, Finding::not_measured);
    EXPECT_TRUE(std::isnan(paired.difference.mean));
    EXPECT_TRUE(std::isnan(paired.probability_better));
}

TEST(PairedDifference, OfAConstantShiftReducesVarianceWithoutLimit)
{
    auto const paired = compare_pairs(std::array{1.0, 2.0, 5.0}, std::array{3.0, 4.0, 7.0}, Direction::neither);
    EXPECT_EQ(paired.difference.standard_error, 0);
    EXPECT_TRUE(std::isinf(paired.variance_reduction));
}

TEST(PairedDifference, OfUncorrelatedScenariosSavesNothing)
{
    auto const paired = compare_pairs(std::array{-1.0, -1.0, 1.0, 1.0}, std::array{-1.0, 1.0, -1.0, 1.0}, Direction::neither);
    EXPECT_DOUBLE_EQ(paired.variance_reduction, 1);
}

TEST(PairedDifference, OfEqualInfinitiesIsZero)
{
    constexpr double endless = std::numeric_limits<double>::infinity();
    auto const paired = compare_pairs(std::array{endless, 1.0}, std::array{endless, 1.0}, Direction::neither);
    EXPECT_EQ(paired.finding, Finding::no_difference);
}

TEST(PairedDifference, OfABaselineOfZeroHasNoRelativeChange)
{
    auto const paired = compare_pairs(std::array{-1.0, 1.0}, std::array{2.0, 3.0}, Direction::neither);
    EXPECT_TRUE(std::isnan(paired.relative_change));
    auto const negative = compare_pairs(std::array{-4.0, -4.0}, std::array{-3.0, -3.0}, Direction::neither);
    EXPECT_DOUBLE_EQ(negative.relative_change, 0.25);
}
}  // namespace
}  // namespace concordat::compare
