#pragma once

#include <vector>

#include "models/scenario/design.hpp"
#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// Reads {n, method, seed, over: {PATH: space, ...}} and draws the points. The space of a path is
///
///     range                           its own range or choices, as its record has them
///     [low, high]                     of a number: all between, equally likely
///     {range: [low, high], scale: log}  the same for the logarithm
///     [word, word, ...]               of a word or a flag: these, equally likely
///
/// Whole numbers are drawn with equal chances, both ends included. `seed` is 1 if left out.
/// \returns no point after adding a problem; `who` of the overrides is left to the caller
[[nodiscard]] std::vector<DesignPoint> read_sample(config::Node const& node,
                                                   config::ParameterTable const& parameters,
                                                   core::Problems& problems);
}  // namespace concordat::scenario
