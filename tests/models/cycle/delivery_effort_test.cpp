#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/support/england_delivery.hpp"

namespace concordat::cycle
{
namespace
{
using behaviour::BehaviourParams;
using behaviour::EffortRule;

using support::outputs_of;
using Delivery = support::EnglandDelivery;
constexpr auto when = Delivery::when;
constexpr int areas = Delivery::areas;

std::vector<double> gains_of_year(BehaviourParams const& behaviour, int year)
{
    Delivery one{behaviour};
    one.years(year + 1);
    return one.gains();
}

double distance(std::vector<double> const& a, std::vector<double> const& b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
    return sum;
}

TEST(DeliveryEffort, GivesTheSameBitsWhereTheMoveIsNeutral)
{
    auto params = support::quiet_params();
    Delivery plain{{}, params};
    plain.round();
    auto const expected = outputs_of(plain.world());
    // A lag that no indicator has sends every gain through the move.
    params.population.indicators.lag_one = core::Share{1e-12};
    for (auto const rule : {EffortRule::equilibrium, EffortRule::adaptive}) {
        Delivery moved{{.effort = {.rule = rule, .adjustment = 1.0}}, params};
        ASSERT_FALSE(moved.world().population.lag.empty());
        moved.round();
        EXPECT_EQ(outputs_of(moved.world()), expected);
    }
}

TEST(DeliveryEffort, WaitsForTheBudgetInTheFirstYear)
{
    auto const best = gains_of_year({}, 0);
    auto const old = gains_of_year({.calendar = {.lag = 12.0}}, 0);
    auto const lived = gains_of_year({.calendar = {.lag = 10.0}}, 0);
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_NEAR(lived[i], old[i] + (best[i] - old[i]) / 6.0, 1e-12);
    EXPECT_LT(distance(lived, old), 0.17 * distance(best, old)) << "little is reallocated in year 1";
    EXPECT_GT(distance(best, old), 1.0);
}

TEST(DeliveryEffort, MovesAShareOfTheWayEveryYear)
{
    BehaviourParams const slow{.effort = {.rule = EffortRule::adaptive, .adjustment = 0.3}};
    auto const best = gains_of_year({}, 0);
    auto const old = gains_of_year({.calendar = {.lag = 12.0}}, 0);
    auto const first = gains_of_year(slow, 0);
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_NEAR(first[i], 0.7 * old[i] + 0.3 * best[i], 1e-6);
    EXPECT_GT(distance(gains_of_year(slow, 2), old), 1.5 * distance(first, old));
}

TEST(DeliveryEffort, StartsARoundWhereTheLastOneEnded)
{
    Delivery one{{.effort = {.rule = EffortRule::adaptive, .adjustment = 0.1}}};
    one.round();
    auto const last = one.gains();
    one.years(1);
    auto const next = one.gains();
    one.delivery.start_replicate(one.world());
    one.years(1);
    EXPECT_LT(distance(next, last), 0.75 * distance(one.gains(), last));
}

TEST(DeliveryEffort, KeepsSpendingWhereEffortFollowsAspirations)
{
    Delivery one{{.effort = {.rule = EffortRule::aspiration, .shift = 0.3, .own_pull = 0.3, .comparators = 9, .comparator_pull = 0.2}}};
    one.years(1);
    auto const first = one.gains();
    auto const squares = [&] {
        double sum = 0.0;
        for (auto const& memory : one.world().blocks) {
            for (auto const& effort : memory.effort[0]) {
                for (std::size_t lane = 0; lane < core::lane_count; ++lane) sum += effort[lane] * effort[lane];
            }
        }
        return sum;
    };
    double const before = squares(), spend = one.sum(one.world().year.spend);
    for (int t = 1; t < 3; ++t) one.delivery.run_year(when, one.world(), t);
    EXPECT_NEAR(squares(), before, 1e-9 * before);
    EXPECT_NEAR(one.sum(one.world().year.spend), spend, 1e-9 * spend);
    EXPECT_GT(distance(one.gains(), first), 1.0) << "it moves all the same";
}

TEST(DeliveryEffort, ShowsLateWhereIndicatorsLag)
{
    auto params = support::quiet_params();
    params.population.indicators.lag_two = core::Share{1.0};
    auto const old = gains_of_year({.calendar = {.lag = 12.0}}, 0);
    Delivery late{{}, params};
    late.years(2);
    auto const second = late.gains();
    for (std::size_t i = 0; i < old.size(); ++i) EXPECT_NEAR(second[i], old[i], 1e-12) << "what was done before it all";
    late.delivery.run_year(when, late.world(), 2);
    EXPECT_GT(distance(late.gains(), old), 1.0) << "the first year's effort shows in the third";
    // Nothing that is done in years 2 and 3 can still earn a reward.
    for (auto const& memory : late.world().blocks) {
        for (int k = 0; k < late.world().agreement.count[static_cast<std::size_t>(memory.work.first_area)]; ++k) {
            EXPECT_EQ(memory.work.arrival[k][0], 0.0);
            EXPECT_EQ(memory.work.plan[k][0], 0.0);
        }
    }
}

TEST(DeliveryConditions, TouchOnlyTheAreasThatTheyAreMadeFor)
{
    Delivery plain, touched;
    plain.years(2);
    auto const expected = plain.gains();
    touched.delivery.open(touched.world());
    touched.delivery.run_year(when, touched.world(), 0);
    auto& conditions = touched.world().conditions;
    conditions.response.row(17) *= 1.1;
    conditions.measured_slope.row(17) += 0.2;
    conditions.budget[17] = 0.9;
    touched.delivery.run_year(when, touched.world(), 1);
    auto const gains = touched.gains();
    std::size_t const per_block = expected.size() / areas * core::lane_count;
    double moved = 0.0;
    for (std::size_t i = 0; i < per_block * 37; ++i) {
        bool const mine = i / per_block == 17 / core::lane_count && i % core::lane_count == 17 % core::lane_count;
        if (mine) {
            moved += std::abs(gains[i] - expected[i]);
        } else {
            ASSERT_EQ(gains[i], expected[i]);
        }
    }
    EXPECT_GT(moved, 0.1);
}

TEST(DeliveryConditions, MoveTheGainsInTheirDirections)
{
    auto const total = [](auto const& change) {
        Delivery one;
        change(one.world());
        one.years(1);
        double sum = 0.0;
        for (double const gain : one.gains()) sum += gain;
        return sum;
    };
    double const usual = total([](World&) {});
    EXPECT_GT(total([](World& w) { w.conditions.response *= 1.05; }), usual);
    EXPECT_GT(total([](World& w) { w.conditions.measured_slope += 0.1; }), usual);
    EXPECT_GT(total([](World& w) { w.conditions.inspection_focus *= 1.5; }), usual);
    EXPECT_GT(total([](World& w) { w.centre.shared_motive *= 1.5; }), usual);
    EXPECT_GT(total([](World& w) { w.centre.national_line *= 1.5; }), usual);
    auto const lines = [&](double line, double support) {
        return total([&](World& w) {
            w.centre.national_line.setConstant(line);
            w.centre.shared_motive.setConstant(support);
        });
    };
    EXPECT_EQ(lines(1.5, 1.0), lines(1.0, 1.5))
        << "a line counts like the support of others behind it";
    double const deterred = total([](World& w) { w.centre.national_line.setConstant(-5.0); });
    EXPECT_GT(deterred, 0.0);
    EXPECT_LT(deterred, total([](World& w) { w.centre.national_line.setZero(); }))
        << "a rival's line holds partners back";
    EXPECT_LT(total([](World& w) { w.conditions.budget *= 0.5; }), usual);
    auto const inside = [](auto const& change) {
        Delivery one;
        change(one.world());
        one.years(1);
        return one.sum(one.world().performance.agreement_effort);
    };
    double const usual_inside = inside([](World&) {});
    EXPECT_LT(inside([](World& w) { w.conditions.slot_weight.setConstant(0.3); }), usual_inside);
    EXPECT_LT(inside([](World& w) { w.conditions.attention.setConstant(0.5); }), usual_inside);
    EXPECT_LT(inside([](World& w) { w.standing.payment_belief.setConstant(0.1); }), usual_inside);
}

TEST(DeliveryConditions, CountAnItemWithoutWeightAsOutside)
{
    auto params = support::quiet_params();
    params.delivery.participation.everybody_in = true;
    Delivery one{{}, params};
    one.world().conditions.slot_weight.setZero();
    one.years(1);
    for (auto const& memory : one.world().blocks) {
        for (std::size_t j = 0; j < memory.lived.gain.size(); ++j) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                EXPECT_NEAR(memory.lived.gain[j][lane], memory.lived.baseline[j][lane], 1e-9);
            }
        }
    }
}

