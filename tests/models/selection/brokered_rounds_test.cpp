#include "models/selection/brokered_rounds.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"
#include "tests/support/protocol_kit.hpp"

namespace concordat::selection
{
namespace
{
using support::make_kit_talks;
using support::make_selection_params;

/// Demands of 60 indicators in 500 areas, plain weights.
support::FrontHalf make_wide_talks(SelectionParams const& params, double gatekeeping, double evidence)
{
    auto population = support::make_population_params();
    population.bargaining.slot_cost = 0.9;
    auto demands = support::make_demands_params();
    demands.evidence.quality = core::Share{evidence};
    return support::FrontHalf{support::make_small_pack(500, 60, 4),
                              {.population = population,
                               .demands = demands,
                               .selection = params,
                               .asks = {.gatekeeping = core::Share{gatekeeping}, .slot_value_over_ask_cost = 2.0}}};
}

/// Shared items over the mean size of both.
double measure_overlap(state::Agreement const& a, state::Agreement const& b, int areas)
{
    double shared = 0.0, sizes = 0.0;
    for (int i = 0; i < areas; ++i) {
        for (int k = a.statutory[i]; k < a.count[i]; ++k) shared += b.selected(i, a.item(i, k));
        sizes += a.count[i] - a.statutory[i] + b.count[i] - b.statutory[i];
    }
    return 2.0 * shared / sizes;
}

TEST(BrokeredRounds, EndInTheJointPackageInTheLimitOfFullConcession)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered = support::make_limit_talks();
    auto talks = make_wide_talks(params, 1.0, 1.0);
    params.kind = ProtocolKind::joint_package;
    auto joint = make_wide_talks(params, 1.0, 1.0);
    for (std::uint32_t r = 0; r < 2; ++r) {  // 1,000 areas
        talks.run(support::kit_occasion(r));
        joint.run(support::kit_occasion(r));
        for (int i = 0; i < 500; ++i) {
            ASSERT_TRUE((talks.agreement.item.row(i) == joint.agreement.item.row(i)).all()) << "area " << i;
        }
    }
}

TEST(BrokeredRounds, LoseLittleOfTheJointPackageWhereDepartmentsAskForThemselves)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered = support::make_limit_talks();
    auto talks = make_wide_talks(params, 0.25, 1.0);
    params.kind = ProtocolKind::joint_package;
    auto joint = make_wide_talks(params, 0.25, 1.0);
    talks.run(support::kit_occasion(0));
    joint.run(support::kit_occasion(0));
    double const overlap = measure_overlap(talks.agreement, joint.agreement, 500);
    EXPECT_GT(overlap, 0.90);
    EXPECT_LT(overlap, 1.0);
}

TEST(BrokeredRounds, AgreeOnlyOnWhatBothWantWithoutConcession)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered = support::make_silent_talks();
    auto talks = make_wide_talks(params, 1.0, 0.0);
    talks.run(support::kit_occasion(0));
    double chosen = 0.0;
    for (int i = 0; i < 500; ++i) {
        for (int k = talks.agreement.statutory[i]; k < talks.agreement.count[i]; ++k) {
            int const item = talks.agreement.item(i, k);
            ASSERT_GE(talks.values.council(i, item), talks.population.slot_cost(i));
            ASSERT_GE(talks.values.centre(i, item), talks.population.slot_cost(i));
            chosen += 1.0;
        }
    }
    EXPECT_GT(chosen, 500.0);
    EXPECT_EQ(talks.bargain.told.sum() + talks.bargain.late.sum() + talks.bargain.evidence.sum(), 0.0);
}

