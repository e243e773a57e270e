#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/store/block.hpp"
#include "sim/store/file.hpp"

namespace concordat::store
{
/// [count] replicates in a full block of this study: as many as fit 8 MiB, at least one.
[[nodiscard]] std::uint32_t replicates_per_block(StudyPlan const& plan);

/// Whether all blocks but the last are full: the layout of a study that was never flushed early.
[[nodiscard]] bool is_settled(std::span<BlockPlace const> places, std::uint32_t per_block);

/// Writes the blocks of `source` anew, full ones and a last. \pre source is sound. \return their places
std::vector<BlockPlace> rewrite_blocks(StudyPlan const& plan, std::span<std::byte const> source, File& target,
                                       std::uint32_t per_block);
}  // namespace concordat::store
