#include "analysis/discovery/discovery_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace concordat::discovery
{
namespace
{
using testing::HasSubstr;
using testing::Not;

std::vector<Axis> const axes{{.label = "crowding <out>", .low = 0.0, .high = 2.0, .words = {}},
                             {.label = "trust", .low = 0.2, .high = 0.8, .words = {}},
                             {.label = "behaviour", .low = 0.0, .high = 2.0, .words = {"equilibrium", "adaptive", "aspiration"}}};

Box box()
{
    Box out;
    out.coverage = 0.714;
    out.density = 0.83;
    out.mass = 0.3;
    out.held_out_density = 0.78;
    out.restrictions = {{.parameter = 0, .low = 0.0, .high = 1.2, .chosen_share = 0.9, .bounds_high = true},
                        {.parameter = 1, .low = 0.35, .high = 0.65, .bounds_low = true, .bounds_high = true},
                        {.parameter = 2, .low = 1.0, .high = 2.0, .bounds_low = true}};
    return out;
}

Finding const finding{.title = "Twice the reward & welfare", .interest = "it raises welfare", .note = "replicates.", .base_density = 0.37};

TEST(DiscoveryChart, SaysABoxInASentence)
{
    EXPECT_EQ(describe_box(box(), axes, finding),
              "Where crowding <out> is at most 1.2 and trust is between 0.35 and 0.65 and behaviour is adaptive or aspiration, it "
              "raises welfare in 83 % of cases, against 37 % in all; 71 % of all such cases are there.");
}

TEST(DiscoveryChart, IsAPictureByItselfWithEveryLabelAndValue)
{
    auto const text = draw_boxes({box(), box()}, axes, finding);
    EXPECT_TRUE(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_TRUE(text.ends_with("</svg>\n"));
    for (auto const* const part : {"crowding &lt;out&gt;", "reward &amp; welfare", ">at most 1.2 (of 0 to 2), 90 % of halves<", ">Box 2<", "replicates.",
                                   ">83 % of its points (78 % where held out)<", ">adaptive or aspiration, 0 % of halves<", "role=\"img\""}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    EXPECT_EQ(text, draw_boxes({box(), box()}, axes, finding));
}

TEST(DiscoveryChart, DrawsTheBoxsPartOfTheWholeRange)
{
    auto const text = draw_boxes({box()}, axes, finding);
    // A whole range is 360 px: 60 % of 0 to 2 is 216 px, .35 to .65 of .2 to .8 is 180 px, .83 is 298.8 px.
    EXPECT_THAT(text, HasSubstr("width=\"216.0\""));
    EXPECT_THAT(text, HasSubstr("width=\"180.0\""));
    EXPECT_THAT(text, HasSubstr("width=\"298.8\""));
}

TEST(DiscoveryChart, GivesWordsEqualParts)
{
    auto top = box();
    top.restrictions = {{.parameter = 2, .low = 2.0, .high = 2.0, .bounds_low = true}};
    EXPECT_THAT(draw_boxes({top}, axes, finding), HasSubstr("width=\"120.0\""));
    top.restrictions = {{.parameter = 2, .low = 0.0, .high = 1.0, .bounds_high = true}};
    auto const text = draw_boxes({top}, axes, finding);
    EXPECT_THAT(text, HasSubstr("width=\"240.0\""));
    EXPECT_THAT(text, HasSubstr(">equilibrium or adaptive"));
}

TEST(DiscoveryChart, ShowsAPartThatIsNextToNothing)
{
    auto top = box();
    top.restrictions = {{.parameter = 0, .low = 2.0, .high = 2.0, .bounds_low = true}};
    EXPECT_THAT(draw_boxes({top}, axes, finding), HasSubstr("width=\"3.0\""));
}

TEST(DiscoveryChart, LeavesOutWhatIsNotKnown)
{
    auto bare = box();
    bare.held_out_density = std::numeric_limits<double>::quiet_NaN();
    for (auto& one : bare.restrictions) one.chosen_share = bare.held_out_density;
    auto const text = draw_boxes({bare}, axes, finding);
    EXPECT_THAT(text, Not(HasSubstr("nan")));
    EXPECT_THAT(text, HasSubstr(">83 % of its points<"));
}

TEST(DiscoveryChart, WithoutBoxesSaysSo)
{
    auto const text = draw_boxes({}, axes, finding);
    EXPECT_THAT(text, HasSubstr("No part of the ranges was found"));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
    EXPECT_TRUE(text.ends_with("</svg>\n"));
}
}  // namespace
}  // namespace concordat::discovery
