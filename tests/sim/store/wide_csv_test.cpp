#include "sim/store/wide_csv.hpp"

#include <gtest/gtest.h>

#include "tests/support/layered_study.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::store
{
namespace
{
StudyPlan make_plan()
{
    auto plan = test::make_layered_plan(1);
    plan.schema = Schema{};
    plan.schema.outcomes = {{.name = "gain"}, {.name = "cost"}, {.name = "never"}};
    plan.schema.groupings = {{.name = "nation", .groups = {"England"}},
                             {.name = "area", .groups = {"Kingston upon Hull, City of", "York"}}};
    plan.schema.periods = {{"round", 0, 0}, {"year_1", 0, 1}};
    plan.schema.add_block(0, 0, {1});
    plan.schema.add_block(1, 0, {1, 0});
    plan.schema.add_block(0, 0, {0});
    plan.schema.add_block(0, 1, {0});
    return plan;
}

std::string write(Selection const& wanted, std::size_t rows)
{
    test::TemporaryFolder const folder;
    auto const plan = make_plan();
    auto const writer = StudyWriter::create(folder / "study", plan);
    std::vector<double> values;
    for (int i = 0; i < 14; ++i) values.push_back(0.1 * i);
    values[10] = std::nan("");
    writer->add(0, values);
    writer->finish({});
    EXPECT_EQ(write_wide_csv(StudyReader{folder / "study"}, folder / "wide.csv", wanted), rows);
    EXPECT_FALSE(std::filesystem::exists(folder / "wide.csv.tmp"));
    return test::read_bytes(folder / "wide.csv");
}

TEST(WideCsv, HasARowPerCellGroupAndPeriodAndAColumnPerOutcome)
{
    EXPECT_EQ(write({}, 8),
              "scenario,replicate,seed,grouping,group,period,gain,cost\n"
              "base,0,2008,nation,England,round,0.5,0\n"
              "base,0,2008,area,\"Kingston upon Hull, City of\",round,0.2,0.1\n"
              "base,0,2008,area,York,round,0.4,0.30000000000000004\n"
              "base,0,2008,nation,England,year_1,0.6000000000000001,\n"
              "\"base+more, larger\",0,2008,nation,England,round,1.2000000000000002,0.7000000000000001\n"
              "\"base+more, larger\",0,2008,area,\"Kingston upon Hull, City of\",round,0.9,0.8\n"
              "\"base+more, larger\",0,2008,area,York,round,1.1,\n"
              "\"base+more, larger\",0,2008,nation,England,year_1,1.3,\n");
}

TEST(WideCsv, LeavesOutRowsThatTheChosenOutcomesDoNotHave)
{
    EXPECT_EQ(write({.outcomes = {"cost"}, .groupings = {"nation"}}, 2),
              "scenario,replicate,seed,grouping,group,period,cost\n"
              "base,0,2008,nation,England,round,0\n"
              "\"base+more, larger\",0,2008,nation,England,round,0.7000000000000001\n");
}
}  // namespace
}  // namespace concordat::store
