#pragma once

#include <stdexcept>
#include <string>

namespace concordat::core
{
/// Always-on check for a programmer's mistake; never reachable from a user's input.
/// \throws std::logic_error
inline void require(bool holds, char const* what)
{
    if (!holds) throw std::logic_error{std::string{"programming error: "} + what};
}
}  // namespace concordat::core
