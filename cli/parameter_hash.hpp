#pragma once

#include <string>

#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// "xxh3-128:..." of all values in a table: of the lines "path=value", by path, values as JSON writes
/// them. Descriptions and sources are no part of it.
[[nodiscard]] std::string hash_parameters(config::ParameterTable const& parameters);
}  // namespace concordat::cli
