#include "sim/random/unit_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace concordat::random
{
namespace
{
using Points = std::vector<std::vector<double>>;

/// Points in each of `cells` equal slices of a dimension.
std::vector<int> count_by_slice(Points const& points, std::size_t dimension, int cells)
{
    std::vector<int> counts(static_cast<std::size_t>(cells), 0);
    for (auto const& point : points) ++counts[static_cast<std::size_t>(point[dimension] * cells)];
    return counts;
}

TEST(LatinHypercube, PutsOnePointIntoEverySliceOfEveryDimension)
{
    auto const points = latin_hypercube(37, 5, 3);
    ASSERT_EQ(points.size(), 37U);
    for (std::size_t d = 0; d < 5; ++d) {
        for (int const count : count_by_slice(points, d, 37)) EXPECT_EQ(count, 1);
    }
}

TEST(LatinHypercube, OrdersTheSlicesOfEachDimensionByItself)
{
    auto const points = latin_hypercube(20, 2, 3);
    std::set<int> distances;
    for (auto const& point : points) distances.insert(static_cast<int>(20 * point[0]) - static_cast<int>(20 * point[1]));
    EXPECT_GT(distances.size(), 8U);
}

TEST(SobolPoints, AreBalancedInEveryDimensionAndInEveryPairOfFirstHalves)
{
    auto const points = sobol_points(64, 6, 11);
    for (std::size_t d = 0; d < 6; ++d) {
        for (int const count : count_by_slice(points, d, 64)) EXPECT_EQ(count, 1);
    }
    // The first two dimensions are a (0, m, 2)-net: four points of 64 in each of 4 x 4 squares.
    std::vector<int> squares(16, 0);
    for (auto const& point : points) ++squares[static_cast<std::size_t>(4 * point[0]) * 4 + static_cast<std::size_t>(4 * point[1])];
    for (int const count : squares) EXPECT_EQ(count, 4);
}

TEST(SobolPoints, StayInsideTheOpenCubeAlthoughTheFirstPointIsZero)
{
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
        for (auto const& point : sobol_points(8, 3, seed)) {
            EXPECT_TRUE(std::all_of(point.begin(), point.end(), [](double u) { return u > 0.0 && u < 1.0; }));
        }
    }
}

TEST(UnitPoints, AreTheSameForTheSameSeedAndOthersForAnother)
{
    EXPECT_EQ(latin_hypercube(8, 3, 5), latin_hypercube(8, 3, 5));
    EXPECT_NE(latin_hypercube(8, 3, 5), latin_hypercube(8, 3, 6));
    EXPECT_EQ(sobol_points(8, 3, 5), sobol_points(8, 3, 5));
    EXPECT_NE(sobol_points(8, 3, 5), sobol_points(8, 3, 6));
}

TEST(SobolPoints, OfFewerPointsAreTheBeginningOfMore)
{
    auto const few = sobol_points(8, 3, 5);
    auto const many = sobol_points(32, 3, 5);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
}
}  // namespace
}  // namespace concordat::random
