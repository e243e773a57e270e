#include "models/inspection/complaints.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/inspection/complaint_scene.hpp"

namespace concordat::inspection
{
namespace
{
constexpr int years = 3;

TEST(Complaints, ReachTheInspectorateOnlyWhereMoreThanOnePartyIsLeftWithOne)
{
    ComplaintScene scene{3, 7};
    Complaints const complaints{scene.pack, ComplaintScene::make_params(), years};
    // Partner 1 watches items 0 and 6, partner 3 item 2.
    for (int j : {0, 6}) scene.choose(0, j, 40.0);
    for (int j : {0, 2}) scene.choose(1, j, 40.0);
    for (int j : {0, 2}) scene.choose(2, j, -40.0);
    complaints.resize(scene.agreement, scene.complaints);
    scene.population.productivity.setConstant(0.8);
    scene.estimate(2.0 / 3.0);
    scene.hear(complaints, 0);
    auto const& out = scene.complaints;
    EXPECT_EQ(out.made[0], 2.0);
    EXPECT_EQ(out.made[1], 2.0);
    EXPECT_EQ(out.made[2], 0.0);
    EXPECT_EQ(out.inspected[0], 0.0);
    EXPECT_EQ(out.inspected[1], 1.0);
    // One inspection, two directed items, and their price.
    EXPECT_NEAR(scene.assessment.intervention_cost[1], 100.0 + 2.0 * 150.0, 1e-12);
    EXPECT_EQ(scene.assessment.intervention_cost[0], 0.0);
    EXPECT_NEAR(scene.standing.support(1, 2), 1.0 + 0.1 / 0.8, 1e-15);
    EXPECT_EQ(scene.standing.support(0, 0), 1.0);
    EXPECT_NEAR(scene.population.trust[1], 0.4, 1e-15);
    EXPECT_EQ(scene.assessment.autonomy[1], 0.0);
    EXPECT_EQ(scene.assessment.autonomy[0], 1.0);
}

TEST(Complaints, AreMadeAndSettledAtTheirRates)
{
    constexpr int areas = 200, items = 12;
    ComplaintScene scene{areas, items};
    scene.agree_on_all(0.0);  // half of the items are seen to lag
    auto params = ComplaintScene::make_params();
    params.rate = core::Share{0.5};
    params.mended = core::Share{0.4};
    params.scrutinised = core::Share{0.5};
    Complaints const complaints{scene.pack, params, years};
    complaints.resize(scene.agreement, scene.complaints);
    scene.estimate(2.0 / 3.0);
    scene.hear(complaints, 0);
    constexpr double pairs = areas * items;
    double made = 0.0, left = 0.0;
    for (int i = 0; i < areas; ++i) {
        for (int k = 0; k < items; ++k) {
            made += scene.complaints.raised(i, k) != 0;
            left += scene.complaints.raised(i, k) == 2;
        }
    }
    EXPECT_NEAR(made / pairs, 0.25, 5.0 * std::sqrt(0.25 * 0.75 / pairs));
    EXPECT_NEAR(left / pairs, 0.075, 5.0 * std::sqrt(0.075 * 0.925 / pairs));
    EXPECT_EQ(scene.complaints.made.head(areas).sum(), made);
}

TEST(Complaints, PressOnTheirItemsInTheYearAfterAndEndTheHelpOfTheLast)
{
    ComplaintScene scene{2, 3};
    scene.choose(0, 0, 40.0);
    scene.choose(0, 2, 40.0);
    auto params = ComplaintScene::make_params();
    params.concern = 0.0;
    Complaints const complaints{scene.pack, params, years};
    complaints.resize(scene.agreement, scene.complaints);
    scene.estimate(2.0 / 3.0);
    scene.press(complaints, 0);
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
    scene.hear(complaints, 0);
    EXPECT_GT(scene.standing.support(0, 2), 1.0);
    scene.press(complaints, 1);
    EXPECT_EQ(scene.conditions.measured_slope(0, 2), 0.1);
    EXPECT_EQ(scene.conditions.measured_slope(0, 1), 0.0);
    // Targets that are met bring no complaint, and last year's help is over.
    scene.targets.level.setConstant(-40.0);
    scene.conditions.clear();
    scene.hear(complaints, 1);
    scene.press(complaints, 2);
    EXPECT_TRUE((scene.standing.support == 1.0).all());
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
}

TEST(Complaints, ThatAreVexatiousTakeCapacityAndNothingElse)
{
    constexpr int areas = 400;
    ComplaintScene scene{areas, 1};
    ComplaintParams params{};
    params.vexatious = 2.0;
    params.distraction = core::Share{0.1};
    Complaints const complaints{scene.pack, params, years};
    complaints.resize(scene.agreement, scene.complaints);
    scene.estimate(1.0);
    scene.press(complaints, 0);
    double total = 0.0;
    for (int i = 0; i < areas; ++i) {
        double const count = scene.complaints.made[i];
        EXPECT_NEAR(scene.conditions.budget[i], std::pow(0.9, count), 1e-12);
        total += count;
    }
    EXPECT_NEAR(total / areas, 2.0, 5.0 * std::sqrt(2.0 / areas));
    scene.hear(complaints, 0);
    EXPECT_TRUE((scene.complaints.inspected == 0.0).all());
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
}

TEST(Complaints, OfCouncilsBringInspectorsToWhatPartnersLead)
{
    ComplaintScene scene{1, 4};
    for (int j : {0, 1}) scene.choose(0, j, 40.0);
    scene.standing.partner_trust.setConstant(0.05);
    auto params = ComplaintScene::make_params();
    params.rate = core::Share{0.0};
    params.called_in = core::Share{1.0};
    Complaints const complaints{scene.pack, params, years};
    complaints.resize(scene.agreement, scene.complaints);
    scene.estimate(2.0 / 3.0);
    scene.hear(complaints, 0);
    EXPECT_EQ(scene.complaints.inspected[0], 1.0);
    EXPECT_EQ(scene.assessment.intervened(0, 0), 0);
    EXPECT_EQ(scene.assessment.intervened(0, 1), 1);
    EXPECT_NEAR(scene.assessment.intervention_cost[0], 250.0, 1e-12);
    EXPECT_EQ(scene.standing.partner_trust[0], 0.0);
    EXPECT_EQ(scene.population.trust[0], 0.5);
    EXPECT_EQ(scene.assessment.autonomy[0], 1.0);
}

TEST(Complaints, ChangeNothingWhereNobodyHasARightToThem)
{
    ComplaintScene scene{4, 3};
    scene.agree_on_all(40.0);
    scene.standing.support.setConstant(1.1);
    auto params = ComplaintScene::make_params();
    params.rate = core::Share{0.0};
    Complaints const complaints{scene.pack, params, years};
    complaints.resize(scene.agreement, scene.complaints);
    scene.estimate(2.0 / 3.0);
    scene.press(complaints, 0);
    scene.hear(complaints, 0);
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
    EXPECT_TRUE((scene.conditions.budget == 1.0).all());
    EXPECT_TRUE((scene.standing.support == 1.1).all());
    EXPECT_TRUE((scene.complaints.made == 0.0).all());
    EXPECT_TRUE((scene.assessment.intervention_cost == 0.0).all());
}

TEST(Complaints, FollowIdsAndNotRows)
{
    ComplaintScene scene{9, 6}, turned{9, 6};
    turned.pack = support::reverse_rows(scene.pack);
    turned.pack.base_share = scene.pack.base_share.colwise().reverse().eval();
    auto params = ComplaintScene::make_params();
    params.rate = core::Share{0.5};
    params.mended = core::Share{0.5};
    for (auto* one : {&scene, &turned}) {
        one->agree_on_all(0.0);
        Complaints const complaints{one->pack, params, years};
        complaints.resize(one->agreement, one->complaints);
        one->estimate(2.0 / 3.0);
        one->hear(complaints, 1, 3);
    }
    for (int i = 0; i < 9; ++i) {
        EXPECT_EQ(scene.complaints.inspected[i], turned.complaints.inspected[8 - i]) << i;
        for (int k = 0; k < 6; ++k) EXPECT_EQ(scene.complaints.raised(i, k), turned.complaints.raised(8 - i, 5 - k));
    }
}
}  // namespace
}  // namespace concordat::inspection
