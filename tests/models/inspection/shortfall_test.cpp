#include "models/inspection/shortfall.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"
#include "tests/models/inspection/complaint_scene.hpp"

namespace concordat::inspection
{
namespace
{
TEST(Shortfall, IsTheChanceThatAnItemIsSeenToLag)
{
    ComplaintScene scene{1, 3};
    scene.choose(0, 1, 0.8);
    scene.choose(0, 2, -1.0);
    scene.complaints.resize(8, 3, 5);
    scene.estimate(1.0);
    find_shortfalls(0, scene.outlook, scene.agreement, scene.targets, 0.3, 0.25, scene.complaints);
    // Nothing improves by itself: .5 behind, with half a sigma of luck unknown.
    EXPECT_NEAR(scene.complaints.chance[0], core::normal_cdf(1.0), 1e-15);
    EXPECT_NEAR(scene.complaints.steepness[0], core::normal_pdf(1.0) / 0.5, 1e-15);
    EXPECT_NEAR(scene.complaints.chance[1], core::normal_cdf(-2.6), 1e-15);
    EXPECT_EQ(scene.complaints.chance[2], 0.0);
}

TEST(Shortfall, IsOfChosenItemsWithALevelOnly)
{
    ComplaintScene scene{1, 3};
    for (int j : {0, 1, 2}) scene.choose(0, j, 2.0);
    scene.agreement.statutory[0] = 1;
    scene.agreement.placeholder = state::AreaFlagTable::Zero(8, 3);
    scene.agreement.placeholder(0, 1) = 1;
    scene.complaints.resize(8, 3, 5);
    scene.estimate(1.0);
    find_shortfalls(0, scene.outlook, scene.agreement, scene.targets, 0.0, 1.0, scene.complaints);
    EXPECT_EQ(scene.complaints.chance[0], 0.0);
    EXPECT_EQ(scene.complaints.chance[1], 0.0);
    EXPECT_NEAR(scene.complaints.chance[2], core::normal_cdf(2.0), 1e-15);
}
}  // namespace
}  // namespace concordat::inspection
