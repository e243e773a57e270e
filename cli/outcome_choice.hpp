#pragma once

#include <string>
#include <vector>

#include "models/scenario/argument.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// The outcomes of `--outcome`: words separated by commas, each an outcome's name.
[[nodiscard]] std::vector<std::string> choose_outcome_names(std::string const& wanted, core::Problems& problems);

/// All outcomes, for arguments of reforms.
[[nodiscard]] std::vector<scenario::OutcomeName> list_outcome_names();
}  // namespace concordat::cli
