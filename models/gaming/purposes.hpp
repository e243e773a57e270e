#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What gaming draws.
namespace concordat::gaming::purpose
{
/// By indicator; the same in all rounds of a replicate.
inline constexpr random::Purpose manipulable{"gaming.manipulable"};
/// By indicator and area, period = round.
inline constexpr random::Purpose curvature{"gaming.curvature"};
/// By indicator and area, period = round.
inline constexpr random::Purpose audit{"gaming.audit"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{manipulable, curvature, audit};
}  // namespace concordat::gaming::purpose
