#include "sim/random/philox.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "sim/random/philox_lanes.hpp"

namespace concordat::random
{
namespace
{
using Words = std::array<std::uint32_t, 4>;

/// Block `lane` of four: `counters` differ in word 0 only.
std::array<Words, 4> run_lanes(std::array<std::uint32_t, 4> first_words, PhiloxCounter counter,
                               PhiloxKey key)
{
    auto const result = run_philox(
        _mm256_setr_epi64x(first_words[0], first_words[1], first_words[2], first_words[3]), counter,
        key);
    std::array<Words, 4> blocks{};
    std::array<std::uint64_t, 4> first{};
    std::array<std::uint64_t, 4> second{};
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(first.data()), result.first_half());
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(second.data()), result.second_half());
    for (std::size_t lane = 0; lane < 4; ++lane) {
        blocks[lane] = {static_cast<std::uint32_t>(first[lane]),
                        static_cast<std::uint32_t>(first[lane] >> 32),
                        static_cast<std::uint32_t>(second[lane]),
                        static_cast<std::uint32_t>(second[lane] >> 32)};
    }
    return blocks;
}

Words run_random123(PhiloxCounter const& counter, PhiloxKey const& key)
{
    auto const result =
        r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {result[0], result[1], result[2], result[3]};
}

struct KnownAnswer
{
    PhiloxCounter counter;
    PhiloxKey key;
    Words result;
};

// Random123's kat_vectors, philox4x32, 10 rounds.
constexpr KnownAnswer known_answers[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};
}  // namespace

TEST(Philox, GivesThePublishedVectorsInEveryLane)
{
    for (auto const& known : known_answers) {
        EXPECT_EQ(run_random123(known.counter, known.key), known.result);
        auto const word = known.counter[0];
        for (auto const& block : run_lanes({word, word, word, word}, known.counter, known.key)) {
            EXPECT_EQ(block, known.result);
        }
    }
}

TEST(Philox, EqualsRandom123ForManyKeysAndCounters)
{
    std::mt19937 source{20'08};
    auto const word = [&] { return static_cast<std::uint32_t>(source()); };
    for (int trial = 0; trial < 20'000; ++trial) {
        PhiloxCounter counter{0, word(), word(), word()};
        PhiloxKey const key{word(), word()};
        std::array<std::uint32_t, 4> const first_words{word(), word(), word(), word()};
        auto const blocks = run_lanes(first_words, counter, key);
        for (std::size_t lane = 0; lane < 4; ++lane) {
            counter[0] = first_words[lane];
            ASSERT_EQ(blocks[lane], run_random123(counter, key));
        }
    }
}

TEST(PhiloxKey, DiffersBySeedByPurposeAndByUse)
{
    Purpose const noise{"measurement.noise"};
    auto const key = make_philox_key(1, noise, StreamUse::entities);
    EXPECT_NE(key, make_philox_key(2, noise, StreamUse::entities));
    EXPECT_NE(key, make_philox_key(1, Purpose{"measurement.shock"}, StreamUse::entities));
    EXPECT_NE(key, make_philox_key(1, noise, StreamUse::engine));
}

TEST(PhiloxKey, ChangesHalfOfItsBitsWithOneBitOfTheSeed)
{
    Purpose const noise{"measurement.noise"};
    int changed = 0;
    constexpr int seeds = 200;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        for (int bit = 0; bit < 64; ++bit) {
            auto const one = make_philox_key(seed, noise, StreamUse::entities);
            auto const other = make_philox_key(seed ^ (1ULL << bit), noise, StreamUse::entities);
            changed += std::popcount(one[0] ^ other[0]) + std::popcount(one[1] ^ other[1]);
        }
    }
    // 819,200 bits, each changed with probability 1/2: s.d. 453, so 6 s.d. = .0034.
    EXPECT_NEAR(changed / (seeds * 64.0 * 64.0), 0.5, 0.0034);
}
}  // namespace concordat::random
