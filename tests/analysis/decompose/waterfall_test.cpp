#include "analysis/decompose/waterfall.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concordat::decompose
{
namespace
{
Waterfall chart()
{
    return {.title = "Gain <sigma>",
            .note = "A & B",
            .bars = {{"before", "10", 10.0, 0.0, 0.0, true},
                     {"up", "+3", 3.0, 2.0, 4.0, false},
                     {"down", "-1", -1.0, -1.5, -0.5, false},
                     {"after", "12", 12.0, 0.0, 0.0, true}}};
}

TEST(Waterfall, StepsGoOnWhereTheOneBeforeEnded)
{
    auto const extents = place_bars(chart().bars);
    ASSERT_EQ(extents.size(), 4U);
    EXPECT_EQ(extents[1].begin, 10.0);
    EXPECT_EQ(extents[1].end, 13.0);
    EXPECT_EQ(extents[2].begin, 13.0);
    EXPECT_EQ(extents[2].end, 12.0);
    EXPECT_EQ(extents[3].end, 12.0);
}

TEST(Waterfall, IsAPictureByItselfThatSaysEveryLabelAndValue)
{
    auto const text = draw_waterfalls({chart(), chart()});
    EXPECT_TRUE(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_TRUE(text.ends_with("</svg>\n"));
    for (auto const* const part : {"Gain &lt;sigma&gt;", "A &amp; B", ">up<", ">-1<", "class=\"down\"", "prefers-color-scheme"}) {
        EXPECT_THAT(text, testing::HasSubstr(part));
    }
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("href")));
    EXPECT_EQ(text, draw_waterfalls({chart(), chart()}));
}

TEST(Waterfall, OfNothingIsStillAPicture)
{
    Waterfall const flat{.title = "t", .note = {}, .bars = {{"a", "0", 0.0, 0.0, 0.0, true}, {"b", "0", 0.0, 0.0, 0.0, false}}};
    auto const text = draw_waterfalls({flat});
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("nan")));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("inf")));
}
}  // namespace
}  // namespace concordat::decompose
