#include "models/gaming/temptation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/models/gaming/gaming_scene.hpp"

namespace concordat::gaming
{
namespace
{
TEST(Temptation, MakesTheStatedShareOfIndicatorsManipulableForAllAreasAndRounds)
{
    constexpr int items = 2000;
    auto params = make_params();
    params.manipulable = core::Share{1.0 / 3.0};
    GamingScene scene{2, items, params};
    scene.weigh();
    int manipulable = 0;
    for (int k = 0; k < items; ++k) {
        EXPECT_EQ(std::isfinite(scene.gaming.curvature(0, k)), std::isfinite(scene.gaming.curvature(1, k)));
        manipulable += std::isfinite(scene.gaming.curvature(0, k)) ? 1 : 0;
    }
    // Five standard errors of a share: false alarm once in two million.
    EXPECT_NEAR(manipulable / static_cast<double>(items), 1.0 / 3.0, 5.0 * std::sqrt(2.0 / 9.0 / items));
    auto const first = scene.gaming.manipulable;
    scene.weigh(0, 1);
    EXPECT_EQ(scene.gaming.manipulable, first);
    scene.weigh(1, 0);
    EXPECT_NE(scene.gaming.manipulable, first);
}

TEST(Temptation, DrawsALognormalCostPerTarget)
{
    constexpr int areas = 400, items = 10;
    auto params = make_params();
    params.curvature_spread = 0.7;
    params.effort_per_thousand = 0.5;
    GamingScene scene{areas, items, params};
    scene.weigh();
    std::vector<double> drawn;
    int wide = 0;
    for (int i = 0; i < areas; ++i) {
        for (int k = 0; k < items; ++k) drawn.push_back(scene.gaming.curvature(i, k));
    }
    std::sort(drawn.begin(), drawn.end());
    for (double const value : drawn) wide += value > 8.0 * std::exp(0.7) ? 1 : 0;
    EXPECT_NEAR(drawn[drawn.size() / 2], 8.0, 0.6);  // 4 effort points are 8 thousand pounds
    EXPECT_NEAR(wide / static_cast<double>(drawn.size()), 0.1587, 0.03);
}

TEST(Temptation, FollowsIdsAndNotRows)
{
    auto params = make_params();
    params.manipulable = core::Share{0.5};
    params.curvature_spread = 0.7;
    GamingScene scene{6, 4, params}, turned{6, 4, params};
    turned.pack = support::reverse_rows(turned.pack);
    scene.weigh();
    turned.weigh();
    for (int i = 0; i < 6; ++i) {
        for (int k = 0; k < 4; ++k) EXPECT_EQ(scene.gaming.curvature(i, k), turned.gaming.curvature(5 - i, 3 - k));
    }
}

TEST(Temptation, GoesWithWhatAPoundOfRewardIsWorth)
{
    GamingScene scene{3, 1, make_params()};
    scene.standing.payment_belief.head(3) << 1.0, 0.5, 0.0;
    scene.weigh();
    EXPECT_NEAR(scene.gaming.curvature(0, 0), 4.0, 1e-12);
    EXPECT_NEAR(scene.gaming.curvature(1, 0), 8.0, 1e-12);
    EXPECT_FALSE(std::isfinite(scene.gaming.curvature(2, 0)));  // who expects no pay does not cheat for it
}

TEST(Temptation, KeepsPaddingNeutral)
{
    GamingScene scene{3, 2, make_params()};
    scene.weigh();
    for (int i = 3; i < 8; ++i) EXPECT_FALSE(std::isfinite(scene.gaming.curvature(i, 0)));
    scene.falsify();
    EXPECT_TRUE(scene.performance.reported.isFinite().all());
    EXPECT_TRUE(scene.gaming.effort.isFinite().all());
}
}  // namespace
}  // namespace concordat::gaming
