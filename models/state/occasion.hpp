#pragma once

#include <cstdint>

namespace concordat::state
{
/// When something is drawn: with a purpose it makes the key of a stream of random draws.
struct Occasion
{
    std::uint64_t master_seed{};  ///< from the run plan
    std::uint32_t replicate{};    ///< [index] 0-based
    std::uint32_t round{};        ///< [index] 0-based round of the agreement
};
}  // namespace concordat::state
