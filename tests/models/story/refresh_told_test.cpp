#include "models/story/refresh_told.hpp"

#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
using state::MoveKind;
using state::MoveReason;
using state::Party;
using test::make_move;
using test::texts;

class RefreshTold : public testing::Test
{
  protected:
    RefreshTold()
    {
        record.items = {{.indicator = 1, .trend = 0.2, .stretch = 1.1, .target = 1.3},
                        {.indicator = 2, .trend = 0.1, .stretch = 0.4, .target = 0.5},
                        {.indicator = 3, .trend = 0.0, .stretch = 0.9, .target = 0.9}};
        record.moves = {make_move(0, 2, Party::government_office, MoveKind::agree_level, MoveReason::conceded, 1.2, 1.2),
                        make_move(0, 3, Party::government_office, MoveKind::agree_level, MoveReason::conceded, 0.9, 0.9),
                        make_move(21, 1, Party::government_office, MoveKind::agree_level, MoveReason::missing_baseline, 1.1, 1.1),
                        make_move(33, 2, Party::government_office, MoveKind::agree_level, MoveReason::common_shock, 0.4, 0.4)};
    }
    state::Pack pack{test::make_story_pack()};
    AreaRecord record{};
};

TEST_F(RefreshTold, EachRefreshIsAChapterWithItemsByReason)
{
    auto const story = tell_refreshes(record, Names{pack, 0});
    ASSERT_EQ(story.size(), 2U);
    EXPECT_EQ(story[0].title, "Refresh at the end of year 1");
    EXPECT_EQ(texts(story[0]), "1 item reopened, the baseline has come: NI 102 (stretch 1.10).\n");
    EXPECT_EQ(story[1].title, "Refresh at the end of year 2");
    EXPECT_EQ(texts(story[1]), "1 item reopened, circumstances have changed everywhere: NI 103 (stretch 0.40).\n");
}

TEST_F(RefreshTold, WhatWasSignedIsToldAsItWasBeforeTheRefresh)
{
    EXPECT_TRUE(as_signed(record, record.items[0]).placeholder) << "its level came later";
    auto const changed = as_signed(record, record.items[1]);
    EXPECT_FALSE(changed.placeholder);
    EXPECT_DOUBLE_EQ(changed.stretch, 1.2);
    EXPECT_DOUBLE_EQ(changed.target, 1.3);
    EXPECT_DOUBLE_EQ(as_signed(record, record.items[2]).target, 0.9);
}
TEST_F(RefreshTold, ALevelDatesFromTheSignatureOrTheRefreshThatSetIt)
{
    EXPECT_EQ(find_level_year(record, record.items[0]), 1);
    EXPECT_EQ(find_level_year(record, record.items[1]), 0) << "changed later, but there from the start";
    EXPECT_EQ(find_level_year(record, record.items[2]), 0);
    EXPECT_EQ(find_level_year(record, {.indicator = 4, .placeholder = true}), std::nullopt);
}
}  // namespace
}  // namespace concordat::story
