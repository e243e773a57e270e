#include "analysis/stats/concentration.hpp"

#include <gtest/gtest.h>

namespace concordat::stats
{
TEST(Concentration, AccumulatesSharesFromTheLargestDown)
{
    auto const shares = accumulate_shares({1.0, 5.0, 4.0});
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_NEAR(shares[0], 0.5, 1e-12);
    EXPECT_NEAR(shares[1], 0.9, 1e-12);
    EXPECT_EQ(shares[2], 1.0);
}

TEST(Concentration, OfEqualPartsIsOneOverTheirNumber)
{
    EXPECT_NEAR(sum_squared_shares(std::vector<double>(8, 3.0)), 1.0 / 8.0, 1e-12);
    EXPECT_EQ(sum_squared_shares({0.0, 7.0, 0.0}), 1.0);
}

// A hundred and one curves k/100 at the first place and 1 at the second: 90 per cent lie between .05 and .95.
TEST(Concentration, CountsThePlacesWhereACurveLeavesTheEnvelope)
{
    std::vector<std::vector<double>> curves;
    for (int k = 0; k <= 100; ++k) curves.push_back({k / 100.0, 1.0});
    EXPECT_EQ(count_outside({0.06, 1.0}, curves), 0U);
    EXPECT_EQ(count_outside({0.04, 1.0}, curves), 1U);
    EXPECT_EQ(count_outside({0.96, 0.9}, curves), 2U);
}
}  // namespace concordat::stats
