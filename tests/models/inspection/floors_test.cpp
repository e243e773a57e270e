#include "models/inspection/floors.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"
#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
namespace
{
constexpr int years = 3;

FloorParams make_params()
{
    return {.level_spread = 2.0,
            .covered = core::Share{1.0},
            .percentile = core::Share{0.05},
            .pressure = 0.2,
            .probability = core::Share{0.3},
            .support = 0.1,
            .trust_lost = core::Share{0.1},
            .cost = core::Pounds{150000.0}};
}

state::Occasion at(std::uint32_t replicate, std::uint32_t round = 0)
{
    return {.master_seed = 11, .replicate = replicate, .round = round};
}

TEST(Floors, StandAtThePercentileOfStartingLevelsOnNationalIndicators)
{
    InspectionScene scene{2, 1000};
    scene.pack.indicators[0].link = state::NationalLink::none;
    auto params = make_params();
    params.covered = core::Share{0.25};
    Floors const floors{scene.pack, params, years};
    floors.open(at(0), scene.assessment);
    EXPECT_FALSE(std::isfinite(scene.assessment.floor[0]));
    double covered = 0.0;
    for (double const floor : scene.assessment.floor) {
        if (!std::isfinite(floor)) continue;
        covered += 1.0;
        EXPECT_NEAR(floor, -2.0 * 1.6448536, 1e-6);
    }
    EXPECT_NEAR(covered / 999.0, 0.25, 5.0 * std::sqrt(0.1875 / 999.0));
}

TEST(Floors, PressMostOnAreasThatStandAtThem)
{
    InspectionScene scene{3, 1};
    Floors const floors{scene.pack, make_params(), years};
    floors.open(at(0), scene.assessment);
    double const floor = scene.assessment.floor[0];
    scene.standing.level.col(0).head(3) << floor, floor + 1.0, 5.0;
    scene.estimate(1.0);
    floors.press(scene.outlook, scene.assessment, scene.conditions);
    auto const& slope = scene.conditions.measured_slope;
    EXPECT_NEAR(slope(0, 0), 0.2 * core::normal_pdf(0.0), 1e-15);
    EXPECT_NEAR(slope(1, 0), 0.2 * core::normal_pdf(1.0), 1e-15);
    EXPECT_LT(slope(2, 0), 1e-10);
    for (int i = 3; i < 8; ++i) EXPECT_EQ(slope(i, 0), 0.0);
    // The same distance with a third of the round left is three times as certain in variance.
    scene.conditions.clear();
    scene.estimate(1.0 / 3.0);
    floors.press(scene.outlook, scene.assessment, scene.conditions);
    double const s = std::sqrt(1.0 / 3.0);
    EXPECT_NEAR(slope(1, 0), 0.2 * core::normal_pdf(1.0 / s) / s, 1e-12);
}

TEST(Floors, BringInterventionsAtTheStatedRateAndTheirPrice)
{
    constexpr int areas = 400;
    InspectionScene scene{areas, 2};
    Floors const floors{scene.pack, make_params(), years};
    floors.open(at(0), scene.assessment);
    scene.standing.level.setConstant(scene.assessment.floor[0]);  // below with probability one half
    scene.population.productivity.setConstant(0.8);
    scene.estimate(2.0 / 3.0);
    floors.intervene(at(0), 0, scene.outlook, scene.agreement, scene.population, scene.standing, scene.assessment);
    double total = 0.0;
    for (int i = 0; i < areas; ++i) {
        double const here = scene.assessment.interventions[i];
        total += here;
        EXPECT_NEAR(scene.population.trust[i], 0.5 - 0.1 * here, 1e-12);
        EXPECT_NEAR(scene.assessment.intervention_cost[i], 150.0 * here, 1e-12);
        EXPECT_EQ(scene.assessment.autonomy[i], here > 0.0 ? 0.0 : 1.0);
        for (int j = 0; j < 2; ++j) {
            double const expected = scene.assessment.intervened(i, j) ? 1.0 + 0.1 / 0.8 : 1.0;
            EXPECT_NEAR(scene.standing.support(i, j), expected, 1e-15);
        }
    }
    EXPECT_NEAR(total / (2.0 * areas), 0.15, 5.0 * std::sqrt(0.1275 / (2.0 * areas)));
}

TEST(Floors, HelpForAYearOnly)
{
    InspectionScene scene{50, 2};
    Floors const floors{scene.pack, make_params(), years};
    floors.open(at(0), scene.assessment);
    scene.standing.level.setConstant(-20.0);
    scene.estimate(2.0 / 3.0);
    floors.intervene(at(0), 0, scene.outlook, scene.agreement, scene.population, scene.standing, scene.assessment);
    EXPECT_TRUE((scene.standing.support > 1.0).any());
    scene.standing.level.setConstant(20.0);
    scene.estimate(1.0 / 3.0);
    floors.intervene(at(0), 1, scene.outlook, scene.agreement, scene.population, scene.standing, scene.assessment);
    EXPECT_TRUE((scene.standing.support == 1.0).all());
    EXPECT_TRUE((scene.assessment.intervened == 0).all());
}

TEST(Floors, CountWhoIsBelowInsideAndOutsideTheAgreement)
{
    InspectionScene scene{2, 3};
    Floors const floors{scene.pack, make_params(), years};
    floors.open(at(0), scene.assessment);
    scene.choose(0, 1, 1.0);
    scene.standing.level.setConstant(-40.0);
    scene.estimate(0.0);
    floors.intervene(at(0), 2, scene.outlook, scene.agreement, scene.population, scene.standing, scene.assessment);
    EXPECT_NEAR(scene.assessment.below_selected[0], 1.0, 1e-12);
    EXPECT_NEAR(scene.assessment.below_unselected[0], 2.0, 1e-12);
    EXPECT_NEAR(scene.assessment.below_unselected[1], 3.0, 1e-12);
}

TEST(Floors, ChangeNothingWhereSwitchedOff)
{
    InspectionScene scene{4, 3};
    auto params = make_params();
    params.pressure = 0.0;
    params.probability = core::Share{0.0};
    Floors const floors{scene.pack, params, years};
    floors.open(at(0), scene.assessment);
    scene.standing.level.setConstant(-20.0);
    scene.standing.support.setConstant(1.1);
    scene.estimate(2.0 / 3.0);
    floors.press(scene.outlook, scene.assessment, scene.conditions);
    floors.intervene(at(0), 0, scene.outlook, scene.agreement, scene.population, scene.standing, scene.assessment);
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
    EXPECT_TRUE((scene.standing.support == 1.1).all());
    EXPECT_TRUE((scene.population.trust == 0.5).all());
    EXPECT_TRUE((scene.assessment.interventions == 0.0).all());
}

TEST(Floors, FollowIdsAndNotRows)
{
    InspectionScene scene{9, 7}, turned{9, 7};
    turned.pack = support::reverse_rows(turned.pack);
    auto params = make_params();
    params.covered = core::Share{0.5};
    for (auto* one : {&scene, &turned}) {
        Floors const floors{one->pack, params, years};
        floors.open(at(3), one->assessment);
        one->standing.level.setConstant(-3.3);
        one->estimate(2.0 / 3.0);
        floors.intervene(at(3), 0, one->outlook, one->agreement, one->population, one->standing, one->assessment);
    }
    for (int i = 0; i < 9; ++i) {
        for (int j = 0; j < 7; ++j) {
            EXPECT_EQ(scene.assessment.intervened(i, j), turned.assessment.intervened(8 - i, 6 - j));
        }
    }
}
}  // namespace
}  // namespace concordat::inspection
