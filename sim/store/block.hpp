#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/store/study_plan.hpp"

namespace concordat::store
{
/// A cell that threw: which and why.
struct CellFailure
{
    std::uint32_t replicate{};  ///< [index]
    std::uint32_t scenario{};   ///< [index] into the plan's scenarios
    std::string message{};
    friend bool operator==(CellFailure const&, CellFailure const&) = default;
};

/// The first bytes of `results.blk`; they also tell that a folder is one of ours.
inline constexpr std::string_view block_file_magic{"CONCORDAT BLOCKS 1\n\0\0\0\0\0", 24};

/// Where a block of whole replicates stands in `results.blk`.
struct BlockPlace
{
    std::uint64_t offset{};           ///< [bytes] of its header, from the start of the file
    std::uint64_t bytes{};            ///< [bytes] header and payload
    std::uint32_t first_replicate{};  ///< [index]
    std::uint32_t replicates{};       ///< [count]

    /// Offset of the first value; values have shape [replicate, scenario, column], little-endian doubles.
    [[nodiscard]] std::uint64_t values_offset() const;
};

/// What `results.blk` holds up to the first thing that is wrong with it.
struct BlockScan
{
    std::vector<BlockPlace> blocks{};     ///< contiguous from the plan's first replicate
    std::vector<CellFailure> failures{};  ///< in order of replicate and scenario
    std::uint64_t good_bytes{};           ///< [bytes] the file is sound up to here
    std::string damage{};                 ///< what is wrong there; empty if the whole file is sound
};

/// One block: header (magic, shape, fingerprint of the plan, XXH3-128 of everything else), values,
/// failures. \pre values hold whole replicates
[[nodiscard]] std::vector<std::byte> encode_block(StudyPlan const& plan, std::uint64_t plan_fingerprint,
                                                  std::uint32_t first_replicate, std::span<double const> values,
                                                  std::span<CellFailure const> failures);

/// Checks block after block; never throws because of what the file holds.
[[nodiscard]] BlockScan scan_blocks(StudyPlan const& plan, std::span<std::byte const> file);
}  // namespace concordat::store
