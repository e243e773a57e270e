#include "analysis/compare/study_comparison.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::compare
{
namespace
{
/// Two columns: hits, and cost of which the second scenario has none. Scenario 2 repeats scenario 0.
store::StudyPlan make_plan()
{
    auto plan = test::make_toy_plan(4);
    plan.scenarios = {{.name = "base"}, {.name = "reform"}, {.name = "same"}};
    plan.schema = test::make_toy_schema({0, 2});
    return plan;
}

class StudyComparisonTest : public testing::Test
{
  protected:
    store::StudyReader write(store::StudyPlan const& plan, std::vector<store::CellFailure> const& failures = {})
    {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        std::array const hits{10.0, 20.0, 30.0, 40.0};
        std::array const gain{1.0, 3.0, 1.0, 3.0};
        auto const writer = store::StudyWriter::create(folder / "study", plan);
        for (std::uint32_t r = 0; r < 4; ++r) {
            std::vector const values{hits[r], 2.0, hits[r] + gain[r], none, hits[r], 2.0};
            writer->add(r, values, r == 3 ? failures : std::vector<store::CellFailure>{});
        }
        writer->finish({.summary = [](auto const& study) { return make_summary_table(study, 0); }});
        return store::StudyReader{folder / "study"};
    }

    test::TemporaryFolder folder;
};

TEST_F(StudyComparisonTest, HasARowPerScenarioAndColumnInThatOrder)
{
    auto const rows = compare_study(write(make_plan()), 0);
    ASSERT_EQ(rows.size(), 6U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].scenario, i / 2);
        EXPECT_EQ(rows[i].column, i % 2);
    }
}

TEST_F(StudyComparisonTest, PairsReplicatesWithTheBaselineOfChoice)
{
    auto const study = write(make_plan());
    auto const against_first = compare_study(study, 0);
    EXPECT_DOUBLE_EQ(against_first[2].paired.difference.mean, 2);
    EXPECT_EQ(against_first[2].paired.probability_better, 1);
    EXPECT_EQ(against_first[0].paired.finding, Finding::no_difference);
    EXPECT_EQ(against_first[4].paired.finding, Finding::no_difference);
    EXPECT_EQ(against_first[3].paired.finding, Finding::not_measured);
    EXPECT_DOUBLE_EQ(against_first[2].values.mean, 27);
    auto const against_second = compare_study(study, 1);
    EXPECT_DOUBLE_EQ(against_second[0].paired.difference.mean, -2);
    EXPECT_EQ(against_second[0].paired.probability_better, 0);
}

TEST_F(StudyComparisonTest, LeavesAFailedReplicateOutOfThePairing)
{
    auto const rows = compare_study(write(make_plan(), {{3, 2, "no root"}}), 0);
    EXPECT_EQ(rows[2].paired.difference.count, 3U);
    EXPECT_DOUBLE_EQ(rows[2].paired.difference.mean, 5.0 / 3);
    EXPECT_EQ(rows[0].values.count, 3U);
}

TEST_F(StudyComparisonTest, WritesTheSummaryInFull)
{
    write(make_plan());
    auto const text = test::read_bytes(folder / "study/summary.csv");
    EXPECT_TRUE(text.starts_with("scenario,group,period,outcome,unit,n,missing,mean,sd,standard_error,q05,median,q95,baseline,"
                                 "pairs,difference,difference_standard_error,difference_q05,difference_q95,relative_change,"
                                 "probability_better,variance_reduction,finding\n"));
    EXPECT_NE(text.find("\nsame,nation:England,round,hits,targets,4,0,25,12.909944487358056,6.454972243679028,11.5,25,38.5,base,4,"
                        "0,0,0,0,0,0.5,,no difference\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("\nreform,nation:England,round,cost,GBP m,0,4,,,,,,,base,0,,,,,,,,not measured\n"), std::string::npos) << text;
    EXPECT_NE(text.find(",base,4,2,0.5773502691896257,1,3,0.08,1,261,differs\n"), std::string::npos) << text;
}

TEST_F(StudyComparisonTest, NamesTheDesignPointWhereThereIsADesign)
{
    auto plan = make_plan();
    plan.scenarios[1] = {.name = "reform", .design_point = "7"};
    auto const table = make_summary_table(write(plan), 0);
    EXPECT_EQ(table.header[1], "design_point");
    EXPECT_EQ(table.rows[2][1], "7");
}

TEST_F(StudyComparisonTest, AgainstAScenarioThatIsNotThereIsAProgrammersMistake)
{
    EXPECT_THROW(static_cast<void>(compare_study(write(make_plan()), 3)), std::logic_error);
}
}  // namespace
}  // namespace concordat::compare
