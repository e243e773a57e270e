#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// A file of a study by its name, and the hash of its bytes with its kind: "xxh3-128:...".
struct FileHash
{
    std::string name{};
    std::string hash{};
};

/// The hash of a file with its kind. \throws StorageError
[[nodiscard]] std::string hash_file(std::filesystem::path const& path);
/// Hashes of the files of a study that are there: plan, blocks, index, tables, netCDF file.
[[nodiscard]] std::vector<FileHash> hash_study_files(std::filesystem::path const& folder);

/// A study that has been put away under its own name.
struct FinishedStudy
{
    std::filesystem::path folder{};
    bool complete{};                ///< all replicates of the plan are there; else stopped, balanced over scenarios
    std::uint32_t replicates{};     ///< [count] stored, with those that failed
    std::string results_hash{};     ///< XXH3-128 of results.csv
    std::vector<FileHash> files{};  ///< every file but the manifest itself
};

/// The hash of results.csv with its kind, as manifest and netCDF file tell it.
[[nodiscard]] std::string write_results_hash(FinishedStudy const& done);

/// The text of `manifest.json`: status, replicates, failures and the hashes of all files, then the
/// members of the caller's object. It is not part of what must be equal from run to run.
/// \param caller JSON object; its names differ from the store's own
[[nodiscard]] std::string manifest_json(StudyReader const& study, FinishedStudy const& done, std::string const& caller);

/// The hash of results.csv as the manifest of a study has it; empty where there is none yet.
[[nodiscard]] std::string read_results_hash(std::filesystem::path const& folder);
}  // namespace concordat::store
