#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What Whitehall draws, one stream each. Departments are keyed by the hash of their code,
/// indicators by their number; capability and uniformity have period 0 and so last over all rounds,
/// advice and conflicts are drawn anew in every round.
namespace concordat::whitehall::purpose
{
inline constexpr random::Purpose capability{"whitehall.capability"};
inline constexpr random::Purpose uniformity{"whitehall.uniformity"};
inline constexpr random::Purpose advice{"whitehall.advice"};
inline constexpr random::Purpose conflict{"whitehall.conflict"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    capability, uniformity, advice, conflict};
}  // namespace concordat::whitehall::purpose
