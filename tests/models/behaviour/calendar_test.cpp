#include "models/behaviour/calendar.hpp"

#include <gtest/gtest.h>

namespace concordat::behaviour
{
namespace
{
TEST(Calendar, LeavesASixthOfTheYearAfterTenMonths)
{
    EXPECT_DOUBLE_EQ(Calendar{{.lag = 10.0}}.first_share(), 1.0 / 6.0);
    EXPECT_DOUBLE_EQ(Calendar{{.lag = 3.0}}.first_share(), 0.75);
    EXPECT_EQ(Calendar{{.lag = 12.0}}.first_share(), 0.0);
    EXPECT_EQ(Calendar{{.lag = 14.0}}.first_share(), 0.0) << "a year's effort is never less than the old one";
}

TEST(Calendar, IsNeutralWithoutALagOnly)
{
    EXPECT_TRUE(Calendar{{.lag = 0.0}}.neutral());
    EXPECT_FALSE(Calendar{{.lag = 1.0}}.neutral());
}

TEST(Calendar, LetsPartnersFollowLater)
{
    Calendar const one{{.lag = 3.0, .partners_later = 6.0}};
    EXPECT_TRUE(one.apart());
    EXPECT_DOUBLE_EQ(one.first_share(), 0.75);
    EXPECT_DOUBLE_EQ(one.partners_share(), 0.25);
    EXPECT_EQ((Calendar{{.lag = 10.0, .partners_later = 12.0}}.partners_share()), 0.0) << "not later than all year";
    EXPECT_FALSE(Calendar{{.lag = 10.0}}.apart());
    EXPECT_FALSE((Calendar{{.partners_later = 1.0}}.neutral()));
}

TEST(Calendar, TakesTheChangeOverOffBudgetsOnce)
{
    state::Conditions conditions;
    conditions.resize(4, 1, 1);
    auto const left = [&](Calendar const& calendar, int round, int year) {
        conditions.clear();
        calendar.change_over(round, year, conditions);
        return conditions.budget[0];
    };
    Calendar const changed{{.change_over = 0.25}};
    EXPECT_EQ(left(changed, 0, 0), 0.75);
    EXPECT_EQ(left(changed, 0, 1), 1.0);
    EXPECT_EQ(left(changed, 1, 0), 1.0);
    EXPECT_EQ(left(Calendar{{}}, 0, 0), 1.0);
}

TEST(Calendar, BlendsOldAndNewAndKeepsTheBitsOfEither)
{
    core::Lanes const before{0.3}, now{0.7};
    EXPECT_EQ(Calendar::blend(before, now, core::Lanes{1.0})[0], 0.7);
    EXPECT_EQ(Calendar::blend(before, now, core::Lanes{0.0})[0], 0.3);
    EXPECT_DOUBLE_EQ(Calendar::blend(before, now, core::Lanes{0.25})[0], 0.4);
}
}  // namespace
}  // namespace concordat::behaviour
