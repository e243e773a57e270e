#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/store/block.hpp"

namespace concordat::store
{
/// One line of `results.idx`: "first_replicate replicates offset bytes". The index is written after the
/// block is on the disk; it tells when whole blocks have been lost from the end of the block file.
[[nodiscard]] std::string index_line(BlockPlace const& place);
[[nodiscard]] std::string index_text(std::vector<BlockPlace> const& places);

/// The end of the last block listed [bytes], 0 where there is none; a line cut off is not read.
[[nodiscard]] std::uint64_t read_index(std::filesystem::path const& path);
}  // namespace concordat::store