TEST(DeliveryConditions, PartnersWhoOverrateThemselvesAreDisappointed)
{
    Delivery right, proud;
    proud.world().standing.productivity_belief.setConstant(1.5);
    right.years(1);
    proud.years(1);
    double const believed = proud.sum(proud.world().year.expected_gain);
    double const lost = proud.sum(proud.world().year.surprise) - right.sum(right.world().year.surprise);
    EXPECT_NEAR(lost, -believed / 3.0, 0.1 * believed) << "a third of what they expect does not come";
    EXPECT_GT(proud.sum(proud.world().year.spend), right.sum(right.world().year.spend));
}

TEST(DeliveryConditions, PartnersTakePartWhereAimsAreAligned)
{
    Delivery usual, aligned;
    aligned.world().conditions.alignment.setConstant(0.5);
    usual.years(1);
    aligned.years(1);
    EXPECT_GT(aligned.sum(aligned.world().year.contribution), usual.sum(usual.world().year.contribution));
}

TEST(DeliveryConditions, MoneyUpFrontIsSpentInTheFirstYear)
{
    auto params = support::quiet_params();
    params.delivery.budgets.slack = 1.2;
    Delivery poor{{}, params};
    params.delivery.budgets.pump_priming = 80000.0;
    Delivery primed{{}, params};
    for (auto* one : {&poor, &primed}) one->years(1);
    EXPECT_GT(primed.sum(primed.world().year.spend), 1.001 * poor.sum(poor.world().year.spend));
    for (auto* one : {&poor, &primed}) {
        for (int t = 1; t < 3; ++t) one->delivery.run_year(when, one->world(), t);
    }
    EXPECT_NEAR(primed.sum(primed.world().year.spend), poor.sum(poor.world().year.spend),
                0.01 * poor.sum(poor.world().year.spend));
}

TEST(DeliveryDiary, TellsOneAreasYearsAndChangesNothing)
{
    Delivery silent, told;
    told.world().diary.area = 42;
    silent.round();
    told.round();
    EXPECT_EQ(outputs_of(told.world()), outputs_of(silent.world()));
    auto const& diary = told.world().diary;
    int const items = told.world().agreement.count[42];
    EXPECT_EQ(diary.items.size(), static_cast<std::size_t>(3 * items));
    EXPECT_EQ(diary.partners.size(), 3U);
    for (auto const& item : diary.items) {
        EXPECT_EQ(item.indicator, told.world().agreement.item(42, item.slot));
        if (item.year < 2) continue;
        EXPECT_EQ(item.reported, told.world().performance.reported(42, item.slot));
    }
    EXPECT_TRUE(silent.world().diary.items.empty());
}
}  // namespace
}  // namespace concordat::cycle
