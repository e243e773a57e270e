#include "analysis/discovery/peeling.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "sim/core/elementary.hpp"

namespace concordat::discovery
{
namespace
{
using Points = std::vector<std::vector<double>>;

/// 0, 1 ... 9 on a line; those from 6 on are of interest.
Points const line{{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}};
std::vector<char> const upper{0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

Ids all_of(Points const& points)
{
    Ids ids(points.size());
    std::iota(ids.begin(), ids.end(), std::size_t{0});
    return ids;
}

TEST(Peeling, TakesTheWorseEndStepByStepUntilAllIsOfInterest)
{
    auto const path = peel_boxes({line, upper}, all_of(line), 0.1, 1);
    ASSERT_EQ(path.size(), 7U);
    for (std::size_t step = 1; step < path.size(); ++step) {
        EXPECT_EQ(path[step].region.end(0, Side::low), static_cast<double>(step));
        EXPECT_TRUE(path[step].region.is_open(0, Side::high));
        EXPECT_EQ(path[step].tally.count, 10U - step);
    }
    EXPECT_EQ(path.back().tally.density(), 1.0);
}

TEST(Peeling, EndsBeforeABoxIsTooSmall)
{
    auto const path = peel_boxes({line, upper}, all_of(line), 0.1, 7);
    EXPECT_EQ(path.back().tally.count, 7U);
}

TEST(Pasting, MovesEndsBackToWhereDensityWouldFall)
{
    Region region{1};
    region.move_end(0, Side::low, 8.0);
    region.move_end(0, Side::high, 8.0);
    auto const wide = paste_box({line, upper}, all_of(line), region, 0.1);
    EXPECT_EQ(wide.end(0, Side::low), 6.0);
    EXPECT_TRUE(wide.is_open(0, Side::high)) << "nothing lies beyond 9";
}

TEST(PValue, IsTheBinomialChanceAtTheDensityWithoutTheRestriction)
{
    Region region{1};
    region.move_end(0, Side::low, 6.0);
    // Four of four at a density of .4.
    EXPECT_NEAR(find_p_value({line, upper}, all_of(line), region, 0), 0.0256, 1e-15);
    region.move_end(0, Side::low, 5.0);
    // Four or five of five.
    EXPECT_NEAR(find_p_value({line, upper}, all_of(line), region, 0), 5.0 * 0.0256 * 0.6 + 0.01024, 1e-15);
    region.move_end(0, Side::low, 0.0);
    EXPECT_EQ(find_p_value({line, upper}, all_of(line), region, 0), 1.0) << "cuts nothing off";
}

TEST(Pruning, OpensTheEndsThatLuckExplains)
{
    Points points;
    std::vector<char> marks;
    for (int i = 0; i < 200; ++i) {
        points.push_back({static_cast<double>(i), static_cast<double>(i % 10)});
        marks.push_back(i >= 100 ? 1 : 0);
    }
    Region region{2};
    region.move_end(0, Side::low, 100.0);
    region.move_end(1, Side::low, 2.0);
    auto const pruned = prune_box({points, marks}, all_of(points), region, 1e-3);
    EXPECT_EQ(pruned.end(0, Side::low), 100.0);
    EXPECT_FALSE(pruned.restricts(1));
}
}  // namespace
}  // namespace concordat::discovery
