#include "models/scenario/uncertainty.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/config/parameter_file.hpp"
#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

TEST(Uncertainty, IsAParameterWithTheValuesOverWhichItIsMoved)
{
    ReadLibrary library;
    auto const list = read_uncertainties(
        library.write("doubts.yaml", "- {over: {incentives.reward_grant.per_target: [10000, 90000]}, label: reward, reason: r}\n"
                                     "- {over: {selection.cap.open: range}, label: open list, reason: s}\n"),
        library.parameters, library.problems);
    ASSERT_TRUE(library.problems.empty()) << library.problems.text();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].label, "reward");
    EXPECT_EQ(list[0].space.describe(), "10000 to 90000");
    EXPECT_EQ(list[0].space.value_at(0.25), "30000");
    EXPECT_EQ(list[1].space.describe(), "false, true");
}

TEST(Uncertainty, StandsInItsListOnceUnderOneName)
{
    ReadLibrary library;
    (void)read_uncertainties(library.write("doubts.yaml",
                                           "- {over: {selection.cap.per_area: [1, 2]}, label: a, reason: r}\n"
                                           "- {over: {selection.cap.per_area: [3, 99]}, label: b, reason: r}\n"
                                           "- {over: {selection.cap.per_area: [3, 4]}, label: a, reason: r}\n"
                                           "- {over: {x.y: range}, label: c}\n"
                                           "- {over: {}, label: d, reason: r}\n"),
                             library.parameters, library.problems);
    EXPECT_THAT(library.shorten(library.problems),
                AllOf(HasSubstr("is outside [0, 60]"), HasSubstr("selection.cap.per_area stands in the list already"),
                      HasSubstr("two assumptions are called 'a'"), HasSubstr("unknown path 'x.y'"), HasSubstr("lacks 'reason'"),
                      HasSubstr("an assumption is one parameter")));
}

TEST(Uncertainty, OfTheLibraryIsSaidForItsOwnParameters)
{
    core::Problems problems;
    std::filesystem::path const root{CONCORDAT_SOURCE_DIR "/scenarios"};
    auto const parameters = config::load_parameters(root / "parameters", problems);
    auto const list = read_uncertainties(root / "sensitivity.yaml", parameters, problems);
    EXPECT_TRUE(problems.empty()) << problems.text();
    EXPECT_GE(list.size(), 25U);
    for (auto const& one : list) {
        // What is in use lies among the values that are tried.
        auto const& value = std::get<double>(parameters.at(one.space.path).value);
        EXPECT_LE(one.space.low, value) << one.space.path;
        EXPECT_GE(one.space.high, value) << one.space.path;
    }
}
}  // namespace
}  // namespace concordat::scenario
