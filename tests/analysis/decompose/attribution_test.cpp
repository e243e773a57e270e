#include "analysis/decompose/attribution.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <functional>
#include <numeric>
#include <set>

namespace concordat::decompose
{
namespace
{
/// Values of a rule for every coalition that is needed.
std::vector<double> values_of(std::size_t parts, std::function<double(Coalition)> const& rule)
{
    std::vector<double> values;
    for (auto const coalition : list_coalitions(parts)) values.push_back(rule(coalition));
    return values;
}

double sum(Attribution const& one)
{
    return std::accumulate(one.contribution.begin(), one.contribution.end(), one.interactions);
}

bool has(Coalition coalition, unsigned part) { return ((coalition >> part) & 1U) != 0; }

TEST(Coalitions, AreAllOfFewPartsAndOnlyTheFirstAndLastOfMany)
{
    EXPECT_EQ(list_coalitions(1), (std::vector<Coalition>{0, 1}));
    EXPECT_EQ(list_coalitions(5).size(), 32U);
    EXPECT_EQ(list_coalitions(6).size(), 14U);
    for (std::size_t n = 1; n <= most_parts; ++n) {
        auto const list = list_coalitions(n);
        EXPECT_EQ(list.front(), 0U);
        EXPECT_EQ(list.back(), (Coalition{1} << n) - 1);
        EXPECT_EQ(std::set<Coalition>(list.begin(), list.end()).size(), list.size());
    }
}

TEST(Attribution, GivesASinglePartTheWholeChangeExactly)
{
    auto const one = attribute(1, std::vector<double>{0.1, 0.7});
    EXPECT_EQ(one.contribution[0], 0.7 - 0.1);
    EXPECT_EQ(one.total, 0.7 - 0.1);
    EXPECT_EQ(one.interactions, 0.0);
}

TEST(Attribution, GivesPartsThatAddUpTheirOwnAmounts)
{
    for (std::size_t const n : {2UL, 5UL, 8UL}) {
        auto const one = attribute(n, values_of(n, [&](Coalition s) {
            double value = 10.0;
            for (unsigned i = 0; i < n; ++i) value += has(s, i) ? i + 1.0 : 0.0;
            return value;
        }));
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_NEAR(one.contribution[i], static_cast<double>(i) + 1.0, 1e-12);
            EXPECT_NEAR(one.alone[i], one.last[i], 1e-12);
        }
        EXPECT_NEAR(one.interactions, 0.0, 1e-12);
    }
}

TEST(Attribution, GivesPartsThatChangeNothingExactlyZero)
{
    for (std::size_t const n : {3UL, 7UL}) {
        auto const one = attribute(n, values_of(n, [](Coalition s) { return has(s, 1) ? 0.3 : 0.1; }));
        for (std::size_t i = 0; i < n; ++i) {
            if (i == 1) continue;
            EXPECT_EQ(one.contribution[i], 0.0);
        }
        EXPECT_NEAR(one.contribution[1], 0.2, 1e-15);
    }
    auto const nothing = attribute(4, std::vector<double>(16, 0.7));
    EXPECT_EQ(sum(nothing), 0.0);
}

TEST(Attribution, SharesAPairEquallyUnderBothMethods)
{
    for (std::size_t const n : {2UL, 6UL}) {
        auto const one = attribute(n, values_of(n, [](Coalition s) { return has(s, 0) && has(s, 1) ? 1.0 : 0.0; }));
        EXPECT_NEAR(one.contribution[0], 0.5, 1e-15);
        EXPECT_NEAR(one.contribution[1], 0.5, 1e-15);
        EXPECT_EQ(one.alone[0], 0.0);
        EXPECT_EQ(one.last[0], 1.0);
        EXPECT_NEAR(one.interactions, 0.0, 1e-15);
    }
}

TEST(Attribution, ReproducesTheGloveGame)
{
    // One left glove and two right ones: Shapley (1953) gives 2/3, 1/6, 1/6.
    auto const one =
        attribute(3, values_of(3, [](Coalition s) { return has(s, 0) && (has(s, 1) || has(s, 2)) ? 1.0 : 0.0; }));
    EXPECT_NEAR(one.contribution[0], 2.0 / 3.0, 1e-15);
    EXPECT_NEAR(one.contribution[1], 1.0 / 6.0, 1e-15);
    EXPECT_NEAR(one.contribution[2], 1.0 / 6.0, 1e-15);
}

TEST(Attribution, LeavesWhatThreeDoTogetherToTheInteractionsOfManyParts)
{
    auto const three = [](Coalition s) { return has(s, 0) && has(s, 1) && has(s, 2) ? 6.0 : 0.0; };
    auto const few = attribute(3, values_of(3, three));
    EXPECT_NEAR(few.contribution[0], 2.0, 1e-15);
    auto const many = attribute(6, values_of(6, three));
    EXPECT_NEAR(many.contribution[0], 3.0, 1e-15);  // half of 0 alone and 6 last
    EXPECT_NEAR(many.interactions, -3.0, 1e-15);
}

TEST(Attribution, AddsUpToTheChangeWhateverTheValuesAre)
{
    for (std::size_t const n : {1UL, 2UL, 4UL, 5UL, 6UL, 11UL}) {
        double noise = 0.37;
        auto const one = attribute(n, values_of(n, [&](Coalition) {
            noise = 3.9 * noise * (1.0 - noise);  // any irregular values
            return noise;
        }));
        EXPECT_NEAR(sum(one), one.total, 1e-13) << n;
    }
}
}  // namespace
}  // namespace concordat::decompose
