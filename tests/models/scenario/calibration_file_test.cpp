#include "models/scenario/calibration_file.hpp"

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

constexpr char const* beginning = R"(scenarios: {agreements: laa_2008, doubled: laa_2008+double_grant}
assumptions:
  - {over: {incentives.reward_grant.per_target: [10000, 90000]}, label: reward, reason: r}
)";
}  // namespace

TEST(CalibrationFile, HasFactsWithTheirUncertaintyAndAssumptionsWithTheirRanges)
{
    ReadLibrary library;
    auto const file = read_calibration(library.write("calibration.yaml", std::string{beginning} + R"(facts:
  - name: targets met
    quantity: {outcome: hit_share, of: agreements}
    observed: 0.5
    interval: [0.4, 0.6]
    discrepancy: 0.01
    reason: few cases
    source: {title: Report}
  - name: more for more
    quantity: {outcome: hit_share, of: doubled, less: agreements}
    bound: at_least
    observed: 0
    spread: 0.02
    discrepancy: 0
    reason: only the sign is known
    source: {assumption: sign}
balance:
  name: gain
  quantity: {outcome: hit_share, of: doubled, less: agreements, over: agreements}
  range: [0.1, 0.9]
  reason: unknown
)"),
                                       library.parameters, library.problems);
    ASSERT_TRUE(file) << library.problems.text();
    ASSERT_EQ(file->facts.size(), 2U);
    EXPECT_EQ(file->facts[0].bound, FactBound::value);
    EXPECT_NEAR(file->facts[0].sampling, 0.1 / 1.6448536, 1e-8);
    EXPECT_EQ(file->facts[1].bound, FactBound::at_least);
    EXPECT_EQ(file->facts[1].quantity.less, "agreements");
    EXPECT_EQ(file->facts[1].sampling, 0.02);
    EXPECT_EQ(file->facts[0].source, "Report");
    ASSERT_TRUE(file->balance);
    EXPECT_EQ(file->balance->quantity.over, "agreements");
    EXPECT_EQ(file->balance->high, 0.9);
}

TEST(CalibrationFile, SaysAllThatIsWrongWithIt)
{
    ReadLibrary library;
    EXPECT_FALSE(read_calibration(library.write("calibration.yaml", R"(scenarios: {agreements: laa_2008}
assumptions:
  - {over: {incentives.reward_grant.per_target: [10000, 90000]}, label: reward, reason: r}
  - {over: {selection.cap.open: range}, label: open, reason: r}
facts:
  - {name: a, quantity: {outcome: x, of: agreement}, observed: 1, interval: [2, 1], discrepancy: 0, reason: r, source: {title: t}}
  - {name: b, quantity: {outcome: x, of: agreements}, bound: above, observed: one, spread: -1, discrepancy: 0, reason: r, source: {title: t}}
  - {name: c, quantity: {outcome: x, of: agreements}, bound: at_most, observed: 1, interval: [0, 2], discrepancy: 0, reason: r, source: {title: t}}
  - {name: d, quantity: {outcome: x, of: agreements}, observed: 1, discrepancy: 0, reason: r, source: {title: t}}
)"),
                                  library.parameters, library.problems));
    EXPECT_THAT(library.problems.text(),
                AllOf(HasSubstr("did you mean 'agreements'?"), HasSubstr("'interval' is [lowest, highest]"),
                      HasSubstr("'above' is not value, at_least or at_most"), HasSubstr("'observed' is a number"),
                      HasSubstr("'spread' is a standard deviation, not -1"), HasSubstr("a bound has no interval around it"),
                      HasSubstr("an 'interval' of 90 per cent or a 'spread'"), HasSubstr("only numbers are calibrated")));
}

TEST(CalibrationFile, OfTheLibraryHoldsTheDefaultsWithinItsRanges)
{
    core::Problems problems;
    std::filesystem::path const root{CONCORDAT_SOURCE_DIR "/scenarios"};
    auto const parameters = config::load_parameters(root / "parameters", problems);
    auto const file = read_calibration(root / "calibration.yaml", parameters, problems);
    ASSERT_TRUE(file) << problems.text();
    EXPECT_GE(file->facts.size(), 15U);
    EXPECT_GE(file->assumptions.size(), 25U);
    for (auto const& one : file->assumptions) {
        auto const& value = std::get<double>(parameters.at(one.space.path).value);
        EXPECT_LE(one.space.low, value) << one.space.path;
        EXPECT_GE(one.space.high, value) << one.space.path;
    }
}
}  // namespace concordat::scenario
