#pragma once

#include <filesystem>
#include <vector>

#include "sim/store/block.hpp"
#include "sim/store/mapped_file.hpp"
#include "sim/store/study_plan.hpp"

namespace concordat::store
{
/// Reads the results of a study back, from DIR or from one under way.
///
/// Replicates in which any scenario failed are left out in all scenarios, so that the values of two
/// scenarios at the same position always belong to the same replicate.
class StudyReader
{
  public:
    /// \throws StorageError if there is no study, or any block listed in its index is missing or damaged
    explicit StudyReader(std::filesystem::path const& folder);

    [[nodiscard]] StudyPlan const& plan() const { return plan_; }
    [[nodiscard]] std::vector<std::uint32_t> const& replicates() const { return replicates_; }  ///< without failures
    [[nodiscard]] std::vector<CellFailure> const& failures() const { return failures_; }
    [[nodiscard]] std::uint32_t stored_replicates() const { return stored_; }  ///< [count] with those that failed

    /// One value per entry of `replicates()`; NaN where the outcome does not exist.
    [[nodiscard]] std::vector<double> column(std::size_t scenario, std::size_t column) const;
    /// One value per column of the schema. \param position into `replicates()`
    [[nodiscard]] std::vector<double> row(std::size_t position, std::size_t scenario) const;

  private:
    StudyReader(std::filesystem::path const& folder, std::uint64_t listed);
    void index_replicates(std::vector<BlockPlace> const& blocks);
    [[nodiscard]] double value_at(std::uint64_t offset) const;

    StudyPlan plan_;
    MappedFile file_;
    std::vector<CellFailure> failures_{};
    std::vector<std::uint32_t> replicates_{};
    std::vector<std::uint64_t> offsets_{};  ///< [bytes] of the first value of each of `replicates_`
    std::uint32_t stored_{};
};
}  // namespace concordat::store
