#include "analysis/calibration/parameter_moves.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
TEST(ParameterMoves, OfAnEvenSetAreNone)
{
    for (auto const& move : describe_moves(random::latin_hypercube(500, 6, 1))) {
        EXPECT_FALSE(move.moved);
        EXPECT_LE(move.distance, 1.0 / 500.0 + 1e-12) << "one point in each of 500 slices";
        EXPECT_NEAR(move.shrinkage, 0.0, 0.01);
        EXPECT_NEAR(move.posterior[2], 0.5, 0.005);
        EXPECT_TRUE(move.companions.empty());
    }
}

TEST(ParameterMoves, OfAHalvedRangeHaveTheirClosedForm)
{
    auto points = random::latin_hypercube(1000, 2, 1);
    for (auto& point : points) point[1] = 0.5 * point[1];
    auto const moves = describe_moves(points);
    EXPECT_FALSE(moves[0].moved);
    EXPECT_TRUE(moves[1].moved);
    EXPECT_NEAR(moves[1].distance, 0.5, 0.002);
    EXPECT_NEAR(moves[1].shrinkage, 0.5, 0.002);
    EXPECT_NEAR(moves[1].posterior[4], 0.475, 0.002);
    EXPECT_EQ(moves[1].prior[4], 0.95);
}

TEST(ParameterMoves, AreFoundByLuckInOneOfTwentySets)
{
    int moved = 0;
    constexpr int sets = 1000;
    for (std::uint64_t seed = 0; seed < sets; ++seed) {
        std::vector<std::vector<double>> points;
        for (std::uint64_t i = 0; i < 60; ++i) points.push_back(random::latin_hypercube(1, 1, 60 * seed + i).front());
        moved += describe_moves(points)[0].moved ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(moved) / sets, 0.05, 4.0 * std::sqrt(0.05 * 0.95 / sets));
}

TEST(ParameterMoves, NameParametersThatGoTogether)
{
    auto points = random::latin_hypercube(400, 4, 1);
    for (auto& point : points) {
        point[2] = 1.0 - point[0] * point[0];  // falls with the first: ranks are the reverse
        point[3] = 0.5;
    }
    auto const moves = describe_moves(points);
    ASSERT_EQ(moves[0].companions.size(), 1U);
    EXPECT_EQ(moves[0].companions[0].parameter, 2U);
    EXPECT_NEAR(moves[0].companions[0].correlation, -1.0, 1e-12);
    EXPECT_TRUE(moves[1].companions.empty());
    EXPECT_TRUE(moves[3].companions.empty()) << "what does not vary goes with nothing";
}

TEST(Balance, SpreadsAScalarEvenlyWhereTheSetAllowsIt)
{
    std::vector<double> scalar;
    for (auto const& point : random::latin_hypercube(4000, 1, 3)) scalar.push_back(point[0] * point[0] * point[0]);
    auto const chosen = balance(scalar, 0.0, 1.0, 500, 1);
    ASSERT_EQ(chosen.size(), 500U);
    EXPECT_TRUE(std::is_sorted(chosen.begin(), chosen.end()));
    EXPECT_EQ(std::set<std::size_t>(chosen.begin(), chosen.end()).size(), 500U);
    std::vector<int> cells(50, 0);
    for (auto const i : chosen) ++cells[std::min<std::size_t>(49, static_cast<std::size_t>(50.0 * scalar[i]))];
    for (int const count : cells) EXPECT_EQ(count, 10);
    EXPECT_EQ(chosen, balance(scalar, 0.0, 1.0, 500, 1));
    EXPECT_NE(chosen, balance(scalar, 0.0, 1.0, 500, 2));
}

TEST(Balance, TakesAllOfWhatIsScarceAndNothingFromOutside)
{
    std::vector<double> scalar(1000, 0.2);
    scalar[7] = 0.9;
    scalar[8] = 1.1;
    scalar[9] = std::numeric_limits<double>::quiet_NaN();
    auto const chosen = balance(scalar, 0.0, 1.0, 100, 1);
    EXPECT_EQ(chosen.size(), 100U);
    EXPECT_TRUE(std::binary_search(chosen.begin(), chosen.end(), 7U));
    EXPECT_FALSE(std::binary_search(chosen.begin(), chosen.end(), 8U));
    EXPECT_FALSE(std::binary_search(chosen.begin(), chosen.end(), 9U));
    EXPECT_EQ(balance(scalar, 0.0, 1.0, 5000, 1).size(), 998U);
    EXPECT_TRUE(balance(scalar, 2.0, 3.0, 10, 1).empty());
}
}  // namespace
}  // namespace concordat::calibration
