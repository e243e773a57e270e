#pragma once

#include <string>

#include "models/scenario/design.hpp"
#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Repeats every point of a design, or the only one where there is none, under rules of behaviour.
/// \param words rules separated by commas, or all
void add_behaviours(std::string const& words, config::ParameterTable const& parameters, scenario::Design& design,
                    core::Problems& problems);
}  // namespace concordat::cli
