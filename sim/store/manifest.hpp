#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// A study that has been put away under its own name.
struct FinishedStudy
{
    std::filesystem::path folder{};
    bool complete{};                ///< all replicates of the plan are there; else stopped, balanced over scenarios
    std::uint32_t replicates{};     ///< [count] stored, with those that failed
    std::string results_hash{};     ///< XXH3-128 of results.csv
};

/// The hash of results.csv with its kind, as manifest and netCDF file tell it.
[[nodiscard]] std::string write_results_hash(FinishedStudy const& done);

/// The text of `manifest.json`: status, replicates, failures and the hash of the results, then the
/// members of the caller's object. It is not part of what must be equal from run to run.
/// \param caller JSON object; its names differ from the store's own
[[nodiscard]] std::string manifest_json(StudyReader const& study, FinishedStudy const& done, std::string const& caller);

/// The hash of results.csv as the manifest of a study has it; empty where there is none yet.
[[nodiscard]] std::string read_results_hash(std::filesystem::path const& folder);
}  // namespace concordat::store
