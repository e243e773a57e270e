#include "models/levels/zone_split.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::levels
{
namespace
{
constexpr double no_limit = std::numeric_limits<double>::infinity();

TEST(ZoneSplit, GivesTheCentreItsShareOfTheZone)
{
    LevelCase const item{.offer = .8, .demand = 1.5, .council_limit = no_limit, .scale = 1.0};
    EXPECT_NEAR(ZoneSplit{.65}.strike(item, {}).stretch, 1.255, 1e-12);
    EXPECT_EQ(ZoneSplit{0.0}.strike(item, {}).stretch, .8);
    EXPECT_NEAR(ZoneSplit{1.0}.strike(item, {}).stretch, 1.5, 1e-15);
}

TEST(ZoneSplit, KeepsWithinBothLimits)
{
    LevelCase const item{.offer = 1.0, .demand = 5.0, .council_limit = 2.5, .centre_least = 2.0, .scale = .5};
    EXPECT_EQ(ZoneSplit{.5}.strike(item, {}).stretch, 1.25);
    EXPECT_EQ(ZoneSplit{.1}.strike(item, {}).stretch, 1.0);
    EXPECT_EQ(ZoneSplit{.3}.strike(item, {}).stretch, .5 * (1.0 + .3 * 4.0));
}

TEST(ZoneSplit, FindsNoRoomWhereTheLeastIsMoreThanTheLimit)
{
    LevelCase item{.offer = 1.0, .demand = 5.0, .council_limit = 2.5, .centre_least = 2.5, .scale = 1.0};
    EXPECT_TRUE(ZoneSplit{.5}.strike(item, {}).agreed);
    item.centre_least = 2.6;
    EXPECT_FALSE(ZoneSplit{.5}.strike(item, {}).agreed);
    ZoneSplit const dictated{1.0, Limits::ignored};
    EXPECT_TRUE(dictated.strike(item, {}).agreed);
    EXPECT_EQ(dictated.strike(item, {}).stretch, 5.0);
}
}  // namespace
}  // namespace concordat::levels
