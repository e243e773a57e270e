#include "models/incentives/threshold.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
state::BlockSlots make_slot(double expected)
{
    state::BlockSlots in;
    in.resize(1);
    in.slots = 1;
    in.reward[0] = core::Lanes{40.0};
    in.target[0] = core::Lanes{0.8};
    in.spread[0] = core::Lanes{1.3};
    in.expected[0] = core::Lanes{expected};
    return in;
}

TEST(Threshold, IsSteepestAndAsLikelyHitAsMissedAtTheTarget)
{
    std::vector<state::Slope> at(1), off(1);
    std::vector<core::Lanes> expected(1);
    auto const in = make_slot(0.8);
    Threshold{}.price(in, at);
    Threshold{}.expect(in, expected);
    EXPECT_NEAR(at[0].value[0], 40.0 * core::normal_pdf(0.0) / 1.3, 1e-13);
    EXPECT_EQ(at[0].derivative[0], 0.0);
    EXPECT_NEAR(expected[0][0], 20.0, 1e-13);
    for (double const away : {-0.1, 0.1}) {
        Threshold{}.price(make_slot(0.8 + away), off);
        EXPECT_LT(off[0].value[0], at[0].value[0]);
    }
}

TEST(Threshold, PaysAllAtTheTargetAndNothingJustBelow)
{
    auto const in = make_slot(0.0);
    std::vector<core::Lanes> paid(1);
    Threshold{}.pay(in, std::vector{core::Lanes{0.8}}, paid);
    EXPECT_EQ(paid[0][0], 40.0);
    Threshold{}.pay(in, std::vector{core::Lanes{0.8 - 1e-12}}, paid);
    EXPECT_EQ(paid[0][0], 0.0);
}
}  // namespace
}  // namespace concordat::incentives
