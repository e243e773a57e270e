#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/store/block.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/file.hpp"
#include "sim/store/manifest.hpp"
#include "sim/store/study_folder.hpp"
#include "sim/store/study_plan.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// Whether a study may take the place of an earlier one.
enum class Existing { keep, replace };

/// A file that a study holds beside its own tables.
struct ExtraFile
{
    std::string name{};  ///< one of those in study_folder.hpp
    std::string text{};
};

/// What the caller adds when a study ends.
struct Ending
{
    std::function<std::vector<ExtraFile>(StudyReader const&)> extras{};  ///< none if empty
    std::function<Table(StudyReader const&)> summary{};     ///< rows of summary.csv; none if empty
    std::function<Table(StudyReader const&)> comparison{};  ///< rows of comparison.csv; none if empty
    std::string manifest{"{}"};  ///< JSON object of the caller: version, machine, duration
    bool enough{};               ///< complete though the plan allows more: its precision was reached
    /// Writes `results.nc` to the path it is given, where there is a replicate; not written if empty.
    std::function<void(StudyReader const&, FinishedStudy const&, std::filesystem::path const&)> netcdf{};
    /// Runs tasks that do not touch each other and throws what one throws; one after the other if empty.
    std::function<void(std::span<std::function<void()> const>)> together{};
};

/// What becomes of a plan when a study goes on with more replicates than it was begun for.
struct PlanChange
{
    std::uint32_t replicates{};  ///< [count] in all, those that are there included
    std::string request{};       ///< of the caller, as `StudyPlan::request`
};

/// Writes the results of a study so that at any moment it can be killed and resumed.
///
/// Whole replicates go into checksummed blocks in `DIR.partial/results.blk`, each on the disk before
/// the next; `finish` writes the tables from them and renames the folder to DIR in one step. Every
/// file but the manifest has then the same bytes however often results were flushed and the study was
/// interrupted. One process at a time can hold a study.
class StudyWriter
{
  public:
    /// Begins a study. An earlier one of that name is an error, unless it is to be replaced.
    /// \throws StorageError if the folder exists, is not ours to replace, is locked or cannot be made
    [[nodiscard]] static std::unique_ptr<StudyWriter> create(std::filesystem::path const& folder, StudyPlan const& plan,
                                                             Existing existing = Existing::keep);

    /// Goes on with a study that was killed or cleanly stopped; blocks that are torn or damaged are
    /// dropped with all after them.
    /// \param change what the study is to become; every file but the manifest is then that of a study
    ///        that was begun so
    /// \throws StorageError if there is none, it is complete, it has more replicates than the change
    ///         wants, or another process holds it
    [[nodiscard]] static std::unique_ptr<StudyWriter> resume(std::filesystem::path const& folder,
                                                             std::optional<PlanChange> const& change = {});

    /// Stores what is not stored yet, if that is possible.
    ~StudyWriter();
    StudyWriter(StudyWriter const&) = delete;
    StudyWriter& operator=(StudyWriter const&) = delete;

    [[nodiscard]] StudyPlan const& plan() const { return plan_; }
    [[nodiscard]] std::uint32_t next_replicate() const { return next_replicate_; }
    [[nodiscard]] std::string const& dropped() const { return dropped_; }  ///< why blocks were dropped; or empty

    /// Adds the next replicate. \param values shape [scenario, column]
    /// \pre `replicate == next_replicate()`, and the plan wants it
    void add(std::uint32_t replicate, std::span<double const> values, std::span<CellFailure const> failures = {});

    /// Puts what was added on the disk. Called from time to time it bounds what a kill can lose.
    void flush();

    /// Writes tables and manifest, and gives the folder its final name: complete if all replicates of
    /// the plan are there, else stopped. Nothing can be added afterwards.
    FinishedStudy finish(Ending const& ending);

  private:
    StudyWriter(StudyFolder folder, StudyPlan plan, File blocks);
    static File begin_block_file(StudyFolder const& folder);
    void remove_replaced();
    void keep_sound_blocks();
    void change_plan(PlanChange const& change);
    void take_back_finished_folder();
    void prepare_to_add();
    void write_block(std::span<std::byte const> block);
    void settle_blocks();
    void write_index();
    void write_derived(Ending const& ending, StudyReader const& study) const;
    void write_tables(Ending const& ending, FinishedStudy& done) const;

    StudyFolder folder_;
    StudyPlan plan_;
    File blocks_;                ///< holds the lock
    std::optional<File> index_;
    std::uint64_t fingerprint_;
    std::uint32_t next_replicate_;
    std::vector<BlockPlace> places_{};  ///< blocks on the disk
    std::uint64_t good_bytes_{};        ///< [bytes] of the block file that are sound
    std::vector<double> values_{};
    std::vector<CellFailure> failures_{};
    std::string dropped_{};
    bool finished_{false};
};
}  // namespace concordat::store
