// In which part of the assumptions a stored comparison's answer holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;

constexpr int rows = 32;

/// Welfare falls by the same amount for every pound of tax; how wide the strips are in which reports are counted
/// moves no welfare.
std::string write_points()
{
    std::string text{"welfare.account.cost_of_funds,gaming.manipulation.bunching_window\n"};
    for (int i = 0; i < rows; ++i) text += fmt::format("{:.3f},{:.3f}\n", 1.0 + 0.0125 * i, 0.1 + 0.004 * (7 * i % rows));
    return text;
}

double welfare_of(std::string const& scenario, std::string const& cost)
{
    auto const ended = run({"run", scenario, "--replicates", "1", "--seed", "5", "--quiet", "--json", "--record", "nation", "--set",
                            "welfare.account.cost_of_funds=" + cost});
    auto const answer = json::parse(ended.out);
    for (auto const& one : answer.at("results")) {
        if (one.at("outcome") == "welfare" && one.at("period") == "round") return one.at("values").at("mean").get<double>();
    }
    throw std::runtime_error{"there is no welfare"};
}

class Discovery : public testing::Test
{
  protected:
    Discovery() { points_ = folder_.write("points.csv", write_points()); }

    std::string compare(std::string const& name, std::vector<std::string> const& more) const
    {
        auto const out = (folder_.path() / name).string();
        std::vector<std::string> arguments{more};
        for (auto const& one : {"--seed", "5", "--quiet", "--record", "nation", "--no-netcdf", "--out", out.c_str()}) arguments.emplace_back(one);
        auto const ended = run(arguments);
        EXPECT_EQ(ended.code, 0) << ended.err;
        return out;
    }

    test::TemporaryFolder folder_{};
    std::filesystem::path points_{};
};
}  // namespace

TEST_F(Discovery, FindsTheEndOfALinearAccountAndLeavesOutWhatMovesNothing)
{
    auto const study = compare("study", {"compare", "laa_2008", "ifg_18", "--replicates", "1", "--params", points_.string(), "--assumptions", "fixed", "--no-report"});
    // The change at a cost of 1.206 parts the 17 points at 1.2 and below from the 15 at 1.212 and above.
    auto const threshold = fmt::format("{:.9g}", welfare_of("laa_2008+ifg_18", "1.206") - welfare_of("laa_2008", "1.206"));
    auto const ended = run({"discover", study, "--above", threshold, "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(ended.out);
    EXPECT_EQ(answer.at("points"), rows);
    EXPECT_EQ(answer.at("of"), "means");
    EXPECT_EQ(answer.at("density"), 17.0 / rows);
    ASSERT_EQ(answer.at("boxes").size(), 1U);
    auto const& box = answer.at("boxes").at(0);
    EXPECT_EQ(box.at("density"), 1.0);
    EXPECT_EQ(box.at("coverage"), 1.0);
    ASSERT_EQ(box.at("restrictions").size(), 1U);
    auto const& only = box.at("restrictions").at(0);
    EXPECT_EQ(only.at("path"), "welfare.account.cost_of_funds");
    EXPECT_EQ(only.at("label"), "cost of public funds") << "as scenarios/sensitivity.yaml calls it";
    EXPECT_TRUE(only.at("low").is_null());
    EXPECT_EQ(only.at("high"), 1.2);
    EXPECT_LT(only.at("p_value").get<double>(), 0.001);

    // Where it is lower is the rest, in words, a table and a chart.
    auto const out = (folder_.path() / "where").string();
    auto const told = run({"discover", study, "--below", threshold, "--scenario", "ifg", "--out", out});
    ASSERT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, AllOf(HasSubstr("Where cost of public funds is at least 1.21"), HasSubstr("Box 1: 100 % of its points"), HasSubstr("discovery.svg")));
    EXPECT_THAT(read_text(folder_.path() / "where/discovery.svg"), AllOf(HasSubstr("<svg"), HasSubstr("cost of public funds")));
    EXPECT_THAT(read_text(folder_.path() / "where/discovery.csv"), HasSubstr("1,1,1,0.46875"));
    EXPECT_THAT(run({"discover", study, "--out", out}).err, HasSubstr("nothing is overwritten"));

    EXPECT_THAT(run({"discover", study}).out, HasSubstr("It does so everywhere in the ranges."));
    EXPECT_THAT(run({"discover", study, "--above", "1e9"}).out, HasSubstr("It does so nowhere in the ranges."));
    auto const refused = run({"discover", study, "--outcome", "welfar", "--scenario", "cap_20", "--above", "much"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("did you mean 'welfare'?"), HasSubstr("the study has no scenario 'cap_20'"),
                                   HasSubstr("'much' is not a number"), HasSubstr("3 problems")));
    EXPECT_THAT(run({"discover", study, "--scenario", "laa_2008"}).err, HasSubstr("laa_2008 is the baseline"));
}

TEST_F(Discovery, TakesEachReplicateForAPointOfAnEnsemble)
{
    auto const study = compare("study", {"compare", "laa_2008", "ifg_18", "cap_20", "--replicates", "3", "--assumptions", points_.string(), "--no-report"});
    auto const ended = run({"discover", study, "--scenario", "cap_20", "--above", "1e9", "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(ended.out);
    EXPECT_EQ(answer.at("of"), "replicates");
    EXPECT_EQ(answer.at("points"), 3);
    EXPECT_EQ(answer.at("scenario"), "laa_2008+cap_20");
    EXPECT_THAT(run({"discover", study}).err, HasSubstr("choose one: ifg_18_double_reward_grant, cap_20"));
}

TEST_F(Discovery, NeedsAComparisonWhoseAssumptionsDiffer)
{
    auto const fixed = compare("fixed", {"compare", "laa_2008", "cap_20", "--replicates", "1", "--assumptions", "fixed", "--no-report"});
    auto const ended = run({"discover", fixed});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("neither an ensemble nor a design"), HasSubstr("--assumptions ensemble")));
    auto const alone = compare("alone", {"run", "laa_2008", "--replicates", "1", "--behaviours", "equilibrium,adaptive"});
    EXPECT_THAT(run({"discover", alone}).err, HasSubstr("it has only a baseline"));
    EXPECT_EQ(run({"discover", (folder_.path() / "none").string()}).code, 1);
}
}  // namespace concordat
