#include "models/story/figures.hpp"

#include <gtest/gtest.h>

namespace concordat::story
{
namespace
{
TEST(Figures, NumbersNeverReadAsMinusZero)
{
    EXPECT_EQ(write_fixed(-0.004, 2), "0.00");
    EXPECT_EQ(write_fixed(-0.006, 2), "-0.01");
    EXPECT_EQ(write_fixed(1.305, 1), "1.3");
    EXPECT_EQ(write_signed(0.04, 1), "0.0");
    EXPECT_EQ(write_signed(1.94, 1), "+1.9");
    EXPECT_EQ(write_signed(-0.42, 1), "-0.4");
}

TEST(Figures, PoundsAreToldInFullWithThousandsApart)
{
    EXPECT_EQ(write_pounds(40.0), "£40,000");
    EXPECT_EQ(write_pounds(1240.5), "£1,240,500");
    EXPECT_EQ(write_pounds(0.25), "£250");
    EXPECT_EQ(write_pounds(-3.0), "-£3,000");
    EXPECT_EQ(write_pounds(-0.0), "£0");
}

TEST(Figures, CountsAgreeWithTheirNoun)
{
    EXPECT_EQ(count(1, "item"), "1 item");
    EXPECT_EQ(count(0, "item"), "0 items");
    EXPECT_EQ(count(12, "district council"), "12 district councils");
    EXPECT_EQ(write_share(0.346), "35 %");
    EXPECT_EQ(begin_sentence("the partnership signs."), "The partnership signs.");
    EXPECT_EQ(begin_sentence(""), "");
}
}  // namespace
}  // namespace concordat::story
