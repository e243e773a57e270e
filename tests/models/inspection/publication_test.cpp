#include "models/inspection/publication.hpp"

#include <gtest/gtest.h>

#include "sim/core/elementary.hpp"
#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
namespace
{
TEST(Publication, IsFeltNearThePublishedTarget)
{
    InspectionScene scene{3, 2};
    scene.standing.level.col(1).setConstant(-4.0);  // targets count from where the round starts
    scene.choose(0, 1, 0.0);
    scene.choose(1, 1, 1.5);
    scene.estimate(1.0);
    Publication const publication{scene.pack, {.strength = 0.15, .comparator_weight = 0.0, .comparators = 2}};
    publication.publish(scene.outlook, scene.agreement, scene.targets, scene.conditions);
    auto const& slope = scene.conditions.measured_slope;
    EXPECT_NEAR(slope(0, 1), 0.15 * core::normal_pdf(0.0), 1e-15);
    EXPECT_NEAR(slope(1, 1), 0.15 * core::normal_pdf(1.5), 1e-15);
    EXPECT_EQ(slope(2, 1), 0.0);
    EXPECT_EQ(slope(0, 0), 0.0);
}

TEST(Publication, ComparesWithTheNearestAreasOnEveryIndicator)
{
    InspectionScene scene{4, 1};
    scene.standing.level.col(0).head(4) << 1.0, 0.0, 2.0, 50.0;
    scene.estimate(1.0);
    // Area 0's two nearest are areas 1 and 2, whose mean is its own level.
    Publication const publication{scene.pack, {.strength = 0.15, .comparator_weight = 0.5, .comparators = 2}};
    publication.publish(scene.outlook, scene.agreement, scene.targets, scene.conditions);
    auto const& slope = scene.conditions.measured_slope;
    EXPECT_NEAR(slope(0, 0), 0.075 * core::normal_pdf(0.0), 1e-15);
    EXPECT_NEAR(slope(1, 0), 0.075 * core::normal_pdf(1.5), 1e-15);
    EXPECT_LT(slope(3, 0), 1e-12);
    for (int i = 4; i < 8; ++i) EXPECT_EQ(slope(i, 0), 0.0);
}

TEST(Publication, ChangesNothingWhereNothingIsPublished)
{
    InspectionScene scene{4, 2};
    scene.choose(0, 1, 0.0);
    scene.estimate(1.0);
    scene.conditions.measured_slope.setConstant(1.0 / 3.0);
    auto const before = scene.conditions.measured_slope;
    Publication const publication{scene.pack, {.strength = 0.0, .comparator_weight = 0.5, .comparators = 2}};
    publication.publish(scene.outlook, scene.agreement, scene.targets, scene.conditions);
    EXPECT_TRUE((scene.conditions.measured_slope == before).all());
}
}  // namespace
}  // namespace concordat::inspection
