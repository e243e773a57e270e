#include "analysis/chart/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace concordat::chart
{
namespace
{
using testing::ElementsAre;

TEST(Svg, TextMeansItself)
{
    EXPECT_EQ(escape("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
}

TEST(Svg, WrapsAtBlanksAndKeepsEveryWord)
{
    EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
    EXPECT_THAT(wrap("  unbreakable  a b ", 3), ElementsAre("unbreakable", "a b"));
    EXPECT_THAT(wrap("££ ££", 5), ElementsAre("££ ££")) << "five characters, nine bytes";
    EXPECT_TRUE(wrap(" ", 5).empty());
}

TEST(Scale, GoesFromTheLowestToTheHighestValueAndPassesOverNaN)
{
    Scale scale{100.0, 200.0};
    for (double const value : {3.0, std::numeric_limits<double>::quiet_NaN(), -1.0, std::numeric_limits<double>::infinity()}) {
        scale.include(value);
    }
    EXPECT_EQ(scale.at(-1.0), 100.0);
    EXPECT_EQ(scale.at(3.0), 200.0);
    EXPECT_EQ(scale.at(1.0), 150.0);
}

TEST(Scale, PutsASingleValueIntoTheMiddle)
{
    Scale scale{100.0, 200.0};
    EXPECT_EQ(scale.at(7.0), 150.0);
    scale.include(7.0);
    EXPECT_EQ(scale.at(7.0), 150.0);
}

TEST(Ticks, AreRoundNumbersAroundTheRange)
{
    EXPECT_THAT(list_ticks(0.0, 1.0, 6), ElementsAre(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0));
    EXPECT_THAT(list_ticks(-3.0, 11.0, 6), ElementsAre(-5.0, 0.0, 5.0, 10.0, 15.0));
    EXPECT_THAT(list_ticks(-250.0, 0.0, 3), ElementsAre(-300.0, -200.0, -100.0, 0.0));
    EXPECT_THAT(list_ticks(2.0, 2.0, 6), ElementsAre(2.0));
}

TEST(Ticks, CoverEveryRangeInAFewSteps)
{
    for (double const low : {-7e300, -1234.5, -1e-9, 0.0, 3e-310, 0.7, 1e15}) {
        for (double const width : {1e-300, 1e-7, 0.3, 1.0, 999.0, 6e300}) {
            double const high = low + width;
            auto const ticks = list_ticks(low, high, 6);
            EXPECT_LE(ticks.size(), 7U) << low << " " << high;
            // The product of a whole number and a step may miss the end by its rounding.
            EXPECT_LE(ticks.front(), low + 1e-15 * std::abs(low));
            EXPECT_GE(ticks.back(), high - 1e-15 * std::abs(high));
        }
    }
}
}  // namespace
}  // namespace concordat::chart
