#pragma once

#include <array>
#include <cstdint>

#include "sim/random/streams.hpp"

namespace concordat::random
{
using PhiloxKey = std::array<std::uint32_t, 2>;
using PhiloxCounter = std::array<std::uint32_t, 4>;

/// What a stream of draws is for, besides its purpose: arrays by entity and engines never share
/// bits.
enum class StreamUse : std::uint64_t
{
    entities = 0,
    engine = 1
};

/// splitmix64's finaliser: a bijection of 64-bit words (Steele, Lea and Flood 2014,
/// doi:10.1145/2660193.2660195; constants of Stafford's variant 13).
[[nodiscard]] constexpr std::uint64_t mix_bits(std::uint64_t word)
{
    word += 0x9e3779b97f4a7c15ULL;
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
    word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
    return word ^ (word >> 31);
}

/// The key mixes the master seed with the purpose's name. For one seed different names give
/// different keys, and the other way round (a chain of bijections).
[[nodiscard]] constexpr PhiloxKey make_philox_key(std::uint64_t master_seed, Purpose const& purpose,
                                                  StreamUse use)
{
    std::uint64_t const seeded = mix_bits(mix_bits(master_seed) ^ static_cast<std::uint64_t>(use));
    std::uint64_t const word = mix_bits(seeded ^ purpose.hash());
    return {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(word >> 32)};
}
}  // namespace concordat::random
