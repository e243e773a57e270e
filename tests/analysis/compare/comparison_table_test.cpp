#include "analysis/compare/comparison_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/compare/paired_difference.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::compare
{
namespace
{
class ComparisonTableTest : public testing::Test
{
  protected:
    store::StudyReader write(store::StudyPlan const& plan)
    {
        auto const writer = store::StudyWriter::create(folder / "study", plan);
        test::add_toy_replicates(*writer, plan.replicates);
        writer->finish({});
        return store::StudyReader{folder / "study"};
    }

    std::string cell(store::Table const& table, std::size_t row, std::string const& column)
    {
        auto const found = std::find(table.header.begin(), table.header.end(), column);
        return table.rows.at(row).at(static_cast<std::size_t>(found - table.header.begin()));
    }

    test::TemporaryFolder folder;
};

TEST_F(ComparisonTableTest, HasARowForEveryScenarioAndHeadlineOutcome)
{
    auto const table = make_comparison_table(write(test::make_toy_plan(20)), {0, 0, 0});
    ASSERT_EQ(table.rows.size(), 3U);  // hits for the nation; cost is no headline
    for (auto const& row : table.rows) EXPECT_EQ(row.size(), table.header.size());
    EXPECT_EQ(cell(table, 1, "baseline"), "laa_2008");
    EXPECT_EQ(cell(table, 1, "difference"), "0.125");
    EXPECT_EQ(cell(table, 2, "difference"), "0.25");
    EXPECT_EQ(cell(table, 2, "probability_best"), "1");
    EXPECT_EQ(cell(table, 1, "regret"), "0.125");
}

TEST_F(ComparisonTableTest, RanksTheBaselineButDoesNotCompareIt)
{
    auto const table = make_comparison_table(write(test::make_toy_plan(20)), {2, 2, 2});
    EXPECT_EQ(cell(table, 2, "baseline"), "");
    EXPECT_EQ(cell(table, 2, "difference"), "");
    EXPECT_EQ(cell(table, 2, "mean_rank"), "1");
    EXPECT_EQ(cell(table, 0, "difference"), "-0.25");
    EXPECT_EQ(cell(table, 0, "mean_rank"), "3");
}

TEST_F(ComparisonTableTest, RanksWithinADesignPoint)
{
    auto plan = test::make_toy_plan(20);
    plan.scenarios = {{"base", "1"}, {"reform", "1"}, {"base", "2"}};
    auto const table = make_comparison_table(write(plan), {0, 0, 2});
    EXPECT_EQ(cell(table, 1, "design_point"), "1");
    EXPECT_EQ(cell(table, 0, "mean_rank"), "2");
    EXPECT_EQ(cell(table, 2, "mean_rank"), "1");
}
}  // namespace
}  // namespace concordat::compare
