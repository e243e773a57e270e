#include "models/scenario/design_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

/// Reads designs against the parameters of a small library.
class Designs : public testing::Test
{
  protected:
    std::optional<Design> read(std::string const& text)
    {
        core::Problems problems;
        auto const document = config::parse_document("study.yaml", text, problems);
        auto design = document ? read_design(document->root, "study.yaml", parameters_, problems) : std::nullopt;
        complaint_ = problems.empty() ? "" : problems.text();
        return design;
    }

    /// "a=1 b=2" for every point.
    std::vector<std::string> points(std::string const& text)
    {
        std::vector<std::string> out;
        auto const design = read(text);
        for (auto const& point : design ? design->points : std::vector<DesignPoint>{}) {
            std::string line;
            for (auto const& one : point.overrides) line += (line.empty() ? "" : " ") + one.text;
            out.push_back(line);
        }
        return out;
    }

    core::Problems none_{};
    SmallLibrary library_{};
    config::ParameterTable parameters_ = config::load_parameters(library_.root() / "parameters", none_);
    std::string complaint_{};
};

constexpr char const* cap = "selection.cap.per_area";
constexpr char const* grant = "incentives.reward_grant.per_target";
constexpr char const* scheme = "incentives.reward_grant.scheme";

TEST_F(Designs, GridCrossesAllValuesAndTheLastPathVariesFastest)
{
    EXPECT_THAT(points(std::string{"grid: {"} + cap + ": [20, 35], " + scheme + ": [none, threshold, pro_rata]}"),
                testing::ElementsAre("20 none", "20 threshold", "20 pro_rata", "35 none", "35 threshold", "35 pro_rata"));
    auto const design = read(std::string{"grid: {"} + cap + ": [20, 35]}");
    ASSERT_TRUE(design.has_value()) << complaint_;
    EXPECT_EQ(design->kind, "grid");
    EXPECT_EQ(design->baseline, PointBaseline::varies);
    EXPECT_EQ(design->points[1].number, 2);
    EXPECT_EQ(design->points[1].overrides[0].path, cap);
    EXPECT_EQ(design->points[1].overrides[0].who, "study.yaml, design point 2");
}

TEST_F(Designs, ZipTakesValuesSideBySideAndListNamesItsPoints)
{
    EXPECT_THAT(points(std::string{"zip: {"} + cap + ": [20, 35], " + grant + ": [1, 2]}"),
                testing::ElementsAre("20 1", "35 2"));
    auto const design = read(std::string{"baseline: fixed\nlist:\n  - {name: few, set: {"} + cap + ": 20}}\n  - {name: rich, set: {" +
                             grant + ": 5, " + cap + ": 1}}\n");
    ASSERT_TRUE(design.has_value()) << complaint_;
    EXPECT_EQ(design->baseline, PointBaseline::fixed);
    ASSERT_EQ(design->points.size(), 2U);
    EXPECT_EQ(design->points[1].name, "rich");
    EXPECT_EQ(design->points[1].overrides.size(), 2U);
}

TEST_F(Designs, LatinHypercubeReachesEverySliceOfARangeAndEveryChoice)
{
    auto const design = read(std::string{"sample: {n: 30, method: latin_hypercube, over: {"} + grant + ": [1000, 31000], " +
                             scheme + ": range, selection.cap.open: range, " + cap + ": [1, 3]}}");
    ASSERT_TRUE(design.has_value()) << complaint_;
    ASSERT_EQ(design->points.size(), 30U);
    std::map<std::string, int> schemes, flags, caps;
    std::set<int> slices;
    for (auto const& point : design->points) {
        slices.insert(static_cast<int>((std::stod(point.overrides[0].text) - 1000.0) / 1000.0));
        ++schemes[point.overrides[1].text];
        ++flags[point.overrides[2].text];
        ++caps[point.overrides[3].text];
    }
    EXPECT_EQ(slices.size(), 30U);
    EXPECT_EQ(schemes, (std::map<std::string, int>{{"none", 10}, {"threshold", 10}, {"pro_rata", 10}}));
    EXPECT_EQ(flags, (std::map<std::string, int>{{"false", 15}, {"true", 15}}));
    EXPECT_EQ(caps, (std::map<std::string, int>{{"1", 10}, {"2", 10}, {"3", 10}}));
}

