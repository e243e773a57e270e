#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/store/file.hpp"

namespace concordat::store
{
/// The two names of a study's folder and the names of the files in it.
class StudyFolder
{
  public:
    /// \throws StorageError if `folder` cannot be the name of a study
    explicit StudyFolder(std::filesystem::path folder);

    [[nodiscard]] std::filesystem::path const& finished() const { return finished_; }  ///< DIR
    [[nodiscard]] std::filesystem::path const& partial() const { return partial_; }    ///< DIR.partial
    [[nodiscard]] bool has_finished() const;  ///< anything of that name, even a dangling link
    [[nodiscard]] bool has_partial() const;

  private:
    std::filesystem::path finished_;
    std::filesystem::path partial_;
};

inline constexpr char const* plan_name = "plan.json";
inline constexpr char const* blocks_name = "results.blk";
inline constexpr char const* index_name = "results.idx";
inline constexpr char const* results_name = "results.csv";
inline constexpr char const* summary_name = "summary.csv";
inline constexpr char const* comparison_name = "comparison.csv";
inline constexpr char const* failures_name = "failures.csv";
inline constexpr char const* netcdf_name = "results.nc";
inline constexpr char const* manifest_name = "manifest.json";
inline constexpr char const* report_name = "report.html";  ///< written by the caller, if at all
inline constexpr char const* design_name = "design.csv";
inline constexpr char const* decomposition_name = "decomposition.csv";
inline constexpr char const* waterfall_name = "decomposition.svg";
inline constexpr char const* sensitivity_name = "sensitivity.csv";
inline constexpr char const* sensitivity_chart_name = "sensitivity.svg";
/// A folder of papers about the study, written by the caller, if at all.
inline constexpr char const* qa_name = "qa";
/// The sums of its files, by which it is known.
inline constexpr char const* qa_sums_name = "SHA256SUMS";
/// The files in it; others there are somebody else's and are never removed.
inline constexpr std::array<char const*, 12> qa_files{
    "README.md",        "odd.md",           "assumptions_log.csv", "assumptions_log.md", "changes.md",
    "data_log.csv",     "verification.csv", "limitations.md",      "run_record.json",    "citation.txt",
    "CITATION.cff",     qa_sums_name};
/// An empty file that is there while an earlier study of the same name is being removed.
inline constexpr char const* replacing_name = "replacing";

/// Takes the study in `folder` for this process by a lock on its block file, held while the file is open.
/// \throws StorageError if another process holds it or the folder is gone
[[nodiscard]] File lock_study(std::filesystem::path const& folder);

/// Removes what is written at the end of a study, so that none of it can be stale.
void remove_derived_files(std::filesystem::path const& folder);

/// Checks that `folder` is a study, holds nothing else, and that nobody is writing it.
/// \return its lock, to be held while it is removed
[[nodiscard]] File claim_for_removal(std::filesystem::path const& folder);
/// Removes a study; the block file goes last, so that what is left of an interrupted removal is known as ours.
void remove_study(std::filesystem::path const& folder);
void remove_if_there(std::filesystem::path const& path);
/// Removes our own files in a folder of papers, and the folder if nothing else is in it; a folder without
/// sums is none of ours.
void remove_qa(std::filesystem::path const& folder);
}  // namespace concordat::store
