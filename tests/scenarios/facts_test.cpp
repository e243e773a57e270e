// What is known of the real agreements, against the shipped scenarios at their default parameters.
// Means over replicates must lie inside the sampling intervals of the facts; the seed is fixed, so the test has no
// false alarms, and the Monte Carlo errors are far smaller than the intervals. docs/facts.md has the table.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "tests/support/scenario_run.hpp"

namespace concordat
{
namespace
{
using support::ScenarioRun;
using Means = std::map<std::string, double>;

constexpr int areas = 150;

Means run(std::string const& name, std::vector<std::string> const& settings, int replicates)
{
    return ScenarioRun{name, settings}.means(replicates).front();
}

/// The baseline of 2008, run once for all tests.
class FactsOf2008 : public testing::Test
{
  protected:
    static Means const& means()
    {
        static Means const found = run("laa_2008", {}, 80);
        return found;
    }

    static void expect_within(std::string const& outcome, double low, double high)
    {
        EXPECT_GE(means().at(outcome), low) << outcome;
        EXPECT_LE(means().at(outcome), high) << outcome;
    }
};
}  // namespace

// The same with drawn salience, the Lorenz curve and the maximum: models/selection/joint_package_facts_test.cpp.
TEST_F(FactsOf2008, ChoicesAreThoseOfThePublishedAgreements)
{
    expect_within("picks_per_area", 31.26 - 0.5, 31.26 + 0.5);
    expect_within("choice_gini", 0.56, 0.62);
    expect_within("top_ten_share", 0.19, 0.24);
    expect_within("psa_odds", 1.8, 3.4);
    // About 24 are expected where counts are met exactly; shrinkage of the residuals brings it to 21.
    expect_within("never_chosen", 13.0, 26.0);
}

TEST_F(FactsOf2008, DepartmentsDemandMoreLateAndAreOftenRefused)
{
    expect_within("late_demands", 1.0, 2.0);
    EXPECT_GT(means().at("late_demands_refused"), 0.0);
    EXPECT_LT(means().at("late_demands_refused"), means().at("late_demands"));
}

TEST_F(FactsOf2008, AQuarterOfItemsIsSignedWithoutALevel)
{
    expect_within("without_level_share", 0.20, 0.30);
}

TEST_F(FactsOf2008, NegotiationTakesMoreThanSixMonthsAndEndsInTime)
{
    expect_within("negotiation_months", 6.0, 10.0);
}

TEST_F(FactsOf2008, HardlyAnyEffortMovesInTheFirstYear)
{
    EXPECT_LT(means().at("effect_year_1"), 0.2 * means().at("effect_year_3"));
}

TEST_F(FactsOf2008, OneAreaInManyIsForcedToTakeThreeQuartersOfItsTargets)
{
    constexpr double forced = 26.0 / 35.0;
    double sum = 0.0, beyond = 0.0, seen = 0.0;
    ScenarioRun{"laa_2008", {}}.run(10, [&](std::size_t, cycle::World const& world) {
        for (int i = 0; i < areas; ++i) {
            auto const row = static_cast<std::size_t>(i);
            double const chosen = world.agreement.count[row] - world.agreement.statutory[row];
            double const share = world.bargain.prescribed[i] / std::max(chosen, 1.0);
            sum += share;
            beyond += share >= forced ? 1.0 : 0.0;
            seen += 1.0;
        }
    });
    EXPECT_LT(sum / seen, 0.6 * forced) << "not typical";
    EXPECT_GT(beyond / seen, 0.001);
    EXPECT_LT(beyond / seen, 0.05);
}

TEST_F(FactsOf2008, FiveToTenPerCentOfRewardedTargetsAreMisreported)
{
    double misreports = 0.0, targets = 0.0;
    ScenarioRun{"laa_2008", {}}.run(20, [&](std::size_t, cycle::World const& world) {
        misreports += world.gaming.misreports.head(areas).sum();
        targets += world.gaming.targets.head(areas).sum();
    });
    EXPECT_GE(misreports / targets, 0.05);
    EXPECT_LE(misreports / targets, 0.10);
}

TEST_F(FactsOf2008, SomeDefinitionsChangeDuringARound)
{
    double redefined = 0.0;
    constexpr int rounds = 5;
    ScenarioRun{"laa_2008", {}}.run(rounds, [&](std::size_t, cycle::World const& world) {
        for (auto const& year : world.recording.definition) redefined += static_cast<double>((year < 0.0).count());
    });
    EXPECT_GT(redefined / rounds, 1.0) << "indicators of 198 a round";
    EXPECT_LT(redefined / rounds, 20.0);
}

TEST(FactsOf2001, AgreementsEarnWhatSalfordAndYorkEarned)
{
    auto const means = run("lpsa_2001", {}, 60);
    // Salford: 5 of 12 met in full, 3 between 60 and 100 per cent, 4 below: multinomial log likelihood
    // within two units of its maximum.
    double const full = means.at("hit_share");
    double const partly = means.at("partial_hit_share");
    double const low = means.at("miss_share");
    double const below_best = 5.0 * std::log(full * 12.0 / 5.0) + 3.0 * std::log(partly * 12.0 / 3.0) +
                              4.0 * std::log(low * 12.0 / 4.0);
    EXPECT_GE(below_best, -2.0);
    EXPECT_LE(means.at("reward_share"), 0.62);
    EXPECT_GE(means.at("target_effect"), 0.54);
    EXPECT_LE(means.at("target_effect"), 0.78);
}

TEST(FactsOf2001, InspectionMattersMoreThanTheReward)
{
    constexpr int replicates = 40;
    double const with_both = run("lpsa_2001", {}, replicates).at("true_gain");
    double const without_reward = run("lpsa_2001", {"incentives.reward_grant.scheme=none"}, replicates).at("true_gain");
    double const without_inspection = run("lpsa_2001", {"inspection.assessment.strength=0"}, replicates).at("true_gain");
    EXPECT_LT(without_reward, with_both);
    EXPECT_LT(without_inspection, without_reward);
}

TEST(FactsOf2001, NearlyEveryTargetBringsAFreedomAndNearlyEveryCouncilJoins)
{
    auto const means = run("lpsa_2001", {}, 10);
    double const per_target = means.at("freedoms") / means.at("picks_per_area");
    EXPECT_NEAR(per_target, 1000.0 / 1155.0, 0.1);
    EXPECT_GT(means.at("entered"), 0.95);
}
}  // namespace concordat
