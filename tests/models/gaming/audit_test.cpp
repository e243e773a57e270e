#include "models/gaming/audit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/gaming/gaming_scene.hpp"

namespace concordat::gaming
{
namespace
{
/// All reports a little below the target, so that all are false.
GamingScene make_cheats(int areas, int items, GamingParams const& params)
{
    GamingScene scene{areas, items, params};
    scene.weigh();
    scene.performance.reported.setConstant(0.9);
    scene.falsify();
    scene.pay();
    return scene;
}

TEST(Audit, FindsFalseReportsAtTheStatedRateAndTakesTheRewardBack)
{
    constexpr int areas = 500, items = 4;
    auto scene = make_cheats(areas, items, make_params());
    scene.audit();
    double found = 0.0;
    for (int i = 0; i < areas; ++i) {
        found += scene.gaming.catches[i];
        for (int k = 0; k < items; ++k) EXPECT_EQ(scene.performance.payment(i, k), scene.gaming.caught(i, k) ? 0.0 : 1.0);
        EXPECT_NEAR(scene.gaming.fines[i], 0.5 * scene.gaming.catches[i], 1e-12);
        EXPECT_NEAR(scene.gaming.withheld[i], scene.gaming.catches[i], 1e-12);
        EXPECT_NEAR(scene.population.trust[i], 0.5 - 0.05 * scene.gaming.catches[i], 1e-12);
        EXPECT_NEAR(scene.gaming.audit_cost[i], 0.3 * 4 * 2.0, 1e-12);
    }
    EXPECT_NEAR(found / (areas * items), 0.3, 5.0 * std::sqrt(0.21 / (areas * items)));
}

TEST(Audit, FindsMoreOfTheSameReportsWhereItLooksHarder)
{
    auto params = make_params();
    params.detection = core::Share{0.1};
    auto lenient = make_cheats(200, 3, params);
    lenient.audit();
    lenient.gaming.detection.setConstant(0.4);
    auto const found = lenient.gaming.caught;
    lenient.audit();
    EXPECT_TRUE((lenient.gaming.caught >= found).all());
    EXPECT_TRUE((lenient.gaming.caught > found).any());
}

TEST(Audit, NeverAccusesWhoReportsHonestly)
{
    auto params = make_params();
    params.detection = core::Share{1.0};
    GamingScene scene{50, 3, params};
    scene.weigh();
    scene.performance.reported.setConstant(1.3);
    scene.falsify();
    scene.pay();
    scene.audit();
    EXPECT_TRUE((scene.gaming.caught == 0).all());
    EXPECT_TRUE((scene.population.trust == 0.5).all());
}

TEST(Audit, LeavesThePaymentWhereThePenaltyPerUnitStandsForIt)
{
    auto params = make_params(RewardShape::slope);
    params.detection = core::Share{0.5};
    GamingScene scene{40, 1, params};
    scene.weigh();
    scene.gaming.slope.setOnes();
    scene.falsify();
    scene.performance.payment.setConstant(0.7);
    scene.audit();
    EXPECT_TRUE((scene.performance.payment == 0.7).all());
    EXPECT_TRUE((scene.gaming.withheld == 0.0).all());
    double found = 0.0;
    for (int i = 0; i < 40; ++i) found += scene.gaming.fines[i] > 0.0 ? 1.0 : 0.0;
    EXPECT_GT(found, 0.0);
}

TEST(Audit, TakesNoMoreTrustThanThereIs)
{
    auto params = make_params();
    params.detection = core::Share{0.7 - 0.1};
    params.penalty = 0.0;
    params.trust_lost = core::Share{0.3};
    auto scene = make_cheats(30, 8, params);
    scene.audit();
    EXPECT_TRUE((scene.population.trust >= 0.0).all());
    EXPECT_TRUE((scene.population.trust == 0.0).any());
}
}  // namespace
}  // namespace concordat::gaming
