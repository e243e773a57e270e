#include "sim/random/streams.hpp"

#include <gtest/gtest.h>

#include <Random123/philox.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <vector>

#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"
#include "sim/random/philox.hpp"

namespace concordat::random
{
namespace
{
StreamKey make_key()
{
    return {.master_seed = 2008, .replicate = 3, .purpose = Purpose{"test.noise"}, .period = 1};
}

std::vector<std::uint32_t> make_ids(std::uint32_t first, std::size_t count)
{
    std::vector<std::uint32_t> ids(count);
    std::iota(ids.begin(), ids.end(), first);
    return ids;
}

std::vector<double> draw(StreamKey const& key, std::vector<std::uint32_t> const& ids,
                         std::uint32_t column = 0)
{
    std::vector<double> out(ids.size());
    fill_uniform(key, ids, column, out);
    return out;
}

/// The documented formula, word by word.
double draw_by_definition(StreamKey const& key, std::uint32_t id, std::uint32_t column)
{
    auto const words = make_philox_key(key.master_seed, key.purpose, StreamUse::entities);
    auto const block =
        r123::Philox4x32{}({{id >> 1, column, key.period, key.replicate}}, {{words[0], words[1]}});
    std::size_t const half = 2 * (id & 1);
    std::uint64_t const word = std::uint64_t{block[half + 1]} << 32 | block[half];
    return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

struct alignas(64) Line
{
    double values[8];
};
}  // namespace

TEST(FillUniform, FollowsTheDocumentedFormula)
{
    for (std::uint32_t const first : {0u, 1u, 2u, 1'001u, 0x7ffffffeu, 0xfffffff0u}) {
        for (std::size_t const count : {1u, 2u, 3u, 7u, 8u, 9u, 16u}) {
            auto const ids = make_ids(first, count);
            auto const drawn = draw(make_key(), ids, 17);
            for (std::size_t i = 0; i < count; ++i)
                ASSERT_EQ(drawn[i], draw_by_definition(make_key(), ids[i], 17)) << ids[i];
        }
    }
}

TEST(FillUniform, IsPinned)
{
    auto const drawn = draw(make_key(), {0, 1, 149});
    EXPECT_EQ(drawn[0], 0x1.bb31a3e8bb5fdp-1);
    EXPECT_EQ(drawn[1], 0x1.4977f44ecd9fep-2);
    EXPECT_EQ(drawn[2], 0x1.de1ab328a01a9p-1);
}

TEST(FillUniform, DependsOnTheIdAndNotOnItsPlace)
{
    auto ids = make_ids(0, 301);
    auto const in_order = draw(make_key(), ids, 4);
    std::mt19937 source{7};
    for (int trial = 0; trial < 50; ++trial) {
        std::shuffle(ids.begin(), ids.end(), source);
        auto const drawn = draw(make_key(), ids, 4);
        for (std::size_t i = 0; i < ids.size(); ++i) ASSERT_EQ(drawn[i], in_order[ids[i]]);
    }
}

TEST(FillUniform, DroppingAnEntityChangesNoOtherDraw)
{
    auto const all = make_ids(10, 60);
    auto const drawn = draw(make_key(), all);
    for (std::size_t dropped = 0; dropped < all.size(); ++dropped) {
        auto ids = all;
        auto expected = drawn;
        ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(dropped));
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(dropped));
        ASSERT_EQ(draw(make_key(), ids), expected);
    }
}

TEST(FillUniform, EverySubsetAndRepetitionGivesTheSingleDraws)
{
    std::mt19937 source{11};
    for (int trial = 0; trial < 500; ++trial) {
        std::vector<std::uint32_t> ids(source() % 40);
        for (auto& id : ids) id = static_cast<std::uint32_t>(source()) >> (source() % 32);
        auto const drawn = draw(make_key(), ids, 2);
        for (std::size_t i = 0; i < ids.size(); ++i)
            ASSERT_EQ(drawn[i], uniform(make_key(), ids[i], 2));
    }
}

TEST(FillUniform, PadsWithTheMiddle)
{
    auto const ids = make_ids(0, 5);
    std::vector<double> out(16, -1.0);
    fill_uniform(make_key(), ids, 0, out);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(out[i], uniform(make_key(), ids[i]));
    for (std::size_t i = 5; i < 16; ++i) EXPECT_EQ(out[i], 0.5);
    std::vector<double> too_short(4);
    EXPECT_THROW(fill_uniform(make_key(), ids, 0, too_short), std::logic_error);
}

TEST(FillUniform, EveryPartOfTheKeyChangesEveryDraw)
{
    auto const ids = make_ids(0, 200);
    auto const base = draw(make_key(), ids);
    auto seed = make_key();
    seed.master_seed += 1;
    auto replicate = make_key();
    replicate.replicate += 1;
    auto period = make_key();
    period.period += 1;
    auto purpose = make_key();
    purpose.purpose = Purpose{"test.nois"};
    for (auto const& other : {draw(seed, ids), draw(replicate, ids), draw(period, ids),
                              draw(purpose, ids), draw(make_key(), ids, 1)}) {
        for (std::size_t i = 0; i < ids.size(); ++i) ASSERT_NE(other[i], base[i]);
    }
}

TEST(FillUniform, NoTwoStreamsShareADraw)
{
    // 2^18 different 52-bit draws: by chance two are equal with probability 2^36 / 2 / 2^52 = 8e-6.
    std::set<double> seen;
    std::size_t drawn_count = 0;
    auto const ids = make_ids(0, 64);
    for (char const* name : {"a", "b", "ab", "ba"}) {
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
                for (std::uint32_t period = 0; period < 8; ++period) {
                    for (std::uint32_t column = 0; column < 8; ++column) {
                        auto const drawn =
                            draw({seed, replicate, Purpose{name}, period}, ids, column);
                        seen.insert(drawn.begin(), drawn.end());
                        drawn_count += drawn.size();
                    }
                }
            }
        }
    }
    EXPECT_EQ(seen.size(), drawn_count);
}

