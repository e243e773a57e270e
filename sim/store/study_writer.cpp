#include "sim/store/study_writer.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "sim/core/check.hpp"
#include "sim/store/block_index.hpp"
#include "sim/store/block_layout.hpp"
#include "sim/store/manifest.hpp"
#include "sim/store/mapped_file.hpp"
#include "sim/store/results_csv.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::store
{
namespace
{
namespace fs = std::filesystem;

void make_folder(fs::path const& folder)
{
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (error) throw_system_error(folder.parent_path(), "make the folder", error.value());
    bool const made = fs::create_directory(folder, error);
    if (error) throw_system_error(folder, "make the folder", error.value());
    if (!made) throw StorageError{folder, "another process has just begun this study"};
}

[[noreturn]] void refuse_existing(fs::path const& folder, char const* hint)
{
    throw StorageError{folder, "exists already; nothing is overwritten", hint};
}

void check_free(StudyFolder const& folder)
{
    if (folder.has_finished()) refuse_existing(folder.finished(), "choose another name, or replace the study with --force");
    if (folder.has_partial()) {
        refuse_existing(folder.partial(), "resume the study, choose another name, or replace it with --force");
    }
}

void check_plan(StudyPlan const& plan)
{
    core::require(plan.replicate_size() > 0 && plan.replicates > 0, "a study has scenarios, columns and replicates");
    core::require(plan.replicates <= UINT32_MAX - plan.first_replicate, "replicate numbers have 32 bits");
}
}  // namespace

StudyWriter::StudyWriter(StudyFolder folder, StudyPlan plan, File blocks)
    : folder_{std::move(folder)},
      plan_{std::move(plan)},
      blocks_{std::move(blocks)},
      fingerprint_{fingerprint(plan_)},
      next_replicate_{plan_.first_replicate}
{
}

StudyWriter::~StudyWriter()
{
    if (finished_) return;
    try {
        flush();
    } catch (...) {
        // The replicates are lost, and resuming computes them again; a destructor cannot say so.
    }
}

File StudyWriter::begin_block_file(StudyFolder const& folder)
{
    make_folder(folder.partial());
    auto blocks = File::create_new(folder.partial() / blocks_name);
    if (!blocks.try_lock()) throw StorageError{folder.partial(), "another process is writing this study"};
    blocks.write(block_file_magic);
    blocks.sync();
    return blocks;
}

std::unique_ptr<StudyWriter> StudyWriter::create(fs::path const& path, StudyPlan const& plan, Existing existing)
{
    check_plan(plan);
    StudyFolder const folder{path};
    if (existing == Existing::keep) check_free(folder);
    if (folder.has_finished()) static_cast<void>(claim_for_removal(folder.finished()));
    if (folder.has_partial()) {
        auto const lock = claim_for_removal(folder.partial());
        remove_study(folder.partial());
    }
    auto blocks = begin_block_file(folder);
    if (folder.has_finished()) write_file_durably(folder.partial() / replacing_name, "");
    write_file_durably(folder.partial() / plan_name, plan_to_json(plan));
    sync_folder(folder.partial().parent_path());
    std::unique_ptr<StudyWriter> writer{new StudyWriter{folder, plan, std::move(blocks)}};
    writer->remove_replaced();
    writer->keep_sound_blocks();
    writer->prepare_to_add();
    return writer;
}

std::unique_ptr<StudyWriter> StudyWriter::resume(fs::path const& path, std::optional<PlanChange> const& change)
{
    StudyFolder const folder{path};
    bool const under_way = folder.has_partial();
    if (!under_way && !folder.has_finished()) throw StorageError{folder.finished(), "there is no study to resume"};
    auto const& place = under_way ? folder.partial() : folder.finished();
    if (!fs::exists(place / blocks_name)) throw StorageError{place, "this is not a study"};
    auto blocks = lock_study(place);
    if (!fs::exists(place / plan_name)) {
        throw StorageError{place, "this study was interrupted before it began", "begin it anew with --force"};
    }
    auto const plan = plan_from_json(read_file(place / plan_name), place / plan_name);
    std::unique_ptr<StudyWriter> writer{new StudyWriter{folder, plan, std::move(blocks)}};
    if (under_way) writer->remove_replaced();
    writer->keep_sound_blocks();
    if (change) writer->change_plan(*change);
    if (!under_way) writer->take_back_finished_folder();
    if (change) write_file_durably(folder.partial() / plan_name, plan_to_json(writer->plan_));
    writer->prepare_to_add();
    return writer;
}

void StudyWriter::change_plan(PlanChange const& change)
{
    auto const stored = next_replicate_ - plan_.first_replicate;
    if (change.replicates < stored) {
        throw StorageError{folder_.finished(), fmt::format("has {} replicates; {} would be fewer", stored, change.replicates),
                           "a study can only grow"};
    }
    plan_.replicates = change.replicates;
    plan_.request = change.request;
    check_plan(plan_);
}

void StudyWriter::remove_replaced()
{
    auto const marker = folder_.partial() / replacing_name;
    if (folder_.has_finished()) {
        if (!fs::exists(marker)) refuse_existing(folder_.finished(), "move it or the .partial folder away");
        auto const lock = claim_for_removal(folder_.finished());
        remove_study(folder_.finished());
    }
    remove_if_there(marker);
}

void StudyWriter::keep_sound_blocks()
{
    auto const scan = scan_blocks(plan_, MappedFile{blocks_.path()}.bytes());
    dropped_ = scan.damage;
    good_bytes_ = scan.good_bytes;
    for (auto const& block : scan.blocks) next_replicate_ += block.replicates;
    places_ = scan.blocks;
    auto const listed = read_index(blocks_.path().parent_path() / index_name);
    if (dropped_.empty() && listed > good_bytes_) dropped_ = "its last blocks are missing";
}

void StudyWriter::take_back_finished_folder()
{
    if (next_replicate_ == plan_.end_replicate()) {
        throw StorageError{folder_.finished(), fmt::format("is complete: all {} replicates are there", plan_.replicates)};
    }
    rename_durably(folder_.finished(), folder_.partial());
    blocks_.set_path(folder_.partial() / blocks_name);
}

void StudyWriter::prepare_to_add()
{
    remove_derived_files(folder_.partial());
    blocks_.truncate(good_bytes_);
    if (good_bytes_ == 0) {
        blocks_.write(block_file_magic);
        good_bytes_ = block_file_magic.size();
    }
    blocks_.sync();
    write_index();
}

void StudyWriter::write_index()
{
    auto const path = folder_.partial() / index_name;
    write_file_durably(path, index_text(places_));
    index_.emplace(File::open_existing(path));
}

void StudyWriter::add(std::uint32_t replicate, std::span<double const> values, std::span<CellFailure const> failures)
{
    core::require(!finished_, "a finished study takes no more replicates");
    core::require(replicate == next_replicate_ && replicate < plan_.end_replicate(), "replicates are added in order");
    core::require(values.size() == plan_.replicate_size(), "a replicate has one value per scenario and column");
    values_.insert(values_.end(), values.begin(), values.end());
    failures_.insert(failures_.end(), failures.begin(), failures.end());
    ++next_replicate_;
    if (values_.size() >= replicates_per_block(plan_) * plan_.replicate_size()) flush();
}

void StudyWriter::flush()
{
    if (values_.empty()) return;
    auto const count = static_cast<std::uint32_t>(values_.size() / plan_.replicate_size());
    auto const first = next_replicate_ - count;
    auto const block = encode_block(plan_, fingerprint_, first, values_, failures_);
    BlockPlace const place{good_bytes_, block.size(), first, count};
    write_block(block);
    index_->write(index_line(place));
    index_->sync();
    places_.push_back(place);
    values_.clear();
    failures_.clear();
}

void StudyWriter::write_block(std::span<std::byte const> block)
{
    blocks_.truncate(good_bytes_);  // a block that did not fit the disk may have left a part of itself
    blocks_.write(block);
    blocks_.sync();
    good_bytes_ += block.size();
}

FinishedStudy StudyWriter::finish(Ending const& ending)
{
    core::require(!finished_, "a study is finished once");
    flush();
    settle_blocks();
    FinishedStudy done{.folder = folder_.finished(), .complete = ending.enough || next_replicate_ == plan_.end_replicate()};
    done.replicates = next_replicate_ - plan_.first_replicate;
    write_tables(ending, done);
    if (folder_.has_finished()) refuse_existing(folder_.finished(), "move it away, then resume the study");
    rename_durably(folder_.partial(), folder_.finished());
    finished_ = true;
    return done;
}

void StudyWriter::settle_blocks()
{
    auto const per_block = replicates_per_block(plan_);
    if (is_settled(places_, per_block)) return;
    auto path = blocks_.path();
    path += ".tmp";
    auto settled = File::create_or_clear(path);
    if (!settled.try_lock()) throw StorageError{path, "another process is writing this file"};
    places_ = rewrite_blocks(plan_, MappedFile{blocks_.path()}.bytes(), settled, per_block);
    settled.sync();
    // The new index goes first: its blocks end no later than the old file's, so it holds for both.
    write_index();
    replace_durably(path, blocks_.path());
    settled.set_path(blocks_.path());
    blocks_ = std::move(settled);
    good_bytes_ = blocks_.size();
}

/// What is computed from the blocks: summaries, comparisons, and what the caller adds.
void StudyWriter::write_derived(Ending const& ending, StudyReader const& study) const
{
    auto const& folder = folder_.partial();
    if (!study.failures().empty()) write_failures_csv(study, folder / failures_name);
    if (ending.summary) write_file_durably(folder / summary_name, write_csv(ending.summary(study)));
    if (ending.comparison) write_file_durably(folder / comparison_name, write_csv(ending.comparison(study)));
    for (auto const& file : ending.extras ? ending.extras(study) : std::vector<ExtraFile>{}) {
        write_file_durably(folder / file.name, file.text);
    }
}

void StudyWriter::write_tables(Ending const& ending, FinishedStudy& done) const
{
    auto const& folder = folder_.partial();
    StudyReader const study{folder};
    std::array<std::function<void()>, 2> const tasks{
        [&] {
            done.results_hash = write_results_csv(study, folder / results_name).hex();
            if (ending.netcdf && !study.replicates().empty()) ending.netcdf(study, done, folder / netcdf_name);
        },
        [&] { write_derived(ending, study); }};
    if (ending.together) {
        ending.together(tasks);
    } else {
        for (auto const& task : tasks) task();
    }
    done.files = hash_study_files(folder);
    write_file_durably(folder / manifest_name, manifest_json(study, done, ending.manifest));
}
}  // namespace concordat::store
