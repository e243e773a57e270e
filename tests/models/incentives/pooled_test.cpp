#include "models/incentives/pooled.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/incentives/threshold.hpp"

namespace concordat::incentives
{
namespace
{
/// K equal targets, each expected exactly at its level.
state::BlockSlots make_even(int targets)
{
    state::BlockSlots in;
    in.resize(targets);
    in.slots = targets;
    for (int k = 0; k < targets; ++k) {
        in.reward[k] = core::Lanes{10.0};
        in.stretch[k] = in.target[k] = in.expected[k] = core::Lanes{0.7};
        in.spread[k] = core::Lanes{1.2};
    }
    return in;
}

TEST(Pooled, ThresholdOnTheMeanIsRootKTimesAsSteepAsSeparateOnes)
{
    for (int const targets : {1, 4, 35}) {
        auto const in = make_even(targets);
        std::vector<state::Slope> pooled(static_cast<std::size_t>(targets)), separate(pooled);
        Pooled{{.rule = PooledRule::threshold}}.price(in, pooled);
        Threshold{}.price(in, separate);
        EXPECT_NEAR(pooled[0].value[0] / separate[0].value[0], std::sqrt(targets), 1e-12);
    }
}

TEST(Pooled, ProRataZoneIsWorthTheRewardPerStretchWhateverTheNoise)
{
    auto in = make_even(35);
    for (int k = 0; k < in.slots; ++k) {
        in.spread[k] = core::Lanes{0.05};
        in.expected[k] = core::Lanes{0.8 * 0.7};  // mean score .8, far from floor and cap
    }
    std::vector<state::Slope> slope(35);
    Pooled{{.rule = PooledRule::pro_rata, .floor = 0.6, .cap = 1.0}}.price(in, slope);
    EXPECT_NEAR(slope[0].value[0], 10.0 / 0.7, 1e-9);
}

TEST(Pooled, PaysOnTheMeanScoreOfRewardedTargetsOnly)
{
    auto in = make_even(3);
    in.reward[2] = core::Lanes{0.0};
    std::vector<core::Lanes> const reported{core::Lanes{1.0 * 0.7}, core::Lanes{0.4 * 0.7},
                                            core::Lanes{-50.0}};
    std::vector<core::Lanes> paid(3);
    Pooled{{.rule = PooledRule::pro_rata, .floor = 0.6, .cap = 1.0}}.pay(in, reported, paid);
    EXPECT_NEAR(paid[0][0], 7.0, 1e-12);
    EXPECT_NEAR(paid[1][0], 7.0, 1e-12);
    EXPECT_EQ(paid[2][0], 0.0);
    Pooled{{.rule = PooledRule::threshold}}.pay(in, reported, paid);
    EXPECT_EQ(paid[0][0], 0.0);
}

TEST(Pooled, LeavesTargetsWithoutAStretchOutOfTheMean)
{
    auto in = make_even(3);
    in.stretch[2] = core::Lanes{0.0};
    auto const score = Pooled::score(in, in.expected);
    EXPECT_EQ(score.rewarded[0], 2.0);
    EXPECT_NEAR(score.mean[0], 1.0, 1e-12);
}
}  // namespace
}  // namespace concordat::incentives
