#include "sim/store/netcdf_layout.hpp"

#include <gtest/gtest.h>

#include "tests/support/layered_study.hpp"

namespace concordat::store
{
namespace
{
std::vector<std::string> names_of(std::vector<NetcdfVariable> const& variables)
{
    std::vector<std::string> names;
    for (auto const& one : variables) names.push_back(one.name);
    return names;
}

std::vector<std::string> dimensions_of(NetcdfLayout const& layout, std::size_t variable)
{
    std::vector<std::string> names;
    for (int const d : layout.variables[variable].inner) names.push_back(layout.dimensions[static_cast<std::size_t>(d)].name);
    return names;
}

TEST(NetcdfLayout, HasAVariableForEveryOutcomeGroupingAndKindOfPeriod)
{
    auto const layout = lay_out_netcdf(test::make_layered_plan(10), 10, {});
    EXPECT_EQ(names_of(layout.variables),
              (std::vector<std::string>{"gain", "cost", "gini", "gain_by_area", "cost_by_area",
                                        "gain_by_area_and_indicator", "gain_by_year", "gain_by_area_and_year"}));
    EXPECT_EQ(dimensions_of(layout, 0), std::vector<std::string>{});
    EXPECT_EQ(dimensions_of(layout, 5), (std::vector<std::string>{"area", "indicator"}));
    EXPECT_EQ(dimensions_of(layout, 7), (std::vector<std::string>{"area", "year"}));
    EXPECT_EQ(layout.variables[5].inner_size, 6U);
    EXPECT_EQ(layout.variables[7].chunk, (std::vector<std::size_t>{2, 10, 2, 3}));
}

TEST(NetcdfLayout, GivesRoundsADimensionWhereThereAreSeveral)
{
    auto const layout = lay_out_netcdf(test::make_layered_plan(10, 2), 10, {.outcomes = {"gain"}, .groupings = {"area"}});
    EXPECT_EQ(names_of(layout.variables), (std::vector<std::string>{"gain_by_area", "gain_by_area_and_year"}));
    EXPECT_EQ(dimensions_of(layout, 1), (std::vector<std::string>{"area", "round", "year"}));
    ASSERT_EQ(layout.parts.size(), 8U);
    EXPECT_EQ(layout.parts[0].stride, 2U);
    EXPECT_EQ(layout.parts[7].stride, 6U);
    EXPECT_EQ(layout.parts[7].offset, 5U) << "the third year of the second round";
    auto const& rounds = layout.coordinates.at(2);
    EXPECT_EQ(rounds.texts, (std::vector<std::string>{"round 1", "round 2"}));
}

TEST(NetcdfLayout, PutsDesignPointsFirstAndEveryScenarioAtItsPlace)
{
    auto plan = test::make_layered_plan(10);
    plan.scenarios = {{"base", "low"}, {"more", "low"}, {"base", "high"}, {"more", "high"}};
    auto const layout = lay_out_netcdf(plan, 10, {});
    ASSERT_EQ(layout.outer, 3U);
    EXPECT_EQ(layout.dimensions[0].name, "design_point");
    EXPECT_EQ(layout.dimensions[0].size, 2U);
    EXPECT_EQ(layout.slots, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(layout.coordinates[0].texts, (std::vector<std::string>{"low", "high"}));
}

TEST(NetcdfLayout, BoundsWhatIsHeldInMemoryForAnyNumberOfReplicates)
{
    auto const doubles = [](std::uint32_t replicates) {
        auto const layout = lay_out_netcdf(test::make_layered_plan(replicates), replicates, {});
        std::size_t sum = 0;
        for (auto const& one : layout.variables) sum += layout.slot_count * one.replicates_at_once * one.inner_size;
        return sum;
    };
    EXPECT_EQ(doubles(10'000'000), doubles(1'000'000));
    EXPECT_LE(doubles(10'000'000) * sizeof(double), std::size_t{64} << 20);
}

TEST(NetcdfLayout, ChunksHoldAtLeastAReplicateAndAboutAHundredKilobytes)
{
    auto const layout = lay_out_netcdf(test::make_layered_plan(1'000'000), 1'000'000, {});
    for (auto const& one : layout.variables) {
        std::size_t size = sizeof(double);
        for (auto const length : one.chunk) size *= length;
        EXPECT_GE(size, 64U << 10) << one.name;
        EXPECT_LE(size, 1U << 20) << one.name;
    }
}
}  // namespace
}  // namespace concordat::store
