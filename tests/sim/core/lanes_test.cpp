#include "sim/core/lanes.hpp"

#include <gtest/gtest.h>

namespace concordat::core
{
static_assert(Lanes::size() == lane_count && sizeof(Lanes) == 32);
static_assert(padding_count % lane_count == 0);
static_assert(padded(0) == 0 && padded(1) == 8 && padded(8) == 8 && padded(150) == 152);

TEST(Lanes, LoadAndStoreKeepOrder)
{
    alignas(32) double const from[] = {1.0, 2.0, 3.0, 4.0};
    alignas(32) double to[4] = {};
    store(load(from) + 1.0, to);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(to[i], from[i] + 1.0);
}

TEST(Lanes, SelectTakesEachLaneFromItsSide)
{
    alignas(32) double const values[] = {-1.0, 2.0, -3.0, 4.0};
    Lanes const x = load(values);
    Lanes const chosen = select(x < 0.0, Lanes{0.0}, x);
    EXPECT_EQ(chosen[0], 0.0);
    EXPECT_EQ(chosen[1], 2.0);
    EXPECT_EQ(chosen[2], 0.0);
    EXPECT_EQ(chosen[3], 4.0);
}
}  // namespace concordat::core
