// Studies from one file: a question, scenarios and a design.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/netcdf_reading.hpp"

namespace concordat
{
namespace
{
using nlohmann::json;
using test::read_text;
using test::run;
using testing::AllOf;
using testing::HasSubstr;

constexpr char const* small_study = R"(title: Caps
question: Does a shorter list help where the reward is larger?
baseline: laa_2008
scenarios:
  - {scenario: cap_20, label: A shorter list}
outcomes: [true_gain, picks_per_area]
replicates: 2
seed: 5
record: [nation]
design:
  list:
    - name: as it was
      set: {incentives.reward_grant.per_target: 40000}
    - name: much more
      set: {incentives.reward_grant.per_target: 500000}
)";

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        auto const end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

/// In UTF-8 every letter has one byte that does not go on with another.
std::ptrdiff_t count_letters(std::string const& line)
{
    return std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}
}  // namespace

TEST(Study, AnswersItsQuestionOverItsDesignAndKeepsWhatWasAsked)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("caps.yaml", small_study).string();
    auto const out = folder.path() / "out";
    auto const ended = run({"study", file, "--out", out.string(), "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    for (auto const* const text : {"Caps", "Does a shorter list help", "2 replicates", "seed 5", "cap_20: A shorter list",
                                   "mean change at 2 design points", "lowest", "highest", "better at", "(1)", "as it was",
                                   "much more", "indicators chosen per area"}) {
        EXPECT_THAT(ended.out, HasSubstr(text));
    }
    for (auto const& line : lines_of(ended.out)) EXPECT_LE(count_letters(line), 100) << line;
    EXPECT_EQ(read_text(out / "design.csv"),
              "design_point,name,incentives.reward_grant.per_target\n1,as it was,40000\n2,much more,500000\n");
    auto const manifest = json::parse(read_text(out / "manifest.json"));
    EXPECT_EQ(manifest.at("command"), "study");
    EXPECT_EQ(manifest.at("study").at("question"), "Does a shorter list help where the reward is larger?");
    EXPECT_EQ(manifest.at("study").at("file"), file);
    EXPECT_EQ(manifest.at("design").at("points").at(1).at("name"), "much more");
    EXPECT_EQ(manifest.at("repeat_with").at(1), "study");
    EXPECT_EQ(manifest.at("files").front().at("text").get<std::string>(), small_study);
}

TEST(Study, GivesTheSameBytesAsACompareOverTheSameTableOfPoints)
{
    test::TemporaryFolder const folder;
    auto const study = folder.write("caps.yaml", small_study).string();
    auto const table = folder.write("points.csv", "incentives.reward_grant.per_target\n40000\n500000\n").string();
    auto const a = folder.path() / "a", b = folder.path() / "b";
    ASSERT_EQ(run({"study", study, "--out", a.string(), "--quiet", "--threads", "1"}).code, 0);
    ASSERT_EQ(run({"compare", "laa_2008", "cap_20", "--params", table, "--replicates", "2", "--seed", "5", "--record", "nation",
                   "--out", b.string(), "--quiet", "--threads", "2"})
                  .code,
              0);
    EXPECT_EQ(read_text(a / "results.csv"), read_text(b / "results.csv"));
    EXPECT_EQ(read_text(a / "summary.csv"), read_text(b / "summary.csv"));
}

