#include "analysis/compare/null_reform.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/toy_study.hpp"

namespace concordat::compare
{
namespace
{
TEST(NullReform, PassesWhereAllBitsAreTheSame)
{
    std::vector<double> const row{1, NAN, 0.0, 4};
    auto const result = compare_rows(test::make_toy_schema(), row, row);
    EXPECT_TRUE(result.passed());
    EXPECT_EQ(result.columns, 4U);
}

TEST(NullReform, FailsForALastBitASignOfZeroAndAMissingValue)
{
    std::vector<double> const row{1, NAN, 0.0, 4};
    for (auto const& other : {std::vector{std::nextafter(1.0, 2.0), std::nan(""), 0.0, 4.0},
                              std::vector{1.0, std::nan(""), -0.0, 4.0}, std::vector{1.0, 2.0, 0.0, 4.0}}) {
        EXPECT_EQ(compare_rows(test::make_toy_schema(), row, other).different, 1U);
    }
}

TEST(NullReform, NamesTheFirstColumnThatDiffers)
{
    auto const result = compare_rows(test::make_toy_schema(), std::vector{1.0, 2.0, 3.0, 4.0}, std::vector{1.0, 2.5, 3.5, 4.0});
    EXPECT_EQ(result.different, 2U);
    EXPECT_EQ(result.first_difference, "hits of region:Yorkshire and \"the\" Humber in round: 2 and 2.5");
}
}  // namespace
}  // namespace concordat::compare
