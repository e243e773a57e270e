#include "models/story/talks_told.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/state/bargain.hpp"
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
using testing::HasSubstr;

class TalksTold : public testing::Test
{
  protected:
    Story tell() const { return tell_talks(record, names); }

    state::Pack pack{test::make_story_pack()};
    Names names{pack, 0};
    AreaRecord record{};
};

TEST_F(TalksTold, AMonthIsAChapterAndQuietMonthsAreLeftOut)
{
    record.moves = {make_move(8, 2, Party::department, MoveKind::late_demand, MoveReason::announcement, -0.42, 1.94),
                    make_move(8, 2, Party::council, MoveKind::refuse, MoveReason::deadline, -0.42, 1.94),
                    make_move(0, 3, Party::partnership, MoveKind::table, MoveReason::in_draft)};
    auto const story = tell();
    ASSERT_EQ(story.size(), 2U);
    EXPECT_EQ(story[0].title, "The talks open");
    EXPECT_EQ(texts(story[0]), "The partnership puts forward NI 104 (in the local draft).\n");
    EXPECT_EQ(story[1].title, "Month 8");
    EXPECT_EQ(texts(story[1]),
              "The Home Office asks late for NI 103 (Re-offending) (after a ministerial announcement); worth +1.9 to the "
              "centre and -0.4 to Leeds.\n"
              "Leeds refuses NI 103 (Re-offending) (time is up); worth +1.9 to the centre and -0.4 to Leeds.\n");
}

TEST_F(TalksTold, ManyMovesOfAKindAreToldTogetherWithTheirAverageWorth)
{
    for (int j = 0; j < 3; ++j) {
        record.moves.push_back(make_move(0, j, Party::department, MoveKind::table, MoveReason::centre_ask, j - 1.0, 1.0));
        record.moves.push_back(make_move(0, j, Party::council, MoveKind::accept, MoveReason::conceded, j - 1.0, 1.0));
    }
    auto const story = tell();
    EXPECT_EQ(texts(story.at(0)),
              "Whitehall puts forward 3 items (asked for by the centre): DCSF: NI 102; HO: NI 101 and 103; on average worth "
              "+1.0 to the centre and 0.0 to Leeds.\n"
              "Leeds accepts 3 items (a concession): NI 101, 102 and 103; on average worth +1.0 to the centre and 0.0 to "
              "Leeds.\n");
}

TEST_F(TalksTold, SwapsAndTellsNameWhatTheyAreAbout)
{
    record.moves = {make_move(3, 2, Party::council, MoveKind::swap_in, MoveReason::full, 0.5, 1.0, 4),
                    make_move(9, 3, Party::department, MoveKind::tell, MoveReason::deadline, -1.0, 2.0, 1),
                    make_move(9, 1, Party::department, MoveKind::evidence, MoveReason::need_shown)};
    auto const story = tell();
    EXPECT_THAT(texts(story.at(0)), HasSubstr("Leeds takes NI 103 (Re-offending) in place of NI 105 (the agreement is full)"));
    EXPECT_THAT(texts(story.at(1)), HasSubstr("DCSF tells Leeds to take NI 104 (time is up)"));
    EXPECT_THAT(texts(story.at(1)), HasSubstr("it is heard, and both sides now see the same need"));
}

TEST_F(TalksTold, TalksOverLevelsAreNotToldHere)
{
    record.moves = {make_move(0, 2, Party::council, MoveKind::offer_level, MoveReason::none, 1.0),
                    make_move(4, 2, Party::government_office, MoveKind::park, MoveReason::missing_baseline),
                    make_move(9, 3, Party::council, MoveKind::park, MoveReason::missing_baseline)};
    auto const story = tell();
    ASSERT_EQ(story.size(), 1U);
    EXPECT_THAT(texts(story[0]), HasSubstr("Leeds leaves NI 104 without a level, as a placeholder (no baseline yet)"));
}

TEST_F(TalksTold, FreedomsAreNamedAndCounted)
{
    using state::Freedom;
    for (auto const freedom : {Freedom::budget_pooling, Freedom::monitoring_relief, Freedom::budget_pooling}) {
        record.moves.push_back(make_move(9, -1, Party::government_office, MoveKind::grant_freedom, MoveReason::own_gain, 0.5,
                                         0.1, static_cast<int>(freedom)));
    }
    EXPECT_EQ(texts(tell().at(0)), "The Government Office grants budget pooling (2), lighter monitoring (worth a place).\n");
}

TEST_F(TalksTold, AProtocolWithoutMovesSaysSo)
{
    auto const story = tell();
    ASSERT_EQ(story.size(), 1U);
    EXPECT_THAT(texts(story[0]), HasSubstr("no single moves to tell"));
}

TEST_F(TalksTold, GroupsOfDifferentScenariosAreRecognisedByTheirKey)
{
    record.moves = {make_move(2, 2, Party::council, MoveKind::accept, MoveReason::own_gain)};
    EXPECT_EQ(tell().at(0).passages.at(0).key, "2/council/accept/own_gain");
}
}  // namespace
}  // namespace concordat::story
