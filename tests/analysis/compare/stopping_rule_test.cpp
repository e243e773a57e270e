#include "analysis/compare/stopping_rule.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/compare/national_columns.hpp"
#include "analysis/stats/student.hpp"
#include "analysis/stats/summary.hpp"
#include "tests/support/luck.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::compare
{
namespace
{
/// Two scenarios, one outcome.
store::StudyPlan make_plan()
{
    auto plan = test::make_toy_plan(100'000);
    plan.scenarios = {{.name = "base"}, {.name = "reform"}};
    plan.schema = test::make_toy_schema({0});
    return plan;
}

PrecisionRule within(double limit, bool relative = false) { return {{{"hits", limit, relative}}}; }

StoppingRule make_rule(PrecisionRule rule, LookSchedule schedule = {}) { return {std::move(rule), make_plan(), {0, 0}, schedule}; }

TEST(LookSchedule, StartsAtTheFirstLookAndGrowsByTenths)
{
    LookSchedule const schedule{.first = 5};
    EXPECT_EQ(schedule.next(0), 5U);
    EXPECT_EQ(schedule.next(5), 6U);
    EXPECT_EQ(schedule.next(100), 110U);
    EXPECT_EQ(schedule.next(119), 130U);
}

TEST(NationalColumns, AreFoundByTheOutcomesName)
{
    EXPECT_EQ(find_national_columns(test::make_toy_plan(1).schema, "cost"), (std::vector<std::size_t>{2}));
    EXPECT_TRUE(find_national_columns(test::make_toy_plan(1).schema, "nonsense").empty());
}

TEST(StoppingRule, MeasuresTheErrorOfThePairedDifference)
{
    auto rule = make_rule(within(1e-9));
    auto const luck = test::draw_normals(1, 50), effect = test::draw_normals(2, 50);
    for (std::size_t r = 0; r < 50; ++r) rule.feed(std::vector{100 * luck[r], 100 * luck[r] + effect[r]});
    auto const state = rule.states().front();
    EXPECT_NEAR(state.standard_error, stats::standard_error(effect), 1e-12);
    EXPECT_FALSE(state.met);
    EXPECT_EQ(state.scenario, 1U);
}

TEST(StoppingRule, OfScenariosByThemselvesMeasuresTheErrorOfTheMean)
{
    StoppingRule rule{within(0.01, true), make_plan(), {0, 1}, {}};
    auto const luck = test::draw_normals(1, 50);
    for (double const x : luck) rule.feed(std::vector{20.0 + x, 40.0 + x});
    EXPECT_EQ(rule.states().front().scenario, 0U);  // the same error on half the mean
    EXPECT_NEAR(rule.states().front().standard_error, stats::standard_error(luck) / (20 + stats::mean(luck)), 1e-12);
}

TEST(StoppingRule, StopsAtOnceButNotBeforeTheFirstLookWhereNothingVaries)
{
    auto rule = make_rule(within(0.1), {.first = 12});
    while (!rule.met()) rule.feed(std::vector{1.0, 3.0});
    EXPECT_EQ(rule.replicates(), 12U);
}

TEST(StoppingRule, WaitsForAnOutcomeThatIsOftenMissing)
{
    auto rule = make_rule(within(10), {.first = 10});
    for (int r = 0; r < 30; ++r) rule.feed(std::vector{1.0, r % 3 == 0 ? 2.0 : NAN});
    EXPECT_TRUE(rule.met());
    EXPECT_EQ(rule.replicates(), 30U);
    auto never = make_rule(within(10), {.first = 10});
    for (int r = 0; r < 60; ++r) never.feed(std::vector<double>{1.0, NAN});
    EXPECT_FALSE(never.met());
    EXPECT_TRUE(std::isnan(never.states().front().standard_error));
    EXPECT_EQ(never.states().front().needed, 0U);
}

TEST(StoppingRule, DemandsEveryTermInEveryScenario)
{
    auto plan = test::make_toy_plan(10'000);
    plan.schema = test::make_toy_schema({0, 2});
    PrecisionRule const both{{{"hits", 0.5, false}, {"cost", 0.5, false}}};
    StoppingRule rule{both, plan, {0, 0, 0}, {.first = 10}};
    auto const luck = test::draw_normals(5, 2000);
    for (double const x : luck) {
        if (rule.met()) break;
        rule.feed(std::vector{0.0, 0.0, x, x, 0.0, 8 * x});  // cost of the last scenario is the worst
    }
    EXPECT_TRUE(rule.met());
    EXPECT_NEAR(rule.replicates(), 256, 80);
    auto const states = rule.states();
    EXPECT_EQ(states[0].scenario, 1U);
    EXPECT_EQ(states[1].scenario, 2U);
    EXPECT_LT(states[1].standard_error, 0.5);
    EXPECT_LE(states[1].needed, rule.replicates());
}

TEST(StoppingRule, EstimatesHowManyReplicatesItTakes)
{
    auto rule = make_rule(within(0.1));
    for (double const x : test::draw_normals(7, 50)) rule.feed(std::vector{0.0, 2 * x});
    EXPECT_NEAR(rule.states().front().needed, 400 * 1.2, 150);
}

TEST(StoppingRule, OnAnOutcomeThatIsNotRecordedIsAProgrammersMistake)
{
    EXPECT_THROW(make_rule({{{"nonsense", 1, false}}}), std::logic_error);
}

/// Studies of a reform with a known effect that end by the rule.
struct Sequential
{
    double covered{};    ///< [share] of studies whose 90 % interval holds the effect
    double kept{};       ///< [share] of studies whose true standard error is below the limit
    double replicates{}; ///< mean
};

template <class Draw>
Sequential run_studies(Draw const& draw, double truth, double needed)
{
    constexpr int studies = 2000;
    double const limit = 1 / std::sqrt(needed);  // the s.d. is 1
    Sequential result;
    for (std::uint32_t study = 0; study < studies; ++study) {
        auto rule = make_rule(within(limit));
        auto values = draw(study, static_cast<std::size_t>(4 * needed));
        std::size_t n = 0;
        while (!rule.met() && n < values.size()) rule.feed(std::vector{0.0, values[n++]});
        values.resize(n);
        auto const interval = stats::mean_interval(stats::mean(values), stats::standard_error(values), n, 0.9);
        result.covered += interval.contains(truth) / double{studies};
        result.kept += (1 / std::sqrt(static_cast<double>(n)) <= limit) / double{studies};
        result.replicates += static_cast<double>(n) / studies;
    }
    return result;
}

// Monte Carlo error of a coverage of 90 % over 2,000 studies: 0.7 points.
TEST(StoppingRule, LeavesIntervalsThatCoverNinetyPerCentOfTheTime)
{
    for (double const needed : {60.0, 150.0, 400.0}) {
        auto const normal = run_studies([](auto i, auto n) { return test::draw_normals(i, n); }, 0, needed);
        EXPECT_NEAR(normal.covered, 0.9, 0.02) << needed;
        EXPECT_GT(normal.kept, 0.75) << needed;
        EXPECT_LT(normal.replicates, std::max(101.0, 1.25 * needed)) << needed;
        auto const skewed = run_studies([](auto i, auto n) { return test::draw_exponentials(i, n); }, 1, needed);
        EXPECT_NEAR(skewed.covered, 0.9, 0.02) << needed;
    }
}
}  // namespace
}  // namespace concordat::compare
