#include "analysis/discovery/region.hpp"

#include <gtest/gtest.h>

namespace concordat::discovery
{
namespace
{
TEST(Region, HoldsEverythingUntilAnEndIsMoved)
{
    Region region{2};
    EXPECT_TRUE(region.holds({-1e300, 1e300}));
    EXPECT_EQ(region.count_restricted(), 0U);
    region.move_end(1, Side::high, 3.0);
    EXPECT_TRUE(region.holds({0.0, 3.0})) << "ends are inside";
    EXPECT_FALSE(region.holds({0.0, 3.1}));
    EXPECT_TRUE(region.restricts(1));
    EXPECT_TRUE(region.is_open(1, Side::low));
    EXPECT_EQ(region.count_restricted(), 1U);
    region.open(1, Side::high);
    EXPECT_EQ(region.count_restricted(), 0U);
}

TEST(Region, CountsWhatItHolds)
{
    std::vector<std::vector<double>> const points{{1.0}, {2.0}, {3.0}, {4.0}};
    std::vector<char> const marks{0, 1, 1, 1};
    Region region{1};
    region.move_end(0, Side::high, 2.5);
    auto const inside = select_inside({points, marks}, {0, 1, 3}, region);
    EXPECT_EQ(inside, (Ids{0, 1}));
    EXPECT_EQ(count_points({points, marks}, inside).density(), 0.5);
    EXPECT_EQ(Tally{}.density(), 0.0);
}
}  // namespace
}  // namespace concordat::discovery
