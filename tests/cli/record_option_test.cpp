#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
using test::read_text;
using test::run;
using testing::HasSubstr;
using testing::Not;

test::Ended compare(std::filesystem::path const& out, std::vector<std::string> const& more = {})
{
    std::vector<std::string> arguments{"compare", "laa_2008", "ifg_18", "--replicates", "3",
                                       "--seed",  "7",        "--quiet", "--out",       out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    auto ended = run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended;
}

/// Lines that hold a text.
int count_lines(std::string const& table, std::string const& text)
{
    std::istringstream lines{table};
    int count = 0;
    for (std::string line; std::getline(lines, line);) count += line.find(text) != std::string::npos ? 1 : 0;
    return count;
}

TEST(Record, KeepsByDefaultWhatAReportShows)
{
    test::TemporaryFolder const folder;
    compare(folder / "study");
    auto const summary = read_text(folder / "study/summary.csv");
    auto const results = read_text(folder / "study/results.csv");
    EXPECT_EQ(count_lines(summary, "area:Barnet,round,welfare,"), 2) << "a row for each scenario";
    EXPECT_EQ(count_lines(summary, ",picks,"), 2 * (1 + 198)) << "the nation and every indicator";
    EXPECT_EQ(count_lines(results, "nation:England,year_2,true_gain,"), 2 * 3);
    EXPECT_EQ(count_lines(results, "region:London,round,true_gain,"), 2 * 3);
    EXPECT_THAT(results, Not(HasSubstr("area:")));
    EXPECT_THAT(results, Not(HasSubstr("indicator:")));
}

TEST(Record, PutsGroupsIntoBothTablesAndAreasAndIndicatorsIntoTheSummary)
{
    test::TemporaryFolder const folder;
    compare(folder / "study", {"--record", "area_type,indicator,years"});
    auto const summary = read_text(folder / "study/summary.csv");
    auto const results = read_text(folder / "study/results.csv");
    EXPECT_EQ(count_lines(results, "area_type:shire county,round,hit_share,"), 2 * 3);
    EXPECT_EQ(count_lines(summary, "area_type:shire county,round,hit_share,"), 2);
    EXPECT_EQ(count_lines(summary, "indicator:NI 32,round,hit_share,"), 2);
    EXPECT_THAT(results, Not(HasSubstr("indicator:")));
    EXPECT_THAT(results, Not(HasSubstr("region:")));
}

// What no table holds is told by the answer.
TEST(Record, TellsAreasInTheAnswerOfARunThatIsNotKept)
{
    auto const ended = test::run({"run", "laa_2008", "--replicates", "1", "--seed", "3", "--record", "area:welfare", "--json", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("area:Barnet"));
}

TEST(Record, KeepsCellsOutOfTablesAndTheSameForAnyNumberOfThreads)
{
    test::TemporaryFolder const folder;
    compare(folder / "one", {"--record", "area_indicator,years", "--threads", "1"});
    compare(folder / "two", {"--record", "area_indicator,years", "--threads", "2"});
    for (auto const* file : {"results.blk", "plan.json", "results.csv", "summary.csv"}) {
        EXPECT_TRUE(read_text(folder / "one" / file) == read_text(folder / "two" / file)) << file;
    }
    EXPECT_GT(std::filesystem::file_size(folder / "one/results.blk"), 2U * 3U * 150U * 198U * 10U * sizeof(double));
    EXPECT_THAT(read_text(folder / "one/results.csv"), Not(HasSubstr("area_indicator")));
    EXPECT_THAT(read_text(folder / "one/summary.csv"), Not(HasSubstr("area_indicator")));
}

TEST(Record, RefusesWordsThatMeanNothingAllAtOnce)
{
    auto const ended = run({"compare", "laa_2008", "ifg_18", "--record",
                            "regoin,area:welfaer,indicator:welfare,area:headlines,nation:welfare,region:"});
    EXPECT_EQ(ended.code, 2);
    for (auto const* const text :
         {"did you mean 'region'?", "did you mean 'welfare'?", "the outcome 'welfare' is not counted by indicator",
          "the grouping area is named twice", "outcomes of the nation cannot be chosen",
          "no outcome follows 'region:'"}) {
        EXPECT_THAT(ended.err, HasSubstr(text));
    }
}
}  // namespace
}  // namespace concordat
