#pragma once

#include <string>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// The outcomes of `--outcome`: words separated by commas, each an outcome's name.
[[nodiscard]] std::vector<std::string> choose_outcome_names(std::string const& wanted, core::Problems& problems);
}  // namespace concordat::cli
