#pragma once

#include <span>

#include "sim/random/streams.hpp"

namespace concordat::random
{
/// Checks that no two purposes share a name, or a hash by accident: they would share their draws.
/// \throws std::logic_error that names both
void require_distinct(std::span<Purpose const> purposes);
}  // namespace concordat::random
