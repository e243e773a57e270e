#include "analysis/calibration/implausibility.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "sim/core/elementary.hpp"

namespace concordat::calibration
{
namespace
{
Fact fact(FactKind kind) { return {.name = "f", .kind = kind, .observed = 10.0, .sampling_sd = 2.0, .discrepancy_sd = 1.0}; }

TEST(Implausibility, IsTheDistanceInStandardDeviationsOfAllThatMayExplainIt)
{
    // sqrt(4 + 4 + 1) = 3
    EXPECT_EQ(implausibility(fact(FactKind::value), {.mean = 16.0, .variance = 4.0}), 2.0);
    EXPECT_EQ(implausibility(fact(FactKind::value), {.mean = 4.0, .variance = 4.0}), 2.0);
    EXPECT_EQ(implausibility(fact(FactKind::value), {.mean = 10.0, .variance = 4.0}), 0.0);
}

TEST(Implausibility, OfAOneSidedFactIsNothingOnItsRightSide)
{
    EXPECT_EQ(implausibility(fact(FactKind::at_least), {.mean = 16.0, .variance = 4.0}), 0.0);
    EXPECT_EQ(implausibility(fact(FactKind::at_least), {.mean = 4.0, .variance = 4.0}), 2.0);
    EXPECT_EQ(implausibility(fact(FactKind::at_most), {.mean = 16.0, .variance = 4.0}), 2.0);
    EXPECT_EQ(implausibility(fact(FactKind::at_most), {.mean = 4.0, .variance = 4.0}), 0.0);
}

TEST(Implausibility, IsInfiniteWhereNothingMayExplainADistance)
{
    Fact const exact{.name = "e", .kind = FactKind::value, .observed = 1.0, .sampling_sd = 0.0, .discrepancy_sd = 0.0};
    EXPECT_EQ(implausibility(exact, {.mean = 1.0, .variance = 0.0}), 0.0);
    EXPECT_EQ(implausibility(exact, {.mean = 1.1, .variance = 0.0}), std::numeric_limits<double>::infinity());
}

TEST(Cutoff, KeepsTheTruthWithTheProbabilityAskedFor)
{
    EXPECT_NEAR(find_cutoff({fact(FactKind::value)}, 0.9), core::normal_quantile(0.95), 1e-12);
    EXPECT_NEAR(find_cutoff({fact(FactKind::at_least)}, 0.9), core::normal_quantile(0.9), 1e-12);
    std::vector<Fact> const five(5, fact(FactKind::value));
    EXPECT_NEAR(core::pow(2.0 * core::normal_cdf(find_cutoff(five, 0.9)) - 1.0, 5.0), 0.9, 1e-12);
}
}  // namespace
}  // namespace concordat::calibration
