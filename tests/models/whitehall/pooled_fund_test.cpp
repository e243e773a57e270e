#include "models/whitehall/pooled_fund.hpp"

#include <gtest/gtest.h>

namespace concordat::whitehall
{
namespace
{
using core::Share;

PoolParams make_pool(double size, double discretionary = 0.02)
{
    return {.size = Share{size}, .discretionary_share = Share{discretionary}, .key_cost = 0.25, .key_belief = Share{0.8}};
}

TEST(PooledFund, IsPaidFromTheThresholdOfTheStagHuntOn)
{
    // Three keys: (size/.02) .8^2 >= .25 (1 - .1), so size >= .00703125.
    EXPECT_FALSE(all_keys_turn(make_pool(0.00703), 3, 0.1));
    EXPECT_TRUE(all_keys_turn(make_pool(0.00704), 3, 0.1));
    EXPECT_NEAR(pool_stake(make_pool(0.01)), 0.5, 1e-15);
}

TEST(PooledFund, CoordinatesThreeKeysWithTheSmallSumsOfCriminalJustice)
{
    // 100 of 12,545 in 2001 (the garbled table allows .7 to 1.5 %); most spending was committed.
    EXPECT_TRUE(all_keys_turn(make_pool(100.0 / 12545.0), 3, 0.1));
    EXPECT_FALSE(all_keys_turn(make_pool(100.0 / 12545.0, 0.2), 3, 0.1))
        << "the same pool moves nobody who has a fifth of the budget to spend freely";
}

TEST(PooledFund, NeedsMoreMoneyForMoreKeysAndLessWhereAimsAreShared)
{
    EXPECT_TRUE(all_keys_turn(make_pool(0.008), 3, 0.1));
    EXPECT_FALSE(all_keys_turn(make_pool(0.008), 5, 0.1));
    EXPECT_TRUE(all_keys_turn(make_pool(0.008), 5, 0.4));
    auto trusting = make_pool(0.008);
    trusting.key_belief = Share{0.95};
    EXPECT_TRUE(all_keys_turn(trusting, 5, 0.1)) << "budgets declared openly";
}

TEST(PooledFund, IsNothingWithoutMoneyOrWithOneKey)
{
    EXPECT_FALSE(all_keys_turn(make_pool(0.0), 3, 1.0));
    EXPECT_FALSE(all_keys_turn(make_pool(0.02), 1, 1.0));
    EXPECT_EQ(pool_stake(make_pool(0.0, 0.0)), 0.0);
    EXPECT_THROW((void)pool_stake(make_pool(0.01, 0.0)), std::logic_error);
}
}  // namespace
}  // namespace concordat::whitehall
