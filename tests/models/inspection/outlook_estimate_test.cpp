#include "models/inspection/outlook_estimate.hpp"

#include <gtest/gtest.h>

#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
namespace
{
TEST(OutlookEstimate, StartsFromNeedAndGoesOnAtTheSamePace)
{
    InspectionScene scene{3, 2};
    scene.population.need(1, 0) = 1.5;
    scene.population.trend(1, 0) = 0.3;
    scene.standing.level(1, 0) = 0.4;
    scene.performance.true_gain(1, 0) = 0.2;
    scene.estimate(2.0 / 3.0);
    EXPECT_NEAR(scene.outlook.start(1, 0), 0.4 - 2.0 * 1.5, 1e-15);
    EXPECT_NEAR(scene.outlook.present(1, 0), -2.6 + 0.1 + 0.2, 1e-15);
    EXPECT_NEAR(scene.outlook.projected(1, 0), -2.6 + 0.3 + 0.6, 1e-15);
    scene.estimate(0.0);
    EXPECT_NEAR(scene.outlook.present(1, 0), -2.6 + 0.3 + 0.2, 1e-15);
    EXPECT_EQ(scene.outlook.projected(1, 0), scene.outlook.present(1, 0));
}

TEST(OutlookEstimate, LooksAtNoGainsBeforeThereAreAny)
{
    InspectionScene scene{3, 2};
    scene.performance.true_gain.setConstant(17.0);  // left over from another round
    scene.estimate(1.0);
    EXPECT_TRUE((scene.outlook.projected == 0.0).all());
}

TEST(OutlookEstimate, SpreadsByOwnAndCommonLuck)
{
    InspectionScene scene{2, 2};
    scene.population.noise[1] = 1.2;
    scene.population.loading[0][1] = 0.5;
    scene.estimate(1.0);
    EXPECT_NEAR(scene.outlook.spread[0], 1.0, 1e-15);
    EXPECT_NEAR(scene.outlook.spread[1], 1.3, 1e-15);
}
}  // namespace
}  // namespace concordat::inspection
