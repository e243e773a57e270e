#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What politics draws.
namespace concordat::politics::purpose
{
inline constexpr random::Purpose flip{"politics.flip"};
inline constexpr random::Purpose successor{"politics.successor"};
inline constexpr random::Purpose engagement{"politics.engagement"};
inline constexpr random::Purpose ceremony{"politics.ceremony"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    flip, successor, engagement, ceremony};
}  // namespace concordat::politics::purpose
