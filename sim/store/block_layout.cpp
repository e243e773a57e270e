#include "sim/store/block_layout.hpp"

#include <algorithm>
#include <cstring>

#include "sim/core/check.hpp"

namespace concordat::store
{
namespace
{
constexpr std::size_t full_block_values = 1 << 20;  ///< [doubles] 8 MiB

/// Copies replicates from blocks of one layout to blocks of another.
class Rewriter
{
  public:
    Rewriter(StudyPlan const& plan, std::span<std::byte const> source, File& target)
        : plan_{plan}, source_{source}, target_{target}, scan_{scan_blocks(plan, source)}
    {
        core::require(scan_.damage.empty(), "only sound blocks are rewritten");
    }

    std::vector<BlockPlace> write(std::uint32_t per_block)
    {
        target_.write(block_file_magic);
        for (auto const& block : scan_.blocks) {
            for (std::uint32_t i = 0; i < block.replicates; ++i) {
                take(block, i);
                if (held_ == per_block) write_block();
            }
        }
        if (held_ > 0) write_block();
        return std::move(places_);
    }

  private:
    void take(BlockPlace const& block, std::uint32_t i)
    {
        auto const size = plan_.replicate_size();
        auto const before = values_.size();
        values_.resize(before + size);
        auto const offset = block.values_offset() + i * size * sizeof(double);
        std::memcpy(values_.data() + before, source_.data() + offset, size * sizeof(double));
        if (held_++ == 0) first_ = block.first_replicate + i;
    }

    void write_block()
    {
        auto const end = first_ + held_;
        auto const last = std::find_if(failed_, scan_.failures.end(), [&](auto const& f) { return f.replicate >= end; });
        auto const block = encode_block(plan_, fingerprint(plan_), first_, values_, {failed_, last});
        places_.push_back({offset_, block.size(), first_, held_});
        target_.write(block);
        offset_ += block.size();
        failed_ = last;
        values_.clear();
        held_ = 0;
    }

    StudyPlan const& plan_;
    std::span<std::byte const> source_;
    File& target_;
    BlockScan const scan_;
    std::vector<CellFailure>::const_iterator failed_{scan_.failures.begin()};
    std::vector<BlockPlace> places_{};
    std::vector<double> values_{};
    std::uint64_t offset_{block_file_magic.size()};
    std::uint32_t first_{};
    std::uint32_t held_{};
};
}  // namespace

std::uint32_t replicates_per_block(StudyPlan const& plan)
{
    return static_cast<std::uint32_t>(std::max<std::size_t>(1, full_block_values / plan.replicate_size()));
}

bool is_settled(std::span<BlockPlace const> places, std::uint32_t per_block)
{
    return std::all_of(places.begin(), places.end(), [&](auto const& place) {
        return place.replicates == per_block || (&place == &places.back() && place.replicates < per_block);
    });
}

std::vector<BlockPlace> rewrite_blocks(StudyPlan const& plan, std::span<std::byte const> source, File& target,
                                       std::uint32_t per_block)
{
    return Rewriter{plan, source, target}.write(per_block);
}
}  // namespace concordat::store