/// One area, one indicator that the centre asks for at equal weights, and nothing but concession.
double find_month(double over_claim, double room, double exponent, int months)
{
    constexpr double most = 0.8;
    SelectionParams params{.cap = 1, .kind = ProtocolKind::brokered_rounds, .brokered = support::make_silent_talks()};
    params.brokered.months = months;
    params.brokered.concession.most = most;
    params.brokered.concession.exponent = exponent;
    support::FrontHalf talks{support::make_small_pack(1, 1),
                             {.population = support::make_population_params(),
                              .demands = support::make_demands_params(),
                              .selection = params,
                              .asks = {.gatekeeping = core::Share{1.0}, .slot_value_over_ask_cost = 2.0}}};
    talks.run(support::kit_occasion(0));
    talks.population.centre_weight.setConstant(0.5);
    talks.population.slot_cost.setZero();
    talks.population.champion.assign(talks.population.champion.size(), 0);
    talks.values.council.setConstant(-2.0 * over_claim);
    talks.values.centre.setConstant(2.0 * (over_claim + room) / most);
    talks.agree(support::kit_occasion(0));
    return talks.agreement.count[0] == 1 ? talks.bargain.months(0) : 0.0;
}

// A6.1 for one item: agreement once the share of time reaches (D/(D + Z))^b, so in the month after.
TEST(BrokeredRounds, SettleOneItemWhenTheConcessionModelSays)
{
    constexpr int months = 1000;
    for (double const b : {.1, .2, .5, 1.0, 2.0}) {
        double const share = core::pow(.5, b);
        EXPECT_NEAR(find_month(.2, .2, b, months), share * months + 0.5, 0.51) << "b = " << b;
    }
    EXPECT_NEAR(find_month(.3, .1, .5, months), std::sqrt(.75) * months + 0.5, 0.51);
    EXPECT_EQ(find_month(.3, -.1, .5, months), 0.0) << "without room there is no agreement";
}

/// Sums over England of a few replicates of the kit's areas.
struct Totals
{
    double told{}, asks{}, late{}, chosen{}, forced{}, months{}, council{}, centre{}, prescribed{}, stopped{};
};

Totals find_totals(SelectionParams const& params, double gatekeeping = 0.25, double weight_shift = 0.0)
{
    auto talks = make_wide_talks(params, gatekeeping, 0.5);
    Totals out;
    for (std::uint32_t r = 0; r < 4; ++r) {
        talks.run(support::kit_occasion(r));
        if (weight_shift != 0.0) {
            talks.population.centre_weight = (talks.population.centre_weight + weight_shift).min(0.95).max(0.05);
            talks.agree(support::kit_occasion(r));
        }
        auto const& bargain = talks.bargain;
        out.told += bargain.told.sum();
        out.asks += bargain.asks.sum();
        out.late += bargain.late.sum();
        out.months += bargain.months.sum();
        out.council += bargain.council_gain.sum();
        out.centre += bargain.centre_gain.sum();
        out.prescribed += bargain.prescribed.sum();
        for (int i = 0; i < 500; ++i) {
            out.chosen += talks.agreement.count[i] - talks.agreement.statutory[i];
            out.forced += talks.agreement.forced[i];
        }
    }
    return out;
}

// Signs of docs/methods/brokered_rounds.md, on 2,000 areas with the same luck.
TEST(BrokeredRounds, ForceLessAsTheGatekeeperGrowsStronger)
{
    auto const params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    auto const weak = find_totals(params, 0.0);
    auto const middle = find_totals(params, 0.5);
    auto const strong = find_totals(params, 1.0);
    EXPECT_GT(weak.asks, middle.asks);
    EXPECT_GT(middle.asks, strong.asks);
    EXPECT_GT(weak.late, middle.late);
    EXPECT_EQ(strong.late, 0.0);
    EXPECT_GT(weak.told, middle.told);
    EXPECT_GT(middle.told, strong.told);
    EXPECT_GT(strong.council, weak.council);
}

TEST(BrokeredRounds, TellMoreWhereDepartmentsTellAndOfficesBow)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    auto const base = find_totals(params);
    params.brokered.departments.tell = core::Share{0.8};
    auto const bold = find_totals(params);
    EXPECT_GT(bold.told, base.told);
    EXPECT_GT(bold.prescribed, base.prescribed);
    EXPECT_LT(bold.council, base.council);
    params.brokered.broker.autonomy = core::Share{0.0};
    EXPECT_GT(find_totals(params).told, bold.told);
    params.brokered.broker.autonomy = core::Share{1.0};
    EXPECT_LT(find_totals(params).told, bold.told);
    params.brokered.departments.public_listing = core::Share{1.0};
    EXPECT_LT(find_totals(params).told, bold.told);
    params.brokered.departments.tell = core::Share{0.0};
    params.brokered.departments.send_back = core::Share{0.0};
    EXPECT_EQ(find_totals(params).told, 0.0);
}

