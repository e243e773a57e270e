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

TEST(Calendar, BlendsOldAndNewAndKeepsTheBitsOfEither)
{
    core::Lanes const before{0.3}, now{0.7};
    EXPECT_EQ(Calendar::blend(before, now, core::Lanes{1.0})[0], 0.7);
    EXPECT_EQ(Calendar::blend(before, now, core::Lanes{0.0})[0], 0.3);
    EXPECT_DOUBLE_EQ(Calendar::blend(before, now, core::Lanes{0.25})[0], 0.4);
}
}  // namespace
}  // namespace concordat::behaviour
