#include "sim/store/results_csv.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
StudyPlan make_small_plan()
{
    auto plan = test::make_toy_plan(2);
    plan.scenarios = {{.name = "base"}, {.name = "base+a, b"}};
    plan.schema = test::make_toy_schema({0, 3});
    plan.seed = 42;
    return plan;
}

FinishedStudy write(std::filesystem::path const& folder, StudyPlan const& plan, std::vector<CellFailure> const& failures = {})
{
    auto const writer = StudyWriter::create(folder, plan);
    writer->add(0, std::vector{1.0, 0.1, 2.0, std::nan("")}, failures);
    writer->add(1, std::vector{3.0, -0.0, 4.0, 1e-7});
    return writer->finish({});
}

TEST(ResultsCsv, HasOneRowPerValueInOrderOfReplicateScenarioAndColumn)
{
    test::TemporaryFolder const folder;
    auto const done = write(folder / "study", make_small_plan());
    auto const text = test::read_bytes(folder / "study/results.csv");
    EXPECT_EQ(text,
              "scenario,replicate,seed,group,period,outcome,value,unit\n"
              "base,0,42,nation:England,round,hits,1,targets\n"
              "base,0,42,\"area:Kingston upon Hull, City of\",year_1,cost,0.1,GBP m\n"
              "\"base+a, b\",0,42,nation:England,round,hits,2,targets\n"
              "\"base+a, b\",0,42,\"area:Kingston upon Hull, City of\",year_1,cost,,GBP m\n"
              "base,1,42,nation:England,round,hits,3,targets\n"
              "base,1,42,\"area:Kingston upon Hull, City of\",year_1,cost,-0,GBP m\n"
              "\"base+a, b\",1,42,nation:England,round,hits,4,targets\n"
              "\"base+a, b\",1,42,\"area:Kingston upon Hull, City of\",year_1,cost,1e-07,GBP m\n");
    EXPECT_EQ(done.results_hash, hash_text(text).hex());
    EXPECT_NE(test::read_bytes(folder / "study/manifest.json").find(done.results_hash), std::string::npos);
}

TEST(ResultsCsv, NamesTheDesignPointWhereThereIsADesign)
{
    test::TemporaryFolder const folder;
    auto plan = make_small_plan();
    plan.scenarios[1].design_point = "p7";
    write(folder / "study", plan);
    auto const text = test::read_bytes(folder / "study/results.csv");
    EXPECT_TRUE(text.starts_with("scenario,design_point,replicate,seed,group,period,outcome,value,unit\nbase,,0,42,"));
    EXPECT_NE(text.find("\n\"base+a, b\",p7,1,42,"), std::string::npos);
}

TEST(ResultsCsv, LeavesAFailedReplicateOutInAllScenariosAndListsIt)
{
    test::TemporaryFolder const folder;
    write(folder / "study", make_small_plan(), {{0, 1, "no root, \"twice\""}});
    auto const text = test::read_bytes(folder / "study/results.csv");
    EXPECT_EQ(text.find("base,0,"), std::string::npos);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
    EXPECT_EQ(test::read_bytes(folder / "study/failures.csv"),
              "scenario,replicate,seed,reason\n\"base+a, b\",0,42,\"no root, \"\"twice\"\"\"\n");
}

TEST(ResultsCsv, HasNoListOfFailuresWhereNothingFailed)
{
    test::TemporaryFolder const folder;
    write(folder / "study", make_small_plan());
    EXPECT_FALSE(std::filesystem::exists(folder / "study/failures.csv"));
}
}  // namespace
}  // namespace concordat::store
