#include "models/scenario/design_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

struct Reading
{
    std::vector<DesignPoint> points;
    std::string complaint;
};

Reading read(SmallLibrary& library, std::string_view text)
{
    core::Problems problems;
    auto const parameters = config::load_parameters(library.root() / "parameters", problems);
    auto points = read_design_table(library.write("design.csv", text), parameters, problems);
    return {std::move(points), library.shorten(problems)};
}

TEST(DesignTable, GivesOneListOfOverridesPerRow)
{
    SmallLibrary library;
    auto const reading = read(library,
                              "selection.cap.per_area,\"incentives.reward_grant.scheme\"\r\n20,"
                              "none\r\n25,\"pro_rata\"\r\n");
    ASSERT_EQ(reading.complaint, "");
    ASSERT_EQ(reading.points.size(), 2U);
    EXPECT_EQ(reading.points[1].number, 2);
    ASSERT_EQ(reading.points[1].overrides.size(), 2U);
    EXPECT_EQ(reading.points[1].overrides[0].path, "incentives.reward_grant.scheme");
    EXPECT_EQ(reading.points[1].overrides[0].text, "pro_rata");
    EXPECT_EQ(reading.points[1].overrides[1].text, "25");
    EXPECT_EQ(reading.points[1].overrides[1].who, "design.csv, design point 2");
    EXPECT_EQ(reading.points[1].overrides[1].where.line, 3);
}

TEST(DesignTable, ReportsEveryBadCellAndColumnWithItsPlace)
{
    SmallLibrary library;
    EXPECT_EQ(read(library, "selection.cap.per_aera\n20\n").complaint,
              "design.csv:1:1: unknown column 'selection.cap.per_aera'\n    did you mean "
              "'selection.cap.per_area'?");
    EXPECT_EQ(read(library, "selection.cap.per_area,selection.cap.per_area\n20,20\n").complaint,
              "design.csv:1:24: column 'selection.cap.per_area' stands twice");
    EXPECT_EQ(read(library, "selection.cap.per_area,selection.cap.open\n20,true\n99,yes\n,false\n")
                  .complaint,
              "design.csv:3:1: selection.cap.per_area = 99 is outside [0, 60] targets (largest "
              "number of targets in an "
              "agreement)\n"
              "design.csv:3:4: selection.cap.open = 'yes' is not true or false (whether the cap "
              "may be passed)\n    allowed "
              "is true or false\n"
              "design.csv:4:1: selection.cap.per_area is empty");
    EXPECT_THAT(read(library, "selection.cap.per_area,selection.cap.open\n20\n").complaint,
                HasSubstr("design.csv:2: 1 cells where the header has 2"));
    EXPECT_THAT(read(library, "selection.cap.per_area\n").complaint, HasSubstr("no rows"));
    EXPECT_THAT(read(library, "").complaint, HasSubstr("is empty"));
    EXPECT_THAT(read(library, "selection.cap.per_area\n\"20\n").complaint,
                HasSubstr("never closed"));
}

TEST(DesignTable, AppliesItsOverridesLikeTheCommandLine)
{
    SmallLibrary library;
    core::Problems problems;
    auto parameters = config::load_parameters(library.root() / "parameters", problems);
    auto const points = read(library, "selection.cap.per_area\n20\n").points;
    auto overrides = points.at(0).overrides;
    apply_overrides(parameters, overrides, problems);
    EXPECT_EQ(parameters.at("selection.cap.per_area").value, config::Value{std::int64_t{20}});
    overrides.push_back(*parse_override("selection.cap.per_area=21", problems));
    apply_overrides(parameters, overrides, problems);
    EXPECT_EQ(library.shorten(problems),
              "--set: selection.cap.per_area is set twice: to '20' (design.csv, design point 1) "
              "and to '21' (command line)");
}
}  // namespace
}  // namespace concordat::scenario
