#include "analysis/sensitivity/effect_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <regex>

namespace concordat::sensitivity
{
namespace
{
using testing::HasSubstr;
using testing::Not;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

EffectPanel panel()
{
    return {.title = "Gain <sigma>",
            .note = "A & B",
            .axis = "share of variance",
            .rows = {{"salience", 0.6, 0.5, 0.7, 0.4, "60 %"}, {"cost", 0.2, 0.1, 0.3, {}, "20 %"}, {"idle", 0.0, 0.0, 0.0, 0.0, "0"}}};
}

std::size_t count(std::string const& text, std::string const& what)
{
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

double read_size(std::string const& text, std::string const& name)
{
    std::smatch found;
    EXPECT_TRUE(std::regex_search(text, found, std::regex{"<svg[^>]* " + name + "=\"([0-9]+)\""}));
    return std::stod(found[1]);
}

TEST(EffectChart, IsAPictureByItselfThatSaysEveryLabelValueAndNote)
{
    auto const text = draw_effects({panel(), panel()});
    EXPECT_TRUE(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_TRUE(text.ends_with("</svg>\n"));
    for (auto const* const part : {"Gain &lt;sigma&gt;", "A &amp; B", ">salience<", ">60 %<", ">share of variance<", "sans-serif",
                                   "#ffffff", "role=\"img\"", ">0.2<", ">0.8<"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    EXPECT_THAT(text, Not(HasSubstr("href")));
    EXPECT_EQ(text, draw_effects({panel(), panel()}));
}

TEST(EffectChart, DrawsBarsFromZeroAndIntervalsAndSecondMarksWhereThereAreAny)
{
    auto const text = draw_effects({panel()});
    EXPECT_EQ(count(text, "<rect class=\"bar\""), 3U);
    EXPECT_EQ(count(text, "<path class=\"range\""), 2U) << "an interval without width is no line";
    EXPECT_EQ(count(text, "<circle"), 2U);
    // The axis goes from 0 to .8 over 420 px: .6 is a bar of 315 px.
    EXPECT_THAT(text, HasSubstr("width=\"315.0\""));
}

TEST(EffectChart, DrawsNegativeEffectsToTheLeftOfZero)
{
    EffectPanel const down{.title = "t", .note = {}, .axis = {}, .rows = {{"a", -3.0, -4.0, -2.0, {}, ""}, {"b", 1.0, 1.0, 1.0, {}, ""}}};
    auto const text = draw_effects({down});
    // From -4 to 1 over 420 px: a bar of 252 px that ends where the next one, of 84 px, begins.
    std::regex const bar{"class=\"bar\" x=\"([0-9.]+)\"[^>]*width=\"([0-9.]+)\""};
    std::vector<double> begin, width;
    for (std::sregex_iterator it{text.begin(), text.end(), bar}, end; it != end; ++it) {
        begin.push_back(std::stod((*it)[1]));
        width.push_back(std::stod((*it)[2]));
    }
    EXPECT_THAT(width, testing::ElementsAre(252.0, 84.0));
    EXPECT_NEAR(begin[0] + width[0], begin[1], 0.11);
}

TEST(EffectChart, IsNotPushedAsideByAnEstimateSlightlyBelowZero)
{
    auto below = panel();
    below.rows[2].second = -0.004;
    auto const text = draw_effects({below});
    EXPECT_THAT(text, Not(HasSubstr(">-0.2<")));
    EXPECT_THAT(text, HasSubstr(">0.8<"));
}

TEST(EffectChart, GrowsWithRowsLabelsAndNotes)
{
    auto const one = draw_effects({panel()});
    auto more = panel();
    more.rows.push_back(more.rows.front());
    EXPECT_EQ(read_size(draw_effects({more}), "height"), read_size(one, "height") + 24.0);
    more.rows.back().label = "a parameter with a rather long name";
    EXPECT_GT(read_size(draw_effects({more}), "width"), read_size(one, "width") + 100.0);
    auto wordy = panel();
    for (int i = 0; i < 40; ++i) wordy.note += " another word";
    EXPECT_GT(read_size(draw_effects({wordy}), "height"), read_size(one, "height") + 60.0);
    EXPECT_EQ(read_size(draw_effects({wordy}), "width"), read_size(one, "width"));
}

TEST(EffectChart, OfNothingOrOfWhatIsNotKnownIsStillAPicture)
{
    double const infinite = std::numeric_limits<double>::infinity();
    EffectPanel const empty{.title = "t", .note = {}, .axis = {}, .rows = {{"a", none, none, none, none, "no value"}, {"b", infinite, 0.0, infinite, {}, ""}}};
    for (auto const& text : {draw_effects({empty}), draw_effects({{}}), draw_effects({})}) {
        EXPECT_THAT(text, Not(HasSubstr("nan")));
        EXPECT_THAT(text, Not(HasSubstr("inf")));
        EXPECT_TRUE(text.ends_with("</svg>\n"));
    }
    EXPECT_EQ(count(draw_effects({empty}), "class=\"bar\""), 0U);
}
}  // namespace
}  // namespace concordat::sensitivity
