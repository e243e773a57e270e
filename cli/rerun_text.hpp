#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/rerun_values.hpp"

namespace concordat::cli
{
/// A replicate's headline outcomes, a table for each scenario, with the change from its baseline where
/// that was run as well.
/// \param schema of the values that were run again
[[nodiscard]] std::string write_repetition(StudyRequest const& request, store::StudyPlan const& plan,
                                           std::filesystem::path const& folder, std::uint32_t replicate,
                                           std::vector<Repetition> const& cells, store::Schema const& schema);

/// One sentence on numbers that all came out again. \pre they did
[[nodiscard]] std::string describe_repetition(std::vector<Repetition> const& cells);
}  // namespace concordat::cli
