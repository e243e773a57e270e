#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What measurement draws.
namespace concordat::measurement::purpose
{
inline constexpr random::Purpose noise{"measurement.noise"};
inline constexpr random::Purpose factor{"measurement.common_factor"};
/// By indicator, period = year since the first round.
inline constexpr random::Purpose definition{"measurement.definition"};
/// By indicator: column 0 whether it drifts, column 1 how far; the same in all rounds.
inline constexpr random::Purpose detection{"measurement.detection"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{noise, factor, definition, detection};
}  // namespace concordat::measurement::purpose
