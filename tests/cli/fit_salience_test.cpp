#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/program.hpp"

namespace concordat
{
namespace
{
namespace fs = std::filesystem;
using test::run;
using testing::HasSubstr;
}  // namespace

TEST(FitSalience, WritesATableThatThePackCanUseAndReproducesThePublishedCounts)
{
    test::TemporaryFolder const folder;
    auto const scenarios = folder / "scenarios";
    fs::copy(fs::path{CONCORDAT_SOURCE_DIR} / "scenarios", scenarios, fs::copy_options::recursive);
    fs::remove(scenarios / "england_2008/salience.csv");
    auto const out = folder / "fit";
    std::vector<std::string> const command{
        "fit-salience", "--out", out.string(), "--scenarios", scenarios.string(), "--quiet"};
    auto const ended = run(command);
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.err, "");
    EXPECT_THAT(ended.out, HasSubstr("of a department that was left out, "));
    auto const diagnostics = test::read_text(out / "salience.yaml");
    auto const at = diagnostics.find("correlation: ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_GE(std::stod(diagnostics.substr(at + 13)), 0.99);
    EXPECT_THAT(diagnostics, HasSubstr("cross_validated_r2: "));
    EXPECT_THAT(diagnostics, HasSubstr("selection.agreement.cap: 35"));

    auto const table = test::read_text(out / "salience.csv");
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 199);
    fs::copy_file(out / "salience.csv", scenarios / "england_2008/salience.csv");
    EXPECT_EQ(run({"validate", (scenarios / "england_2008").string()}).code, 0);

    auto const again = run(command);
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.err, HasSubstr("nothing is overwritten"));
}
}  // namespace concordat
