#pragma once

#include <string>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// The area of that name, code or beginning of a name that only one area has, whatever the case of
/// its letters. Otherwise adds a problem, with the areas that it could be or the nearest name.
/// \returns its index, -1 where there is a problem
[[nodiscard]] int find_area(state::Pack const& pack, std::string const& text,
                            core::Problems& problems);
}  // namespace concordat::cli