TEST(Study, ComparesWithAFixedBaselineAndIsExactlyZeroWhereAPointIsTheBaseline)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("size.yaml",
                                   "title: T\nquestion: Q?\nbaseline: laa_2008\nscenarios: [laa_2008]\nreplicates: 2\nseed: 5\n"
                                   "design:\n  baseline: fixed\n  grid: {incentives.reward_grant.per_target: [40000, 80000]}\n");
    auto const ended = run({"study", file.string(), "--json", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(ended.out);
    ASSERT_EQ(answer.at("scenarios").size(), 3U);
    EXPECT_TRUE(answer.at("design").at("fixed_baseline").get<bool>());
    bool moved = false;
    for (auto const& row : answer.at("results")) {
        if (!row.contains("difference")) continue;
        auto const& finding = row.at("difference").at("finding");
        if (row.at("design_point") == 1) {
            EXPECT_NE(finding, "differs");
        } else {
            moved = moved || finding == "differs";
        }
    }
    EXPECT_TRUE(moved);
}

TEST(Study, WithAFixedBaselineLeavesResultsAndAnAnswerAboutAPointOfItsDesign)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("size.yaml",
                                   "title: T\nquestion: Q?\nbaseline: laa_2008\nscenarios: [cap_20]\noutcomes: [true_gain_selected]\n"
                                   "replicates: 1\nseed: 5\nrecord: [nation]\n"
                                   "design:\n  baseline: fixed\n  grid: {incentives.reward_grant.per_target: [20000, 80000]}\n");
    auto const ended = run({"study", file.string(), "--out", (folder / "out").string(), "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("true improvement, in the agreement"), HasSubstr("design point 1 of 2 (per_target = 20000).\n")));
    test::NetcdfReading const in{folder / "out" / "results.nc"};
    EXPECT_EQ(in.texts("scenario"), (std::vector<std::string>{"laa_2008", "laa_2008+cap_20"}));
    EXPECT_EQ(in.texts("design_point"), (std::vector<std::string>{"", "1", "2"}));
    EXPECT_EQ(in.numbers("incentives.reward_grant.per_target"), (std::vector<double>{40000, 20000, 80000}));
}

TEST(Study, LetsTheCommandLineGoBeforeTheFile)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("caps.yaml", small_study).string();
    auto const ended = run({"study", file, "--replicates", "1", "--seed", "77", "--json", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const answer = json::parse(ended.out);
    EXPECT_EQ(answer.at("replicates"), 1);
    EXPECT_EQ(answer.at("seed"), 77);
    EXPECT_EQ(answer.at("study").at("title"), "Caps");
}

TEST(Study, ReportsEverythingThatIsWrongAtOnceAndRunsNothing)
{
    test::TemporaryFolder const folder;
    auto const file = folder.write("bad.yaml",
                                   "title: T\nquestion: Q?\nbaseline: laa_2009\nscenarios: [ifg_99]\noutcomes: [true_gains]\n"
                                   "record: [aera]\nreplicates: none\ndesign:\n  grid: {gaming.audit.detection: [2]}\n"
                                   "until: se(welfares) < 1%\ntime_limit: soon\n");
    auto const ended = run({"study", file.string(), "--set", "a.b.c=1", "--out", (folder.path() / "out").string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("bad.yaml:3:11: unknown regime 'laa_2009'"), HasSubstr("bad.yaml:4:13"),
                                 HasSubstr("bad.yaml:5:12: unknown outcome 'true_gains'"),
                                 HasSubstr("bad.yaml:6:10: unknown grouping 'aera'"), HasSubstr("bad.yaml:7:13"),
                                 HasSubstr("bad.yaml:10:8"), HasSubstr("bad.yaml:11:13"),
                                 HasSubstr("gaming.audit.detection = 2 is outside"), HasSubstr("unknown path 'a.b.c'"),
                                 HasSubstr("nothing was run")));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
    EXPECT_THAT(run({"study", "rewads"}).err, HasSubstr("did you mean 'rewards'?"));
}

TEST(Study, OfTheCatalogueIsListedAndOneRunsInAFewSeconds)
{
    EXPECT_THAT(run({"list"}).out, AllOf(HasSubstr("Studies"), HasSubstr("teaching_incentives"), HasSubstr("Which way of paying")));
    auto const ended = run({"study", "teaching", "--replicates", "1", "--quiet"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("Incentive design in class"), HasSubstr("money crowds out"), HasSubstr("at 3 design points")));
}
}  // namespace concordat
