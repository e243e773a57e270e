#pragma once

#include <cstddef>
#include <experimental/simd>

namespace concordat::core
{
/// Number of areas that one vector instruction works on. Fixed, so that the same bits
/// come out on every machine of the supported family (docs/decisions/0001).
inline constexpr std::size_t lane_count = 4;

/// One double per area of a block of `lane_count` areas (Parallelism TS 2).
using Lanes = std::experimental::simd<double, std::experimental::simd_abi::deduce_t<double, lane_count>>;
using LaneMask = Lanes::mask_type;

/// Areas are padded to a multiple of this, so that columns start on 64-byte boundaries.
inline constexpr std::size_t padding_count = 8;

[[nodiscard]] constexpr std::size_t padded(std::size_t count)
{
    return (count + padding_count - 1) / padding_count * padding_count;
}

/// \pre `from` is aligned to 32 bytes
[[nodiscard]] inline Lanes load(double const* from) { return Lanes{from, std::experimental::vector_aligned}; }
/// \pre `to` is aligned to 32 bytes
inline void store(Lanes value, double* to) { value.copy_to(to, std::experimental::vector_aligned); }

/// `yes` where the mask holds, else `no`.
[[nodiscard]] inline Lanes select(LaneMask mask, Lanes yes, Lanes no)
{
    where(mask, no) = yes;
    return no;
}
}  // namespace concordat::core
