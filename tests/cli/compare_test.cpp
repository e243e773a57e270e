#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::run;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string setting(std::string const& value)
{
    return "title: A reform for a test\nchanges:\n  - path: incentives.reward_grant.per_target\n"
           "    set: " +
           value + "\n    reason: For a test.\n";
}

/// Every difference in the national and regional results.
std::vector<json> differences_of(json const& summary)
{
    std::vector<json> list;
    for (auto const& row : summary.at("results")) {
        if (row.contains("difference")) list.push_back(row.at("difference"));
    }
    return list;
}

void expect_no_difference(test::Ended const& ended)
{
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const list = differences_of(json::parse(ended.out));
    ASSERT_FALSE(list.empty());
    std::size_t measured = 0;
    for (auto const& difference : list) {
        EXPECT_NE(difference.at("finding"), "differs");
        if (difference.at("finding") == "not measured") continue;
        ++measured;
        for (auto const* const key : {"mean", "q05", "median", "q95"}) {
            EXPECT_EQ(difference.at(key), 0.0);
        }
    }
    EXPECT_GT(measured, list.size() / 2);
}
}  // namespace

TEST(Compare, CountsRewardsForSingleIndicatorsWhenItSaysWhatIsBudgetNeutral)
{
    auto const ended = run({"compare", "case_single_rewards", "ifg_18_neutral", "ifg_18_double_reward_grant", "--replicates",
                            "8", "--seed", "3", "--assumptions", "fixed", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("  Budget-neutral: rewards paid change by")) << "the grant doubles at the others' cost";
    EXPECT_THAT(ended.out, HasSubstr("  Not budget-neutral: rewards paid change by +3")) << "thirty million pounds a year";
}

TEST(Compare, PrintsTheBaselineAndEveryReformWithUnitsAndTheLimitsOfWhatIsShown)
{
    auto const ended = run({"compare", "laa_2008", "ifg_18", "ifg_14_tournaments", "--replicates",
                            "6", "--seed", "42", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, IsEmpty());
    for (auto const* const text :
         {"6 replicates", "seed 42", "laa_2008: Local Area Agreements of 2008",
          "ifg_18_double_reward_grant: At least double the LAA reward grant", "5-95 % range",
          "90 % range", "s.e.", "better", "GBP million a year", "sigma", "welfare",
          "cost to the Exchequer", "udget-neutral", "contested",
          "order of the scenarios by welfare", "overtakes", "Luck and assumptions: replicates take the 500 points", "--seed 42"}) {
        EXPECT_THAT(ended.out, HasSubstr(text));
    }
    std::istringstream lines{ended.out};
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        EXPECT_LE(line.size(), 100U) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
    }
    EXPECT_LT(count, 60);
}

TEST(Compare, WritesASummaryForProgramsWithAStableSchema)
{
    auto const ended = run({"compare", "laa_2008", "ifg_18", "--replicates", "4", "--seed", "1",
                            "--record", "nation,region", "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const summary = json::parse(ended.out);  // nothing else is on standard output
    EXPECT_EQ(summary.at("format"), "concordat-summary");
    EXPECT_EQ(summary.at("version"), 1);
    EXPECT_EQ(summary.at("command"), "compare");
    EXPECT_EQ(summary.at("seed"), 1);
    EXPECT_EQ(summary.at("status"), "complete");
    EXPECT_EQ(summary.at("replicates"), 4);
    EXPECT_EQ(summary.at("failed_rounds"), 0);
    EXPECT_TRUE(summary.at("folder").is_null());
    ASSERT_EQ(summary.at("scenarios").size(), 2U);
    EXPECT_TRUE(summary.at("scenarios")[0].at("baseline").is_null());
    EXPECT_EQ(summary.at("scenarios")[1].at("name"), "laa_2008+ifg_18_double_reward_grant");
    EXPECT_EQ(summary.at("scenarios")[1].at("baseline"), "laa_2008");
    EXPECT_EQ(summary.at("scenarios")[1].at("budget_neutral"), false);
    EXPECT_TRUE(summary.at("rankings_by_welfare")[0].contains("changes"));
    for (auto const* const key : {"name", "label", "unit", "direction", "how", "caution"}) {
        EXPECT_TRUE(summary.at("outcomes")[0].contains(key)) << key;
    }
    auto const& last = summary.at("results").back();
    EXPECT_THAT(ended.out, HasSubstr("region:"));
    EXPECT_EQ(last.at("group"), "nation:England");
    EXPECT_EQ(last.at("period"), "year_3");
    for (auto const* const key : {"n", "mean", "standard_error", "q05", "median", "q95",
                                  "probability_better", "relative_change", "finding"}) {
        EXPECT_TRUE(last.at("difference").contains(key)) << key;
    }
}

TEST(Compare, ShowsThatADoubledRewardPaysMore)
{
    auto const ended = run(
        {"compare", "laa_2008", "ifg_18", "--replicates", "4", "--seed", "1", "--json", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const summary = json::parse(ended.out);
    bool found = false;
    for (auto const& row : summary.at("results")) {
        if (row.at("outcome") != "reward_paid" || row.at("group") != "nation:England" ||
            !row.contains("difference")) {
            continue;
        }
        found = true;
        EXPECT_GT(row.at("difference").at("q05"), 0.0);
        // Twice the pay for each target, and somewhat more targets met.
        EXPECT_GT(row.at("difference").at("relative_change"), 1.0);
        EXPECT_LT(row.at("difference").at("relative_change"), 1.5);
    }
    EXPECT_TRUE(found);
}

TEST(Compare, FindsExactlyNothingWhereAReformSetsWhatIsThere)
{
    test::TemporaryFolder const folder;
    auto const reform = folder.write("null_reform.yaml", setting("40000"));
    expect_no_difference(
        run({"compare", "laa_2008", reform.string(), "--replicates", "4", "--json", "--quiet"}));
}

TEST(Compare, IsNotMovedBySettingAParameterToItsDefault)
{
    std::vector<std::string> const plain{"compare", "laa_2008", "ifg_18", "--replicates", "3",
                                         "--seed",  "9",        "--json", "--quiet"};
    auto with_default = plain;
    with_default.insert(with_default.end(), {"--set", "selection.agreement.cap=35"});
    auto with_other = plain;
    with_other.insert(with_other.end(), {"--set", "selection.agreement.cap=34"});
    auto const first = run(plain);
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(run(with_default).out, first.out);
    EXPECT_NE(run(with_other).out, first.out);
}

TEST(Compare, DrawsAndShowsASeedAndRepeatsFromIt)
{
    auto const drawn = run({"run", "laa_2008", "--replicates", "2", "--json", "--quiet"});
    auto const again = run({"run", "laa_2008", "--replicates", "2", "--json", "--quiet"});
    ASSERT_EQ(drawn.code, 0) << drawn.err;
    auto const seed = json::parse(drawn.out).at("seed").get<std::uint64_t>();
    EXPECT_NE(seed, json::parse(again.out).at("seed").get<std::uint64_t>());
    auto const repeated = run({"run", "laa_2008", "--replicates", "2", "--json", "--quiet",
                               "--seed", std::to_string(seed)});
    EXPECT_EQ(repeated.out, drawn.out);
    auto const in_words = run({"run", "laa_2008", "--replicates", "1", "--quiet"});
    EXPECT_THAT(in_words.out, HasSubstr("Repeat with --seed "));
}

TEST(Compare, ComparesEveryDesignPointWithTheBaselineAtThatPoint)
{
    test::TemporaryFolder const folder;
    auto const design = folder.write("design.csv", "selection.agreement.cap\n35\n20\n");
    auto const out = folder / "study";
    auto const ended =
        run({"compare", "laa_2008", "cap_20", "--params", design.string(), "--replicates", "3",
             "--seed", "3", "--out", out.string(), "--json", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    // A design point comes after all reforms: at each point both scenarios have the same cap.
    expect_no_difference(ended);
    auto const summary = json::parse(ended.out);
    ASSERT_EQ(summary.at("scenarios").size(), 4U);
    EXPECT_EQ(summary.at("scenarios")[3].at("design_point"), 2);
    EXPECT_THAT(test::read_text(out / "results.csv"), HasSubstr("laa_2008+cap_20,2,"));
}

TEST(Compare, KeepsAStudyWithAllThatIsNeededToUnderstandIt)
{
    test::TemporaryFolder const folder;
    auto const out = folder / "deep/study";
    auto const ended = run({"compare", "laa_2008", "ifg_18", "--replicates", "2", "--seed", "7",
                            "--set", "selection.agreement.cap=30", "--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr(out.string()));
    auto const manifest = json::parse(test::read_text(out / "manifest.json"));
    EXPECT_EQ(manifest.at("status"), "complete");
    EXPECT_EQ(manifest.at("seed"), 7);
    EXPECT_EQ(manifest.at("pack").at("name"), "england_2008");
    EXPECT_FALSE(manifest.at("pack").at("files").empty());
    EXPECT_THAT(manifest.at("files")[0].at("text").get<std::string>(), HasSubstr("title:"));
    EXPECT_THAT(manifest.at("results_hash").get<std::string>(), HasSubstr("xxh3-128:"));
    for (auto const* const key :
         {"command_line", "started", "seconds", "threads", "processor", "cores"}) {
        EXPECT_TRUE(manifest.at("session").contains(key)) << key;
    }
    for (auto const& record : manifest.at("parameters")) {
        auto const& source = record.at("source");
        EXPECT_TRUE(source.contains("title") || source.contains("assumption")) << record;
    }
    auto const& changes = manifest.at("scenarios")[1].at("changes");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].at("path"), "incentives.reward_grant.per_target");
    EXPECT_EQ(changes[0].at("value"), 80000.0);
    EXPECT_EQ(changes[1].at("changed_by")[0].at("who"), "command line");
}
}  // namespace concordat
