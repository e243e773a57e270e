#include "models/inspection/scoring.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
namespace
{
constexpr int years = 3;

/// Performance alone, over the whole set, follows the class.
ScoringParams make_params()
{
    return {.inspection = {.strength = 12.0, .agreement_weight = 0.4, .low_performer_extra = 0.5, .regime = Regime::cpa},
            .annual = true,
            .capability_weight = 0.0,
            .performance_weight = 1.0,
            .affluence_bias = 0.0,
            .judgement_noise = 0.0,
            .flag_distance = 1.0,
            .class_cuts = {-1.362, -0.728, -0.017, 1.051},
            .star_cuts = {-1.645, -0.524, 1.282}};
}

state::Occasion at(std::uint32_t replicate, std::uint32_t round = 0)
{
    return {.master_seed = 13, .replicate = replicate, .round = round};
}

/// Two areas one sigma above and below the mean of all at the start.
InspectionScene make_pair(int slots = 2)
{
    InspectionScene scene{2, 4, slots};
    scene.standing.level.row(0).setConstant(1.0);
    scene.standing.level.row(1).setConstant(-1.0);
    return scene;
}

void score(InspectionScene& scene, ScoringParams const& params, double remaining = 2.0 / 3.0)
{
    Scoring const scoring{scene.pack, params, years};
    scene.estimate(1.0);
    scoring.open(at(0), scene.population, scene.outlook, scene.assessment);
    scene.estimate(remaining);
    scoring.score(at(0), 0, scene.agreement, scene.targets, scene.outlook, scene.population, scene.assessment);
}

TEST(Scoring, StandardisesPerformanceByTheFirstYear)
{
    auto scene = make_pair();
    score(scene, make_params());
    EXPECT_NEAR(scene.assessment.score[0], 1.0, 1e-12);
    EXPECT_NEAR(scene.assessment.score[1], -1.0, 1e-12);
    EXPECT_EQ(scene.population.cpa_class[0], 3);
    EXPECT_EQ(scene.population.cpa_class[1], 1);
    EXPECT_EQ(scene.assessment.star[0], 3);
    EXPECT_EQ(scene.assessment.star[1], 2);
    // Everybody gains half a sigma: everybody scores better.
    scene.performance.true_gain.setConstant(0.5);
    scene.estimate(1.0 / 3.0);
    Scoring{scene.pack, make_params(), years}.score(at(0), 1, scene.agreement, scene.targets, scene.outlook,
                                                     scene.population, scene.assessment);
    EXPECT_NEAR(scene.assessment.score[0], 1.5, 1e-12);
    EXPECT_EQ(scene.population.cpa_class[0], 4);
    EXPECT_EQ(scene.population.cpa_class[1], 2);
}

TEST(Scoring, WeighsTheAgreementUnderCaaOnly)
{
    auto params = make_params();
    auto scene = make_pair();
    scene.choose(0, 0, 2.0);   // expected to miss by two sigma
    scene.choose(1, 1, -2.0);  // expected to pass by two
    score(scene, params);
    EXPECT_NEAR(scene.assessment.score[0], 1.0, 1e-12);
    params.inspection.regime = Regime::caa;
    score(scene, params);
    double const scale = 1.0 / std::sqrt(0.4 * 0.4 + 0.6 * 0.6);
    EXPECT_NEAR(scene.assessment.score[0], scale * (0.6 - 0.4), 1e-12);
    EXPECT_NEAR(scene.assessment.score[1], scale * (0.4 - 0.6), 1e-12);
    EXPECT_EQ(scene.assessment.red_flags[0], 1.0);
    EXPECT_EQ(scene.assessment.green_flags[0], 0.0);
    EXPECT_EQ(scene.assessment.green_flags[1], 1.0);
}

TEST(Scoring, SeesCapabilityAndAffluence)
{
    auto params = make_params();
    params.performance_weight = 0.0;
    params.capability_weight = 0.75;
    params.affluence_bias = 0.2;
    auto scene = make_pair();
    scene.population.capability[0] = 2.0;
    scene.population.deprivation[1] = 1.5;
    score(scene, params);
    EXPECT_NEAR(scene.assessment.score[0], 1.5, 1e-12);
    EXPECT_NEAR(scene.assessment.score[1], -0.3, 1e-12);
}

TEST(Scoring, ErrsByTheStatedAmountAndByTheAreasId)
{
    constexpr int areas = 1000;
    auto params = make_params();
    params.performance_weight = 0.0;
    params.judgement_noise = 0.4;
    InspectionScene scene{areas, 2}, turned{areas, 2};
    turned.pack = support::reverse_rows(turned.pack);
    score(scene, params);
    score(turned, params);
    double squares = 0.0;
    for (int i = 0; i < areas; ++i) {
        squares += scene.assessment.score[i] * scene.assessment.score[i];
        EXPECT_EQ(scene.assessment.score[i], turned.assessment.score[areas - 1 - i]);
    }
    EXPECT_NEAR(std::sqrt(squares / areas), 0.4, 5.0 * 0.4 / std::sqrt(2.0 * areas));
}

TEST(Scoring, MovesTheSteepnessOfInspectionWithTheClass)
{
    auto scene = make_pair();
    auto const params = make_params();
    score(scene, params);  // both were fair when slopes were priced; the second is weak now
    Scoring{scene.pack, params, years}.focus(scene.population, scene.assessment, scene.conditions);
    EXPECT_EQ(scene.conditions.inspection_focus[0], 1.0);
    EXPECT_NEAR(scene.conditions.inspection_focus[1], 1.5, 1e-15);
}

TEST(Scoring, LeavesClassesAsDrawnWhereTheyDoNotFollowAndWhereNobodyInspects)
{
    for (bool const inspected : {false, true}) {
        auto params = make_params();
        params.annual = !inspected;
        if (!inspected) params.inspection.regime = Regime::none;
        auto scene = make_pair();
        score(scene, params);
        Scoring{scene.pack, params, years}.focus(scene.population, scene.assessment, scene.conditions);
        EXPECT_EQ(scene.population.cpa_class, std::vector<int>(8, 2));
        EXPECT_TRUE((scene.conditions.inspection_focus == 1.0).all());
        EXPECT_EQ(scene.assessment.star[0], inspected ? 3 : 0);
    }
}

TEST(Scoring, TakesTheOldScoresAwayWhereInspectionIsNoLongerRoutine)
{
    auto params = make_params();
    auto scene = make_pair();
    score(scene, params);
    EXPECT_GT(scene.assessment.star[0], 0);
    params.inspection.routine = false;
    score(scene, params);
    EXPECT_EQ(scene.assessment.star[0], 0);
}
}  // namespace
}  // namespace concordat::inspection
