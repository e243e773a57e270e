#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What learning draws.
namespace concordat::learning::purpose
{
inline constexpr random::Purpose cooperation_types{"learning.cooperation_types"};
inline constexpr random::Purpose steady_contribution{"learning.steady_contribution"};
inline constexpr random::Purpose productivity{"learning.productivity_belief"};
inline constexpr random::Purpose look{"learning.look"};
inline constexpr random::Purpose copying{"learning.copying"};
inline constexpr random::Purpose trial{"learning.trial"};
inline constexpr random::Purpose concession{"learning.concession_habit"};
inline constexpr random::Purpose understatement{"learning.understatement_habit"};
inline constexpr random::Purpose asking{"learning.asking_habit"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    cooperation_types, steady_contribution, productivity, look, copying, trial, concession,
    understatement, asking};
}  // namespace concordat::learning::purpose
