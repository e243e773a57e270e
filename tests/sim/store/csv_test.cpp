#include "sim/store/csv.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace concordat::store
{
namespace
{
TEST(Csv, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(quote_csv("London"), "London");
    EXPECT_EQ(quote_csv(""), "");
    EXPECT_EQ(quote_csv("Kingston upon Hull, City of"), "\"Kingston upon Hull, City of\"");
    EXPECT_EQ(quote_csv("the \"best\""), "\"the \"\"best\"\"\"");
    EXPECT_EQ(quote_csv("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(quote_csv("a\rb"), "\"a\rb\"");
}

TEST(Csv, WritesTheShortestNumberThatReadsBackTheSame)
{
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(number_text(40000), "40000");
    EXPECT_EQ(number_text(-2.2250738585072014e-308), "-2.2250738585072014e-308");
    EXPECT_EQ(number_text(std::numeric_limits<double>::denorm_min()), "5e-324");
    EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "inf");
    for (double x = 1e-300; x < 1e300; x *= 3.7e13) EXPECT_EQ(std::stod(number_text(x)), x);
}

TEST(Csv, LeavesAMissingNumberEmpty) { EXPECT_EQ(number_text(std::nan("")), ""); }

TEST(Csv, WritesATableLineByLine)
{
    EXPECT_EQ(write_csv({.header = {"a", "b"}, .rows = {{"1", "x,y"}, {"", "2"}}}), "a,b\n1,\"x,y\"\n,2\n");
}

TEST(Csv, RefusesARowOfAnotherLength)
{
    EXPECT_THROW(static_cast<void>(write_csv({.header = {"a", "b"}, .rows = {{"1"}}})), std::logic_error);
}
}  // namespace
}  // namespace concordat::store
