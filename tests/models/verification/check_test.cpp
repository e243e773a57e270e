#include "models/verification/check.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace concordat::verification
{
namespace
{
class Theory : public testing::TestWithParam<std::string>
{
};

TEST_P(Theory, IsReproducedByTheModel)
{
    auto const results = run_checks(GetParam());
    ASSERT_EQ(results.size(), 1U);
    auto const& check = results.front();
    EXPECT_EQ(check.id, GetParam());
    EXPECT_FALSE(check.rows.empty());
    for (auto const& row : check.rows) {
        EXPECT_TRUE(row.passed) << fmt::format(
            "{}: {}: theory {:.10g}, simulated {:.10g}, error {:.3g}, tolerance {:.3g}", check.id,
            row.what, row.theory, row.simulated, row.error, row.tolerance);
    }
    RecordProperty("largest_error", fmt::format("{:.3g}", check.largest_error()));
    fmt::print("{}: {} rows, largest error {:.3g}\n", check.id, check.rows.size(),
               check.largest_error());
}

INSTANTIATE_TEST_SUITE_P(Checks, Theory, testing::ValuesIn(check_ids()),
                         [](auto const& instance) { return instance.param; });

TEST(RunChecks, GivesNothingForAnUnknownId)
{
    EXPECT_TRUE(run_checks("T99").empty());
}

TEST(CheckResult, FailsWhereANumberIsMissingOrTooFarOff)
{
    CheckResult check;
    check.add("near", 1.0, 1.0 + 1e-9, 1e-8);
    EXPECT_TRUE(check.passed());
    check.add("far", 1.0, 1.1, 1e-8);
    EXPECT_FALSE(check.passed());
    EXPECT_NEAR(check.largest_error(), 0.1, 1e-12);
    CheckResult missing;
    missing.add("not a number", 1.0, std::numeric_limits<double>::quiet_NaN(), 1e-8);
    EXPECT_FALSE(missing.passed());
}
}  // namespace
}  // namespace concordat::verification
