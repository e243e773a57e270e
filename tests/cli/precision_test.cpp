// Studies that end when they know enough, or when their time is over, and studies that grow.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;

/// What must be the same from run to run.
using Files = std::map<std::string, std::string>;

Files read_files(fs::path const& folder)
{
    Files files;
    for (auto const& entry : fs::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        bool const tells_this_run = name == "manifest.json" || name == "report.html";  // its time, its folder
        if (!tells_this_run) files[name] = read_text(entry.path());
    }
    return files;
}

/// The names of those that differ: the files themselves are too long to be printed.
std::vector<std::string> find_differences(Files const& one, Files const& other)
{
    std::vector<std::string> names;
    for (auto const& [name, text] : one) {
        auto const found = other.find(name);
        if (found == other.end() || found->second != text) names.push_back(name);
    }
    for (auto const& [name, text] : other) {
        if (!one.contains(name)) names.push_back(name);
    }
    return names;
}

json read_manifest(fs::path const& folder) { return json::parse(read_text(folder / "manifest.json")); }

std::vector<std::string> join(std::vector<std::string> first, std::vector<std::string> const& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

class Precision : public testing::Test
{
  protected:
    test::Ended compare(char const* name, std::vector<std::string> const& more)
    {
        return run(join({"compare", "laa_2008", "ifg_18", "--seed", "3", "--quiet", "--out", (folder / name).string()}, more));
    }
    test::Ended compare_until(char const* name, std::vector<std::string> const& more)
    {
        return compare(name, join({"--until", "se(reward_paid) < 4%", "--min-replicates", "4", "--max-replicates", "60"}, more));
    }
    test::Ended resume(char const* name, std::vector<std::string> const& more = {})
    {
        return run(join({"resume", (folder / name).string(), "--quiet"}, more));
    }

    test::TemporaryFolder folder;
};
}  // namespace

TEST_F(Precision, EndsAStudyAtTheSameReplicateForAnyThreadsAndAfterAPause)
{
    auto const ended = compare_until("one", {"--threads", "1"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const manifest = read_manifest(folder / "one");
    auto const needed = manifest.at("precision").at("replicates").get<int>();
    EXPECT_GT(needed, 4);
    EXPECT_LT(needed, 60);
    EXPECT_EQ(manifest.at("status"), "complete");
    EXPECT_TRUE(manifest.at("precision").at("met").get<bool>());
    EXPECT_LT(manifest.at("precision").at("terms").at(0).at("standard_error"), 0.04);
    EXPECT_THAT(ended.out, HasSubstr("needed " + std::to_string(needed) + " replicates"));

    for (char const* threads : {"2", "7"}) {
        EXPECT_EQ(compare_until(threads, {"--threads", threads}).code, 0);
        EXPECT_THAT(find_differences(read_files(folder / threads), read_files(folder / "one")), testing::IsEmpty());
    }
    auto const paused = compare_until("paused", {"--time-limit", "0.001s", "--threads", "2"});
    EXPECT_EQ(paused.code, 0);
    EXPECT_THAT(paused.err, AllOf(HasSubstr("stopped by the time limit"), HasSubstr("concordat resume")));
    EXPECT_EQ(read_manifest(folder / "paused").at("status"), "stopped");
    EXPECT_TRUE(read_manifest(folder / "paused").at("session").at("out_of_time").get<bool>());
    EXPECT_EQ(resume("paused").code, 0);
    EXPECT_THAT(find_differences(read_files(folder / "paused"), read_files(folder / "one")), testing::IsEmpty());

    EXPECT_EQ(compare("fixed", {"--replicates", std::to_string(needed)}).code, 0);
    for (auto const* const table : {"results.csv", "summary.csv", "comparison.csv"}) {
        EXPECT_EQ(read_text(folder / "fixed" / table), read_text(folder / "one" / table)) << table;
    }

    auto const again = resume("one");
    EXPECT_NE(again.code, 0);
    EXPECT_THAT(again.err, AllOf(HasSubstr("is complete"), HasSubstr("--replicates N")));

    EXPECT_EQ(compare("whole", {"--replicates", std::to_string(needed + 3)}).code, 0);
    for (char const* name : {"one", "fixed"}) {
        auto const grown = resume(name, {"--replicates", std::to_string(needed + 3)});
        EXPECT_EQ(grown.code, 0) << grown.err;
        EXPECT_THAT(find_differences(read_files(folder / name), read_files(folder / "whole")), testing::IsEmpty()) << name;
    }
    EXPECT_THAT(resume("whole", {"--replicates", "2"}).err, HasSubstr("would be fewer"));
}

TEST_F(Precision, ThatIsNotReachedIsSaidWithWhatItWouldTake)
{
    auto const ended = run({"run", "laa_2008", "--seed", "3", "--quiet", "--replicates", "3", "--min-replicates", "2",
                            "--until", "se(reward_paid) < 0.1%"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("was not reached with 3 replicates"), HasSubstr("would be needed")));
}

TEST_F(Precision, IsRefusedWhereItCannotBeReadTogetherWithAllElseThatIsWrong)
{
    auto const ended = compare("bad", {"--until", "se(welfare_per_gpb) < 1%", "--time-limit", "soon", "--min-replicates",
                                       "1", "--baseline", "laa_2004_pilot"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("did you mean 'welfare_per_gbp'?"), HasSubstr("'soon' is not a time"),
                                 HasSubstr("--min-replicates"), HasSubstr("none of the scenarios that are compared"),
                                 HasSubstr("4 problems; nothing was run")));
    EXPECT_FALSE(fs::exists(folder / "bad"));
    EXPECT_THAT(compare("bad", {"--min-replicates", "20"}).err, HasSubstr("only together with --until"));
}

TEST_F(Precision, OfAnyBaselineOfChoice)
{
    auto const summary = [&](std::vector<std::string> const& more) {
        auto const ended = run(join({"compare", "laa_2008", "ifg_18", "cap_20", "--seed", "3", "--replicates", "2", "--json"}, more));
        EXPECT_EQ(ended.code, 0) << ended.err;
        return json::parse(ended.out);
    };
    auto const first = summary({"--quiet"}), other = summary({"--quiet", "--baseline", "ifg_18"});
    auto const difference = [](json const& from, std::size_t scenario) {
        auto const name = from.at("scenarios").at(scenario).at("name");
        for (auto const& row : from.at("results")) {
            if (row.at("scenario") == name && row.at("outcome") == "welfare") return row.at("difference").at("mean").get<double>();
        }
        return 0.0;
    };
    EXPECT_TRUE(other.at("scenarios").at(1).at("baseline").is_null());
    EXPECT_DOUBLE_EQ(difference(other, 0), -difference(first, 1));
    EXPECT_NEAR(difference(other, 2), difference(first, 2) - difference(first, 1), 1e-9);
    EXPECT_TRUE(first.at("null_reform").at("passed").get<bool>());
    EXPECT_EQ(other.at("null_reform").at("baseline"), other.at("scenarios").at(1).at("name"));
    EXPECT_EQ(first.at("ranks").size(), 3U);
    double best = 0;
    for (auto const& rank : first.at("ranks")) best += rank.at("probability_best").get<double>();
    EXPECT_DOUBLE_EQ(best, 1);
}
}  // namespace concordat