TEST(FillUniform, HasTheMomentsOfTheUniformDistribution)
{
    // 10^6 draws; each bound is 5 standard errors: false alarm 6e-7 each, 3e-6 together.
    constexpr std::size_t count = 1'000'000;
    auto const drawn = draw(make_key(), make_ids(0, count));
    double mean = 0.0;
    double square = 0.0;
    double neighbours = 0.0;
    double smallest = 1.0;
    double largest = 0.0;
    std::vector<int> bins(100);
    for (std::size_t i = 0; i < count; ++i) {
        double const centred = drawn[i] - 0.5;
        mean += centred / count;
        square += centred * centred / count;
        if (i > 0) neighbours += centred * (drawn[i - 1] - 0.5) / count;
        smallest = std::min(smallest, drawn[i]);
        largest = std::max(largest, drawn[i]);
        ++bins[static_cast<std::size_t>(100 * drawn[i])];
    }
    EXPECT_NEAR(mean, 0.0, 5 * std::sqrt(1.0 / 12 / count));
    EXPECT_NEAR(square, 1.0 / 12, 5 * std::sqrt(1.0 / 180 / count));
    EXPECT_NEAR(neighbours, 0.0, 5 * std::sqrt(1.0 / 144 / count));
    EXPECT_GT(smallest, 0.0);
    EXPECT_LT(largest, 1.0);
    double chi_square = 0.0;
    for (int const bin : bins) chi_square += (bin - 10'000.0) * (bin - 10'000.0) / 10'000.0;
    EXPECT_NEAR(chi_square, 99.0, 5 * std::sqrt(2 * 99.0));
}

