#pragma once

#include "models/levels/level_case.hpp"
#include "models/state/transcript.hpp"

namespace concordat::levels
{
struct ItemLevel;

/// The moves of talks over one level: both sides' openings and what they ended in. \pre wanted
/// \param why of the centre's demand
void write_talks(LevelCase const& on_table, ItemLevel const& level, int area, int indicator, state::MoveReason why,
                 state::Transcript& transcript);
/// An item that goes into the agreement without talks over its level.
/// \param no_baseline or else nobody asked for a level
void write_parking(int area, int indicator, bool no_baseline, state::Transcript& transcript);
}  // namespace concordat::levels
