// `concordat export` through the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"
#include "tests/support/netcdf_reading.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::read_text;
using testing::HasSubstr;

class Export : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        folder_ = new test::TemporaryFolder;
        auto const ended = test::run({"compare", "laa_2008", "ifg_18", "--replicates", "3", "--seed", "5", "--record",
                                      "region", "--quiet", "--out", study().string()});
        ASSERT_EQ(ended.code, 0) << ended.err;
    }
    static void TearDownTestSuite()
    {
        delete folder_;
        folder_ = nullptr;
    }
    static fs::path study() { return *folder_ / "study"; }
    static fs::path file(std::string const& name) { return *folder_ / name; }

  private:
    static test::TemporaryFolder* folder_;
};
test::TemporaryFolder* Export::folder_ = nullptr;
}  // namespace

TEST_F(Export, WritesBesideTheStudyWhatTheStudyItselfHolds)
{
    auto const ended = test::run({"export", study().string() + "/"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("study.nc: 3 replicates of 2 scenarios"));
    auto const text = read_text(file("study.nc"));
    EXPECT_GT(text.size(), 10'000U);
    EXPECT_EQ(text, read_text(study() / "results.nc"));

    EXPECT_EQ(test::run({"export", study().string()}).code, 2) << "nothing is overwritten";
    EXPECT_EQ(test::run({"export", study().string(), "--force"}).code, 0);
}

TEST_F(Export, TellsTheQuestionAndTheCommandThatRepeatsIt)
{
    test::NetcdfReading const in{study() / "results.nc"};
    EXPECT_THAT(in.attribute("", "command"),
                HasSubstr("concordat compare laa_2008 ifg_18 --replicates 3 --seed 5 --assumptions ensemble --record region"));
    EXPECT_THAT(in.attribute("", "title"), HasSubstr(", compared with: "));
    EXPECT_THAT(read_text(study() / "manifest.json"), HasSubstr("\"" + in.attribute("", "results_hash") + "\""));
    EXPECT_EQ(in.texts("baseline"), (std::vector<std::string>{"laa_2008", "laa_2008"}));
    EXPECT_EQ(in.attribute("true_gain_by_region", "coordinates"), "scenario_title baseline");
}

TEST_F(Export, ChoosesOutcomesAndGroupings)
{
    auto const ended = test::run({"export", study().string(), "--csv", file("some.csv").string(), "--netcdf",
                                  file("some.nc").string(), "--outcomes", "welfare,true_gain", "--groupings", "region"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const table = read_text(file("some.csv"));
    EXPECT_EQ(table.substr(0, table.find('\n')), "scenario,replicate,seed,grouping,group,period,true_gain,welfare");
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1 + 3 * 2 * 9);
    test::NetcdfReading const in{file("some.nc")};
    EXPECT_EQ(in.shape("true_gain_by_region"), (std::vector<std::size_t>{2, 3, 9}));
    EXPECT_FALSE(in.has("true_gain"));
}

TEST_F(Export, SaysAllThatIsWrongAtOnceAndWritesNothing)
{
    auto const ended = test::run({"export", study().string(), "--outcomes", "true_gian", "--groupings", "area", "--csv",
                                  file("nowhere/x.csv").string(), "--netcdf", file("wrong.nc").string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("the study holds no outcome 'true_gian'"));
    EXPECT_THAT(ended.err, HasSubstr("did you mean 'true_gain'?"));
    EXPECT_THAT(ended.err, HasSubstr("the study holds no grouping 'area'"));
    EXPECT_THAT(ended.err, HasSubstr("there is no folder"));
    EXPECT_FALSE(fs::exists(file("wrong.nc")));
    EXPECT_EQ(test::run({"export", file("no_study").string()}).code, 2);
}

TEST_F(Export, GivesADesignADimensionAndItsParametersTheirValues)
{
    std::ofstream{file("design.csv")} << "incentives.reward_grant.per_target\n20000\n40000\n";
    auto const ended = test::run({"compare", "laa_2008", "ifg_18", "--replicates", "1", "--seed", "5", "--quiet", "--params",
                                  file("design.csv").string(), "--record", "nation", "--out", file("design").string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    test::NetcdfReading const in{file("design/results.nc")};
    EXPECT_EQ(in.dimensions("true_gain"), (std::vector<std::string>{"design_point", "scenario", "replicate"}));
    EXPECT_EQ(in.texts("design_point"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(in.numbers("incentives.reward_grant.per_target"), (std::vector<double>{20000, 40000}));
}

TEST_F(Export, ReadsAStudyUnderWayInWholeReplicates)
{
    auto const out = file("long");
    test::Program program{{"run", "laa_2008", "--replicates", "100000", "--seed", "3", "--record", "nation", "--quiet",
                           "--out", out.string()}};
    test::wait_until([&] { return !read_text(out.string() + ".partial/results.idx").empty(); });
    auto const ended = test::run({"export", out.string(), "--netcdf", file("early.nc").string()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    test::NetcdfReading const in{file("early.nc")};
    auto const replicates = in.shape("true_gain").at(1);
    EXPECT_GT(replicates, 0U);
    EXPECT_LT(replicates, 100'000U);
    EXPECT_THAT(in.attribute("", "status"), HasSubstr("under way: " + std::to_string(replicates) + " of 100000"));
    EXPECT_EQ(in.attribute("", "results_hash"), "") << "there is no results.csv yet";
}

TEST_F(Export, LeavesTheFileOutWhereItIsNotWanted)
{
    auto const ended = test::run({"run", "laa_2008", "--replicates", "1", "--seed", "5", "--quiet", "--record", "nation",
                                  "--no-netcdf", "--out", file("without").string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_FALSE(fs::exists(file("without/results.nc")));
}
}  // namespace concordat
