#include "models/gaming/falsification.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "sim/core/elementary.hpp"
#include "tests/models/gaming/gaming_scene.hpp"

namespace concordat::gaming
{
namespace
{
TEST(Falsification, ReachesTheTargetFromInsideTheWindowOnly)
{
    // B = 1, P = .5, k = 4, pi = .3: mbar = .5244 (A9).
    GamingScene scene{5, 1, make_params()};
    scene.weigh();
    scene.performance.reported.col(0).head(5) << 1.2, 1.0, 0.7, 0.4757, 0.4754;
    scene.falsify();
    auto const& reported = scene.performance.reported;
    EXPECT_EQ(reported(0, 0), 1.2);
    EXPECT_EQ(reported(1, 0), 1.0);
    EXPECT_EQ(reported(2, 0), 1.0);
    EXPECT_EQ(reported(3, 0), 1.0);
    EXPECT_EQ(reported(4, 0), 0.4754);
    EXPECT_EQ(scene.gaming.misreported(1, 0), 0);
    EXPECT_EQ(scene.gaming.misreported(2, 0), 2);
    EXPECT_NEAR(scene.gaming.penalty(2, 0), 0.5, 1e-15);
    EXPECT_NEAR(scene.gaming.effort[2], 0.5 * 4.0 * 0.3 * 0.3, 1e-12);
    EXPECT_EQ(scene.performance.effort[2], scene.gaming.effort[2]);
    EXPECT_EQ(scene.performance.effort[0], 0.0);
}

TEST(Falsification, MeetsTheTargetToTheLastBit)
{
    constexpr int cases = 400;
    GamingScene scene{cases, 1, make_params()};
    scene.weigh();
    for (int i = 0; i < cases; ++i) {
        scene.targets.level(i, 0) = 1.0 / 3.0 + 0.01 * i;
        scene.performance.reported(i, 0) = scene.targets.level(i, 0) - 0.5 * (i + 1) / cases;
    }
    scene.falsify();
    for (int i = 0; i < cases; ++i) EXPECT_GE(scene.performance.reported(i, 0), scene.targets.level(i, 0)) << i;
}

TEST(Falsification, LeavesTheBunchingMassOfTheTheory)
{
    // A9's table at pi = .3: mu = .35434, bunching .1925, reported hit .4517.
    constexpr int draws = 20000;
    GamingScene scene{draws, 1, make_params()};
    scene.weigh();
    for (int i = 0; i < draws; ++i) scene.performance.reported(i, 0) = .35434 + core::normal_quantile((i + .5) / draws);
    scene.falsify();
    double bunched = 0.0, hits = 0.0;
    for (int i = 0; i < draws; ++i) {
        bunched += scene.gaming.misreports[i];
        hits += scene.performance.reported(i, 0) >= 1.0 ? 1.0 : 0.0;
    }
    EXPECT_NEAR(bunched / draws, .1925, 1e-4);
    EXPECT_NEAR(hits / draws, .4517, 1e-4);
}

TEST(Falsification, InflatesEveryUnitWhereEveryUnitCounts)
{
    // A9: b = 1, pi = .3, P = 1.5 per unit, k = 2: m = .275; deterred from pi P = 1 on.
    auto params = make_params(RewardShape::slope);
    params.curvature_median = 2.0;
    params.penalty = 1.5;
    GamingScene scene{1, 1, params};
    scene.weigh();
    scene.gaming.slope(0, 0) = 1.0;
    scene.performance.reported(0, 0) = 0.9;
    scene.falsify();
    EXPECT_NEAR(scene.performance.reported(0, 0), 0.9 + .275, 1e-12);
    EXPECT_NEAR(scene.gaming.penalty(0, 0), 1.5 * .275, 1e-12);
    EXPECT_EQ(scene.gaming.misreported(0, 0), 1);
    double const gain = 1.0;  // a^2 b / c
    EXPECT_NEAR(scene.gaming.inflation(0, 0) / (scene.gaming.inflation(0, 0) + gain), .215686, 1e-6);
    params.detection = core::Share{2.0 / 3.0 + 1e-9};
    GamingScene deterred{1, 1, params};
    deterred.weigh();
    deterred.gaming.slope(0, 0) = 1.0;
    deterred.falsify();
    EXPECT_EQ(deterred.gaming.misreports[0], 0.0);
}

TEST(Falsification, ReachesTheFloorOfProRataAndClimbsFromThere)
{
    // Floor .6: window sqrt(2 (.7 x .6 - .3 x .5)/4) = .36742; slope 1, climb (1 - .15)/4 = .2125.
    GamingScene scene{5, 1, make_params(RewardShape::pro_rata)};
    scene.weigh();
    scene.performance.reported.col(0).head(5) << 0.2, 0.3, 0.5, 0.7, 0.9;
    scene.falsify();
    auto const& reported = scene.performance.reported;
    EXPECT_EQ(reported(0, 0), 0.2);
    EXPECT_EQ(reported(1, 0), 0.6);
    EXPECT_NEAR(reported(2, 0), 0.7125, 1e-12);
    EXPECT_NEAR(reported(3, 0), 0.9125, 1e-12);
    EXPECT_NEAR(reported(4, 0), 1.0, 1e-12);
    EXPECT_EQ(scene.gaming.misreported(2, 0), 2);
    EXPECT_EQ(scene.gaming.misreported(3, 0), 1);
}

TEST(Falsification, FloorAtTheTargetIsTheHitOrMissRule)
{
    auto params = make_params(RewardShape::pro_rata);
    params.floor = 1.0;
    GamingScene one{40, 1, params}, other{40, 1, make_params()};
    for (auto* scene : {&one, &other}) {
        scene->weigh();
        for (int i = 0; i < 40; ++i) scene->performance.reported(i, 0) = 0.05 * i - 0.3;
        scene->falsify();
    }
    EXPECT_TRUE((one.performance.reported == other.performance.reported).all());
}

TEST(Falsification, TellsContestsFromTargetsWithoutOne)
{
    GamingScene scene{2, 1, make_params(RewardShape::contest)};
    scene.weigh();
    scene.performance.contestants(0, 0) = 12;
    scene.gaming.slope(0, 0) = 0.4;
    scene.performance.reported.col(0).head(2) << 0.8, 0.8;
    scene.falsify();
    EXPECT_NEAR(scene.performance.reported(0, 0), 0.8 + 0.4 * 0.85 / 4.0, 1e-12);
    EXPECT_EQ(scene.performance.reported(1, 0), 1.0);
}

TEST(Falsification, CountsReportsOnBothSidesOfTheTarget)
{
    GamingScene scene{1, 4, make_params()};
    scene.weigh();
    scene.gaming.curvature.setConstant(std::numeric_limits<double>::infinity());
    scene.gaming.curvature(0, 0) = 4.0;
    scene.performance.reported.row(0) << 0.8, 0.95, 1.05, 1.2;
    scene.falsify();
    EXPECT_EQ(scene.gaming.just_above[0], 2.0);  // one honest, one false
    EXPECT_EQ(scene.gaming.just_below[0], 1.0);
    EXPECT_EQ(scene.gaming.targets[0], 4.0);
}

TEST(Falsification, ChangesNoBitWhereNothingCanBeManipulated)
{
    auto params = make_params();
    params.manipulable = core::Share{0.0};
    GamingScene scene{8, 3, params};
    scene.performance.reported.setConstant(0.99);
    scene.performance.effort.setConstant(1.0 / 3.0);
    auto const before = scene.performance;
    scene.weigh();
    scene.falsify();
    scene.pay();
    auto const paid = scene.performance.payment;
    scene.audit();
    EXPECT_TRUE((scene.performance.reported == before.reported).all());
    EXPECT_TRUE((scene.performance.effort == before.effort).all());
    EXPECT_TRUE((scene.performance.payment == paid).all());
    EXPECT_TRUE((scene.population.trust == 0.5).all());
    EXPECT_TRUE((scene.gaming.misreports == 0.0).all());
    EXPECT_TRUE((scene.gaming.audit_cost == 0.0).all());
}

TEST(Falsification, IsSparedWhatCarriesNoReward)
{
    GamingScene scene{1, 2, make_params()};
    scene.performance.reward(0, 1) = 0.0;
    scene.weigh();
    scene.performance.reported.row(0) << 0.9, 0.9;
    scene.falsify();
    EXPECT_EQ(scene.performance.reported(0, 1), 0.9);
    EXPECT_EQ(scene.gaming.targets[0], 1.0);
}
}  // namespace
}  // namespace concordat::gaming
