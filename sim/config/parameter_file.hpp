#pragma once

#include <filesystem>

#include "sim/config/parameter.hpp"

namespace concordat::config
{
/// Reads every record of `folder`/GROUP_FOLDER/GROUP.yaml (docs/methods/scenarios.md) in sorted
/// order. Every problem of every file is collected; a record with a problem is left out.
[[nodiscard]] ParameterTable load_parameters(std::filesystem::path const& folder,
                                             core::Problems& problems);

/// Reads the records of one file FOLDER/GROUP.yaml, wherever its folder stands.
[[nodiscard]] ParameterTable load_parameter_file(std::filesystem::path const& file,
                                                 core::Problems& problems);
}  // namespace concordat::config
