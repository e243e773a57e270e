#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What level bargaining draws.
namespace concordat::levels::purpose
{
inline constexpr random::Purpose rounding_up{"levels.rounding_up"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    rounding_up};
}  // namespace concordat::levels::purpose
