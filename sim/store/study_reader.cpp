#include "sim/store/study_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "sim/core/check.hpp"
#include "sim/store/block_index.hpp"
#include "sim/store/file.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::store
{
namespace
{
StudyPlan read_plan(std::filesystem::path const& folder)
{
    auto const path = folder / plan_name;
    if (!std::filesystem::exists(path)) throw StorageError{folder, "there is no study here"};
    return plan_from_json(read_file(path), path);
}
}  // namespace

// The index is read before the blocks: it never lists more than they hold, even while they are written.
StudyReader::StudyReader(std::filesystem::path const& folder) : StudyReader{folder, read_index(folder / index_name)} {}

StudyReader::StudyReader(std::filesystem::path const& folder, std::uint64_t listed)
    : plan_{read_plan(folder)}, file_{folder / blocks_name}
{
    auto const scan = scan_blocks(plan_, file_.bytes());
    if (listed > scan.good_bytes) {
        throw StorageError{folder / blocks_name,
                           fmt::format("damaged after replicate {}: {}",
                                       scan.blocks.empty() ? plan_.first_replicate
                                                           : scan.blocks.back().first_replicate + scan.blocks.back().replicates,
                                       scan.damage.empty() ? "its last blocks are missing" : scan.damage),
                           "resume the study: what is damaged is computed anew"};
    }
    failures_ = scan.failures;
    index_replicates(scan.blocks);
}

void StudyReader::index_replicates(std::vector<BlockPlace> const& blocks)
{
    auto const replicate_bytes = plan_.replicate_size() * sizeof(double);
    auto failed = failures_.begin();
    for (auto const& block : blocks) {
        for (std::uint32_t i = 0; i < block.replicates; ++i) {
            auto const replicate = block.first_replicate + i;
            failed = std::find_if(failed, failures_.end(), [&](auto const& f) { return f.replicate >= replicate; });
            if (failed != failures_.end() && failed->replicate == replicate) continue;
            replicates_.push_back(replicate);
            offsets_.push_back(block.values_offset() + i * replicate_bytes);
        }
        stored_ += block.replicates;
    }
}

double StudyReader::value_at(std::uint64_t offset) const
{
    double value{};
    std::memcpy(&value, file_.bytes().data() + offset, sizeof value);
    return value;
}

std::vector<double> StudyReader::column(std::size_t scenario, std::size_t column) const
{
    core::require(scenario < plan_.scenarios.size() && column < plan_.row_size(), "the study has such a column");
    auto const inside = (scenario * plan_.row_size() + column) * sizeof(double);
    std::vector<double> values;
    values.reserve(offsets_.size());
    for (auto const offset : offsets_) values.push_back(value_at(offset + inside));
    return values;
}

std::vector<double> StudyReader::row(std::size_t position, std::size_t scenario) const
{
    core::require(position < offsets_.size() && scenario < plan_.scenarios.size(), "the study has such a row");
    std::vector<double> values(plan_.row_size());
    auto const offset = offsets_[position] + scenario * plan_.row_size() * sizeof(double);
    std::memcpy(values.data(), file_.bytes().data() + offset, values.size() * sizeof(double));
    return values;
}
}  // namespace concordat::store