TEST(FillNormal, IsTheInverseCdfOfTheUniformDraws)
{
    auto const ids = make_ids(0, 150);
    std::vector<Line> storage(19);
    std::span<double> const out{storage.data()->values, 152};
    fill_normal(make_key(), ids, 9, out);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ASSERT_EQ(out[i], core::normal_quantile(uniform(make_key(), ids[i], 9)));
        ASSERT_EQ(out[i], normal(make_key(), ids[i], 9));
    }
    EXPECT_EQ(out[150], 0.0);
    EXPECT_EQ(out[151], 0.0);
}

TEST(FillNormal, HasTheMomentsOfTheNormalDistribution)
{
    // 400,000 draws; bounds of 5 standard errors: false alarm 6e-7 each.
    constexpr std::size_t count = 400'000;
    std::vector<Line> storage(count / 8);
    std::span<double> const out{storage.data()->values, count};
    fill_normal(make_key(), make_ids(0, count), 0, out);
    double moments[5] = {};
    for (double const z : out) {
        for (int power = 1; power <= 4; ++power) moments[power] += std::pow(z, power) / count;
    }
    EXPECT_NEAR(moments[1], 0.0, 5 * std::sqrt(1.0 / count));
    EXPECT_NEAR(moments[2], 1.0, 5 * std::sqrt(2.0 / count));
    EXPECT_NEAR(moments[3], 0.0, 5 * std::sqrt(15.0 / count));
    EXPECT_NEAR(moments[4], 3.0, 5 * std::sqrt(96.0 / count));
}

TEST(Poisson, InvertsTheCumulatedProbabilities)
{
    for (double const mean : {0.01, 0.5, 1.0, 3.7, 20.0, 150.0}) {
        double cumulated = 0.0;
        for (int count = 0; count < mean + 6 * std::sqrt(mean) + 3; ++count) {
            double const before = cumulated;
            cumulated += std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
            double const probability = cumulated - before;
            if (probability > 1e-9 && before < 1.0 - 1e-9) {
                EXPECT_EQ(poisson(before + 1e-3 * probability, mean), count) << mean;
                EXPECT_EQ(poisson(cumulated - 1e-3 * probability, mean), count) << mean;
            }
        }
    }
}

TEST(Poisson, RisesWithItsMeanAndItsUniformDraw)
{
    for (double const u : {0.5 * 0x1p-52, 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999, 1.0 - 1e-12}) {
        int before = 0;
        for (int step = 0; step <= 1'400; ++step) {
            int const count = poisson(u, 0.5 * step);
            ASSERT_GE(count, before) << "u " << u << ", mean " << 0.5 * step;
            before = count;
        }
    }
    for (double const mean : {0.3, 4.0, 60.0}) {
        int before = 0;
        for (int step = 1; step < 2'000; ++step) {
            int const count = poisson(step / 2'000.0, mean);
            ASSERT_GE(count, before);
            before = count;
        }
    }
}

TEST(Poisson, HasItsMomentsAndItsLimits)
{
    // 10^5 draws of mean 4: standard error of the mean .0063, of the variance .019; 5 of each.
    constexpr std::size_t count = 100'000;
    double mean = 0.0;
    double square = 0.0;
    for (double const u : draw(make_key(), make_ids(0, count), 33)) {
        double const n = poisson(u, 4.0);
        mean += n / count;
        square += n * n / count;
    }
    EXPECT_NEAR(mean, 4.0, 0.032);
    EXPECT_NEAR(square - mean * mean, 4.0, 0.095);
    EXPECT_EQ(poisson(1.0 - 0x1p-53, 0.0), 0);
    EXPECT_LT(poisson(1.0 - 0x1p-53, 700.0), 1'000);
    EXPECT_THROW(static_cast<void>(poisson(0.5, 701.0)), std::logic_error);
    EXPECT_THROW(static_cast<void>(poisson(0.5, -1.0)), std::logic_error);
    EXPECT_THROW(static_cast<void>(poisson(0.5, std::nan(""))), std::logic_error);
}
}  // namespace concordat::random
