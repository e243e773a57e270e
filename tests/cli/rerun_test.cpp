// `concordat rerun` through the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/cli/stored_study.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// The field of the first row that begins so, counted from 0.
std::string find_field(std::string const& table, std::string const& begin, std::size_t field)
{
    auto at = table.find("\n" + begin);
    if (at == std::string::npos) return "no such row";
    ++at;
    for (; field > 0; --field) at = table.find(',', at) + 1;
    return table.substr(at, table.find_first_of(",\n", at) - at);
}
}  // namespace

TEST(Rerun, GivesTheStoredNumbersAgainWithMoreDetail)
{
    test::TemporaryFolder const folder;
    auto const study = (folder / "study").string();
    ASSERT_EQ(test::store_study(study).code, 0);
    auto const all = run({"rerun", study, "--replicate", "2"});
    EXPECT_EQ(all.code, 0) << all.err;
    EXPECT_THAT(all.out, AllOf(StartsWith("Replicate 2 of " + study + ", seed 5, run again\n\nlaa_2008: Local Area"),
                               HasSubstr("\nifg_18_double_reward_grant: At least double"),
                               HasSubstr("The same again, bit for bit: all "), HasSubstr("(2 scenarios).")));

    auto const table = (folder / "values.csv").string();
    auto const one = run({"rerun", study, "--replicate", "2", "--scenario", "ifg", "--record", "indicator,area", "--csv", table});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_THAT(one.out, AllOf(HasSubstr("rows written to "), HasSubstr("The same again, bit for bit: the ")));
    auto const values = read_text(table);
    std::string const name = "laa_2008+ifg_18_double_reward_grant";
    EXPECT_NE(values.find("\n" + name + ",2,5,area,Leeds,round,"), std::string::npos);
    EXPECT_NE(values.find("\n" + name + ",2,5,indicator,NI 32,round,"), std::string::npos);
    EXPECT_EQ(find_field(values, name + ",2,5,nation,England,round", 6),
              find_field(read_text(study + "/results.csv"), name + ",2,5,nation:England,round,true_gain,", 6));
    EXPECT_EQ(run({"rerun", study, "--replicate", "2", "--csv", table}).code, 2) << "nothing is written over";

    // The story is the one that trace tells, under the assumptions that trace has.
    auto const fixed = (folder / "fixed").string();
    ASSERT_EQ(test::store_study(fixed, {"--assumptions", "fixed"}).code, 0);
    auto const told = run({"rerun", fixed, "--replicate", "1", "--trace", "Leeds", "--against", "ifg_18", "--csv", (folder / "a.csv").string()});
    EXPECT_EQ(told.code, 0) << told.err;
    auto const traced = run({"trace", "laa_2008", "--area", "Leeds", "--replicate", "1", "--seed", "5", "--against", "ifg_18",
                             "--csv", (folder / "b.csv").string()});
    ASSERT_EQ(traced.code, 0) << traced.err;
    auto const story = traced.out.substr(0, traced.out.rfind("\n\n"));
    EXPECT_THAT(told.out, AllOf(StartsWith(story), HasSubstr("The same again, bit for bit: all ")));
    EXPECT_EQ(read_text(folder / "a.csv"), read_text(folder / "b.csv"));
    EXPECT_EQ(run({"rerun", study, "--replicate", "1", "--trace", "Leedz"}).code, 2);
}

TEST(Rerun, RunsDesignPointsAndHistoriesAndWhatFollowsSavedStates)
{
    test::TemporaryFolder const folder;
    auto const points = folder.write("points.csv", "incentives.reward_grant.per_target\n20000\n40000\n").string();
    auto const state = (folder / "x.state").string();
    auto const keep = [&](std::vector<std::string> arguments, std::string const& name) {
        for (auto const* const word : {"--replicates", "2", "--seed", "5", "--record", "nation", "--quiet", "--no-netcdf", "--out"}) arguments.emplace_back(word);
        arguments.push_back((folder / name).string());
        ASSERT_EQ(run(arguments).code, 0) << name;
    };
    keep({"run", "laa_2008_twice", "--save-state", state, "--save-after", "1"}, "history");
    keep({"run", "laa_2008", "--from-state", state}, "branch");
    keep({"run", "laa_2008", "--params", points}, "design");
    auto const again = [&](std::string const& name, std::vector<std::string> const& more = {}) {
        std::vector<std::string> arguments{"rerun", (folder / name).string(), "--replicate", "1"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        auto const ended = run(arguments);
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_THAT(ended.out, HasSubstr("The same again, bit for bit: all ")) << name;
        return ended.out;
    };
    EXPECT_THAT(again("history"), AllOf(HasSubstr("round 1"), HasSubstr("round 2")));
    auto const lived = again("history", {"--trace", "Leeds"});
    auto const branched = again("branch", {"--trace", "Leeds"});
    auto const talks = branched.find("\n\nThe talks open");
    ASSERT_NE(talks, std::string::npos);
    EXPECT_NE(lived.find(branched.substr(talks, 2000), lived.find("Round 2: ")), std::string::npos)
        << "the branch lives the history's second round";
    EXPECT_THAT(again("design", {"--point", "2"}), AllOf(HasSubstr("(design point 2)"), testing::Not(HasSubstr("(design point 1)"))));
    auto const which = run({"rerun", (folder / "design").string(), "--replicate", "1", "--trace", "Leeds", "--scenario", "laa_2008"});
    EXPECT_EQ(which.code, 2);
    EXPECT_THAT(which.err, HasSubstr("choose one with --point"));
}

TEST(Rerun, SaysWhatTheStudyHoldsAndWhyAReplicateIsNotThere)
{
    test::TemporaryFolder const folder;
    auto const study = (folder / "study").string();
    ASSERT_EQ(test::store_study(study, {"--no-netcdf"}).code, 0);
    auto const wrong = run({"rerun", study, "--replicate", "7", "--scenario", "ifg_81", "--record", "aera"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("the study has no replicate 7"), HasSubstr("stored are 0 to 2"),
                                 HasSubstr("no scenario 'ifg_81'"), HasSubstr("name the table with --csv"), HasSubstr("aera")));

    test::store_changed(study, folder / "failed", [](std::vector<double>&) {
        return std::vector<store::CellFailure>{{.replicate = 2, .scenario = 1, .message = "no plan was found"}};
    });
    auto const failed = run({"rerun", (folder / "failed").string(), "--replicate", "2"});
    EXPECT_EQ(failed.code, 2);
    EXPECT_THAT(failed.err, HasSubstr("replicate 2 failed in laa_2008+ifg_18_double_reward_grant, so the study has no values of it: no plan was found"));

    test::store_changed(study, folder / "other", [](std::vector<double>& values) {
        values[0] = std::nextafter(values[0], 1e9);
        return std::vector<store::CellFailure>{};
    });
    auto const other = run({"rerun", (folder / "other").string(), "--replicate", "2"});
    EXPECT_EQ(other.code, 1);
    EXPECT_THAT(other.err, AllOf(StartsWith("laa_2008: 1 of "), HasSubstr("do not come out again; the first is true_gain of nation:England in round: stored 0.")));
    EXPECT_EQ(run({"rerun", (folder / "other").string(), "--replicate", "1"}).code, 0) << "the others are as they were";
}
}  // namespace concordat
