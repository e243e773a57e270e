#include "models/population/spillover_sampler.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/default_population.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::population
{
namespace
{
using Pairs = std::map<std::pair<int, int>, double>;  // (from, to) by number

Pairs draw(state::Pack const& pack, SpilloverParams const& params)
{
    SpilloverSampler const sampler{pack, params};
    state::Population population;
    sampler.resize(population);
    sampler.draw({7, 3, 0}, population);
    auto const& matrix = population.spillovers;
    Pairs pairs;
    for (std::size_t to = 0; to < pack.indicator_count(); ++to) {
        for (int k = matrix.begin[to]; k < matrix.begin[to + 1]; ++k) {
            pairs[{pack.indicators[matrix.from[k]].number, pack.indicators[to].number}] = matrix.value[k];
        }
    }
    return pairs;
}

TEST(SpilloverSampler, DrawsTheStatedShareOfOrderedPairsWithinTheStatedStrengths)
{
    auto const pairs = draw(support::make_small_pack(1, 198), support::make_population_params().spillovers);
    double const possible = 198.0 * 197.0;
    EXPECT_NEAR(static_cast<double>(pairs.size()) / possible, 0.03, 0.0043);  // five standard errors
    double sum = 0.0;
    for (auto const& [pair, value] : pairs) {
        EXPECT_NE(pair.first, pair.second) << "an indicator does not spill over to itself";
        EXPECT_GE(value, 0.1);
        EXPECT_LE(value, 0.3);
        sum += value;
    }
    EXPECT_NEAR(sum / static_cast<double>(pairs.size()), 0.2, 0.01);
}

TEST(SpilloverSampler, LetsNamedSpilloversTakeTheirOwnPlace)
{
    auto pack = support::make_small_pack(1, 40);
    auto params = support::make_population_params().spillovers;
    auto expected = draw(pack, params);
    pack.named_spillovers = {{state::IndicatorId{3}, state::IndicatorId{5}, -0.25}};
    expected[{104, 106}] = -0.25;
    EXPECT_EQ(draw(pack, params), expected);
    params.density = core::Share{0.0};
    params.named_scale = 2.0;
    EXPECT_EQ(draw(pack, params), (Pairs{{{104, 106}, -0.5}}));
    params.named_scale = 0.0;
    EXPECT_TRUE(draw(pack, params).empty());
}

TEST(SpilloverSampler, AddsPairsAndMovesNoneWhenTheDensityRises)
{
    auto const pack = support::make_small_pack(1, 60);
    auto params = support::make_population_params().spillovers;
    auto const sparse = draw(pack, params);
    params.density = core::Share{0.06};
    auto const dense = draw(pack, params);
    EXPECT_GT(dense.size(), sparse.size());
    for (auto const& [pair, value] : sparse) EXPECT_TRUE(dense.contains(pair));
}

TEST(SpilloverSampler, FollowsNumbersAndNotRowsAndKeepsGiversInAscendingNumber)
{
    auto pack = support::make_small_pack(1, 60);
    pack.named_spillovers = {{state::IndicatorId{3}, state::IndicatorId{5}, -0.25}};
    auto const reversed = support::reverse_rows(pack);
    auto const params = support::make_population_params().spillovers;
    EXPECT_EQ(draw(pack, params), draw(reversed, params));

    SpilloverSampler const sampler{reversed, params};
    state::Population population;
    sampler.resize(population);
    sampler.draw({7, 3, 0}, population);
    auto const& matrix = population.spillovers;
    for (std::size_t to = 0; to < 60; ++to) {
        for (int k = matrix.begin[to] + 1; k < matrix.begin[to + 1]; ++k) {
            EXPECT_LT(reversed.indicators[matrix.from[k - 1]].number, reversed.indicators[matrix.from[k]].number);
        }
    }
}
}  // namespace
}  // namespace concordat::population