TEST(BrokeredRounds, FollowPowerMediationAndTrust)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    auto const base = find_totals(params);
    auto const strong_centre = find_totals(params, 0.25, 0.2);
    EXPECT_GT(strong_centre.centre, base.centre);
    EXPECT_LT(strong_centre.council, base.council);
    EXPECT_GT(strong_centre.forced, base.forced);
    params.brokered.broker.mediation = core::Share{1.0};
    auto const mediated = find_totals(params);
    EXPECT_LT(mediated.told, base.told);
    EXPECT_GT(mediated.council + mediated.centre, base.council + base.centre);
    EXPECT_LE(mediated.months, base.months);
    params.brokered.broker.mediation = core::Share{0.3};
    params.brokered.departments.late_demands = 0.0;
    EXPECT_EQ(find_totals(params).late, 0.0);
    params.brokered.sign_off = SignOff::third_party;
    EXPECT_EQ(find_totals(params).told, 0.0) << "advisers do not tell";
}

TEST(BrokeredRounds, LetsAMinisterOverrideAdviceAtAPrice)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered.sign_off = SignOff::third_party;
    params.brokered.override_cost = 1.0;
    double const dear = find_totals(params).told;
    params.brokered.override_cost = 0.5;
    EXPECT_GT(dear, 0.0);
    EXPECT_GT(find_totals(params).told, dear);
}

TEST(BrokeredRounds, LimitAsksToTheJointListWhereTheCentreStatesFewPriorities)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered.departments.ask_limit = 5.0;
    auto const few = find_totals(params);
    EXPECT_EQ(few.asks, 5.0 * 2000);
    EXPECT_LT(few.prescribed, find_totals(make_selection_params(ProtocolKind::brokered_rounds, 12)).prescribed);
}

TEST(BrokeredRounds, SpareAreasAsksByTheAutonomyThatTheyHaveEarned)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    auto before = make_kit_talks(params);
    params.brokered.departments.earned_autonomy = core::Share{1.0};
    auto after = make_kit_talks(params);
    for (auto* talks : {&before, &after}) {
        talks->run(support::kit_occasion(0));
        auto& classes = talks->population.cpa_class;
        for (std::size_t i = 0; i < classes.size(); ++i) classes[i] = static_cast<int>(i % 5);
        talks->agree(support::kit_occasion(0));
    }
    for (Eigen::Index i = 0; i < support::kit_areas; ++i) {
        double const asks = before.bargain.asks[i];
        double const left = i % 5 == 4 ? 0.0 : i % 5 == 3 ? 0.5 * asks : asks;
        EXPECT_NEAR(after.bargain.asks[i], left, i % 5 == 3 ? 1.0 : 0.0) << i;
    }
}

TEST(BrokeredRounds, LetTheCouncilChooseWithinTheOutcomesThatTheCentreStates)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.brokered.departments.ask_limit = 1.0;
    auto const one_indicator = find_totals(params);
    params.brokered.departments.outcome_areas = 1;
    auto const one_outcome = find_totals(params);
    EXPECT_LE(one_outcome.asks, 1.0 * 2000);
    EXPECT_GT(one_outcome.asks, 0.9 * 2000);
    EXPECT_LT(one_outcome.prescribed, one_indicator.prescribed);
}

