#include "models/cycle/delivery_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/verification/clean_round.hpp"

namespace concordat::cycle
{
namespace
{
using incentives::SchemeKind;
using verification::CleanRound;
using verification::CleanSettings;
using verification::CleanWorld;

constexpr int areas = 22;
constexpr int indicators = 3;
constexpr SchemeKind schemes[] = {SchemeKind::none,     SchemeKind::threshold,
                                  SchemeKind::pro_rata, SchemeKind::linear,
                                  SchemeKind::pooled,   SchemeKind::tournament};

/// Everything on which later stages build.
std::vector<double> outputs_of(World const& world)
{
    std::vector<double> out;
    auto const& done = world.performance;
    for (auto const* table :
         {&done.true_gain, &done.reported, &done.payment, &done.expected_payment}) {
        for (int i = 0; i < areas; ++i) {
            for (int j = 0; j < indicators; ++j) out.push_back((*table)(i, j));
        }
    }
    for (auto const* column :
         {&done.effort, &done.agreement_effort, &done.slack_effort, &done.partners_in}) {
        for (int i = 0; i < areas; ++i) out.push_back((*column)[i]);
    }
    return out;
}

delivery::DeliveryParams make_delivery()
{
    auto params = CleanSettings::clean_delivery();
    params.solver.tolerance = 1e-7;
    params.motives.council_share = 0.4;
    params.motives.intrinsic = 0.3;
    params.budgets.slack = 3.0;
    params.participation = {.everybody_in = false,
                            .duty = 1.0,
                            .cooperation = 0.8,
                            .meeting_cost = 0.4,
                            .scale = 0.25,
                            .nominal_cost_share = 0.3,
                            .nominal_involvement = 0.3};
    return params;
}

TEST(DeliveryRun, DoesNotRememberWhatTheWorldRanBefore)
{
    CleanWorld const country{{.areas = areas, .indicators = indicators, .shares = {0.6, 0.4}}};
    for (auto const scheme : schemes) {
        for (double const comparators : {0.0, 0.8}) {
            for (auto const fund :
                 {incentives::PrizeFund::per_target, incentives::PrizeFund::threshold_expected}) {
                auto incentives = CleanRound::clean_incentives(scheme);
                incentives.linear.comparator_share = comparators;
                incentives.prize_fund = fund;
                CleanRound const round{country, incentives, make_delivery()};
                World fresh, used;
                round.furnish(fresh);
                round.furnish(used);
                round.draw_luck(used, 3.0);
                used.population.productivity *= 1.7;
                round.run(used);
                used.population.productivity = country.population.productivity;
                for (auto* world : {&fresh, &used}) {
                    round.draw_luck(*world, 0.0);
                    round.run(*world);
                }
                EXPECT_EQ(outputs_of(used), outputs_of(fresh))
                    << static_cast<int>(scheme) << " " << comparators;
            }
        }
    }
}

// 3,000 results: standard error of the share .009, of the variance .026; four of them each.
TEST(DeliveryRun, HitsHalfOfTheTargetsThatAreSetAtWhatIsExpected)
{
    CleanWorld const country{{.areas = 1000, .indicators = 3}};
    CleanRound const round{country, CleanRound::clean_incentives(SchemeKind::none),
                           CleanSettings::clean_delivery()};
    World world;
    round.furnish(world);
    world.targets.level.setZero();
    round.draw_luck(world, 0.0);
    round.run(world);
    double hits = 0.0, variance = 0.0;
    for (int i = 0; i < 1000; ++i) {
        for (int k = 0; k < 3; ++k) {
            double const end = world.performance.outcome(i, k);
            hits += end >= world.targets.level(i, k) ? 1.0 / 3000 : 0.0;
            variance += end * end / 3000;
        }
    }
    EXPECT_NEAR(hits, 0.5, 0.037);
    EXPECT_NEAR(variance, 1.0, 0.104) << "the years' luck adds up to one sigma";
}

TEST(DeliveryRun, ExpectsAtTheStartWhatALinearRewardPaysOnAverage)
{
    // Linear pay has no option value: the plan of year 1 stays the best one, and luck has mean 0.
    CleanWorld const country{{.areas = 1000, .indicators = 3}};
    auto incentives = CleanRound::clean_incentives(SchemeKind::linear);
    CleanRound const round{country, incentives, CleanSettings::clean_delivery()};
    World world;
    round.furnish(world);
    round.draw_luck(world, 0.0);
    round.run(world);
    double paid = 0.0;
    for (int i = 0; i < 1000; ++i) {
        for (int k = 0; k < 3; ++k) {
            EXPECT_NEAR(world.performance.true_gain(i, k), 0.5, 1e-12) << "effort equals the slope";
            EXPECT_NEAR(world.performance.expected_payment(i, k), 0.5 * 0.5, 1e-12);
            paid += world.performance.payment(i, k) / 3000;
        }
    }
    EXPECT_NEAR(paid, 0.25, 4.0 * 0.5 / std::sqrt(3000.0));
}

TEST(DeliveryRun, PaysAContestsFundToTheBestOfEachGroup)
{
    CleanWorld const country{
        {.areas = 10, .indicators = 1}};  // one group of ten, everybody's rivals alike
    CleanRound const round{country, CleanRound::clean_incentives(SchemeKind::tournament),
                           make_delivery()};
    World world;
    round.furnish(world);
    round.draw_luck(world, 0.0);
    round.run(world);
    auto const& done = world.performance;
    double paid = 0.0;
    std::vector<double> reported;
    for (int i = 0; i < 10; ++i) {
        paid += done.payment(i, 0);
        reported.push_back(done.reported(i, 0));
    }
    EXPECT_NEAR(paid, 10 * 0.5, 1e-12);
    std::sort(reported.begin(), reported.end());
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(done.payment(i, 0) > 0.0, done.reported(i, 0) > reported[6]);
}

TEST(DeliveryRun, RanksAsIfWhatAHearingLetsPassHadNotHappened)
{
    CleanWorld const country{{.areas = 10, .indicators = 1}};
    auto const run = [&](double allowed, double common) {
        auto incentives = CleanRound::clean_incentives(SchemeKind::tournament);
        incentives.hearing = {.allowed = core::Share{allowed}, .threshold = core::Sigma{0.25}};
        CleanRound const round{country, incentives, make_delivery()};
        World world;
        round.furnish(world);
        round.draw_luck(world, common);
        round.run(world);
        return world;
    };
    World const plain = run(0.0, 0.0), heard = run(1.0, 0.0), shocked = run(1.0, 2.0);
    double paid = 0.0, hearings = 0.0;
    for (int i = 0; i < 10; ++i) {
        double luck = 0.0;
        for (auto const& year : plain.shocks.luck) luck += year(i, 0);
        double const passed = std::max(0.0, -luck - 0.25);
        EXPECT_EQ(heard.performance.reported(i, 0), plain.performance.reported(i, 0)) << "nobody plans for a hearing";
        EXPECT_NEAR(heard.performance.value_added(i, 0) - plain.performance.value_added(i, 0), passed, 1e-12);
        EXPECT_EQ(heard.performance.hearings[i], passed > 0.0 ? 1.0 : 0.0);
        EXPECT_EQ(plain.performance.hearings[i], 0.0);
        EXPECT_EQ(shocked.performance.payment(i, 0), heard.performance.payment(i, 0)) << "common shocks are not heard";
        paid += heard.performance.payment(i, 0);
        hearings += heard.performance.hearings[i];
    }
    EXPECT_NEAR(paid, 10 * 0.5, 1e-12);
    EXPECT_GT(hearings, 0.0);
}

TEST(DeliveryRun, MarksAContestWithoutAPureEquilibrium)
{
    CleanWorld const country{{.areas = 10, .indicators = 1}};
    auto incentives = CleanRound::clean_incentives(SchemeKind::tournament);
    auto const unsettled = [&](double pounds) {
        incentives.per_target = core::Pounds{pounds};
        auto delivery = CleanSettings::clean_delivery();
        delivery.solver.tolerance = 1e-7;
        CleanRound const round{country, incentives, delivery};
        World world;
        round.furnish(world);
        round.draw_luck(world, 0.0);
        round.run(world);
        double sum = 0.0;
        for (int i = 0; i < 10; ++i) sum += world.performance.unsettled[i];
        return sum;
    };
    EXPECT_EQ(unsettled(500.0), 0.0);    // W = 1.7 sigma of effort: far inside the limit of A1
    EXPECT_GT(unsettled(30000.0), 0.0);  // W = 100
}
}  // namespace
}  // namespace concordat::cycle
