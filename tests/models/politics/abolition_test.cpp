#include "models/politics/abolition.hpp"

#include <gtest/gtest.h>

#include "tests/support/year_world.hpp"

namespace concordat::politics
{
namespace
{
using core::Share;
using support::YearWorld;

/// In the third year of the second round.
AbolitionParams make_params()
{
    return {.round = 1, .year = 2, .honour = Share{0.5}, .expected = Share{0.3}, .foresight = 2, .inspection_ends = true};
}

TEST(Abolition, EndsAgreementsFromItsYearOn)
{
    Abolition const abolition{make_params(), 3};
    EXPECT_TRUE(abolition.in_force(0, 2));
    EXPECT_TRUE(abolition.in_force(1, 1));
    EXPECT_FALSE(abolition.in_force(1, 2));
    EXPECT_FALSE(abolition.in_force(2, 0));
    EXPECT_EQ(abolition.honoured(1, 1, Share{0.9}), Share{0.9});
    EXPECT_EQ(abolition.honoured(1, 2, Share{0.9}), Share{0.5});
}

TEST(Abolition, IsForeseenForTheStatedYearsAndKnownAfterwards)
{
    Abolition const abolition{make_params(), 3};
    EXPECT_EQ(abolition.expectation(0, 2), Share{0.0});
    EXPECT_EQ(abolition.expectation(1, 0), Share{0.3});
    EXPECT_EQ(abolition.expectation(1, 1), Share{0.3});
    EXPECT_EQ(abolition.expectation(1, 2), Share{1.0});
    EXPECT_EQ(abolition.honour_then(), Share{0.5});
}

TEST(Abolition, LeavesNoItemAnyWeight)
{
    YearWorld world{support::make_small_pack(2, 3)};
    auto const before = support::numbers_of(world.conditions);
    Abolition const abolition{make_params(), 3};
    abolition.apply(1, 1, world.conditions);
    EXPECT_EQ(support::numbers_of(world.conditions), before);
    abolition.apply(1, 2, world.conditions);
    EXPECT_TRUE((world.conditions.slot_weight == 0.0).all());
    EXPECT_TRUE((world.conditions.attention == 0.0).all());
    EXPECT_TRUE((world.conditions.inspection_focus == 0.0).all());
    EXPECT_TRUE((world.conditions.budget == 1.0).all());
}

TEST(Abolition, MayLeaveInspectionInPlace)
{
    auto params = make_params();
    params.inspection_ends = false;
    YearWorld world{support::make_small_pack(2, 3)};
    Abolition{params, 3}.apply(1, 2, world.conditions);
    EXPECT_TRUE((world.conditions.inspection_focus == 1.0).all());
}

TEST(Abolition, NeverComesWhereItHasNoRound)
{
    auto params = make_params();
    params.round = -1;
    YearWorld world{support::make_small_pack(2, 3)};
    auto const before = support::numbers_of(world.conditions);
    Abolition const abolition{params, 3};
    for (int round : {0, 1, 5}) {
        EXPECT_TRUE(abolition.in_force(round, 2));
        EXPECT_EQ(abolition.expectation(round, 2), Share{0.0});
        EXPECT_EQ(abolition.honoured(round, 2, Share{0.9}), Share{0.9});
        abolition.apply(round, 2, world.conditions);
    }
    EXPECT_EQ(support::numbers_of(world.conditions), before);
}
}  // namespace
}  // namespace concordat::politics
