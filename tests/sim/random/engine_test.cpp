#include "sim/random/engine.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace concordat::random
{
static_assert(std::uniform_random_bit_generator<Engine>);

namespace
{
StreamKey make_key(std::uint32_t replicate = 0)
{
    return {1, replicate, Purpose{"test.bootstrap"}, 2};
}

std::vector<std::uint32_t> draw_words(StreamKey const& key, std::size_t count)
{
    Engine engine{key};
    std::vector<std::uint32_t> words(count);
    for (auto& word : words) word = engine();
    return words;
}
}  // namespace

TEST(Engine, CountsUpFromTheKeysReplicateAndPeriod)
{
    auto const words = draw_words(make_key(5), 12);
    auto const key = make_philox_key(1, Purpose{"test.bootstrap"}, StreamUse::engine);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t block = 1; block <= 3;
         ++block) {  // Random123's engine counts before it draws
        auto const result = r123::Philox4x32{}({{block, 0, 2, 5}}, {{key[0], key[1]}});
        expected.insert(expected.end(), result.begin(), result.end());
    }
    std::sort(expected.begin(), expected.end());
    auto sorted = words;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, expected);
}

TEST(Engine, SameKeySameWordsOtherKeyOtherWords)
{
    EXPECT_EQ(draw_words(make_key(), 100), draw_words(make_key(), 100));
    auto const one = draw_words(make_key(0), 100);
    auto const other = draw_words(make_key(1), 100);
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NE(one[i], other[i]);
}

TEST(Engine, ServesBoostRandomsDistributions)
{
    Engine engine{make_key()};
    boost::random::normal_distribution<double> normal;
    constexpr int count = 100'000;
    double mean = 0.0;
    for (int i = 0; i < count; ++i) mean += normal(engine) / count;
    EXPECT_NEAR(mean, 0.0, 5.0 / std::sqrt(count));  // false alarm 6e-7

    boost::random::uniform_int_distribution<int> die{1, 6};
    std::vector<int> faces(7);
    for (int i = 0; i < count; ++i) ++faces[static_cast<std::size_t>(die(engine))];
    EXPECT_EQ(faces[0], 0);
    for (std::size_t face = 1; face <= 6; ++face) {
        EXPECT_NEAR(faces[face], count / 6.0,
                    5 * std::sqrt(count * 5.0 / 36));  // false alarm 6e-7 each
    }
}

TEST(Engine, PermutesWithTheStandardLibrary)
{
    std::vector<int> order(52);
    std::iota(order.begin(), order.end(), 0);
    auto shuffled = order;
    Engine engine{make_key()};
    std::shuffle(shuffled.begin(), shuffled.end(), engine);
    EXPECT_NE(shuffled, order);
    EXPECT_TRUE(std::is_permutation(shuffled.begin(), shuffled.end(), order.begin()));
}
}  // namespace concordat::random
