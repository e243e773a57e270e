#pragma once

#include <filesystem>

#include "sim/store/csv.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// Writes every value of the groupings listed by replicate as one row: scenario, (design_point,)
/// replicate, seed, group, period, outcome, value, unit. Rows are ordered by replicate, scenario and column; `group` is "nation:England";
/// a missing value is an empty field. Written row by row: the memory needed is that of one replicate.
/// \return the hash of the file's bytes
Digest write_results_csv(StudyReader const& study, std::filesystem::path const& path);

/// The hash that `write_results_csv` would give, without a file.
[[nodiscard]] Digest hash_results_csv(StudyReader const& study);

/// Writes the cells that failed: scenario, (design_point,) replicate, seed, reason.
void write_failures_csv(StudyReader const& study, std::filesystem::path const& path);
[[nodiscard]] Table list_failures(StudyReader const& study);
}  // namespace concordat::store
