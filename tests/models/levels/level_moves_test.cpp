#include "models/levels/level_moves.hpp"

#include <gtest/gtest.h>

#include "models/levels/level_talks.hpp"

namespace concordat::levels
{
namespace
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

constexpr LevelCase on_table{.offer = 1.0, .demand = 1.6, .scale = .5};

state::Transcript write(ItemLevel const& level)
{
    state::Transcript transcript{.on = true};
    write_talks(on_table, level, 3, 17, MoveReason::rounding, transcript);
    return transcript;
}

TEST(LevelMoves, TellBothOpeningsAndTheAgreement)
{
    auto const moves = write({.stretch = .65, .month = 6.2}).moves;
    ASSERT_EQ(moves.size(), 3U);
    EXPECT_EQ(moves[0].kind, MoveKind::offer_level);
    EXPECT_EQ(moves[0].from, Party::council);
    EXPECT_EQ(moves[0].value_council, .5);
    EXPECT_EQ(moves[1].from, Party::government_office);
    EXPECT_EQ(moves[1].value_centre, .8);
    EXPECT_EQ(moves[1].reason, MoveReason::rounding);
    EXPECT_EQ(moves[2].kind, MoveKind::agree_level);
    EXPECT_EQ(moves[2].month, 7) << "settled in the seventh month";
    EXPECT_EQ(moves[2].value_council, .65);
    EXPECT_EQ(moves[2].value_centre, .65);
    EXPECT_EQ(moves[2].indicator, 17);
    EXPECT_EQ(moves[2].area, 3);
}

TEST(LevelMoves, TellHowTalksWithoutRoomEnd)
{
    auto const imposed = write({.stretch = .8, .month = 9.0, .imposed = true}).moves;
    EXPECT_EQ(imposed[2].kind, MoveKind::impose_level);
    EXPECT_EQ(imposed[2].month, 9);
    EXPECT_EQ(imposed[2].reason, MoveReason::deadline);
    auto const parked = write({.month = 9.0, .parked = true}).moves;
    EXPECT_EQ(parked[2].kind, MoveKind::park);
    EXPECT_EQ(parked[2].value_council, .5);
    EXPECT_EQ(parked[2].value_centre, .8);
}

TEST(LevelMoves, TellWhyAnItemHasNoTalks)
{
    state::Transcript transcript{.on = true};
    write_parking(1, 4, true, transcript);
    write_parking(1, 5, false, transcript);
    EXPECT_EQ(transcript.moves[0].reason, MoveReason::missing_baseline);
    EXPECT_EQ(transcript.moves[1].reason, MoveReason::none);
    EXPECT_EQ(transcript.moves[1].indicator, 5);
}
}  // namespace
}  // namespace concordat::levels
