#pragma once

#include <filesystem>
#include <vector>

#include "models/scenario/design.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// Reads a comma-separated table whose header names parameters and whose rows are design points.
/// Unknown and repeated columns, ragged rows and values outside their record are all reported.
[[nodiscard]] std::vector<DesignPoint> read_design_table(std::filesystem::path const& path,
                                                         config::ParameterTable const& parameters,
                                                         core::Problems& problems);
}  // namespace concordat::scenario
