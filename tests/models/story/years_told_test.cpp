#include "models/story/years_told.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
using test::texts;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class YearsTold : public testing::Test
{
  protected:
    YearsTold()
    {
        pack.partners.resize(4);
        for (std::size_t p = 0; p < 4; ++p) pack.partners[p].name = std::vector<std::string>{"Council", "Police", "Trust", "Districts"}[p];
        pack.partners[3].two_tier_only = true;
        record.items = {{.indicator = 1, .target = 0.9}, {.indicator = 2, .target = 0.6}, {.indicator = 3, .placeholder = true}};
        for (int year = 0; year < 3; ++year) {
            record.year_partners.push_back({year, {1.0, 1.0, year == 0 ? 0.3 : 0.0, 0.0}, {3.0, 1.0, 0.0, 0.0}});
            // The first item runs ahead and its reward flattens out; the second falls behind for good.
            record.year_items.push_back({.year = year, .indicator = 1, .slope = year == 2 ? 1.0 : 20.0, .gain = 0.6, .reported = 0.5 * (year + 1)});
            record.year_items.push_back({.year = year, .indicator = 2, .slope = year == 2 ? 1.0 : 20.0, .gain = 0.3, .reported = -0.1});
            record.year_items.push_back({.year = year, .indicator = 3, .gain = 0.0, .reported = 0.0});
        }
    }
    state::Pack pack{test::make_story_pack()};
    AreaRecord record{};
};

TEST_F(YearsTold, EachYearSaysWhoTookPartAndWhatMoved)
{
    auto const story = tell_years(record, Names{pack, 0});
    ASSERT_EQ(story.size(), 3U);
    EXPECT_EQ(story[0].title, "Year 1");
    EXPECT_THAT(texts(story[0]),
                AllOf(HasSubstr("Taking part in full: Police; in name only: Trust; staying out: nobody."),
                      HasSubstr("4.0 (effort points squared); by Council 75 %, Police 25 %."),
                      HasSubstr("NI 102 +0.20, NI 103 +0.10"),
                      HasSubstr("On course for its target as reported: NI 102 (1); behind: NI 103 (1)."),
                      Not(HasSubstr("no longer drives"))));
    EXPECT_THAT(texts(story[1]), HasSubstr("staying out: Trust"));
}

TEST_F(YearsTold, ARewardThatLostItsPullIsToldByTheSideOfTheTarget)
{
    auto const story = tell_years(record, Names{pack, 0});
    EXPECT_THAT(texts(story[1]), Not(HasSubstr("no longer drives")));
    EXPECT_THAT(texts(story[2]), AllOf(HasSubstr("no longer drives what is safe: NI 102."),
                                       HasSubstr("It no longer drives what is out of reach: NI 103.")));
}

TEST_F(YearsTold, WithoutADiaryThereAreNoYears)
{
    record.year_items.clear();
    record.year_partners.clear();
    EXPECT_TRUE(tell_years(record, Names{pack, 0}).empty());
}
}  // namespace
}  // namespace concordat::story
