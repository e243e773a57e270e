// The library runs: every regime, case and reform gives agreements that can be counted, and what a reform's source
// argues about answers to it.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/support/scenario_run.hpp"

namespace concordat
{
namespace
{
struct Library : testing::Test
{
    core::Problems problems{};
    scenario::Catalogue const catalogue{CONCORDAT_SOURCE_DIR "/scenarios", problems};

    /// Outcomes of the last round, means over replicates; the same luck in all scenarios.
    static std::map<std::string, double> run(std::string const& name, int replicates = 1)
    {
        return support::ScenarioRun{name, {}}.means(replicates).back();
    }

    /// Those of the outcomes on which a reform has no effect.
    static std::vector<std::string> find_unmoved(std::string const& reform, std::vector<std::string> outcomes, int replicates)
    {
        auto const before = run("laa_2008", replicates);
        auto const after = run("laa_2008+" + reform, replicates);
        std::erase_if(outcomes, [&](std::string const& one) { return after.at(one) != before.at(one); });
        return outcomes;
    }
};

TEST_F(Library, EveryRegimeAndCaseRuns)
{
    int run_through = 0;
    for (auto const& entry : catalogue.entries()) {
        if (entry.kind != scenario::FileKind::regime) continue;
        auto const outcomes = run(entry.name);
        EXPECT_TRUE(std::isfinite(outcomes.at("true_gain"))) << entry.name;
        EXPECT_GT(outcomes.at("true_gain"), 0.0) << entry.name;
        EXPECT_EQ(outcomes.at("unsettled_solutions"), 0.0) << entry.name;
        ++run_through;
    }
    EXPECT_GE(run_through, 20);
}

TEST_F(Library, WhatAReformArguesAboutAndEveryLinkOfItsChainAnswerToIt)
{
    auto const before = run("laa_2008");
    int run_through = 0;
    for (auto const& entry : catalogue.entries()) {
        if (entry.kind != scenario::FileKind::reform) continue;
        auto const file = scenario::read_entry(entry, problems);
        ASSERT_TRUE(file && file->argues) << entry.name << problems.text();
        EXPECT_FALSE(file->chain.empty()) << entry.name << " does not say by way of what it works";
        std::vector<std::string> outcomes{file->argues->outcome};
        for (auto const& link : file->chain) outcomes.push_back(link.outcome);
        auto const after = run("laa_2008+" + entry.name);
        EXPECT_TRUE(std::isfinite(after.at("true_gain"))) << entry.name;
        std::erase_if(outcomes, [&](std::string const& one) { return after.at(one) != before.at(one); });
        // What happens with a probability may be the same in one round.
        if (!outcomes.empty()) outcomes = find_unmoved(entry.name, outcomes, 8);
        EXPECT_TRUE(outcomes.empty()) << entry.name << " leaves " << outcomes.front() << " as it is";
        ++run_through;
    }
    EXPECT_GE(run_through, 60);
}

TEST_F(Library, EveryReformCanBeHadAtTheEndsOfItsRanges)
{
    auto const table = config::load_parameters(CONCORDAT_SOURCE_DIR "/scenarios/parameters", problems);
    int dosed = 0;
    for (auto const& entry : catalogue.entries()) {
        if (entry.kind != scenario::FileKind::reform) continue;
        for (std::string const dose : {"@weak", "@strong"}) {
            auto const expression = scenario::parse_expression("laa_2008+" + entry.name + dose, catalogue, problems);
            ASSERT_TRUE(expression) << problems.text();
            auto const resolved = scenario::resolve_scenario(*expression, catalogue, table, {}, problems);
            ASSERT_TRUE(resolved) << entry.name << dose << "\n" << problems.text();
            config::ParameterReader reader{resolved->rounds.front().parameters};
            EXPECT_NO_THROW((void)scenario::bind_model(reader)) << entry.name << dose;
        }
        ++dosed;
    }
    EXPECT_GE(dosed, 60);
}

TEST_F(Library, GatekeepingAsAnOutcomeStartsWhereItIsGiven)
{
    for (double const given : {0.25, 0.7}) {
        support::ScenarioRun start{"laa_2008", {"whitehall.gatekeeping.kind=from_psa_layer", "demands.asks.gatekeeping=" + std::to_string(given)}};
        EXPECT_NEAR(start.means(1).back().at("gatekeeping"), given, 1e-9) << "whitehall.gatekeeping.starting is what the channels give";
    }
}

TEST_F(Library, TwentySixOfThirtyFiveAreSeenInTheirCase)
{
    EXPECT_NEAR(run("case_26_of_35").at("prescribed_share"), 26.0 / 35.0, 0.02);
}
}  // namespace
}  // namespace concordat
