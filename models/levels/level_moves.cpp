#include "models/levels/level_moves.hpp"

#include "models/levels/level_talks.hpp"

namespace concordat::levels
{
using state::Move;
using state::MoveKind;
using state::MoveReason;
using state::Party;

namespace
{
/// The first whole month not before a time.
std::int16_t month_after(double time)
{
    auto const whole = static_cast<std::int16_t>(time);
    return static_cast<std::int16_t>(whole + (static_cast<double>(whole) < time ? 1 : 0));
}
}  // namespace

void write_talks(LevelCase const& on_table, ItemLevel const& level, int area, int indicator, MoveReason why,
                 state::Transcript& transcript)
{
    double const offered = on_table.scale * on_table.offer;
    double const asked = on_table.scale * on_table.demand;
    Move move{.area = area,
              .indicator = static_cast<std::int16_t>(indicator),
              .from = Party::council,
              .to = Party::government_office,
              .kind = MoveKind::offer_level,
              .reason = MoveReason::none,
              .value_council = offered};
    transcript.write(move);
    move.from = Party::government_office;
    move.to = Party::council;
    move.reason = why;
    move.value_council = 0.0;
    move.value_centre = asked;
    transcript.write(move);
    move.month = month_after(level.month);
    move.value_council = offered;
    if (level.parked) {
        move.kind = MoveKind::park;
        move.reason = MoveReason::deadline;
    } else {
        move.kind = level.imposed ? MoveKind::impose_level : MoveKind::agree_level;
        move.reason = level.imposed ? MoveReason::deadline : MoveReason::conceded;
        move.value_council = move.value_centre = level.stretch;
    }
    transcript.write(move);
}

void write_parking(int area, int indicator, bool no_baseline, state::Transcript& transcript)
{
    transcript.write({.area = area,
                      .indicator = static_cast<std::int16_t>(indicator),
                      .from = Party::government_office,
                      .to = Party::council,
                      .kind = MoveKind::park,
                      .reason = no_baseline ? MoveReason::missing_baseline : MoveReason::none});
}
}  // namespace concordat::levels
