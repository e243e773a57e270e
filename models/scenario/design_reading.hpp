#pragma once

#include <optional>
#include <string>

#include "models/scenario/design.hpp"
#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// Reads the `design` of a study (docs/methods/studies.md): one of
///
///     grid:   {PATH: [values], ...}           every combination; the last path varies fastest
///     zip:    {PATH: [values], ...}           the first of each, the second of each, ...
///     list:   [{name: WORD, set: {PATH: value, ...}}, ...]
///     sample: {n, method: latin_hypercube | sobol, seed, over: {PATH: space, ...}}
///
/// and `baseline: varies | fixed`. Values are checked against their records.
/// \param who the file, for the history of what it changes
/// \returns nullopt after adding a problem
[[nodiscard]] std::optional<Design> read_design(config::Node const& node, std::string const& who,
                                                config::ParameterTable const& parameters,
                                                core::Problems& problems);
}  // namespace concordat::scenario
