#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What behaviour draws.
namespace concordat::behaviour::purpose
{
/// How many indicators an area finds a new practice for (column 0), and which (columns 1, 2, ...).
inline constexpr random::Purpose innovation{"behaviour.innovation"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{innovation};
}  // namespace concordat::behaviour::purpose