TEST(BrokeredRounds, HabitsOfDepartmentsAndAreasActOnAsksAndConcessions)
{
    auto talks = make_kit_talks(make_selection_params(ProtocolKind::brokered_rounds, 12));
    talks.run(support::kit_occasion(0));
    double const asks = talks.bargain.asks.sum();
    auto const before = talks.bargain.settled_later;
    talks.standing.asking_habit.setConstant(0.5);
    talks.agree(support::kit_occasion(0));
    EXPECT_LT(talks.bargain.asks.sum(), asks);
    talks.standing.asking_habit.setConstant(1.0);
    talks.agree(support::kit_occasion(0));
    EXPECT_TRUE(support::same_bytes(talks.bargain.settled_later, before)) << "neutral habits change nothing";
    double const late = talks.bargain.last_month.sum();
    talks.standing.concession_habit.setConstant(0.3);
    talks.agree(support::kit_occasion(0));
    EXPECT_GT(talks.bargain.last_month.sum(), late) << "who waits settles in the last month";
}

TEST(BrokeredRounds, DepartmentsThatNeverComeLateStayAway)
{
    auto talks = make_kit_talks(make_selection_params(ProtocolKind::brokered_rounds, 12));
    talks.run(support::kit_occasion(0));
    EXPECT_GT(talks.bargain.late.sum(), 0.0);
    talks.centre.late_demands.setZero();
    talks.agree(support::kit_occasion(0));
    EXPECT_EQ(talks.bargain.late.sum(), 0.0);
}

TEST(BrokeredRounds, WriteAStoryThatEndsWithASignature)
{
    auto talks = make_kit_talks(make_selection_params(ProtocolKind::brokered_rounds, 12));
    talks.transcript.on = true;
    talks.transcript.only_area = 3;
    talks.run(support::kit_occasion(0));
    auto const& moves = talks.transcript.moves;
    ASSERT_FALSE(moves.empty());
    EXPECT_EQ(static_cast<double>(moves.size()), talks.bargain.moves(3));
    EXPECT_EQ(moves.front().kind, state::MoveKind::table);
    EXPECT_EQ(moves.back().kind, state::MoveKind::sign);
    for (std::size_t n = 1; n < moves.size(); ++n) {
        EXPECT_EQ(moves[n].area, 3);
        EXPECT_GE(moves[n].month, moves[n - 1].month);
    }
}

/// Freedoms for each chosen target, and areas that joined, under a voluntary regime.
TEST(BrokeredRounds, GrantFreedomsWhereTheyAreOnOffer)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.statutory = StatutorySet::open;
    auto without = make_kit_talks(params);
    without.run(support::kit_occasion(0));
    EXPECT_EQ(without.bargain.freedoms.sum(), 0.0);
    params.freedoms.offered = true;
    auto with = make_kit_talks(params);
    with.run(support::kit_occasion(0));
    EXPECT_TRUE((with.agreement.item == without.agreement.item).all()) << "freedoms take no slot";
    EXPECT_GT(with.bargain.freedoms.sum(), 0.0);
    for (int i = 0; i < support::kit_areas; ++i) {
        EXPECT_EQ(with.bargain.freedoms(i) > 0.0, with.bargain.freedom_granted.row(i).maxCoeff() == 1);
    }
    params.freedoms.centre_loss = 5.0;
    auto dear = make_kit_talks(params);
    dear.run(support::kit_occasion(0));
    EXPECT_LT(dear.bargain.freedoms.sum(), with.bargain.freedoms.sum());
}

TEST(BrokeredRounds, LetAreasStayOutWhereEntryIsVoluntary)
{
    auto params = make_selection_params(ProtocolKind::brokered_rounds, 12);
    params.entry.voluntary = true;
    auto const count_entered = [&](double money) {
        params.entry.money_per_target = money;
        auto talks = make_kit_talks(params);
        talks.run(support::kit_occasion(0));
        for (int i = 0; i < support::kit_areas; ++i) {
            EXPECT_EQ(talks.bargain.entered(i) == 1.0, talks.agreement.count[i] > 0);
        }
        return talks.bargain.entered.head(support::kit_areas).sum();
    };
    EXPECT_EQ(count_entered(100.0), support::kit_areas);
    EXPECT_EQ(count_entered(-100.0), 0.0);
    double const some = count_entered(-0.3);
    EXPECT_GT(some, 0.0);
    EXPECT_LT(some, support::kit_areas);
}
}  // namespace
}  // namespace concordat::selection
