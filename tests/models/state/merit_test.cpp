#include "models/state/merit.hpp"

#include <gtest/gtest.h>

namespace concordat::state
{
TEST(Merit, EarnsAutonomyInTheTwoBestClassesOnly)
{
    EXPECT_EQ(earned_share(4), 1.0);
    EXPECT_EQ(earned_share(3), 0.5);
    for (int const cpa_class : {0, 1, 2}) EXPECT_EQ(earned_share(cpa_class), 0.0) << cpa_class;
}
}  // namespace concordat::state
