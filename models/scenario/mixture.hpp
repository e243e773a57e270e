#pragma once

#include <string>
#include <vector>

#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// Paths whose values differ in any round, in alphabetical order.
/// \pre both have the same number of rounds, and tables of the same paths
[[nodiscard]] std::vector<std::string> list_changed_paths(std::vector<config::ParameterTable const*> const& before,
                                                          std::vector<config::ParameterTable const*> const& after);

/// The first table with the second one's records at some paths, history included.
[[nodiscard]] config::ParameterTable mix_tables(config::ParameterTable before, config::ParameterTable const& after,
                                                std::vector<std::string> const& paths);
}  // namespace concordat::scenario