TEST_F(Designs, LogScaleGivesEveryDecadeAsManyPoints)
{
    auto const design =
        read(std::string{"sample: {n: 32, method: sobol, seed: 4, over: {"} + grant + ": {range: [10, 1000], scale: log}}}");
    ASSERT_TRUE(design.has_value()) << complaint_;
    auto const low = std::count_if(design->points.begin(), design->points.end(),
                                   [](DesignPoint const& point) { return std::stod(point.overrides[0].text) < 100.0; });
    EXPECT_EQ(low, 16);
}

TEST_F(Designs, SameSeedGivesTheSameSample)
{
    auto const sample = [&](std::string const& seed) {
        return points("sample: {n: 8, method: latin_hypercube, seed: " + seed + ", over: {" + grant + ": range}}");
    };
    EXPECT_EQ(sample("1"), sample("1"));
    EXPECT_NE(sample("1"), sample("2"));
}

TEST_F(Designs, ReportEverythingThatIsWrongAtItsPlace)
{
    EXPECT_FALSE(read("grid: {selection.cap.per_aera: [1], selection.cap.per_area: [99, few], incentives.reward_grant.scheme: none}"));
    EXPECT_THAT(complaint_, AllOf(HasSubstr("study.yaml:1:8: unknown path 'selection.cap.per_aera'"),
                                  HasSubstr("selection.cap.per_area = 99 is outside [0, 60]"), HasSubstr("'few'"),
                                  HasSubstr("incentives.reward_grant.scheme needs a list of values")));
    EXPECT_FALSE(read(std::string{"zip: {"} + cap + ": [20, 35], " + grant + ": [1, 2, 3]}"));
    EXPECT_THAT(complaint_, HasSubstr("has 3 values, selection.cap.per_area has 2"));
    EXPECT_FALSE(read("{}"));
    EXPECT_THAT(complaint_, HasSubstr("exactly one of 'grid', 'list', 'zip' and 'sample', not none"));
    EXPECT_FALSE(read("baseline: gone\nlist: []"));
    EXPECT_THAT(complaint_, AllOf(HasSubstr("varies or fixed, not 'gone'"), HasSubstr("at least one point")));
}

TEST_F(Designs, SamplesReportEverythingThatIsWrongAtItsPlace)
{
    EXPECT_FALSE(read("sample: {n: 100, method: sobol, over: {selection.cap.per_area: [5, 2], incentives.reward_grant.scheme: [best]}}"));
    EXPECT_THAT(complaint_, AllOf(HasSubstr("power of two; 100 is none"), HasSubstr("take 64 or 128"),
                                  HasSubstr("[5, 2] of selection.cap.per_area has nothing between its ends"), HasSubstr("best")));
    EXPECT_FALSE(read("sample: {n: 0, method: dice, over: {incentives.reward_grant.per_target: {range: [0, 5], scale: log}}}"));
    EXPECT_THAT(complaint_, AllOf(HasSubstr("'n' of a sample is a whole number from 1 to 10000, not '0'"),
                                  HasSubstr("latin_hypercube or sobol, not 'dice'"), HasSubstr("lies above 0, not at 0")));
}

TEST_F(Designs, GrowOnlyToALimit)
{
    std::string values = "[0";
    for (int i = 1; i <= 60; ++i) values += ", " + std::to_string(i);
    values += "]";
    EXPECT_FALSE(read(std::string{"grid: {"} + cap + ": " + values + ", " + grant + ": " + values +
                      ", incentives.tournament.prize: " + values + "}"));
    EXPECT_THAT(complaint_, HasSubstr("the design has 226981 points; there may be 10000"));
}
}  // namespace
}  // namespace concordat::scenario
