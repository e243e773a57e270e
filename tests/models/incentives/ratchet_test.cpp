#include "models/incentives/ratchet.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace concordat::incentives
{
namespace
{
TEST(RatchetFactor, IsOneWhereTargetsAreFixedOrForget)
{
    EXPECT_EQ(ratchet_factor({.weight = 0.5, .discount = 0.9, .future_rounds = 0}), 1.0);
    EXPECT_EQ(ratchet_factor({.weight = 0.0, .discount = 1.0, .future_rounds = 20}), 1.0);
}

TEST(RatchetFactor, FollowsItsGeometricSum)
{
    for (double const lambda : {0.1, 0.5, 1.0}) {
        for (int const rounds : {1, 2, 7, 50}) {
            constexpr double delta = 0.9;
            double const q = delta * (1.0 - lambda);
            double const sum = 1.0 - lambda * delta * (1.0 - std::pow(q, rounds)) / (1.0 - q);
            EXPECT_NEAR(
                ratchet_factor({.weight = lambda, .discount = delta, .future_rounds = rounds}), sum,
                1e-13);
        }
    }
}
}  // namespace
}  // namespace concordat::incentives
