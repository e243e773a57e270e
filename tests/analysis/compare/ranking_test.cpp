#include "analysis/compare/ranking.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "sim/core/check.hpp"
#include "tests/support/luck.hpp"

namespace concordat::compare
{
namespace
{
using store::Direction;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(Ranking, OfTwoCorrelatedNormalsHasTheClosedForm)
{
    // X = Z1, Y = delta + rho Z1 + sqrt(1 - rho^2) Z2: D = Y - X has mean delta and variance 2 (1 - rho).
    // P(Y best) = Phi(delta / s); regret of X = E max(D, 0) = delta Phi(delta / s) + s phi(delta / s).
    constexpr double rho = 0.8, delta = 0.3;
    constexpr std::size_t n = 100'000;
    auto const z1 = test::draw_normals(1, n, 1), z2 = test::draw_normals(1, n, 2);
    std::vector<std::vector<double>> values{z1, z1};
    for (std::size_t r = 0; r < n; ++r) values[1][r] = delta + rho * z1[r] + std::sqrt(1 - rho * rho) * z2[r];
    auto const ranks = rank_scenarios(values, Direction::higher_is_better);
    double const s = std::sqrt(2 * (1 - rho)), z = delta / s;
    double const best = core::normal_cdf(z), regret = delta * best + s * core::normal_pdf(z);
    auto const& [x, y] = std::tie(ranks.scenarios[0], ranks.scenarios[1]);
    EXPECT_NEAR(y.best, best, 4 * y.best_error);
    EXPECT_NEAR(y.best_error, std::sqrt(best * (1 - best) / n), 1e-5);
    EXPECT_NEAR(x.regret, regret, 4 * x.regret_error);
    EXPECT_NEAR(y.regret, regret - delta, 4 * y.regret_error);
    EXPECT_NEAR(y.mean_rank, 2 - y.best, 1e-9);
    EXPECT_EQ(ranks.order, (std::vector<std::size_t>{1, 0}));
}

TEST(Ranking, GivesEqualScenariosEqualChances)
{
    std::vector<std::vector<double>> const same(4, test::draw_normals(2, 50));
    for (auto const& one : rank_scenarios(same, Direction::lower_is_better).scenarios) {
        EXPECT_DOUBLE_EQ(one.best, 0.25);
        EXPECT_EQ(one.best_error, 0);
        EXPECT_DOUBLE_EQ(one.mean_rank, 2.5);
        EXPECT_EQ(one.regret, 0);
        for (double const share : one.ranks) EXPECT_DOUBLE_EQ(share, 0.25);
    }
    std::vector<std::vector<double>> alike;
    for (std::uint32_t k = 0; k < 5; ++k) alike.push_back(test::draw_normals(3, 20'000, k));
    for (auto const& one : rank_scenarios(alike, Direction::higher_is_better).scenarios) {
        EXPECT_NEAR(one.best, 0.2, 4 * one.best_error);
    }
}

TEST(Ranking, SharesPlacesAmongTies)
{
    auto const ranks = rank_scenarios({{1, 5}, {3, 5}, {3, 0}}, Direction::higher_is_better);
    EXPECT_DOUBLE_EQ(ranks.scenarios[0].best, 0.25);           // third, then half of the first
    EXPECT_DOUBLE_EQ(ranks.scenarios[1].best, 0.5);
    EXPECT_DOUBLE_EQ(ranks.scenarios[2].mean_rank, (1.5 + 3) / 2);
    EXPECT_DOUBLE_EQ(ranks.scenarios[0].regret, 1);
    EXPECT_DOUBLE_EQ(ranks.scenarios[2].regret, 2.5);
    EXPECT_EQ(ranks.scenarios[1].ranks, (std::vector<double>{0.5, 0.5, 0}));
    for (auto const& one : ranks.scenarios) EXPECT_DOUBLE_EQ(std::accumulate(one.ranks.begin(), one.ranks.end(), 0.0), 1);
}

TEST(Ranking, PutsTheLowestFirstWhereLowerIsBetter)
{
    auto const ranks = rank_scenarios({{1, 2}, {0, 1}}, Direction::lower_is_better);
    EXPECT_EQ(ranks.scenarios[1].best, 1);
    EXPECT_DOUBLE_EQ(ranks.scenarios[0].regret, 1);
}

TEST(Ranking, LeavesReplicatesOutWhereAnyScenarioHasNoValue)
{
    auto const ranks = rank_scenarios({{1, none, 3}, {0, 9, 1}}, Direction::higher_is_better);
    EXPECT_EQ(ranks.replicates, 2U);
    EXPECT_EQ(ranks.missing, 1U);
    EXPECT_EQ(ranks.scenarios[0].best, 1);
    EXPECT_TRUE(std::isnan(rank_scenarios({{none}, {1}}, Direction::higher_is_better).scenarios[0].best));
}

TEST(Ranking, WithoutADirectionIsAProgrammersMistake)
{
    EXPECT_THROW((void)rank_scenarios({{1}, {2}}, Direction::neither), std::logic_error);
}
}  // namespace
}  // namespace concordat::compare
