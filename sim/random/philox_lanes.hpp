#pragma once

#include <immintrin.h>

#include <array>
#include <cstdint>

#include "sim/random/philox.hpp"

namespace concordat::random
{
/// Four blocks of Philox4x32-10 side by side: word w of block b is the low half of 64-bit lane b of
/// words[w]. The multiplier reads low halves only, so the high halves may hold anything.
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3,
/// doi:10.1145/2063384.2063405; equal to Random123's philox4x32 (tested).
struct PhiloxLanes
{
    __m256i words[4];

    /// The 64-bit results of the blocks: words 0 and 1, words 2 and 3 (low word first).
    [[nodiscard]] __m256i first_half() const { return join(words[0], words[1]); }
    [[nodiscard]] __m256i second_half() const { return join(words[2], words[3]); }

  private:
    static __m256i join(__m256i low, __m256i high)
    {
        return _mm256_blend_epi32(low, _mm256_slli_epi64(high, 32), 0b10101010);
    }
};

/// Ten rounds. `word0` differs between the four blocks, the rest of the counter does not.
[[nodiscard]] inline PhiloxLanes run_philox(__m256i word0, PhiloxCounter const& counter,
                                            PhiloxKey key)
{
    constexpr int rounds = 10;
    auto const all = [](std::uint32_t word) {
        return _mm256_set1_epi64x(static_cast<std::int64_t>(word));
    };
    __m256i const multiplier0 = all(0xD2511F53);
    __m256i const multiplier1 = all(0xCD9E8D57);
    PhiloxLanes x{{word0, all(counter[1]), all(counter[2]), all(counter[3])}};
    __m256i key0 = all(key[0]);
    __m256i key1 = all(key[1]);
    for (int round = 0; round < rounds; ++round) {
        __m256i const product0 = _mm256_mul_epu32(x.words[0], multiplier0);
        __m256i const product1 = _mm256_mul_epu32(x.words[2], multiplier1);
        __m256i const high0 = _mm256_srli_epi64(product0, 32);
        __m256i const high1 = _mm256_srli_epi64(product1, 32);
        x.words[0] = _mm256_xor_si256(_mm256_xor_si256(high1, x.words[1]), key0);
        x.words[1] = product1;
        x.words[2] = _mm256_xor_si256(_mm256_xor_si256(high0, x.words[3]), key1);
        x.words[3] = product0;
        key0 = _mm256_add_epi64(key0, all(0x9E3779B9));
        key1 = _mm256_add_epi64(key1, all(0xBB67AE85));
    }
    return x;
}
}  // namespace concordat::random
