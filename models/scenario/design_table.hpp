#pragma once

#include <filesystem>
#include <vector>

#include "models/scenario/override.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// One row of a table of design points.
struct DesignPoint
{
    int number{};                       ///< from 1, in file order
    std::vector<Override> overrides{};  ///< one per column
};

/// Reads a comma-separated table whose header names parameters and whose rows are design points.
/// Unknown and repeated columns, ragged rows and values outside their record are all reported.
[[nodiscard]] std::vector<DesignPoint> read_design_table(std::filesystem::path const& path,
                                                         config::ParameterTable const& parameters,
                                                         core::Problems& problems);
}  // namespace concordat::scenario
